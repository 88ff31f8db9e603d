internal import Schema

/// Composes the title of an event in French: its type, those who take part, and the place.
///
///     Visite : David van Weel (Japon)
///     Réunion : Fumio Kishida, Jens Stoltenberg
struct EventTitleWriter {
  let text: AnnotatedText
  let facts: DocumentFacts

  private static let shown = 3

  func title(of draft: EventDraft) -> String {
    let people = draft.participants.filter { facts.entities[$0].kind == .person }
    let shown = (people.isEmpty ? draft.participants : people).prefix(Self.shown).map(name)
    var title = label(of: draft)
    if !shown.isEmpty { title += " : " + shown.joined(separator: ", ") }
    if let place = draft.place { title += " (\(name(place)))" }
    return title
  }

  /// The words of the text where a noun tells of the event, else the name of the type.
  private func label(of draft: EventDraft) -> String {
    guard draft.trigger.isVerb || draft.trigger.status != nil || draft.type == "programme-adoption" else {
      let words = text.source(tokens: draft.trigger.tokens)
      return words.prefix(1).uppercased() + words.dropFirst()
    }
    return Self.labels[draft.type] ?? draft.type
  }

  private func name(_ entity: Int) -> String { facts.entities[entity].name }

  private static let labels: [String: String] = Lexicon.standard.entries.reduce(into: [:]) { labels, entry in
    guard entry.category == .eventType, let type = entry.forms.first else { return }
    labels[type] = entry.value(0)
  }
}
