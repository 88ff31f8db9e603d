internal import EntenteSchema

/// Finds the sentences that show activity, intent or progress of an alliance and its partners in the field of a goal.
///
///     let evidence = EvidenceFinder(text: text, facts: facts).evidence(events: events)
///
/// A sentence counts for a goal when it has words of the goal's field, and a word of joint activity with somebody to whom
/// the partnership belongs, or two such words. Its score is the product of the first with a share for each of the others:
///
///     field    = 1 - Π (1 - weight)      over the distinct words of the field
///     score    = field × (0.45 + 0.15 × min(cues, 2) + 0.25 × partner) × (0.5 where something is refused)
///
/// The title says what a document is about, and a question what its answer is about: a sentence needs less to count for
/// a goal that they name.
/// Meetings, dialogues and declarations are themselves the evidence for the goal of dialogue. A programme restates its
/// goals, and a document that never names an alliance, or none of its partners, tells of no partnership: neither has evidence.
struct EvidenceFinder {
  let text: AnnotatedText
  let facts: DocumentFacts
  /// The title or the lead names the alliance, or two sentences do: one that is named in passing makes no dialogue.
  private let isAboutAlliance: Bool
  /// Whoever publishes it: an institution need not name its own country.
  private let publisher: String

  init(text: AnnotatedText, facts: DocumentFacts, publisher: String = "") {
    self.text = text
    self.facts = facts
    self.publisher = publisher
    guard text.categories.contains(.alliance) else {
      isAboutAlliance = false
      return
    }
    let named = Set(
      text.matches(of: [.alliance]).lazy.prefix(64).compactMap {
        text.sentence(ofToken: $0.tokens.lowerBound)
      })
    let head = text.sentences.indices.prefix { !text.isBody(text.sentences[$0]) }.count + Self.lead
    isAboutAlliance = named.count > 1 || named.contains { $0 < head }
  }

  /// Sentences of the body that say what a document is about.
  private static let lead = 2
  /// Below it a sentence is no evidence.
  private static let floor: Float = 0.55
  /// The same for a goal that the title names.
  private static let themeFloor: Float = 0.5
  /// How surely a word of the title names a field, so that less is enough, or that the lead is about it.
  private static let theme: Float = 0.5
  private static let sureTheme: Float = 0.75
  /// What a refusal leaves of a score.
  private static let refused: Float = 0.5
  /// From it on the evidence is direct.
  private static let direct: Float = 0.7
  /// A word of less weight than this is none of the field by itself.
  private static let sure: Float = 0.55
  /// Two words of this weight are as good.
  private static let half: Float = 0.5
  private static let dialogue = "dialogue-et-consultation"
  /// What dialogue that is no event counts.
  private static let talk: Float = 0.6
  /// What is planned counts for so much of what was held.
  private static let planned: Float = 0.8
  /// Events that are dialogue, and how much.
  private static let dialogueEvents: [String: Float] = [
    "meeting": 0.9, "dialogue": 1, "declaration": 0.85, "debate": 0.6, "symposium": 0.6, "summit": 0.75,
  ]

  /// The evidence, in the order of the text.
  func evidence(events: [Event]) -> [Evidence] {
    guard facts.kind != .programme, namesAlliance, namesPartner else { return [] }
    let eventsBySentence = Dictionary(grouping: events) { $0.evidence?.span?.offset ?? .max }
    let reader = FieldTermReader(text: text, facts: facts)
    let themes = themes(reader, from: Self.theme)
    // `Où en est la cyberdéfense ?`: the answer, a block of its own, need not say the word again.
    var asked: [FieldTerm] = []
    var question = 0
    var evidence: [Evidence] = []
    for sentence in text.sentences where text.isBody(sentence) {
      let terms = reader.terms(in: sentence)
      if isAside(sentence) { continue }
      if asks(sentence) || isOfQuestion(sentence) {
        if question != sentence.block { asked = [] }
        question = sentence.block
        asked += terms
        continue
      }
      if facts.kind != .interview || sentence.block != question + 1 { asked = [] }
      let told = eventsBySentence[UInt32(truncatingIfNeeded: sentence.bytes.lowerBound)] ?? []
      let date = told.lazy.compactMap(\.date).first { !$0.start.isEmpty }
      let meant = themes.union(asked.map(\.goal))
      for var item in self.evidence(in: sentence, terms: terms + asked, events: told, themes: meant) {
        item.date = date ?? item.date
        evidence.append(item)
      }
    }
    let surely = self.themes(reader, from: Self.sureTheme)
    let led = led(surely.filter { goal in !evidence.contains { $0.goalID == goal } })
    // What the lead shows stands before the rest.
    return led.isEmpty ? evidence : (led + evidence).sorted { Self.start($0) < Self.start($1) }
  }

