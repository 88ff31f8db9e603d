internal import EntenteSchema

/// The ids that a document gave to those whom its corpus knows by others: "Rutte", who is Mark Rutte elsewhere.
struct GivenIDs {
  /// By the id in the corpus; nil where the document spoke of two who are one there.
  private var given: [String: String?] = [:]

  /// - Parameter drafts: what the document says otherwise than its corpus.
  init(_ drafts: DocumentDrafts) {
    for draft in drafts.drafts {
      let isSecond = given.keys.contains(draft.identity)
      given.updateValue(isSecond ? nil : draft.entity?.id, forKey: draft.identity)
    }
  }

  /// Gives what a document tells the ids that the document gave.
  ///
  /// - Returns: false where only its text can tell them.
  func restore(_ events: inout [Event], _ quotations: inout [Quotation]) -> Bool {
    for event in events.indices {
      for participant in events[event].participants.indices {
        guard restore(&events[event].participants[participant].id) else { return false }
      }
      guard var place = events[event].place else { continue }
      guard restore(&place.id) else { return false }
      events[event].place = place
    }
    for quotation in quotations.indices {
      guard restore(&quotations[quotation].speakerID), restore(&quotations[quotation].quotedByID) else { return false }
    }
    return true
  }

  private func restore(_ id: inout String) -> Bool {
    guard let own = given[id] else { return true }
    guard let own else { return false }
    id = own
    return true
  }
}
