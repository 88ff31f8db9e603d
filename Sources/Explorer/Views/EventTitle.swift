internal import EntenteSchema

/// An event in one line: its date, its title and whether it took place.
struct EventTitle {
  let language: Language
  init(_ language: Language) { self.language = language }

  func callAsFunction(_ event: Event) -> String {
    [
      DateText(language: language)(event.date), event.title,
      event.status == .past ? "" : Labels.embedded("status.\(event.status.key)", language),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
