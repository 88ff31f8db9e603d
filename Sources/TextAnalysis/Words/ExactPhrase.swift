/// All words of a phrase, including stop words and elided ones, whose positions an index does not have.
///
/// ```swift
/// let phrase = profile.exactPhrase("accord de défense")
/// phrase.slots      // accord at 0, defens at 2: what an index can be asked
/// phrase.stopTerms  // de, marked as a stop word
/// ```
public struct ExactPhrase: Hashable, Sendable {
  /// A word whose positions are in the index.
  public struct Slot: Hashable, Sendable {
    public let term: [UInt8]
    /// The position relative to the first slot, as in an index: stop words count, elided words do not.
    public let position: Int
  }

  /// The terms of all words in order, with those of stop words marked.
  package let terms: [[UInt8]]
  public let slots: [Slot]
  /// Terms of stop words, which an index may have without positions.
  public let stopTerms: [[UInt8]]

  /// Whether the slots do not cover the whole phrase, so that the text must be checked.
  public var needsText: Bool { terms.count > slots.count }

  public var isEmpty: Bool { terms.isEmpty }
}

extension LanguageProfile {
  /// Analyses a phrase as typed.
  public func exactPhrase(_ text: String) -> ExactPhrase {
    let bytes = Array(text.utf8)
    var analyzer = Analyzer(self, keepingEveryWord: true)
    var tokens: [Token] = []
    unsafe analyzer.analyze(bytes.span.bytes, into: &tokens)
    let words = tokens.withoutJoinedForms.map { Array(analyzer.term(Int($0.term))) }
    let parts = queryWord(text).parts
    return ExactPhrase(
      terms: words,
      slots: parts.map { ExactPhrase.Slot(term: $0.term, position: $0.position - parts[0].position) },
      stopTerms: words.filter { $0.first == Analyzer.stopMark })
  }
}

extension [Token] {
  /// Without what compounds give besides their parts: it stands at the position of the first of them, and after it.
  var withoutJoinedForms: [Token] {
    var kept: [Token] = []
    for token in self where kept.last?.position != token.position { kept.append(token) }
    return kept
  }
}
