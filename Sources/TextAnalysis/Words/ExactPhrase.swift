/// The words of a phrase, each of them: also stop words and elided ones, of which an index has no positions.
///
/// ```swift
/// let phrase = profile.exactPhrase("accord de défense")
/// phrase.slots      // accord at 0, defens at 2: what an index can be asked
/// phrase.stopTerms  // de, marked as a stop word
/// ```
public struct ExactPhrase: Hashable, Sendable {
  /// A word that an index has positions of.
  public struct Slot: Hashable, Sendable {
    public let term: [UInt8]
    /// From the first slot, as an index counts: stop words count, elided words do not.
    public let position: Int
  }

  /// The terms of all words, in order; those of stop words are marked.
  package let terms: [[UInt8]]
  public let slots: [Slot]
  /// Terms of stop words, which an index may have without positions.
  public let stopTerms: [[UInt8]]

  /// Whether the slots do not say all: then the text must be looked at.
  public var needsText: Bool { terms.count > slots.count }

  public var isEmpty: Bool { terms.isEmpty }
}

extension LanguageProfile {
  /// The words of a phrase as it was typed.
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
