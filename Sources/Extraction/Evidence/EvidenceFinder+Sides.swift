internal import EntenteSchema

/// Whether a text, a paragraph or a sentence names the alliance and its partners.
extension EvidenceFinder {
  static let ownStates: Set<String> = Set(
    Lexicon.standard.entries(of: .ownState).flatMap(\.forms).map { String($0.drop { $0 == "=" }) })

  /// A body of it alone names the alliance only where the document does: other alliances have military committees too.
  static func isAlliance(_ match: LexiconMatch, _ text: AnnotatedText) -> Bool {
    text.entry(match).value(0) != "body"
  }

  /// Whether the text or its publisher names a state that is neither of the alliance nor an outsider, or the text its
  /// capital or a region of partners.
  var namesPartner: Bool {
    if facts.entities.contains(where: { $0.kind == .country && !$0.mentions.isEmpty && isPartner($0.iso2) }) {
      return true
    }
    return text.matches(of: [.partnerRegion, .capital]).contains { match in
      match.category == .partnerRegion && isWhole(match)
        || match.category == .capital && isPartner(text.entry(match).value(0))
    } || isOfPartner
  }

  /// `Corée`, but not in the name of a longer country.
  func isWhole(_ match: LexiconMatch) -> Bool {
    text.match(.country, at: match.tokens.lowerBound).map { $0.tokens.count <= match.tokens.count } ?? true
  }

  func namesPartner(in sentence: TextSentence) -> Bool {
    (facts.mentions(in: sentence.bytes) + facts.adjectives(in: sentence.bytes)).contains { mention in
      switch facts.kind(of: mention) {
      case .country: isPartner(facts.entities[mention.entity].iso2)
      case .place: isGovernment(mention)
      default: false
      }
    }
  }

  /// Whether the publisher's name has a partner in it: `Ambassade de Nouvelle-Zélande`.
  var isOfPartner: Bool {
    let name = AnnotatedText(publisher, lexicon: text.lexicon)
    return name.matches.contains { match in
      (match.category == .country || match.category == .countryAdjective) && isPartner(name.entry(match).value(0))
    }
  }

  func isPartner(_ code: String) -> Bool {
    !code.isEmpty && !Self.ownStates.contains(code) && !FieldTermReader.outsiders.contains(code)
  }

  func namesAlliance(in sentence: TextSentence) -> Bool { sentence.categories.contains(.alliance) }

  func namesAlliance(inBlock block: Int) -> Bool {
    text.sentences[text.blocks[block].sentences].contains(where: namesAlliance)
  }

  private static let sides: CategorySet = [.alliance, .partnerPronoun, .eventPronoun]

  /// Of news whose title and lead do not name the alliance, each paragraph is news of its own.
  func isNearAlliance(_ sentence: TextSentence) -> Bool {
    if headNamesAlliance || facts.kind != .news { return true }
    let beside = max(0, sentence.block - 1)..<min(text.blocks.count, sentence.block + 2)
    return beside.contains(where: namesAlliance(inBlock:))
  }

  /// Whether the sentence names the alliance, one of its people or bodies, or a state that is no outsider.
  func hasPartner(_ sentence: TextSentence) -> Bool {
    if sentence.categories.intersects(Self.sides),
      sentence.tokens.contains(where: {
        text.match(.alliance, at: $0) != nil || isPartnerPronoun($0) || text.match(.eventPronoun, at: $0) != nil
      })
    {
      return true
    }
    if facts.adjectives(in: sentence.bytes).contains(where: { !facts.isOutsider($0) }) {
      return true
    }
    return facts.mentions(in: sentence.bytes).contains { mention in
      facts.kind(of: mention) == .place ? isGovernment(mention) : !facts.isOutsider(mention)
    }
  }

  /// `Les deux parties`, and `nous` but for that of a journalist or a reader.
  func isPartnerPronoun(_ token: Int) -> Bool {
    guard let match = text.match(.partnerPronoun, at: token) else { return false }
    return facts.kind != .news || text.entry(match).value(0) != "we"
      || facts.isInSpeech(text.tokens[token].bytes.lowerBound)
  }

  /// `La France et le Japon ont signé un contrat`: a state of the alliance acts for itself, and nobody stands for the others.
  func isBilateral(_ sentence: TextSentence) -> Bool {
    guard !namesAlliance(in: sentence), facts.kind == .news,
      !sentence.tokens.contains(where: { isPartnerPronoun($0) || text.match(.eventPronoun, at: $0) != nil })
    else { return false }
    return (facts.mentions(in: sentence.bytes) + facts.adjectives(in: sentence.bytes)).contains { mention in
      guard facts.kind(of: mention) == .country, Self.ownStates.contains(facts.entities[mention.entity].iso2),
        facts.entities[mention.entity].iso2 != "UA", let token = text.token(atByte: mention.bytes.lowerBound)
      else { return false }
      return token == sentence.tokens.lowerBound || text.match(.eventPreposition, at: token - 1) == nil
    }
  }

  /// A capital that acts: `Tokyo a rejoint le centre`.
  func isGovernment(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), text.match(.capital, at: token) != nil else {
      return false
    }
    return token == 0 || text.match(.eventPreposition, at: token - 1) == nil
  }
}