  private static func start(_ item: Evidence) -> UInt32 { item.passage?.span?.offset ?? 0 }

  /// A title names what its lead tells in other words: for a goal of the title that nothing else shows, the first
  /// sentence that tells of the partners' activity.
  private func led(_ goals: Set<String>) -> [Evidence] {
    guard !goals.isEmpty, isAboutAlliance else { return [] }
    for sentence in text.sentences.lazy.filter({ text.isBody($0) }).prefix(Self.lead) {
      let cues = cues(in: sentence, besides: [])
      guard !asks(sentence), !refuses(sentence), !isOfOutsider(sentence), !cues.isEmpty,
        namesAlliance(in: sentence.tokens)
      else { continue }
      return goals.subtracting([Self.dialogue]).sorted().map {
        item($0, Self.floor, sentence, Array(cues.prefix(2)))
      }
    }
    return []
  }

  /// A question, as interviews have them, shows nothing by itself.
  private func asks(_ sentence: TextSentence) -> Bool {
    guard let last = text.tokens[sentence.tokens].last else { return false }
    return last.kind == .punctuation && last.value == Punctuation.question
  }

  /// `Séparément, la police a …`: other news that closes a dispatch.
  private func isAside(_ sentence: TextSentence) -> Bool {
    sentence.tokens.prefix(2).contains { text.match(.asideCue, at: $0) != nil } && !namesAlliance(in: sentence.tokens)
  }

  /// `Vos soldates sont peu nombreuses. Est-ce assez ?`: in an interview all that stands before a question is part of it.
  private func isOfQuestion(_ sentence: TextSentence) -> Bool {
    guard facts.kind == .interview, let last = text.blocks[sentence.block].sentences.last else { return false }
    return asks(text.sentences[last])
  }

  private func refuses(_ sentence: TextSentence) -> Bool {
    sentence.tokens.contains { text.match(.refusalCue, at: $0) != nil }
  }

  private var namesAlliance: Bool { text.categories.contains(.alliance) }

  /// Whether the text or its publisher names a state that is neither of the alliance nor an outsider, or the text its
  /// capital or a region of partners.
  private var namesPartner: Bool {
    if facts.entities.contains(where: { $0.kind == .country && !$0.mentions.isEmpty && isPartner($0.iso2) }) {
      return true
    }
    return text.matches(of: [.partnerRegion, .capital]).contains { match in
      match.category == .partnerRegion && isWhole(match)
        || match.category == .capital && isPartner(text.entry(match).value(0))
    } || isOfPartner
  }

  /// `Corée`, but not in the name of a longer country.
  private func isWhole(_ match: LexiconMatch) -> Bool {
    text.match(.country, at: match.tokens.lowerBound).map { $0.tokens.count <= match.tokens.count } ?? true
  }

  private func namesPartner(in sentence: TextSentence) -> Bool {
    (facts.mentions(in: sentence.bytes) + facts.adjectives(in: sentence.bytes)).contains { mention in
      let entity = facts.entities[mention.entity]
      return entity.kind == .country ? isPartner(entity.iso2) : entity.kind == .place && isGovernment(mention)
    }
  }

  /// Whether the publisher's name has a partner in it: `Ambassade de Nouvelle-Zélande`.
  private var isOfPartner: Bool {
    let name = AnnotatedText(publisher, lexicon: text.lexicon)
    return name.matches.contains { match in
      (match.category == .country || match.category == .countryAdjective) && isPartner(name.entry(match).value(0))
    }
  }

  private func isPartner(_ code: String) -> Bool {
    !code.isEmpty && !Self.ownStates.contains(code) && !FieldTermReader.outsiders.contains(code)
  }

  private static let ownStates: Set<String> = Set(
    Lexicon.standard.entries.filter { $0.category == .ownState }.flatMap(\.forms).map { String($0.drop { $0 == "=" }) })

  private func namesAlliance(in tokens: Range<Int>) -> Bool {
    tokens.contains { text.match(.alliance, at: $0) != nil }
  }

  /// The goals whose fields the title names.
  private func themes(_ reader: FieldTermReader, from weight: Float) -> Set<String> {
    let titles = text.sentences.filter { text.blocks[$0.block].kind == .title }
    return Set(titles.flatMap { reader.terms(in: $0) }.filter { $0.weight >= weight }.map(\.goal))
  }

