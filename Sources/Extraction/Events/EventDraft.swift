internal import EntenteSchema

/// An event as one sentence tells it, before it is merged with what other sentences tell of it.
struct EventDraft: Sendable {
  var type: String
  var trigger: EventTrigger
  /// In ``AnnotatedText/sentences``.
  let sentence: Int
  /// Its sentence tells of nothing else.
  let isAlone: Bool
  var status: EventStatus
  /// In ``DocumentFacts/dates``.
  var date: Int?
  /// In ``DocumentFacts/entities``.
  var place: Int?
  /// In ``DocumentFacts/entities``, in the order of the text, each once.
  var participants: [Int]

  /// With what an earlier telling adds.
  func absorbing(_ other: EventDraft, resolved: (Int) -> Bool) -> EventDraft {
    var draft = self
    draft.absorb(other, resolved: resolved)
    return draft
  }

  /// Takes what another telling of the same event adds.
  mutating func absorb(_ other: EventDraft, resolved: (Int) -> Bool) {
    if let theirs = other.date, date.map({ !resolved($0) && resolved(theirs) }) ?? true { date = theirs }
    place = place ?? other.place
    for participant in other.participants where !participants.contains(participant) { participants.append(participant) }
  }
}
