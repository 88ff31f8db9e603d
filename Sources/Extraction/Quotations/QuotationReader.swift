internal import EntenteSchema

/// Reads the words between quotation marks: who speaks, by which words the text attributes them, and whether they are
/// speech at all.
///
/// The words that attribute a quotation stand after it (« … », a déclaré X), before it (X a déclaré : « … ») or around
/// another part of it; without any, the words go on from the speaker of whom the text tells.
struct QuotationReader {
  let text: AnnotatedText
  let documentID: String
  let entities: [Entity]
  private let pairs: [QuotationPair]
  let attributions: AttributionReader
  /// Words that nobody is said to have spoken are those of who is asked.
  let isInterview: Bool
  /// Who answers, where the document is an interview.
  let interviewee: SpeakerResolver.Speaker?
  /// To whom "vous" speaks: who is asked, or who gets the letter.
  private let addressee: SpeakerResolver.Speaker?
  /// Titles of one text that are kept.
  private static let most = 256

  init(text: AnnotatedText, documentID: String, entities: [Entity], isInterview: Bool = false) {
    self.isInterview = isInterview
    self.text = text
    self.documentID = documentID
    self.entities = entities
    pairs = QuotationPairReader(text: text).pairs()
    // Most texts quote nobody.
    let references =
      pairs.isEmpty
      ? []
      : SpeakerReferenceReader(text: text, documentID: documentID, entities: entities).references(quoted: pairs)
    attributions = AttributionReader(
      text: text, references: references, people: pairs.isEmpty ? [] : entities.map { $0.kind == .person })
    let partners = PartnerReader(text: text, entities: entities, references: references)
    interviewee = isInterview ? partners.interviewee.map { .entity($0) } : nil
    addressee = interviewee ?? partners.addressee.map { .entity($0) }
  }

  /// The quotations in the order of the text.
  func quotations() -> [Quotation] {
    if pairs.isEmpty { return [] }
    var resolver = SpeakerResolver(
      text: text, documentID: documentID, entities: entities, references: attributions.references,
      words: pairs.filter { $0.depth == 0 }.map { $0.open..<$0.close + 1 })
    let found = attributed()
    var quotations: [Quotation] = []
    // The quotation that holds those inside it, with its speaker.
    var outer: (open: Int, close: Int, speaker: SpeakerResolver.Speaker?)?
    var last: (close: Int, speaker: SpeakerResolver.Speaker, attribution: Range<Int>)?
    // Who spoke before somebody asked a question, and where that ends.
    var asked: (question: Int, speaker: SpeakerResolver.Speaker)?
    // Names and titles between marks: the same words are no speech later.
    var terms: Set<String> = []
    for (number, pair) in pairs.enumerated() {
      var quotation = Quotation(id: "\(documentID)#\(quotations.count + 1)")
      quotation.source = Source(text.bytes(of: pair.inside), of: text, documentID: documentID)
      let attribution = found[number]
      quotation.kind = kind(pair, attribution)
      if quotation.kind == .speech, attribution == nil, let words = quotation.source?.text, terms.contains(words) {
        quotation.kind = .title
      }
      if quotation.kind != .speech, attribution == nil, terms.count < Self.most, let words = quotation.source?.text {
        terms.insert(words)
      }
      let isNested = outer.map { pair.open < $0.close } ?? false
      if quotation.kind == .speech {
        var speaker: SpeakerResolver.Speaker?
        if let last, let attribution, attribution.tokens == last.attribution {
          speaker = last.speaker
        } else if let attribution {
          speaker =
            isNested
            ? nested(attribution, in: outer?.speaker, from: outer?.open ?? pair.open, &resolver)
            : attributed(attribution, at: pair, &resolver)
          // « Le président m’a dit : “…” », raconte X: whom X tells of is another.
          if isNested, attribution.tellsOfAnother, case .entity(let own)? = outer?.speaker,
            case .entity(own)? = speaker
          {
            speaker = .nobody
          }
        } else {
          let isAsked = number + 1 < pairs.count && isAnswered(pair, by: pairs[number + 1], found[number + 1])
          speaker =
            isAsked ? .nobody : answer(pair, to: asked?.question) ? asked?.speaker : unattributed(pair, &resolver)
        }
        // "Cap-Vert : « On attend »" over an interview: where, not who.
        if isInterview, isHeadline(pair), case .entity(let entity)? = speaker,
          entities[entity].kind == .country || entities[entity].kind == .place
        {
          speaker = interviewee
        }
        // "Moscou a parlé de « … »", of a country that the text does not name: a town says nothing.
        if case .entity(let entity)? = speaker, entities[entity].kind == .place { speaker = .nobody }
        if case .entity(let entity)? = speaker {
          quotation.speakerID = entities[entity].id
          quotation.speaker = written(entities[entity])
        }
        if isNested, !quotation.speakerID.isEmpty, case .entity(let entity)? = outer?.speaker,
          quotation.speakerID != entities[entity].id
        {
          quotation.quotedByID = entities[entity].id
        }
        if !isNested {
          // Who is cited by "citant X" does not go on speaking.
          if let speaker, attribution?.isCited != true, attribution.map({ goesOn($0, speaker, resolver) }) ?? true {
            if let attribution, asks(pair, attribution) {
              asked = (pair.close, last?.speaker ?? .nobody)
            }
            if case .pronoun("self", _)? = attribution?.subject { resolver.speaksOfSelf(at: pair.open) }
            resolver.speaks(speaker, at: pair.open)
            resolver.speaks(speaker, at: pair.close - 1)
            if case .nobody = speaker, let attribution {
              resolver.speaksUnnamed(attribution, at: pair.open)
              resolver.speaksUnnamed(attribution, at: pair.close - 1)
            }
            if let attribution { last = (pair.close, speaker, attribution.tokens) }
          }
          outer = (pair.open, pair.close, speaker)
        }
      } else if !isNested {
        outer = (pair.open, pair.close, nil)
      }
      if quotation.kind == .document, let attribution, let cited = attribution.document {
        quotation.citedDocument = text.source(tokens: cited)
      }
      if quotation.kind == .speech || quotation.kind == .document,
        let tokens = attribution.flatMap({ trimmed($0.tokens) })
      {
        quotation.attribution = Source(text.bytes(of: tokens), of: text, documentID: documentID)
      }
      quotations.append(quotation)
    }
    return quotations
  }

