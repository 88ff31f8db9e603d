/// The terms that a word of a query searches for.
public struct QueryWord: Hashable, Sendable {
  /// The terms with their positions, from 0; more than one for "Indo-Pacifique", none for a stop word.
  public var parts: [Part]
  /// The joined form of a compound, such as "indopacif".
  public var joined: [UInt8]?

  public struct Part: Hashable, Sendable {
    public var term: [UInt8]
    public var position: Int
    /// The range of the word in the query, in bytes.
    public var range: Range<Int>
  }

  public var isStopWord: Bool { parts.isEmpty }
}

extension LanguageProfile {
  /// Analyses a word of a query, or the words of a phrase, in the same way as documents.
  ///
  /// ```swift
  /// profile.queryWord("l'Indo-Pacifique")  // indo, pacif at 0 and 1; joined: indopacif
  /// ```
  public func queryWord(_ text: String) -> QueryWord {
    let bytes = Array(text.utf8)
    var analyzer = Analyzer(self)
    var tokens: [Token] = []
    unsafe analyzer.analyze(bytes.span.bytes, into: &tokens)
    var word = QueryWord(parts: [], joined: nil)
    var covered = 0
    for token in tokens {
      let range = Int(token.offset)..<Int(token.offset) + Int(token.length)
      // The joined form covers its parts again.
      if range.lowerBound < covered {
        word.joined = Array(analyzer.term(Int(token.term)))
        continue
      }
      covered = range.upperBound
      word.parts.append(
        QueryWord.Part(term: Array(analyzer.term(Int(token.term))), position: Int(token.position), range: range))
    }
    if word.joined == nil, word.parts.count == 2, text.utf8.contains(UInt8(ascii: "-")) {
      word.joined = joinedTerm(text)
    }
    return word
  }

  /// The term of a text with its words joined: "porte-avions" → the term of "porteavions".
  public func joinedTerm(_ text: String) -> [UInt8]? {
    var letters = ""
    for scalar in text.unicodeScalars where ScalarClass(scalar.value).isInWord { letters.unicodeScalars.append(scalar) }
    let bytes = Array(letters.utf8)
    var analyzer = Analyzer(self)
    var tokens: [Token] = []
    unsafe analyzer.analyze(bytes.span.bytes, into: &tokens)
    return tokens.first.map { Array(analyzer.term(Int($0.term))) }
  }

  /// Whether a folded word may form a compound with the next one across a space: "indo pacifique".
  public func isCompoundPart(_ folded: [UInt8]) -> Bool { rules.compoundParts[folded] ?? false }
}
