import EntenteSchema
import Testing

@testable import EntenteExtraction

/// Verbs that call, welcome and lead somewhere, what is signed beside its noun, and what only looks like an event.
@Suite struct EventTellingTests {
  private func stated(_ text: String) -> StatedFacts {
    StatedFacts(text).naming(.organisation, "OTAN", type: "alliance").naming(.country, "Japon", iso2: "JP")
      .naming(.country, "Norvège", iso2: "NO").naming(.person, "Anna Holm").naming(.person, "Paul Roy")
      .naming(.person, "Kévin Dahl").naming(.place, "Oslo", type: "city").naming(.place, "Bergen", type: "city")
      .dating("le 3 mai", "2024-05-03", "2024-05-03").dating("lundi", "2024-05-06", "2024-05-06")
      .dating("demain", "2024-05-07", "2024-05-07")
  }

  private func types(_ text: String) -> [String] { stated(text).events.map(\.type) }

  @Test(arguments: [
    ("L'OTAN a accueilli à Oslo, le 3 mai, une délégation du Japon conduite par Paul Roy.", "visit"),
    ("Le 3 mai, la délégation a embarqué à Bergen sur une frégate.", "visit"),
    ("La ministre de l'Écologie montera à Oslo lundi.", "visit"),
    ("Anna Holm gagnera Bergen lundi.", "visit"),
    ("Mon confrère Paul Roy arrive demain pour installer quatre stations.", "visit"),
    ("L'équipage a reçu la visite d'Anna Holm lundi.", "visit"),
    ("Le préfet réunira lundi les maires du littoral à Oslo.", "meeting"),
    ("Le ministre, Paul Roy, a convoqué les parties lundi à Oslo.", "meeting"),
    ("Le vice-ministre Paul Roy recevra lundi à ce sujet le chargé d'affaires américain.", "meeting"),
    ("Nous nous verrons à Oslo le 3 mai.", "meeting"),
    ("Anna Holm sera reçue lundi à Matignon avec les syndicats.", "meeting"),
    ("L'adhésion du pays à l'OTAN a été signée lundi à Oslo.", "signature"),
    ("L'établissement public a signé lundi soixante marchés.", "signature"),
    ("Anna Holm a prononcé lundi une allocution à Oslo.", "conference"),
    ("La table ronde organisée lundi à Oslo a réuni cent personnes.", "debate"),
  ])
  func `a verb of calling, welcoming, going or signing tells of what it is`(_ text: String, _ type: String) {
    #expect(types(text) == [type], "\(text)")
  }

  @Test(arguments: [
    "L'OTAN et le Japon publieront, avant la fin de l'exercice 2025, un manuel commun le 3 mai.",
    "Le poète Paul Roy parlera lundi des journées d'Oslo avec l'historienne Anna Holm.",
    "Chaque année, l'OTAN et le Japon tiennent un exercice au large de Bergen.",
    "Si un accord était signé lundi par l'OTAN, la route rouvrirait.",
  ])
  func `years of accounts, talks on a subject, habits and hypotheses are no events`(_ text: String) {
    #expect(types(text).isEmpty, "\(text)")
  }

  @Test func `who left by a pronoun may have left for good`() {
    #expect(types("Kévin Dahl a trouvé un emploi.\nIl est parti lundi pour Oslo.").isEmpty)
  }

  @Test func `a declaration that was signed is a signature as well, where it was signed`() throws {
    let events = stated("L'état de guerre fut levé par la déclaration commune signée à Oslo le 3 mai.").events
    let signature = try #require(events.first { $0.type == "signature" })
    #expect(signature.place?.name == "Oslo")
    #expect(signature.date?.start == "2024-05-03")
  }

  @Test func `a welcome is a part of the visit that the sentence before tells of`() {
    #expect(types("Anna Holm s'est rendue lundi à Oslo. Elle y a été accueillie par Paul Roy.") == ["visit"])
  }

  @Test func `whoever is somewhere and meets somebody there has met somebody, there`() {
    let events = stated("Anna Holm, en déplacement à Oslo, s'est entretenue lundi avec Paul Roy.").events
    #expect(events.map(\.type) == ["meeting"])
    #expect(events.first?.place?.name == "Oslo")
  }

  @Test func `a summit without a name, a day or a place is one that is known`() {
    #expect(types("En marge du sommet, Paul Roy a rencontré Anna Holm.") == ["meeting"])
  }

  @Test func `a visit has the place where somebody goes to make it`() {
    let events = stated("Paul Roy est attendu lundi à Oslo pour une visite de deux jours.").events
    #expect(events.map { $0.place?.name } == ["Oslo"])
  }
}
