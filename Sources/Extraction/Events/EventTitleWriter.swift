internal import EntenteSchema

// title  := label [complement] [who] [where]
// label  := the noun of the text that tells of the event, else that of its type
// who    := "de" A | "entre" A "et" B | "avec" A
// where  := "à" | "au" | "en" place

/// Composes the title of an event in French from words of the text, as a person would put it:
///
///     Visite de David van Weel au Japon
///     Rencontre entre Fumio Kishida et Jens Stoltenberg
///     Ouverture envisagée : un bureau de liaison de l'OTAN à Tokyo
struct EventTitleWriter {
  let text: AnnotatedText
  let facts: DocumentFacts
  private let names: FrenchNames

  private static let most = 3
  /// How many tokens of the text a complement may take.
  private static let longestComplement = 16
  /// Types whose title says who meets.
  private static let encounters: Set<String> = ["meeting", "dialogue", "debate"]
  /// Types that are made by states and organisations, whoever speaks of them.
  private static let ofParties: Set<String> = [
    "exercise", "declaration", "signature", "summit", "call", "programme-adoption", "conference", "symposium",
    "information-day",
  ]

  init(text: AnnotatedText, facts: DocumentFacts) {
    self.text = text
    self.facts = facts
    names = FrenchNames(text: text, facts: facts)
  }

  func title(of draft: EventDraft) -> String {
    if draft.trigger.status != nil { return phrase(of: draft) }
    let who = shown(of: draft)
    var title = label(of: draft, who)
    if !draft.trigger.isVerb, draft.type != "visit" { title += complement(of: draft) }
    let hasComplement = !draft.trigger.isVerb && title.count > text.bytes(of: draft.trigger.tokens).count
    if !hasComplement || Self.encounters.contains(draft.type) && who.count > 1 { title += told(who, of: draft) }
    if let place = draft.place, !title.contains(facts.entities[place].name) { title += " " + names.at(place) }
    return title
  }

  /// Those whom a title of this type names: the visitor, the people who met, the parties who declare.
  private func shown(of draft: EventDraft) -> [Int] {
    let people = draft.participants.filter { facts.entities[$0].kind == .person }
    let parties = draft.participants.filter { isParty($0) && $0 != draft.place }
    let alliances = parties.filter { facts.entities[$0].type == "alliance" }
    switch draft.type {
    case "visit", "interview": return Array((people.isEmpty ? parties : people).prefix(1))
    case "summit": return alliances
    case "call": return []
    case "dialogue":
      let states = parties.filter { facts.entities[$0].kind == .country || alliances.contains($0) }
      return Array((states.count > 1 || people.isEmpty ? states : people).prefix(Self.most))
    default:
      let wantsParties = Self.ofParties.contains(draft.type) || people.isEmpty
      return Array((wantsParties ? parties : people).prefix(Self.most))
    }
  }

  private func isParty(_ entity: Int) -> Bool {
    let kind = facts.entities[entity].kind
    return (kind == .country || kind == .organisation) && facts.entities[entity].type != "media"
  }

  // MARK: Who

  private func told(_ who: [Int], of draft: EventDraft) -> String {
    guard let first = who.first else { return "" }
    if draft.type == "interview" {
      let medium = draft.participants.first { facts.entities[$0].type == "media" }
      return " " + names.of(first) + (medium.map { " à " + facts.entities[$0].name } ?? "")
    }
    let isShared = Self.encounters.contains(draft.type) || draft.type == "programme-adoption"
    if isShared, who.count > 1 { return " entre " + FrenchNames.list(who.map(names.named)) }
    if isShared, facts.entities[first].kind == .person { return " avec " + facts.entities[first].name }
    return " " + FrenchNames.list(who.map(names.of))
  }

  // MARK: Label

  /// The noun of the text, else the name of the type.
  private func label(of draft: EventDraft, _ who: [Int]) -> String {
    if draft.trigger.isVerb || draft.type == "programme-adoption" {
      if draft.type == "signature", let accord = accord(in: draft.sentence) { return accord }
      let isMeeting = draft.type == "meeting" && !who.isEmpty && who.allSatisfy { facts.entities[$0].kind == .person }
      return isMeeting ? Self.encounter : Self.labels[draft.type] ?? draft.type
    }
    return Self.capitalised(text.source(tokens: draft.trigger.tokens))
  }

