/// English terms, acronyms and long forms with the same meaning, for queries.
public final class Equivalents: Sendable {
  private let profile: LanguageProfile
  /// From a name's stemmed terms, joined by spaces, to the forms to look for as well.
  private let table: [String: [String]]
  /// Acronyms that are stop words when they are not in capitals.
  private let acronyms: [String: [String]]
  private let firstTerms: Set<[UInt8]>
  /// The number of words in the longest name.
  public let longestName: Int

  static let none = Equivalents("", .neutral)

  /// - Parameter file: names, and after a tab the forms to look for, separated by `|`.
  init(_ file: String, _ profile: LanguageProfile) {
    self.profile = profile
    var table: [String: [String]] = [:]
    var acronyms: [String: [String]] = [:]
    for (name, written) in WordList.pairs(file) {
      let key = Self.key(profile.queryWord(name))
      let forms = written.split(separator: "|").map(String.init)
      // A name of stop words alone would stand for every query of them.
      if key.isEmpty { acronyms[name, default: []] += forms } else { table[key, default: []] += forms }
    }
    self.table = table
    self.acronyms = acronyms
    longestName = table.keys.map { $0.split(separator: " ").count }.max() ?? 1
    firstTerms = Set(
      table.keys.filter { $0.contains(" ") }.compactMap { $0.split(separator: " ").first.map { Array($0.utf8) } })
  }

  /// What else to search for besides `name`, which may be several words; empty for most names.
  ///
  /// ```swift
  /// profile.equivalents.forms(of: "NATO")  // ["otan", "organisation du traité de l'atlantique nord"]
  /// ```
  public func forms(of name: String) -> [String] { forms(of: profile.queryWord(name)) }

  /// The same for a name that has already been analysed.
  public func forms(of word: QueryWord) -> [String] { table[Self.key(word)] ?? [] }

  /// What to search for when a stop word is typed in capitals: "EU" is the English acronym of the European Union.
  public func forms(ofAcronym name: String) -> [String] { acronyms[name] ?? [] }

  /// Whether a name of several words starts with this term, to rule out most words quickly.
  public func beginsName(_ term: [UInt8]) -> Bool { firstTerms.contains(term) }

  private static func key(_ word: QueryWord) -> String {
    word.parts.map { String(decoding: $0.term, as: UTF8.self) }.joined(separator: " ")
  }
}
