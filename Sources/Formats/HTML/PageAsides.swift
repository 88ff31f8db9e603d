/// Which parts of a page are about the site, and not the text: navigation, footer, buttons.
///
/// One that holds most of what the page says, apart from links, is none: its end tag was forgotten.
struct PageAsides {
  private struct Aside {
    var range: Range<Int>
    /// Bytes outside links.
    var ownSize: Int
  }

  private var asides: [Aside] = []
  private var ownSize = 0
  /// The outermost one that is open.
  private var open: (depth: Int, start: Int, ownSize: Int)?

  mutating func count(_ size: Int) { ownSize += size }

  var isOpen: Bool { open != nil }

  mutating func begin(depth: Int, at position: Int) {
    if open == nil { open = (depth, position, ownSize) }
  }

  mutating func end(depth: Int, at position: Int) {
    guard let begun = open, begun.depth == depth else { return }
    asides.append(Aside(range: begun.start..<position, ownSize: ownSize - begun.ownSize))
    open = nil
  }

  /// What to leave out, in order.
  var ranges: [Range<Int>] {
    let rest = ownSize - asides.reduce(0) { $0 + $1.ownSize }
    return asides.filter { $0.ownSize <= rest }.map(\.range)
  }
}