  /// `Signature d'un accord`, by the noun that the sentence has.
  private func accord(in sentence: Int) -> String? {
    let tokens = text.sentences[sentence].tokens
    for token in tokens.dropFirst() {
      for match in text.matches(at: token)
      where match.category == .eventCue && text.entry(match).value(0) == "accord" && match.tokens.lowerBound > 0 {
        let article = text.source(tokens: match.tokens.lowerBound - 1..<match.tokens.lowerBound).lowercased()
        guard article == "un" || article == "une" else { continue }
        return "\(Self.labels["signature"] ?? "Signature") d'\(article) \(text.source(tokens: match.tokens))"
      }
    }
    return nil
  }

  /// What follows the noun and belongs to it: a name (`OTAN-Japon 2023`), or what it is about (`sur la cyberdéfense`).
  private func complement(of draft: EventDraft) -> String {
    let start = draft.trigger.tokens.upperBound
    let limit = min(text.sentences[draft.sentence].tokens.upperBound, start + Self.longestComplement)
    var end = start
    while end < limit, isOfName(end) { end += 1 }
    if end < limit, leadsTopic(end, of: draft.type) {
      let topic = end
      end += 1
      while end < limit, !endsTopic(end) { end += 1 }
      // Cut in the middle of a phrase, it would say less than nothing.
      if end == limit, end < text.sentences[draft.sentence].tokens.upperBound, !endsTopic(end) {
        while end > topic, text.match(.eventDeterminer, at: end) == nil, text.match(.nameLinker, at: end) == nil {
          end -= 1
        }
        if end <= topic + 1 { end = topic }
      }
      while end > topic, text.match(.eventDeterminer, at: end - 1) != nil || text.match(.nameLinker, at: end - 1) != nil
      {
        end -= 1
      }
    }
    return end > start ? " " + text.source(tokens: start..<end) : ""
  }

  private func leadsTopic(_ token: Int, of type: String) -> Bool {
    if text.match(.eventTopic, at: token) != nil { return true }
    // `la signature d'un accord`
    return type == "signature" && text.match(.eventDeterminer, at: token).map { $0.tokens.count > 1 } ?? false
  }

  /// A capitalised word, what a hyphen joins to it, or a year.
  private func isOfName(_ token: Int) -> Bool {
    let found = text.tokens[token]
    switch found.kind {
    case .word: return found.flags.contains(.capitalised) && !found.flags.contains(.elided)
    case .number: return found.length == 4
    case .punctuation: return false
    }
  }

  private func endsTopic(_ token: Int) -> Bool {
    switch text.tokens[token].kind {
    case .punctuation: true
    case .number: false
    case .word:
      text.match(.eventBoundary, at: token) != nil || text.match(.dateTense, at: token) != nil
        || text.match(.dateWeekday, at: token) != nil || text.match(.dateDeadline, at: token) != nil
        || text.matches(at: token).contains {
          $0.category == .eventPreposition && text.entry($0).value(0) != "at"
        }
    }
  }

  /// `Ouverture envisagée : un bureau de liaison`, `Possible implication du Japon`: the words of the text after those of
  /// the phrase, up to the end of their clause.
  private func phrase(of draft: EventDraft) -> String {
    let tokens = draft.trigger.tokens
    let sentence = text.sentences[draft.sentence].tokens
    let limit = min(sentence.upperBound, tokens.upperBound + Self.longestComplement)
    var end = tokens.upperBound
    while end < limit, !endsPhrase(end) { end += 1 }
    if end == limit, end < sentence.upperBound, !endsPhrase(end) {
      while end > tokens.upperBound, text.match(.nameLinker, at: end) == nil { end -= 1 }
    }
    let rest =
      end > tokens.upperBound + 1 && !leadsAway(tokens.upperBound) ? text.source(tokens: tokens.upperBound..<end) : ""
    let label = text.match(.eventPhrase, at: tokens.lowerBound).map { text.entry($0).value(2) } ?? ""
    if label.isEmpty {
      return Self.capitalised(text.source(tokens: tokens) + (rest.isEmpty ? "" : " " + rest))
    }
    return rest.isEmpty ? label : "\(label) : \(rest)"
  }

  /// `ouvrira en 2026`: what opens stands before.
  private func leadsAway(_ token: Int) -> Bool {
    text.match(.dateDeadline, at: token) != nil
      || text.match(.eventPreposition, at: token).map { text.entry($0).value(0) == "at" } ?? false
  }

  private func endsPhrase(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation || text.match(.eventBoundary, at: token) != nil
  }

  private static func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

  private static let labels: [String: String] = Lexicon.standard.entries(of: .eventType).reduce(into: [:]) {
    labels, entry in
    if let type = entry.forms.first { labels[type] = entry.value(0) }
  }

  /// What two people have.
  private static let encounter = labels["encounter"] ?? ""
}
