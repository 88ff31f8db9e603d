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
    // By bytes: every program that extracts reads the files first, and characters cost many times more.
    let bytes = Array(text.utf8)
    var entries: [LexiconEntry] = []
    for line in parts(of: 0..<bytes.count, of: bytes, "\n") {
      let isBlank = bytes[line].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if isBlank || bytes[line.lowerBound] == UInt8(ascii: "#") { continue }
      let columns = parts(of: line, of: bytes, "\t", omittingEmpty: false)
      let isList = bytes[columns[0]].last == UInt8(ascii: "*")
      guard columns.count >= 2,
        let category = LexiconCategory.named[string(isList ? columns[0].dropLast() : columns[0], of: bytes)]
      else {
        preconditionFailure("lexicon: not an entry: \(string(line, of: bytes))")
      }
      let forms = parts(of: columns[1], of: bytes, "|")
      let values = columns.dropFirst(2).map { string($0, of: bytes) }
      if isList {
        for form in forms {
          let spellings = parts(of: form, of: bytes, "/").map { string($0, of: bytes) }
          entries.append(LexiconEntry(category: category, forms: spellings, values: values))
        }
      } else {
        entries.append(LexiconEntry(category: category, forms: forms.map { string($0, of: bytes) }, values: values))
      }
    }
    return entries
  }

  private static func string(_ range: Range<Int>, of bytes: [UInt8]) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The parts of a range of bytes between separators.
  private static func parts(
    of range: Range<Int>, of bytes: [UInt8], _ separator: Unicode.Scalar, omittingEmpty: Bool = true
  ) -> [Range<Int>] {
    let separator = UInt8(ascii: separator)
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
      if start < index || !omittingEmpty { parts.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound || !omittingEmpty { parts.append(start..<range.upperBound) }
    return parts
  }
}
