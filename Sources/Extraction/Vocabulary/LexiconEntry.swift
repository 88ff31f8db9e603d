/// A line of the lexicon.
struct LexiconEntry: Sendable {
  let category: LexiconCategory
  /// As written in the file, the first of them canonical, without the `=` of a strict form.
  let forms: [String]
  /// The columns after the forms; their meaning is the category's, and stands at the top of the file.
  let values: [String]

  /// A column, or the empty string.
  func value(_ column: Int) -> String {
    values.indices.contains(column) ? values[column] : ""
  }
}

/// An entry found in a text.
struct LexiconMatch: Sendable {
  private let start: UInt32
  private let count: UInt16
  let category: LexiconCategory
  private let number: UInt32

  init(tokens: Range<Int>, entry: Int, category: LexiconCategory) {
    start = UInt32(truncatingIfNeeded: tokens.lowerBound)
    count = UInt16(truncatingIfNeeded: tokens.count)
    number = UInt32(truncatingIfNeeded: entry)
    self.category = category
  }

  /// In ``AnnotatedText/tokens``.
  var tokens: Range<Int> { Int(start)..<Int(start) + Int(count) }

  /// In ``Lexicon/entries``.
  var entry: Int { Int(number) }
}

/// What begins at a token of a text.
struct TokenMatches: Sendable {
  let categories: CategorySet
  /// In ``AnnotatedText/matches``; those of the next token begin where these end.
  let first: UInt32
}
