/// How much of a long answer is shown.
struct Extent {
  /// Shows everything where set, else the first of each section.
  let isWhole: Bool

  /// A section under its heading, empty if there are no items; one that is cut says how much is left.
  ///
  /// - Parameters:
  ///   - total: how many items there are where `items` are only the first of them.
  ///   - noun: what an item is: `event`.
  func section<Item>(
    _ heading: String, _ items: [Item], of total: some BinaryInteger, first limit: Int, noun: String, style: Style,
    lines: (Item) -> [String]
  ) -> [String] {
    guard !items.isEmpty else { return [] }
    let shown = isWhole ? items[...] : items.prefix(limit)
    let left = max(Int(total), items.count) - shown.count
    return ["", style.bold(heading)] + shown.flatMap(lines)
      + (left > 0 ? [style.dim("  … and \(counted(left, "more \(noun)")): add --all")] : [])
  }
}
