/// Rows of cells under a header, in aligned columns that fit the terminal: the widest flexible column gives way.
struct Table {
  enum Alignment { case left, right }

  struct Column {
    let name: String
    var alignment = Alignment.left
    /// May be cut to make the table fit.
    var flexible = false
  }

  let columns: [Column]
  var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  func lines(style: Style) -> [String] {
    let widths = fittingWidths(style.width)
    let header = zip(columns, widths).map { pad($0.name, to: $1, $0.alignment) }.joined(separator: "  ")
    return [style.dim(header.trimmedEnd)]
      + rows.map { row in
        zip(zip(row, columns), widths)
          .map { pad(shortened($0.0, to: $1), to: $1, $0.1.alignment) }
          .joined(separator: "  ").trimmedEnd
      }
  }

  private func fittingWidths(_ available: Int) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(columns[index].name.count) { max($0, $1[index].count) }
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - available
    while excess > 0 {
      let flexible = widths.indices.filter { columns[$0].flexible && widths[$0] > 12 }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func pad(_ text: String, to width: Int, _ alignment: Alignment) -> String {
    let fill = String(repeating: " ", count: max(width - text.count, 0))
    return alignment == .left ? text + fill : fill + text
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
