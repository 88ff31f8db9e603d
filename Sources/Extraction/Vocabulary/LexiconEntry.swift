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
  /// In ``AnnotatedText/tokens``.
  let tokens: Range<Int>
  /// In ``Lexicon/entries``.
  let entry: Int
  let category: LexiconCategory
}
