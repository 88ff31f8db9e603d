import EntenteSchema
import Testing

@testable import EntenteIngest

/// Ids of documents and those of their corpus: from the one to the other, and back.
@Suite struct IdentityTests {
  private let identities = Identities(replaced: ["person/berg": "person/jan-berg", "person/lund": "person/eva-lund"])

  private func draft(_ id: String, of identity: String) -> DocumentDrafts.Draft {
    DocumentDrafts.Draft(identity: identity, entity: Entity(id: id))
  }

  private var event: Event {
    var event = Event()
    event.participants = [EntityReference(id: "person/berg"), EntityReference(id: "country/jp")]
    event.place = EntityReference(id: "place/oslo")
    return event
  }

  private var quotations: [Quotation] {
    [
      Quotation(id: "1", speakerID: "person/berg", quotedByID: "person/lund"),
      // Somebody tells what nobody known said.
      Quotation(id: "2", quotedByID: "person/lund"),
    ]
  }

  @Test func `what a corpus renames gets the ids of its document back`() {
    var (events, told) = ([event], quotations)
    for index in events.indices { identities.refer(&events[index]) }
    for index in told.indices { identities.refer(&told[index]) }
    #expect(events[0].participants.map(\.id) == ["person/jan-berg", "country/jp"])
    #expect(told.map(\.speakerID) == ["person/jan-berg", ""])
    #expect(told.map(\.quotedByID) == ["person/eva-lund", "person/eva-lund"])
    let given = GivenIDs(
      DocumentDrafts(drafts: [draft("person/berg", of: "person/jan-berg"), draft("person/lund", of: "person/eva-lund")])
    )
    let isRestored = given.restore(&events, &told)
    #expect(isRestored && events == [event] && told == quotations)
  }

  @Test func `where a document names two who are one, only its text tells which`() {
    let given = GivenIDs(
      DocumentDrafts(drafts: [
        draft("person/berg", of: "person/jan-berg"), draft("person/jan-berg", of: "person/jan-berg"),
      ]))
    var (events, told) = ([event], [Quotation]())
    #expect(given.restore(&events, &told))
    identities.refer(&events[0])
    #expect(!given.restore(&events, &told))
    told = [Quotation(id: "1", quotedByID: "person/jan-berg")]
    events = []
    #expect(!given.restore(&events, &told))
  }
}