  private func evidence(
    in sentence: TextSentence, terms: [FieldTerm], events: [Event], themes: Set<String>
  ) -> [Evidence] {
    guard !terms.isEmpty || !events.isEmpty else { return [] }
    guard !SidesReader(text: text, facts: facts).isOfOutsidersAlone(sentence) else { return [] }
    let effect: Float = refuses(sentence) ? Self.refused : 1
    let cues = cues(in: sentence, besides: terms)
    // A document that names the alliance once in passing tells of other things.
    guard isAboutAlliance || namesAlliance(in: sentence.tokens) && (cues.count > 1 || namesPartner(in: sentence)) else {
      return []
    }
    let hasPartner = hasPartner(sentence)
    let goals = terms.map(\.goal).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var found = goals.filter { $0 != Self.dialogue }.compactMap { goal -> Evidence? in
      let own = terms.filter { $0.goal == goal }
      let share = 0.45 + 0.15 * Float(min(cues.count, 2)) + (hasPartner ? 0.25 : 0)
      let score = field(own) * share * effect
      let isShown =
        themes.contains(goal)
        ? score >= Self.themeFloor && !cues.isEmpty : score >= Self.floor && stands(own, cues.count, hasPartner)
      guard isShown else { return nil }
      return item(goal, score, sentence, own.map(\.tokens) + cues.prefix(2))
    }
    if let dialogue = dialogue(
      in: sentence, terms: terms, events: events, isTheme: themes.contains(Self.dialogue))
    {
      found.append(dialogue)
    }
    return found
  }

  /// Whether one word at least is of the field, and somebody does something in it: for a sentence that names no partner
  /// two words of activity.
  private func stands(_ terms: [FieldTerm], _ cues: Int, _ hasPartner: Bool) -> Bool {
    let isOfField = terms.contains { $0.weight >= Self.sure } || terms.count { $0.weight >= Self.half } > 1
    return isOfField && cues >= (hasPartner ? 1 : 2)
  }

  /// How surely the words mean the field: each distinct word adds to the others.
  private func field(_ terms: [FieldTerm]) -> Float {
    var seen: [ArraySlice<WordID>] = []
    var missing: Float = 1
    for term in terms {
      let words = ArraySlice(text.tokens[term.tokens].map(\.word))
      if seen.contains(words) { continue }
      seen.append(words)
      missing *= 1 - term.weight
    }
    return 1 - missing
  }

  /// An encounter of the partners that this sentence tells of. A summit is one for whoever is said to take part.
  private func dialogue(
    in sentence: TextSentence, terms: [FieldTerm], events: [Event], isTheme: Bool
  ) -> Evidence? {
    if isOfOutsider(sentence) || !(isAboutAlliance || namesAlliance(in: text.blocks[sentence.block].tokens)) {
      return nil
    }
    let told = events.filter { event in
      event.status != .proposed && hasTwoSides(event, sentence) && (event.type != "summit" || takesPart(sentence))
    }
    let weights = told.compactMap { event in
      Self.dialogueEvents[event.type].map { event.status == .past ? $0 : $0 * Self.planned }
    }
    guard let best = weights.max() ?? talk(in: sentence, terms: terms, isTheme: isTheme), best >= Self.floor else {
      return nil
    }
    return item(Self.dialogue, best, sentence, terms.filter { $0.goal == Self.dialogue }.map(\.tokens))
  }

  /// A committee that meets has no dialogue: somebody else takes part, or words stand for them (`avec`, `leurs homologues`).
  private func hasTwoSides(_ event: Event, _ sentence: TextSentence) -> Bool {
    guard let first = event.participants.first else { return false }
    if event.participants.count > 1 || !isOrganisation(first.id, in: sentence) { return true }
    return sentence.tokens.contains { token in
      text.match(.eventRole, at: token) != nil || text.match(.partnerPronoun, at: token) != nil
        || text.match(.eventPreposition, at: token).map { text.entry($0).value(0) } == "between"
    }
  }

  private func isOrganisation(_ id: String, in sentence: TextSentence) -> Bool {
    facts.mentions(in: sentence.bytes).contains { mention in
      let entity = facts.entities[mention.entity]
      return entity.id == id && entity.kind == .organisation
    }
  }

  /// `un bureau de liaison pour faciliter les consultations`: dialogue that is no event, where the alliance and a partner
  /// are both named, and two words speak of it, or one where the title does.
  private func talk(in sentence: TextSentence, terms: [FieldTerm], isTheme: Bool) -> Float? {
    let own = terms.filter { $0.goal == Self.dialogue && $0.weight == 1 }
    guard Set(own.map(\.tokens)).count > (isTheme ? 0 : 1),
      sentence.tokens.contains(where: { text.match(.alliance, at: $0) != nil }),
      facts.mentions(in: sentence.bytes).contains(where: { mention in
        let entity = facts.entities[mention.entity]
        return entity.kind == .country && !FieldTermReader.isOutsider(entity)
      })
    else { return nil }
    return Self.talk
  }

