/// Edits between words: insertions, deletions, substitutions and swaps of neighbours, in bytes of their folded forms.
package enum EditDistance {
  /// Whether `limit` edits at the most make `other` out of `word`.
  package static func isWithin(_ limit: Int, _ word: [UInt8], _ other: [UInt8]) -> Bool {
    guard abs(word.count - other.count) <= limit, word.count <= 128, other.count <= 128 else { return false }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for i in 0..<word.count {
      var row = [i + 1]
      row.reserveCapacity(other.count + 1)
      for j in 0..<other.count {
        var cost = min(last[j] + (word[i] == other[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, word[i] == other[j - 1], word[i - 1] == other[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      if (row.min() ?? 0) > limit { return false }
      beforeLast = last
      last = row
    }
    return last[other.count] <= limit
  }
}