  /// An organisation as the text calls it, where it never has the usual name: "CGT".
  private func written(_ entity: Entity) -> String {
    guard entity.kind == .organisation, let form = entity.forms.first else { return entity.name }
    let name = EntityID.slug(entity.name)
    // "l'agence Reuters"
    let isWritten = entity.forms.contains { EntityID.slug($0) == name || EntityID.slug($0).hasSuffix("-" + name) }
    return isWritten ? entity.name : form
  }

  /// The attribution of each pair; parts of one quotation share theirs.
  private func attributed() -> [Attribution?] {
    var found: [Attribution?] = []
    // The pairs that are open where the next one opens.
    var around: [QuotationPair] = []
    for (number, pair) in pairs.enumerated() {
      while let last = around.last, last.close < pair.close { around.removeLast() }
      let holder = pair.depth > 0 ? around.last { $0.depth < pair.depth } : nil
      around.append(pair)
      let before = number > 0 && pairs[number - 1].close < pair.open ? pairs[number - 1] : nil
      found.append(
        attributions.attribution(of: pair, inside: holder, after: before, told: number > 0 ? found[number - 1] : nil))
    }
    for number in pairs.indices.reversed() where found[number] == nil && number + 1 < pairs.count {
      let (pair, next) = (pairs[number], pairs[number + 1])
      guard pair.depth == 0, next.depth == 0, let attribution = found[number + 1],
        attribution.tokens.lowerBound > next.close
      else { continue }
      // "« A » et « B », a dit X"
      let isJoined =
        next.open - pair.close <= 3 && text.sentence(ofToken: pair.close) == text.sentence(ofToken: next.open)
      if isJoined { found[number] = attribution }
    }
    return found
  }

  private func attributed(
    _ attribution: Attribution, at pair: QuotationPair, _ resolver: inout SpeakerResolver
  ) -> SpeakerResolver.Speaker? {
    guard case .unstated = attribution.subject else {
      let speaker = resolver.speaker(of: attribution, interviewee: interviewee, addressee: addressee)
      // "Elle m'a dit": who answers tells of another.
      if isInterview, attribution.tellsOfAnother, isToldToMe(attribution), case .entity(let one)? = speaker,
        case .entity(one)? = interviewee
      {
        return .nobody
      }
      return speaker
    }
    return resolver.topic(before: min(pair.open, attribution.tokens.lowerBound)) ?? interviewee
  }

  /// "m'a dit", "me disait"
  private func isToldToMe(_ attribution: Attribution) -> Bool {
    attribution.tokens.contains {
      text.tokens[$0].length < 5 && ["m'", "m’", "me"].contains(text.source(text.tokens[$0].bytes).lowercased())
    }
  }

  /// « Il a dit : “…” »: whom somebody's words tell of, as far as these words say.
  private func nested(
    _ attribution: Attribution, in outer: SpeakerResolver.Speaker?, from open: Int, _ resolver: inout SpeakerResolver
  ) -> SpeakerResolver.Speaker? {
    switch attribution.subject {
    case .pronoun("self", _): return outer ?? .nobody
    case .pronoun("m", let token), .pronoun("f", let token):
      guard case .pronoun(let gender, _) = attribution.subject else { return .nobody }
      return resolver.told(from: open, before: token, gender: gender) ?? .nobody
    default: break
    }
    return resolver.speaker(of: attribution, interviewee: interviewee, addressee: addressee)
  }

  /// Whether who is told of goes on to be the one who spoke: nobody does after "on dit", nor after who was only asked.
  private func goesOn(
    _ attribution: Attribution, _ speaker: SpeakerResolver.Speaker, _ resolver: SpeakerResolver
  ) -> Bool {
    guard case .nobody = speaker else { return true }
    if attribution.tokens.contains(where: {
      text.tokens[$0].length == 2 && text.source(text.tokens[$0].bytes).lowercased() == "on"
    }) {
      return false
    }
    return
      !(text.sentence(ofToken: attribution.tokens.lowerBound).map { resolver.addresses(text.sentences[$0].tokens) }
      ?? false)
  }

  /// Without the colon or comma at its end.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int>? {
    tokens.last { text.tokens[$0].kind == .word }.map { tokens.lowerBound..<$0 + 1 }
  }
}
