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
  let isAboutAlliance: Bool
  let headNamesAlliance: Bool
  /// The alliance itself, and not only a body that other alliances have too.
  let namesAlliance: Bool
  /// Whoever publishes it: an institution need not name its own country.
  let publisher: String
  /// The one field that the title surely names: what both sides do together is of it.
  var onlyTheme: String?

  init(text: AnnotatedText, facts: DocumentFacts, publisher: String = "") {
    self.text = text
    self.facts = facts
    self.publisher = publisher
    let matches = text.categories.contains(.alliance) ? Array(text.matches(of: [.alliance]).prefix(64)) : []
    namesAlliance = matches.contains { Self.isAlliance($0, text) }
    guard namesAlliance else {
      (isAboutAlliance, headNamesAlliance) = (false, false)
      return
    }
    let named = Set(
      matches.lazy.filter { Self.isAlliance($0, text) }.compactMap { text.sentence(ofToken: $0.tokens.lowerBound) })
    let titles = text.sentences.indices.prefix { !text.isBody(text.sentences[$0]) }.count
    headNamesAlliance = named.contains { $0 < titles + Self.lead }
    isAboutAlliance = named.count > 1 || headNamesAlliance
  }

  /// Sentences of the body that say what a document is about.
  static let lead = 2
  /// Below it a sentence is no evidence.
  static let floor: Float = 0.55
  /// The same for a goal that the title names.
  private static let themeFloor: Float = 0.5
  /// How surely a word of the title names a field, so that less is enough, or that the lead is about it.
  private static let theme: Float = 0.5
  private static let sureTheme: Float = 0.75
  /// What a refusal leaves of a score.
  static let refused: Float = 0.5
  /// From it on the evidence is direct.
  static let direct: Float = 0.7
  /// A word of less weight than this is none of the field by itself.
  private static let sure: Float = 0.55
  /// Two words of this weight are as good.
  private static let half: Float = 0.5
  static let dialogue = "dialogue-et-consultation"
  private static let practice = "interoperabilite-pratique"
  /// Goals that have exercises of their own.
  private static let drilled: Set<String> = [
    "gestion-des-urgences", "cyberdefense", "surete-spatiale", "maitrise-des-armements",
  ]

  /// How surely a word of a sentence tells of which field its exercise is.
  private static let drill: Float = 0.9

  /// The evidence, in the order of the text.
  func evidence(events: [Event]) -> [Evidence] {
    var finder = self
    let reader = FieldTermReader(text: text, facts: facts)
    finder.onlyTheme = Self.only(themes(reader, from: Self.sureTheme))
    return finder.found(events: events)
  }

  private func found(events: [Event]) -> [Evidence] {
    guard facts.kind != .programme, namesAlliance, namesPartner else { return [] }
    let eventsBySentence = Dictionary(grouping: events) { $0.evidence?.span?.offset ?? .max }
    let reader = FieldTermReader(text: text, facts: facts)
    let themes = themes(reader, from: Self.theme)
    // `Où en est la cyberdéfense ?`: the answer, a block of its own, need not say the word again.
    var asked: [FieldTerm] = []
    var question = 0
    var evidence: [Evidence] = []
    var before: (block: Int, terms: [FieldTerm]) = (-1, [])
    for sentence in text.sentences where text.isBody(sentence) {
      var terms = reader.terms(in: sentence)
      let own = terms
      // `Une cellule a été créée à Mons. Des officiers coréens y siègent.`
      if before.block == sentence.block, refersBack(sentence), namesPartner(in: sentence) {
        terms += before.terms.filter { $0.weight >= Self.sureTheme }
      }
      before = (sentence.block, own)
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

  /// Events that are of the field that a text is about, though their sentence does not say so.
  private static let jointDeeds: Set<String> = ["signature", "exercise"]

  /// The field of the title, where it names one alone.
  private static func only(_ goals: Set<String>) -> String? {
    let fields = goals.subtracting([dialogue, practice])
    return fields.count == 1 ? fields.first : nil
  }

  private static func start(_ item: Evidence) -> UInt32 { item.passage?.span?.offset ?? 0 }

  /// A title names what its lead tells in other words: for a goal of the title that nothing else shows, the first
  /// sentence that tells of the partners' activity.
  private func led(_ goals: Set<String>) -> [Evidence] {
    guard !goals.isEmpty, isAboutAlliance else { return [] }
    for sentence in text.sentences.lazy.filter({ text.isBody($0) }).prefix(Self.lead) {
      let cues = cues(in: sentence, besides: [])
      guard !asks(sentence), !refuses(sentence), !isOfOutsider(sentence), !cues.isEmpty,
        namesAlliance(in: sentence)
      else { continue }
      return goals.subtracting([Self.dialogue]).sorted().map {
        item($0, Self.floor, sentence, Array(cues.prefix(2)))
      }
    }
    return []
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
    if isBilateral(sentence) { return [] }
    let effect: Float = refuses(sentence) ? Self.refused : 1
    let cues = cues(in: sentence, besides: terms)
    // A document that names the alliance once in passing tells of other things.
    guard
      isAboutAlliance && isNearAlliance(sentence)
        || namesAlliance(in: sentence) && (cues.count > 1 || namesPartner(in: sentence))
    else { return [] }
    let hasPartner = hasPartner(sentence)
    // `L'OTAN et le Japon demandent …`: whoever names both sides tells of something that they share.
    let isShared = namesAlliance(in: sentence) && namesPartner(in: sentence)
    let count = max(cues.count, isShared ? 1 : 0)
    let drills = Set(terms.filter { $0.weight >= Self.drill && Self.drilled.contains($0.goal) }.map(\.goal))
      .subtracting(["cyberdefense"])
    let terms = terms.filter { !isGeneric($0, drills.isEmpty ? themes : themes.union(drills)) }
    let goals = terms.map(\.goal).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var found = goals.filter { $0 != Self.dialogue }.compactMap { goal -> Evidence? in
      let own = terms.filter { $0.goal == goal }
      let share = 0.45 + 0.15 * Float(min(count, 2)) + (hasPartner ? 0.25 : 0)
      let score = field(own) * share * effect
      let isShown =
        themes.contains(goal)
        ? score >= Self.themeFloor && count > 0 : score >= Self.floor && stands(own, count, hasPartner)
      guard isShown else { return nil }
      return item(goal, score, sentence, own.map(\.tokens) + cues.prefix(2))
    }
    // `L'OTAN et la Corée du Sud ont signé un arrangement`, in a text about cyber defence.
    if found.isEmpty, isShared, effect == 1, let theme = onlyTheme, themes.contains(theme),
      events.contains(where: { Self.jointDeeds.contains($0.type) && $0.status != .proposed })
    {
      found.append(item(theme, Self.floor, sentence, Array(cues.prefix(2))))
    }
    if let dialogue = dialogue(
      in: sentence, terms: terms, events: events, isTheme: themes.contains(Self.dialogue))
    {
      found.append(dialogue)
    }
    return found
  }

  /// `l'exercice`, where the title says of which other field it is: of relief, or of cyber defence.
  private func isGeneric(_ term: FieldTerm, _ themes: Set<String>) -> Bool {
    term.goal == Self.practice && term.weight < Self.sureTheme && !themes.contains(Self.practice)
      && !themes.isDisjoint(with: Self.drilled)
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

  func item(_ goal: String, _ score: Float, _ sentence: TextSentence, _ words: [Range<Int>]) -> Evidence {
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
