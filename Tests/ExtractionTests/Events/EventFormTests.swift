import EntenteSchema
import Testing

@testable import EntenteExtraction

/// The forms in which French tells of an event, whatever the event is: infinitives, participles, headings, pronouns and
/// what stands between a verb and its object.
@Suite struct EventFormTests {
  private func stated(_ text: String) -> StatedFacts {
    StatedFacts(text).naming(.organisation, "OTAN", type: "alliance").naming(.country, "Japon", iso2: "JP")
      .naming(.country, "Norvège", iso2: "NO").naming(.person, "Anna Holm").naming(.person, "Paul Roy")
      .naming(.place, "Oslo", type: "city").naming(.place, "Bergen", type: "city")
      .dating("4 mai", "2024-05-04", "2024-05-04").dating("14 et 15 mai", "2024-05-14", "2024-05-15")
      .dating("lundi", "2024-05-06", "2024-05-06").dating("en mai", "2024-05-01", "2024-05-31", .month)
      .dating("2022", "2022-01-01", "2022-12-31", .year).dating("2025", "2025-01-01", "2025-12-31", .year)
  }

  private func types(_ text: String) -> [String] { stated(text).events.map(\.type) }

  @Test(arguments: [
    ("Les deux pays doivent signer lundi un accord.", "signature"),
    ("Nous venons de signer une déclaration d'intention.", "signature"),
    ("Quatre cents soldats vont s'entraîner en mai à Bergen.", "exercise"),
    ("Le Japon et l'OTAN vont aussi tenir des pourparlers sur les munitions lundi à Oslo.", "meeting"),
    ("Avant de rencontrer lundi à Oslo le roi de Norvège, Anna Holm a déposé une gerbe.", "meeting"),
  ])
  func `an infinitive behind a verb of what is to come, or has just come, tells of an event`(
    _ text: String, _ type: String
  ) {
    #expect(types(text) == [type], "\(text)")
  }

  @Test(arguments: [
    ("Reçu lundi à l'Élysée, le chancelier Paul Roy a plaidé pour un plan.", "meeting"),
    ("Convoqué lundi au ministère, l'ambassadeur Paul Roy a reçu une note.", "meeting"),
    ("Signé lundi à Oslo, l'accord prévoit un échange de données.", "signature"),
    ("OSLO, 4 mai (AFP) - Réunis à Oslo, les ministres ont adopté un projet.", "meeting"),
  ])
  func `a participle opens a sentence, behind a dateline too`(_ text: String, _ type: String) {
    #expect(types(text) == [type], "\(text)")
  }

  @Test(arguments: [
    ("Audition, lundi, du général Paul Roy par la commission.", "meeting"),
    ("Mai 2022\n\n2022. Négociations à Oslo avec les armateurs.", "meeting"),
    ("2022 – Négociations à Oslo avec les armateurs.", "meeting"),
    ("Prochain rendez-vous : lundi, à Oslo.", "meeting"),
  ])
  func `a noun that opens an entry is an event`(_ text: String, _ type: String) {
    #expect(types(text) == [type], "\(text)")
  }

  @Test(arguments: [
    ("Le comité militaire siégera les 14 et 15 mai à Oslo.", "meeting"),
    ("Anna Holm a été reçue en audience privée, lundi, par Paul Roy.", "meeting"),
    ("Le maire a réuni lundi soir les commerçants.", "meeting"),
    ("Anna Holm a retrouvé lundi à Oslo son homologue.", "meeting"),
    ("Nous avons rencontré lundi le commandant de la base.", "meeting"),
    ("Les deux présidents se sont parlé lundi au téléphone.", "meeting"),
    ("La frégate japonaise fera relâche à Bergen lundi.", "visit"),
    ("En déplacement lundi à Bergen, la ministre a promis un navire.", "visit"),
    ("La délégation a visité lundi le chantier naval.", "visit"),
    ("Anna Holm a passé trois jours à Bergen en mai.", "visit"),
    ("L'arrivée à Oslo de la ministre, lundi, a été saluée.", "visit"),
    ("Des plongeurs s'entraînent lundi avec la Norvège.", "exercise"),
    ("Les garde-côtes ont simulé lundi une collision.", "exercise"),
    ("Une simulation d'attaque se tiendra lundi à Oslo.", "exercise"),
    ("Le Parlement débattra lundi du tracé.", "debate"),
    ("Le rapport sera débattu lundi en séance publique.", "debate"),
    ("Le sort du fonds dépend des ministres réunis lundi à Oslo.", "meeting"),
    ("Nous avons eu lundi un échange avec Paul Roy.", "meeting"),
    ("J'ai déjeuné lundi avec Anna Holm à Bergen.", "meeting"),
    ("Les parties se sont rencontrées lundi à Oslo.", "meeting"),
    ("Un séminaire a réuni lundi des juristes à Bergen.", "conference"),
  ])
  func `days, places and commas may stand between a verb and whoever it is about`(_ text: String, _ type: String) {
    #expect(types(text) == [type], "\(text)")
  }

