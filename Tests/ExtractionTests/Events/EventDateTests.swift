import EntenteSchema
import Testing

@testable import EntenteExtraction

/// When events are told to take place, read from whole texts.
@Suite struct EventDateTests {
  private func events(_ sentence: String, on day: String = "2024-06-05") -> [Event] {
    Extractor().read(DocumentInput(id: "a", text: sentence, title: "Titre", date: day)).events
  }

  @Test func `a treaty of another century is past, and of its own day`() throws {
    let text = "Le 31 mars 1854, le Japon et les États-Unis ont signé la convention de Kanagawa."
    for event in events(text, on: "2024-01-10") {
      #expect(event.date?.start == "1854-03-31")
      #expect(event.status == .past)
    }
    #expect(!events(text, on: "2024-01-10").isEmpty)
  }

  @Test(arguments: [
    ("David van Weel s'était rendu à Oslo le 12 janvier.", "2024-12-01", "2024-01-12"),
    ("David van Weel s'est rendu à Oslo le 12 juillet.", "2024-06-05", "2023-07-12"),
    ("Le 12 juillet, David van Weel a rencontré Jens Stoltenberg à Oslo.", "2024-06-05", "2023-07-12"),
  ])
  func `an event whose verb is past is never planned`(_ sentence: String, _ day: String, _ date: String) throws {
    let event = try #require(events(sentence, on: day).first)
    #expect(event.status == .past)
    #expect(event.date?.start == date)
  }

  @Test func `a meeting that prepared a summit does not take its day`() {
    let text = "David van Weel a rencontré Jens Stoltenberg à Oslo pour préparer le sommet du 9 juillet 2024."
    for event in events(text) where event.type == "meeting" {
      #expect(event.date == nil)
      #expect(event.status == .past)
    }
    #expect(events(text).contains { $0.type == "meeting" })
  }

  @Test(arguments: [
    ("David van Weel se rendra à Oslo le 12 juillet.", "2024-07-12"),
    ("David van Weel doit rencontrer Jens Stoltenberg à Oslo jeudi.", "2024-06-06"),
  ])
  func `what is told to come is planned`(_ sentence: String, _ date: String) throws {
    let event = try #require(events(sentence).first)
    #expect(event.status == .planned)
    #expect(event.date?.start == date)
  }

  @Test(arguments: [
    // `débuté` is spelt like `débute` but for its accent, `rencontre` like a verb.
    ("L'exercice Keen Sword a débuté lundi à Oslo.", "2024-06-03", EventStatus.past),
    ("Anna Holm a présidé lundi la réunion de l'OTAN.", "2024-06-03", .past),
    ("Lors de leur rencontre de lundi à Oslo, les deux ministres ont évoqué l'espace.", "2024-06-03", .past),
    ("Le mémorandum, signé lundi à Oslo, prévoit des échanges.", "2024-06-03", .past),
    ("Un sommet extraordinaire est convoqué le 9 juillet à Oslo.", "2024-07-09", .planned),
    ("Le ministère a annoncé lundi qu'un exercice se tiendra à Oslo du 8 au 9 juillet.", "2024-07-08", .planned),
    ("L'agence a annoncé le 4 qu'elle a tenu la 2e réunion à Oslo du 1 au 3.", "2024-06-01", .past),
  ])
  func `the day is that of the event, on the side that its verb tells`(
    _ sentence: String, _ day: String, _ status: EventStatus
  ) throws {
    let event = try #require(events(sentence).first, "\(sentence)")
    #expect(event.date?.start == day, "\(sentence)")
    #expect(event.status == status, "\(sentence)")
  }
}
