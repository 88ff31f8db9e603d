/// Rows of cells under a header, in aligned columns that fit the terminal: the widest flexible column gives way, and its
/// longer cells continue below. Where that is not enough, each row is a block of lines.
struct Table {
  enum Alignment { case left, right }

  struct Column {
    let name: String
    var alignment = Alignment.left
    /// May be narrowed to make the table fit.
    var flexible = false
  }

  let columns: [Column]
  var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  func lines(style: Style) -> [String] {
    guard let widths = fittingWidths(style.width) else { return rows.flatMap { block(of: $0, style) } }
    let header = zip(columns, widths).map { pad($0.name, to: $1, $0.alignment) }.joined(separator: "  ")
    return [style.dim(header.trimmedEnd)] + rows.flatMap { lines(of: $0, widths, style) }
  }

  private func lines(of row: [String], _ widths: [Int], _ style: Style) -> [String] {
    let cells = zip(row, widths).map { cell, width in
      MarkedText(cell).lines(width: width, style: style).map { shortened($0, to: width) }
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<max(height, 1)).map { number in
      zip(zip(cells, columns), widths)
        .map { pad($0.0.indices.contains(number) ? $0.0[number] : "", to: $1, $0.1.alignment) }
        .joined(separator: "  ").trimmedEnd
    }
  }

  /// A line for each cell, behind the name of its column.
  private func block(of row: [String], _ style: Style) -> [String] {
    let indent = columns.reduce(0) { max($0, columnCount($1.name)) } + 2
    return zip(columns, row).flatMap { column, cell in
      MarkedText(cell).lines(width: style.width, indent: indent, label: column.name, style: style)
    } + [""]
  }

  /// Nil if no widths fit.
  private func fittingWidths(_ available: Int) -> [Int]? {
    var widths = columns.indices.map { index in
      rows.reduce(columnCount(columns[index].name)) { max($0, columnCount($1[index])) }
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - available
    while excess > 0 {
      let flexible = widths.indices.filter { columns[$0].flexible && widths[$0] > 12 }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func pad(_ text: String, to width: Int, _ alignment: Alignment) -> String {
    let fill = String(repeating: " ", count: max(width - columnCount(text), 0))
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
