/// English terms, acronyms and long forms that stand for the same thing, for queries.
public enum Equivalents {
  /// From a name's stemmed terms, joined by spaces, to the forms to look for as well.
  private static let table: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (name, forms) in WordList.pairs(EmbeddedText.equivalents) {
      let key = key(name)
      // A name of stop words alone would stand for every query of them.
      guard !key.isEmpty else { continue }
      table[key, default: []] += forms.split(separator: "|").map(String.init)
    }
    return table
  }()

  /// Acronyms that are stop words when they are not in capitals.
  private static let acronyms: [String: [String]] = Dictionary(
    WordList.pairs(EmbeddedText.equivalents).filter { key($0.0).isEmpty }
      .map { ($0, $1.split(separator: "|").map(String.init)) }, uniquingKeysWith: +)

  /// Names have so many words at the most.
  public static let longestName: Int = table.keys.map { $0.split(separator: " ").count }.max() ?? 1

  /// What to look for besides `name`, which may be several words; empty for most.
  ///
  /// ```swift
  /// Equivalents.forms(of: "NATO")  // ["otan", "organisation du traité de l'atlantique nord"]
  /// ```
  public static func forms(of name: String) -> [String] { table[key(name)] ?? [] }

  /// What to look for when a stop word is typed in capitals: "EU" is the English name of the Union.
  public static func forms(ofAcronym name: String) -> [String] { acronyms[name] ?? [] }

  /// The same for a name that is analysed already.
  public static func forms(of word: QueryWord) -> [String] { table[key(word)] ?? [] }

  /// Whether a name of several words begins with this term: most words need no second look.
  public static func beginsName(_ term: [UInt8]) -> Bool { firstTerms.contains(term) }

  private static let firstTerms: Set<[UInt8]> = Set(
    table.keys.filter { $0.contains(" ") }.compactMap { $0.split(separator: " ").first.map { Array($0.utf8) } })

  private static func key(_ name: String) -> String { key(Analyzer.analyzeQueryWord(name)) }

  private static func key(_ word: QueryWord) -> String {
    word.parts.map { String(decoding: $0.term, as: UTF8.self) }.joined(separator: " ")
  }
}
