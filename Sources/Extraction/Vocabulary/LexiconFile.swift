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
    parts(of: text[...], "\n").flatMap { line -> [LexiconEntry] in
      let isBlank = line.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if isBlank || line.hasPrefix("#") { return [] }
      let columns = parts(of: line, "\t", omittingEmpty: false).map(String.init)
      let isList = columns[0].hasSuffix("*")
      guard columns.count >= 2,
        let category = LexiconCategory.named[isList ? String(columns[0].dropLast()) : columns[0]]
      else {
        preconditionFailure("lexicon: not an entry: \(line)")
      }
      let forms = parts(of: columns[1][...], "|")
      let values = Array(columns.dropFirst(2))
      guard isList else { return [LexiconEntry(category: category, forms: forms.map(String.init), values: values)] }
      return forms.map {
        LexiconEntry(category: category, forms: parts(of: $0, "/").map(String.init), values: values)
      }
    }
  }

  /// Splits at a byte, which costs a fraction of splitting at a character; every program that extracts reads the files first.
  private static func parts(
    of text: Substring, _ separator: Unicode.Scalar, omittingEmpty: Bool = true
  ) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: omittingEmpty).map(Substring.init)
  }
}
