/// Words with similar meanings: "rompre" and "rupture", "patron" and "employeur".
public final class RelatedWords: Sendable {
  private let table: [[UInt8]: [[UInt8]]]

  static let none = RelatedWords("", .neutral)

  /// - Parameter file: groups of words, one a line.
  init(_ file: String, _ profile: LanguageProfile) {
    var table: [[UInt8]: [[UInt8]]] = [:]
    var analyzer = Analyzer(profile)
    var tokens: [Token] = []
    for line in WordList.lines(file) {
      let bytes = Array(line.utf8)
      unsafe analyzer.analyze(bytes.span.bytes, into: &tokens)
      let group = tokens.map { Array(analyzer.term(Int($0.term))) }
      for term in group {
        // Forms of one stem need no relation.
        for other in group where other != term && !table[term, default: []].contains(other) {
          table[term, default: []].append(other)
        }
      }
    }
    self.table = table
  }

  /// The terms of words related to a term, in lexicon order; empty for most.
  ///
  /// ```swift
  /// profile.relatedWords.terms(of: Array("rupture".utf8))  // those of "rompre", "rompu", "rompt"
  /// ```
  public func terms(of term: [UInt8]) -> [[UInt8]] { table[term] ?? [] }
}
