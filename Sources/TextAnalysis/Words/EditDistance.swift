/// The edit distance between words: insertions, deletions, substitutions and swaps of adjacent bytes.
///
/// Use it on folded words (`Folding`), whose letters are mostly single bytes. The cost is linear in the length of the
/// words, because only cells within the limit are computed (E. Ukkonen, "Algorithms for Approximate String Matching",
/// 1985).
public enum EditDistance {
  /// The greatest limit that is supported; with more edits, any word would match any other.
  public static let greatestLimit = 4

  /// Whether at most `limit` edits turn `word` into `other`.
  ///
  /// ```swift
  /// EditDistance.isWithin(1, Array("stoltenberg".utf8), Array("stoltenbreg".utf8))  // true: a swap
  /// ```
  public static func isWithin(_ limit: Int, _ word: [UInt8], _ other: [UInt8]) -> Bool {
    distance(word, other, limit: limit) != nil
  }

  /// The number of edits; nil if it is more than `limit`.
  ///
  /// - Parameter limit: 0 to `greatestLimit`; greater values are clamped.
  public static func distance(_ word: [UInt8], _ other: [UInt8], limit: Int) -> Int? {
    let limit = min(limit, greatestLimit)
    guard limit >= 0, abs(word.count - other.count) <= limit else { return nil }
    let (rows, columns) = (word.span, other.span)
    // Of row i, the cells from column i - limit to i + limit: cell k stands at column i + k - limit. So the cell above is
    // k + 1 of the row before, and the one diagonally above is k.
    let far = limit + 1
    var beforeLast = Band(repeating: far)
    var last = beforeLast
    var row = beforeLast
    for column in 0...limit { last[column + limit] = column }
    for i in 1..<rows.count + 1 {
      var least = far
      for k in 0...2 * limit {
        let j = i + k - limit
        row[k] = far
        guard j >= 0, j <= columns.count else { continue }
        var cost = j == 0 ? i : last[k] + (rows[i - 1] == columns[j - 1] ? 0 : 1)
        if k < 2 * limit { cost = min(cost, last[k + 1] + 1) }
        if k > 0, j > 0 { cost = min(cost, row[k - 1] + 1) }
        if i > 1, j > 1, rows[i - 1] == columns[j - 2], rows[i - 2] == columns[j - 1] {
          cost = min(cost, beforeLast[k] + 1)
        }
        row[k] = min(cost, far)
        least = min(least, cost)
      }
      if least > limit { return nil }
      (beforeLast, last) = (last, row)
    }
    let distance = last[columns.count - rows.count + limit]
    return distance <= limit ? distance : nil
  }

  private typealias Band = InlineArray<9, Int>
}
