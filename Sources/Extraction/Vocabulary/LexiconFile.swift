/// A lexicon file: `Sources/Extraction/Lexicon/*.tsv`.
///
///     file     = line*
///     line     = comment | entry | ""
///     comment  = "#" anything
///     entry    = category "*"? TAB forms (TAB value)*
///     forms    = form ("|" form)*
///     form     = "="? words | infinitive "+"
///
/// With a `*` each form is an entry of its own, with the spellings that stand between its slashes: `Lougansk/Luhansk`.
///
/// A form is cut into tokens like any text, and compared without case, diacritics, hyphens and kinds of apostrophe or
/// space. A strict form (`=`) also wants case and diacritics: upper case where it has upper case, and none where it has
/// none, so that `=FPS`, `=SPS` and `=Mali` do not meet common words. A regular verb with a `+` stands for all the forms
/// that reports use; categories with both numbers also find the other number of each form (``Inflection``).
enum LexiconFile {
  /// The entries of a file, in its order. A line of an unknown category is a mistake in the file and traps.
  static func entries(_ text: String) -> [LexiconEntry] {
    text.split(separator: "\n").flatMap { line -> [LexiconEntry] in
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { return [] }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let isList = columns[0].hasSuffix("*")
      guard columns.count >= 2,
        let category = LexiconCategory.named[isList ? String(columns[0].dropLast()) : columns[0]]
      else {
        preconditionFailure("lexicon: not an entry: \(line)")
      }
      let forms = columns[1].split(separator: "|").map(String.init)
      let values = Array(columns.dropFirst(2))
      guard isList else { return [LexiconEntry(category: category, forms: forms, values: values)] }
      return forms.map {
        LexiconEntry(category: category, forms: $0.split(separator: "/").map(String.init), values: values)
      }
    }
  }
}
