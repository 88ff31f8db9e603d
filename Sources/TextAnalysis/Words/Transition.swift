// What callers used before profiles, until they name theirs.

extension Analyzer {
  public static func analyzeQueryWord(_ text: String) -> QueryWord { LanguageProfile.french.queryWord(text) }
  public static func foldedWord(_ text: String) -> [UInt8] { Folding.letters(of: text) }
  public static func isCompoundPart(_ folded: [UInt8]) -> Bool { LanguageProfile.french.isCompoundPart(folded) }
}

extension Equivalents {
  public static func forms(of name: String) -> [String] { french.forms(of: name) }
  public static func forms(of word: QueryWord) -> [String] { french.forms(of: word) }
  public static func forms(ofAcronym name: String) -> [String] { french.forms(ofAcronym: name) }
  public static func beginsName(_ term: [UInt8]) -> Bool { french.beginsName(term) }
  public static var longestName: Int { french.longestName }
}

extension RelatedWords {
  public static func terms(of term: [UInt8]) -> [[UInt8]] { french.terms(of: term) }
}

extension OpenQuestion {
  public static func isOpen(_ words: some Sequence<String>) -> Bool { french.isOpen(words) }
  public static var closedAnswers: [[UInt8]] { french.closedAnswers }
}