  /// Whether the first whom the sentence names is an outsider, so that it tells of an outsider's words or deeds.
  private func isOfOutsider(_ sentence: TextSentence) -> Bool {
    let reader = FieldTermReader(text: text, facts: facts)
    if let first = facts.mentions(in: sentence.bytes).first, reader.isOutsiderCapital(first) { return true }
    let actor = facts.mentions(in: sentence.bytes).first { mention in
      let entity = facts.entities[mention.entity]
      return entity.kind != .place && entity.type != "media"
    }
    return actor.map { FieldTermReader.isOutsider(facts.entities[$0.entity]) } ?? false
  }

  private func takesPart(_ sentence: TextSentence) -> Bool {
    sentence.tokens.contains { token in
      text.match(.activityCue, at: token).map { text.source(tokens: $0.tokens).lowercased().hasPrefix("particip") }
        ?? false
    }
  }

  /// Words of joint activity that are not themselves words of a field's name.
  private func cues(in sentence: TextSentence, besides terms: [FieldTerm]) -> [Range<Int>] {
    var cues: [Range<Int>] = []
    for token in sentence.tokens {
      guard let match = text.match(.activityCue, at: token), cues.last.map({ $0.upperBound <= token }) ?? true else {
        continue
      }
      cues.append(match.tokens)
    }
    return cues.isEmpty ? act(in: sentence).map { [$0] } ?? [] : cues
  }

  /// A verb that says what was or will be done, whichever it is: `a prêté`, `prêtera`. What is only said is no act.
  private func act(in sentence: TextSentence) -> Range<Int>? {
    for token in sentence.tokens where text.tokens[token].kind == .word && text.match(.sayVerb, at: token) == nil {
      if text.isFuture(token) { return token..<token + 1 }
      let before = max(sentence.tokens.lowerBound, token - 2)..<token
      let isParticiple = text.isParticiple(token) || text.match(.irregularParticiple, at: token) != nil
      if isParticiple, before.contains(where: { text.match(.sayAuxiliary, at: $0) != nil }) {
        return token..<token + 1
      }
    }
    return nil
  }

  /// Whether the sentence names the alliance, one of its people or bodies, or a state that is no outsider.
  private func hasPartner(_ sentence: TextSentence) -> Bool {
    if sentence.tokens.contains(where: {
      text.match(.alliance, at: $0) != nil || isPartnerPronoun($0) || text.match(.eventPronoun, at: $0) != nil
    }) {
      return true
    }
    if facts.adjectives(in: sentence.bytes).contains(where: { !FieldTermReader.isOutsider(facts.entities[$0.entity]) })
    {
      return true
    }
    return facts.mentions(in: sentence.bytes).contains { mention in
      let entity = facts.entities[mention.entity]
      return entity.kind == .place ? isGovernment(mention) : !FieldTermReader.isOutsider(entity)
    }
  }

  /// `Les deux parties`, and `nous` but for that of a journalist or a reader.
  private func isPartnerPronoun(_ token: Int) -> Bool {
    guard let match = text.match(.partnerPronoun, at: token) else { return false }
    return facts.kind != .news || text.entry(match).value(0) != "we"
      || facts.isInSpeech(text.tokens[token].bytes.lowerBound)
  }

  /// A capital that acts: `Tokyo a rejoint le centre`.
  private func isGovernment(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), text.match(.capital, at: token) != nil else {
      return false
    }
    return token == 0 || text.match(.eventPreposition, at: token - 1) == nil
  }

  private func item(_ goal: String, _ score: Float, _ sentence: TextSentence, _ words: [Range<Int>]) -> Evidence {
    let ordered = Set(words).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return Evidence(
      goalID: goal, passage: Source(sentence.bytes, of: text, documentID: facts.documentID), score: min(1, score),
      strength: score >= Self.direct ? .direct : .related,
      decidingWords: ordered.map { Source(text.bytes(of: $0), of: text, documentID: facts.documentID) },
      date: date(of: sentence))
  }

  private static let since = Lexicon.standard.word("depuis")

  /// The first date of a sentence, but for round figures and what lasts since then: `depuis 2013`, `il y a dix ans`.
  private func date(of sentence: TextSentence) -> PartialDate? {
    facts.dates(in: sentence.bytes).lazy.filter { mention in
      guard let token = text.token(atByte: mention.bytes.lowerBound) else { return false }
      let before = text.tokens[sentence.tokens.lowerBound..<max(sentence.tokens.lowerBound, token)].suffix(2)
      return !before.contains { $0.word == Self.since }
    }.map { facts.dates[$0.date] }.first { !$0.start.isEmpty && !$0.approximate }
  }
}
