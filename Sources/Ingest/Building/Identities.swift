internal import EntenteSchema

/// Who is who in the corpus.
struct Identities: Sendable {
  /// For each id that was given up, the one in its place.
  let replaced: [String: String]
  /// By id.
  var names: [String: String] = [:]

  init(replaced: [String: String]) { self.replaced = replaced }

  func identity(_ id: String) -> String { replaced[id] ?? id }

  func refer(_ event: inout Event) {
    for participant in event.participants.indices { refer(&event.participants[participant]) }
    if var place = event.place {
      refer(&place)
      event.place = place
    }
  }

  func refer(_ quotation: inout Quotation) {
    quotation.quotedByID = identity(quotation.quotedByID)
    guard !quotation.speakerID.isEmpty else { return }
    quotation.speakerID = identity(quotation.speakerID)
    quotation.speaker = names[quotation.speakerID] ?? quotation.speaker
  }

  private func refer(_ reference: inout EntityReference) {
    reference.id = identity(reference.id)
    reference.name = names[reference.id] ?? reference.name
  }
}
