/// English terms, acronyms and long forms that stand for the same thing, for queries.
public enum Equivalents {
  /// From a name's stemmed terms, joined by spaces, to the forms to look for as well.
  private static let table: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (name, forms) in WordList.pairs(EmbeddedText.equivalents) {
      table[key(name), default: []] += forms.split(separator: "|").map(String.init)
    }
    return table
  }()

  /// Names have so many words at the most.
  public static let longestName: Int = table.keys.map { $0.split(separator: " ").count }.max() ?? 1

  /// What to look for besides `name`, which may be several words; empty for most.
  ///
  /// ```swift
  /// Equivalents.forms(of: "NATO")  // ["otan", "organisation du traité de l'atlantique nord"]
  /// ```
  public static func forms(of name: String) -> [String] { table[key(name)] ?? [] }

  private static func key(_ name: String) -> String {
    Analyzer.analyzeQueryWord(name).parts.map { String(decoding: $0.term, as: UTF8.self) }.joined(separator: " ")
  }
}
