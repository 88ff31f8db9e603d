/// How many edits make one word of another: insertions, deletions, substitutions and swaps of neighbours, of bytes.
///
/// Give it folded words (`Folding`), whose letters are bytes for the most part. The cost is linear in the length of the
/// words: only what lies within the limit is computed (E. Ukkonen, "Algorithms for Approximate String Matching", 1985).
public enum EditDistance {
  /// More edits than these make another word of any word.
  public static let greatestLimit = 4

  /// Whether `limit` edits at the most make `other` out of `word`.
  ///
  /// ```swift
  /// EditDistance.isWithin(1, Array("stoltenberg".utf8), Array("stoltenbreg".utf8))  // true: a swap
  /// ```
  public static func isWithin(_ limit: Int, _ word: [UInt8], _ other: [UInt8]) -> Bool {
    distance(word, other, limit: limit) != nil
  }

  /// The number of edits; nil where it is more than `limit`.
  ///
  /// - Parameter limit: 0 to `greatestLimit`; more counts as that.
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