  @Test func `an edition is of the type that the text tells of`() {
    let text = "L'exercice Vent Froid s'est ouvert lundi à Bergen. L'édition de 2025 se tiendra à Oslo."
    #expect(types(text) == ["exercise", "exercise"])
    #expect(types("La dernière édition du journal se tiendra à l'équilibre en mai.").isEmpty)
  }

  @Test func `y takes up the exercise of the sentence before`() {
    let text = "L'exercice Vent Froid est connu. Vingt spécialistes y ont pris part en mai."
    #expect(types(text) == ["exercise"])
  }

  @Test func `who is awaited there is awaited in the town of the sentence before`() {
    let events = stated("L'OTAN bâtit un centre à Bergen. La ministre y est attendue lundi.").events
    #expect(events.map(\.type) == ["visit"])
    #expect(events.first?.place?.name == "Bergen")
  }

  @Test(arguments: [
    ("Oslo accueillera lundi un sommet sur les câbles.", "Oslo"),
    ("Anna Holm a entamé lundi à Oslo une visite officielle.", "Oslo"),
    ("À venir : groupe de travail (lundi, Bergen).", "Bergen"),
  ])
  func `an event has the place of its host, before its noun, or in parentheses`(_ text: String, _ place: String) {
    #expect(stated(text).events.map { $0.place?.name } == [place], "\(text)")
  }

  @Test func `what happened on the day of a text happened where its dateline says, unless told otherwise`() {
    let text = "Oslo, 7 mai (AFP) - Le gouvernement hésite.\n\nAnna Holm a rencontré lundi Paul Roy."
    #expect(stated(text).written("2024-05-07").events.map { $0.place?.name } == ["Oslo"])
    #expect(stated(text + " À Bergen.").written("2024-06-07").events.map { $0.place?.name } == [nil])
    #expect(
      stated(text.replacing(" Paul", with: " à Bergen Paul")).written("2024-05-07").events.map { $0.place?.name } == [
        "Bergen"
      ])
  }

  @Test func `what takes place past a comma is planned`() {
    let hosted = stated("La Norvège accueillera, en mai, à Bergen, un exercice de l'OTAN.").events
    #expect(hosted.map(\.status) == [.planned])
    let events = stated("Un premier exercice, auquel le Japon prendra part, se tiendra lundi à Bergen.").events
    #expect(events.map(\.status) == [.planned])
  }

  @Test func `a denial is not called off`() {
    #expect(types("Lors de l'exercice organisé lundi à Bergen, un démenti est sorti.") == ["exercise"])
    #expect(types("L'exercice prévu lundi à Bergen a été annulé.").isEmpty)
  }

  @Test(arguments: [
    "Le musée se visite du lundi au samedi.",
    "Il a débarqué lundi sa pêche à Bergen.",
    "Les entretiens d'embauche débuteront lundi à Bergen.",
    "La police avait perquisitionné lundi le siège de l'entreprise à Oslo.",
    "La Norvège appelle à un sommet.",
    "Anna Holm a parlé lundi par visioconférence.",
    "Des chercheurs ont simulé lundi une collision d'astéroïdes.",
    "La direction a accueilli lundi la nouvelle avec calme.",
  ])
  func `words of events that tell of none`(_ text: String) {
    #expect(types(text).isEmpty, "\(text)")
  }
}
