/// A paragraph, heading or list item of a text: a line, or several where one was broken in the middle of a sentence.
struct TextBlock: Sendable {
  enum Kind: Sendable {
    case title
    case heading
    case paragraph
    case listItem
    /// No body: reading-time lines, share lines, repeated titles, lone bullets.
    case boilerplate
  }

  /// What a list item begins with.
  enum Marker: Sendable, Equatable {
    case none
    /// `•`, `-`, `*`, `◦`…
    case bullet
    /// `1.`, `2)`, and the hashes of a Markdown heading.
    case number(UInt32)
    /// `a)`, from 1.
    case letter(UInt32)
    case markdown(level: UInt32)
  }

  var kind: Kind
  let marker: Marker
  /// Columns of white space before the marker or the first word; a tab counts as four.
  let indent: Int
  /// Without marker and outer white space, in bytes of the text. May be empty, for a bullet that stands alone.
  let bytes: Range<Int>
  /// From the marker on, in bytes of the text.
  let line: Range<Int>
  /// An empty line, or the start of the text, stands before it.
  let afterBlankLine: Bool
  /// In ``AnnotatedText/tokens``.
  var tokens: Range<Int> = 0..<0
  /// In ``AnnotatedText/sentences``.
  var sentences: Range<Int> = 0..<0
}
