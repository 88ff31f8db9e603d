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
  private let attributions: AttributionReader
  /// Words that nobody is said to have spoken are those of who is asked.
  private let isInterview: Bool
  /// Who answers, where the document is an interview.
  private let interviewee: SpeakerResolver.Speaker?
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
    attributions = AttributionReader(text: text, references: references)
    let partners = PartnerReader(text: text, entities: entities, references: references)
    interviewee = isInterview ? partners.interviewee.map { .entity($0) } : nil
    addressee = interviewee ?? partners.addressee.map { .entity($0) }
  }

  /// The quotations in the order of the text.
  func quotations() -> [Quotation] {
    if pairs.isEmpty { return [] }
    var resolver = SpeakerResolver(
      text: text, documentID: documentID, entities: entities, references: attributions.references)
    let found = attributed()
    var quotations: [Quotation] = []
    // The quotation that holds those inside it, with its speaker.
    var outer: (open: Int, close: Int, speaker: SpeakerResolver.Speaker?)?
    var last: (close: Int, speaker: SpeakerResolver.Speaker, attribution: Range<Int>)?
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
          speaker = unattributed(pair, &resolver)
        }
        // "Cap-Vert : « On attend »" over an interview: where, not who.
        if isInterview, isHeadline(pair), case .entity(let entity)? = speaker,
          entities[entity].kind == .country || entities[entity].kind == .place
        {
          speaker = interviewee
        }
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
            resolver.speaks(speaker, at: pair.open)
            resolver.speaks(speaker, at: pair.close - 1)
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

  /// Who goes on speaking where no words say so.
  private func unattributed(_ pair: QuotationPair, _ resolver: inout SpeakerResolver) -> SpeakerResolver.Speaker? {
    if isLabelled(pair) || followsMany(pair) || isReadOut(pair) { return .nobody }
    // "Une plainte ? « … »": who spoke in the paragraph answers.
    if pair.open > 0, text.tokens[pair.open - 1].kind == .punctuation,
      text.tokens[pair.open - 1].value == Punctuation.question, let voice = resolver.voice(before: pair.open)
    {
      return voice
    }
    return resolver.topic(before: pair.open) ?? interviewee ?? resolver.next(after: pair.close)
  }

  /// "Raison officielle : « … »": a label without a verb, of whose words is not told.
  private func isLabelled(_ pair: QuotationPair) -> Bool {
    let colon = pair.open - 1
    guard colon > 0, text.tokens[colon].kind == .punctuation, text.tokens[colon].value == Punctuation.colon,
      let number = text.sentence(ofToken: colon)
    else { return false }
    let label = text.sentences[number].tokens.lowerBound..<colon
    if isPlacard(label) { return true }
    guard (1...6).contains(label.count), text.tokens[label.lowerBound].kind == .word,
      text.match(.sayDeterminer, at: label.lowerBound) == nil, text.match(.sayIndefinite, at: label.lowerBound) == nil,
      text.match(.clauseWord, at: label.lowerBound) == nil, text.match(.sayPreposition, at: label.lowerBound) == nil
    else { return false }
    return !label.contains {
      text.match(.sayVerb, at: $0) != nil || text.match(.sayAuxiliary, at: $0) != nil
        || ["son", "sa", "ses", "leur", "leurs"].contains(text.source(text.tokens[$0].bytes))
    }
  }

  /// "Sur une pancarte : « … »": where words are written, and by nobody known.
  private func isPlacard(_ label: Range<Int>) -> Bool {
    guard (3...8).contains(label.count), text.source(text.tokens[label.lowerBound].bytes) == "Sur",
      text.match(.sayDeterminer, at: label.lowerBound + 1) != nil
        || text.match(.sayIndefinite, at: label.lowerBound + 1) != nil
    else { return false }
    return !label.contains {
      text.tokens[$0].kind != .word || text.match(.sayVerb, at: $0) != nil || text.match(.sayAuxiliary, at: $0) != nil
        || text.tokens[$0].flags.contains(.capitalised) && $0 > label.lowerBound
        || ["son", "sa", "ses"].contains(text.source(text.tokens[$0].bytes))
    }
  }

  /// "Ils n'en croient rien. « On verra. »": the words go on from several, of whom the text names none.
  private func followsMany(_ pair: QuotationPair) -> Bool {
    guard let number = text.sentence(ofToken: pair.open), number > 0,
      text.sentences[number].tokens.lowerBound == pair.open,
      let first = text.sentences[number - 1].tokens.first(where: { text.tokens[$0].kind == .word }),
      text.block(ofToken: first) == text.block(ofToken: pair.open),
      !text.sentences[number - 1].tokens.contains(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.closeQuote
      })
    else { return false }
    return ["Les", "Des", "Ils", "Elles", "Plusieurs", "Certains", "Certaines", "Beaucoup"].contains(
      text.source(text.tokens[first].bytes))
  }

  /// "Je vais citer un communiqué. « … »": words that are read to others.
  private func isReadOut(_ pair: QuotationPair) -> Bool {
    guard let number = text.sentence(ofToken: pair.open), number > 0,
      text.sentences[number].tokens.lowerBound == pair.open
    else { return false }
    let sentence = text.sentences[number - 1].tokens.prefix(40)
    return sentence.contains { token in
      guard token + 2 < text.tokens.count, text.tokens[token].length < 7,
        ["citer", "cite", "lire", "lis"].contains(text.source(text.tokens[token].bytes).lowercased())
      else { return false }
      return (token + 1..<min(token + 4, text.tokens.count)).contains { text.match(.documentNoun, at: $0) != nil }
    }
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
      return resolver.speaker(of: attribution, interviewee: interviewee, addressee: addressee)
    }
    return resolver.topic(before: min(pair.open, attribution.tokens.lowerBound)) ?? interviewee
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

  private func kind(_ pair: QuotationPair, _ attribution: Attribution?) -> QuotationKind {
    let words = pair.inside.count { text.tokens[$0].kind == .word }
    let first = text.tokens[pair.open + 1]
    let before = pair.open - 1
    if before >= 0, words < 14 {
      if text.match(.titleCue, at: before) != nil || endsTitleCue(before) {
        if first.flags.contains(.capitalised) || first.kind == .number { return .title }
        if attribution == nil { return .scare }
      }
      if first.flags.contains(.capitalised), words < 9,
        text.match(.organisationHead, at: before) != nil || text.match(.eventName, at: before) != nil
      {
        return .title
      }
    }
    if isDoubted(before), words < 6 { return .scare }
    if isPublication(pair, words) { return .title }
    if let attribution { return attribution.document == nil ? .speech : .document }
    if words < 3, pair.depth == 0, isName(pair.inside) { return .title }
    guard words > 3 || isSentence(pair), pair.depth == 0 else { return .scare }
    if isHeadline(pair), isLast(pair) { return isInterview && opensHeadline(pair) ? .speech : .title }
    if before >= 0, text.tokens[before].kind == .punctuation,
      // "Une plainte ? « … »"
      [Punctuation.colon, Punctuation.question].contains(text.tokens[before].value)
    {
      return .speech
    }
    // Words that stand alone go on from the speaker before.
    if let sentence = text.sentence(ofToken: pair.open), text.sentences[sentence].tokens.lowerBound == pair.open {
      return isHeadline(pair) ? .title : isSubject(pair) ? .scare : .speech
    }
    return .scare
  }

  /// "Dans « Le Monde », X juge", "a dit à « La Dépêche »": a few words, each with a capital, right after "dans" or "à".
  private func isPublication(_ pair: QuotationPair, _ words: Int) -> Bool {
    let before = pair.open - 1
    guard before >= 0, words < 5, ["dans", "Dans", "à", "au"].contains(text.source(text.tokens[before].bytes)) else {
      return false
    }
    return pair.inside.allSatisfy {
      text.tokens[$0].kind == .word && (text.tokens[$0].flags.contains(.capitalised) || text.tokens[$0].length < 3)
    }
  }

  /// "la soi-disant « menace »", "le prétendu « complot »"
  private func isDoubted(_ before: Int) -> Bool {
    guard before > 0, text.tokens[before].kind == .word else { return false }
    let word = text.source(text.tokens[before].bytes).lowercased()
    return ["prétendu", "prétendue", "prétendus", "prétendues", "soidisant"].contains(word)
      || word == "disant" && text.source(text.tokens[before - 1].bytes).lowercased() == "soi"
  }

  /// « Tout va bien. »: a short sentence with its own full stop, after others.
  private func isSentence(_ pair: QuotationPair) -> Bool {
    guard pair.open > 0, pair.close > pair.open + 2, text.tokens[pair.open + 1].flags.contains(.capitalised),
      let block = text.block(ofToken: pair.open), text.blocks[block].tokens.lowerBound < pair.open,
      let sentence = text.sentence(ofToken: pair.open), text.sentences[sentence].tokens.lowerBound == pair.open
    else { return false }
    let last = text.tokens[pair.close - 1]
    return last.kind == .punctuation
      && [Punctuation.fullStop, Punctuation.question, 0x21].contains(last.value)
  }

  /// « Kongo »: words with capitals inside a sentence.
  private func isName(_ tokens: Range<Int>) -> Bool {
    guard let number = text.sentence(ofToken: tokens.lowerBound),
      text.sentences[number].tokens.lowerBound < tokens.lowerBound - 1
    else { return false }
    return tokens.allSatisfy {
      text.tokens[$0].kind == .number || text.tokens[$0].flags.contains(.capitalised) && text.tokens[$0].length > 3
    }
  }

  /// Nothing but punctuation follows in its line.
  private func isLast(_ pair: QuotationPair) -> Bool {
    // A quotation may go on over several paragraphs.
    guard let number = text.block(ofToken: pair.close) else { return false }
    return !(pair.close..<text.blocks[number].tokens.upperBound).contains { text.tokens[$0].kind == .word }
  }

  /// "« … » est une formule": the words are spoken of.
  private func isSubject(_ pair: QuotationPair) -> Bool {
    text.match(.sayCopula, at: pair.close + 1) != nil || text.match(.sayAuxiliary, at: pair.close + 1) != nil
  }

  /// "sur le thème de « … »"
  private func endsTitleCue(_ token: Int) -> Bool {
    token > 0 && text.tokens[token].length <= 3 && text.match(.nameLinker, at: token) != nil
      && text.match(.titleCue, at: token - 1) != nil && text.tokens[token - 1].length > 3
  }

  /// Whether nothing stands before the words in their line, but where a text is from: `Oslo - "On attend"`.
  private func opensHeadline(_ pair: QuotationPair) -> Bool {
    guard let number = text.block(ofToken: pair.open), text.blocks[number].kind == .title else { return false }
    return text.blocks[number].tokens.lowerBound == pair.open
  }

  private func isHeadline(_ pair: QuotationPair) -> Bool {
    guard let number = text.block(ofToken: pair.open) else { return false }
    return text.blocks[number].kind == .title || text.blocks[number].kind == .heading
  }
}
