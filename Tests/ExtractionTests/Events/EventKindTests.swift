import EntenteSchema
import Testing

@testable import EntenteExtraction

/// Kinds of sentences that tell of an event, or only seem to.
@Suite struct EventKindTests {
  private func stated(_ text: String) -> StatedFacts {
    StatedFacts(text).naming(.organisation, "OTAN", type: "alliance").naming(.country, "Japon", iso2: "JP")
      .naming(.country, "Norvège", iso2: "NO").naming(.person, "Anna Holm").naming(.person, "Paul Roy")
      .naming(.place, "Oslo", type: "city").naming(.place, "Bergen", type: "city")
      .dating("le 3 mai", "2024-05-03", "2024-05-03").dating("lundi", "2024-05-06", "2024-05-06")
      .dating("en 2019", "2019-01-01", "2019-12-31", .year)
  }

  private func types(_ text: String) -> [String] { stated(text).events.map(\.type) }

  @Test(arguments: [
    "Une délégation norvégienne ira à Bergen lundi.", "Anna Holm était ici, à Oslo, le 3 mai.",
    "Vous étiez à Oslo lundi.", "Le navire mouillera à Bergen le 3 mai.", "Anna Holm partira lundi pour la Norvège.",
    "Paul Roy est également arrivé lundi à Oslo.", "Anna Holm voyagera le 3 mai à Oslo.",
    "Ils ont salué le passage à Bergen, le 3 mai, de la frégate.", "Paul Roy a invité Anna Holm à visiter Oslo.",
    "Je me rendrai moi-même lundi à Oslo.", "Nous avons visité ensemble la base de Bergen.",
  ])
  func `whoever is at a place, or goes there, visits it`(_ text: String) {
    let events = stated(text).events
    #expect(events.map(\.type) == ["visit"], "\(text)")
    #expect(events.first?.place != nil, "\(text)")
  }

  @Test(arguments: [
    "Le siège était à Oslo en 2019.", "Quand j'étais à Oslo lundi, il pleuvait.",
    "Anna Holm a fait part de ses vues au Japon.",
    "Ils attendent l'arrivée à Oslo d'un bureau.", "Le passage à l'acte a eu lieu lundi.",
  ])
  func `where something is or was is no visit`(_ text: String) {
    #expect(!types(text).contains("visit"), "\(text)")
  }

  @Test func `an invitation is proposed`() {
    #expect(stated("Paul Roy a invité Anna Holm à visiter Oslo.").events.map(\.status) == [.proposed])
  }

  @Test func `whoever travels to meet somebody has one event`() {
    let events = stated("Paul Roy est arrivé lundi à Oslo, où il a rencontré Anna Holm.").events
    #expect(events.map(\.type) == ["meeting"])
    #expect(events.first?.place?.name == "Oslo")
  }

  @Test(arguments: [
    "Le préfet recevra les syndicats lundi.", "Elle recevra le président Paul Roy.", "Le ministre m'a reçu le 3 mai.",
    "L'équipe a été reçue à l'hôtel de ville par la maire, Anna Holm.", "Je retrouverai Anna Holm lundi.",
    "Nous entendrons lundi l'ambassadeur.", "Nous nous retrouverons à Oslo le 3 mai.",
    "Anna Holm a tenu les négociations avec Paul Roy.", "L'OTAN et le Japon tiendront un groupe de travail lundi.",
    "À Oslo, le 3 mai, les directeurs parleront normes.", "Paul Roy a téléphoné lundi à Anna Holm.",
    "Le ministre a rencontré son homologue norvégien à Oslo.", "Paul Roy a échangé avec Anna Holm.",
  ])
  func `people who receive, hear or call each other meet`(_ text: String) {
    #expect(types(text) == ["meeting"], "\(text)")
  }

  @Test func `a treaty is signed where it is concluded on a day`() {
    #expect(types("Paul Roy négocie le traité, conclu à Oslo le 3 mai.") == ["signature"])
    #expect(types("Le Japon remplace un arrangement conclu en 2009.").isEmpty)
  }

  @Test func `what takes place on a day at a place is an event, whatever its name`() throws {
    let event = try #require(stated("Un premier cours aura lieu à Oslo, le 3 mai.").events.first)
    #expect(event.type == "other")
    #expect(event.title == "Premier cours à Oslo")
    #expect(event.status == .planned)
    #expect(types("Les cours auront lieu à Oslo le 3 mai.").isEmpty)
  }

  @Test func `a pronoun that takes place completes the encounter before it`() {
    let events = stated("L'OTAN prépare une réunion avec le Japon. Elle aura lieu à Oslo le 3 mai.").events
    #expect(events.count == 1)
    #expect(events.first?.place?.name == "Oslo")
    #expect(events.first?.date?.start == "2024-05-03")
  }

  @Test(arguments: [
    "Anna Holm a-t-elle participé à la réunion avec Paul Roy ?", "L'OTAN propose un dialogue annuel avec le Japon.",
    "Paul Roy reste ouvert au dialogue avec Anna Holm.", "L'OTAN paie l'entretien d'un navire du Japon.",
    "Anna Holm traduit cela par « exercice militaire » au Japon.", "Anna Holm parle au World Forum d'Oslo.",
    "Paul Roy n'a pas dit si Anna Holm se rendrait à Oslo.", "Anna Holm, qui dirige l'exercice, est fière.",
  ])
  func `questions, wishes, habits, names and upkeep are no events`(_ text: String) {
    #expect(types(text).isEmpty, "\(text)")
  }

  @Test func `in a report of a match an encounter is a game`() {
    let report =
      "La finale du championnat a déçu. L'attaquante manque. La rencontre entre le Japon et la Norvège a fini tard."
    #expect(types(report).isEmpty)
    #expect(types("La finale du championnat a déçu. L'attaquante manque. Paul Roy arrivera lundi à Oslo.").isEmpty)
    #expect(types("La rencontre entre le Japon et la Norvège a fini tard.") == ["meeting"])
  }

  @Test func `a day and a place that head a paragraph are those of its sentences`() throws {
    let event = try #require(stated("le 3 mai, Oslo. Le président Paul Roy assiste au sommet.").events.first)
    #expect(event.date?.start == "2024-05-03")
    #expect(event.place?.name == "Oslo")
  }

  @Test func `where somebody signed is where the sentence before says that he was`() throws {
    let events = stated("Paul Roy s'est rendu à Oslo le 3 mai. Il y a signé avec Anna Holm un accord.").events
    let signature = try #require(events.first { $0.type == "signature" })
    #expect(signature.date?.start == "2024-05-03")
    #expect(signature.place?.name == "Oslo")
  }

  @Test func `the town says more than its country, and the bare noun means the event that was told`() {
    let events = stated(
      "L'exercice se tiendra à Bergen, en Norvège, le 3 mai. L'exercice, difficile, plaît à l'OTAN."
    ).events
    #expect(events.count == 1)
    #expect(events.first?.place?.name == "Bergen")
  }

  @Test func `a town after the noun, or off whose coast it is, is the place`() {
    #expect(stated("Anna Holm a salué la réunion d'Oslo.").events.first?.place?.name == "Oslo")
    #expect(stated("L'exercice commence le 3 mai au large de Bergen.").events.first?.place?.name == "Bergen")
    #expect(stated("L'exercice commence le 3 mai au large de la Norvège.").events.first?.place?.name == "Norvège")
  }

  @Test func `what lasts since a month is no event of that month`() {
    let events = StatedFacts("Anna Holm commande depuis le mois de mars une réunion à Oslo.").naming(
      .person, "Anna Holm"
    )
    .naming(.place, "Oslo", type: "city").dating("mois de mars", "2024-03-01", "2024-03-31", .month).events
    #expect(events.map { $0.date?.start ?? "" } == [""])
  }

  @Test func `what a list has ahead, and the eve of a meeting, are planned`() {
    #expect(stated("À venir : sommet de l'OTAN à Oslo.").events.map(\.status) == [.planned])
    #expect(stated("Paul Roy a parlé à la veille d'une réunion à Oslo.").events.map(\.status) == [.planned])
    #expect(stated("L'exercice conjoint du Japon sera tenu à Oslo.").events.map(\.status) == [.planned])
  }

  @Test func `a short future is one too`() {
    #expect(stated("Le sommet d'Oslo devra trancher.").events.map(\.status) == [.planned])
  }

  @Test func `neither who asks nor whom an answer names is the guest of an interview`() {
    let text = """
      Nous avançons

      Propos recueillis par Marie Roy

      — Où en êtes-vous ?

      — Le ministre Paul Durand me le demande aussi.

      Le général Marc Dupont est né à Bergen en 1971.
      """
    let events = Extractor().read(DocumentInput(id: "a", text: text)).events
    #expect(events.filter { $0.type == "interview" }.allSatisfy { $0.participants.first?.name != "Paul Durand" })
    #expect(!events.contains { $0.participants.contains { $0.name == "Marie Roy" } })
  }

  @Test(arguments: [
    ("Les deux ministres ont discuté lundi à Oslo de l'espace.", "meeting"),
    ("Les deux ministres ont dîné ensemble lundi.", "meeting"),
    ("Anna Holm a été entendue lundi par la commission.", "meeting"),
    ("La commission a entendu lundi le directeur, Paul Roy.", "meeting"),
    ("Une délégation a été reçue lundi à la préfecture d'Oslo.", "meeting"),
    ("L'OTAN a accueilli lundi au siège M. Paul Roy.", "meeting"),
    ("Anna Holm l'a dit à Paul Roy lors d'un appel lundi.", "meeting"),
    ("Le cycle de négociations s'est achevé lundi à Oslo.", "meeting"),
    ("La prochaine audience est fixée au lundi, à Oslo.", "meeting"),
    ("Le préfet Paul Roy a réuni lundi les maires à Oslo.", "meeting"),
    ("L'OTAN et le Japon ont tenu lundi leurs consultations annuelles.", "dialogue"),
    ("Le quatrième dialogue sur l'espace réunit l'OTAN lundi.", "dialogue"),
    ("Le dialogue de sécurité, tenu lundi à Oslo, a été utile.", "dialogue"),
    ("Arrivée lundi à Oslo, Anna Holm a pris la parole.", "visit"),
    ("Paul Roy, arrivé lundi à Oslo, doit rester trois jours.", "visit"),
    ("Le destroyer est arrivé lundi au port de Bergen.", "visit"),
    ("Anna Holm poursuivra sa tournée à Oslo lundi.", "visit"),
    ("La venue à Oslo, lundi, de Paul Roy a été remarquée.", "visit"),
    ("Les deux marines se sont entraînées ensemble lundi à Bergen.", "exercise"),
    ("Des manœuvres navales auront lieu lundi au large d'Oslo.", "exercise"),
    ("L'Agence et l'OTAN ont signé lundi un contrat.", "signature"),
    ("L'accord scellé lundi à Oslo prévoit des échanges.", "signature"),
    ("La table ronde a eu lieu lundi à Oslo.", "debate"),
    ("Une rencontre publique aura lieu lundi à Oslo.", "debate"),
    ("Les états généraux s'ouvrent lundi à Oslo.", "conference"),
    ("Un webinaire se tiendra lundi à Oslo.", "symposium"),
  ])
  func `a day and a word of its kind tell of an encounter, whatever its form`(_ text: String, _ type: String) {
    #expect(types(text) == [type], "\(text)")
  }

  @Test(arguments: [
    "Anna Holm se rend à Oslo chaque année.", "La salle de réunion d'Oslo sera repeinte lundi.",
    "L'atelier de réparation d'Oslo rouvrira lundi.", "La conférence épiscopale du Japon a réagi lundi.",
    "Aucune date n'avait été fixée à ce jour pour une rencontre à Oslo.",
    "Anna Holm a rappelé lundi l'importance du dialogue entre l'OTAN et le Japon.",
    "La conférence d'Oslo a lieu chaque année en mai.", "Paul Roy a échangé lundi les clefs avec Anna Holm.",
    "L'accord porte lundi sur l'entretien commun des avions de l'OTAN.",
    "Il a réuni lundi 300 soldats de l'OTAN.", "Paul Roy en parle à chaque visite à Oslo.",
  ])
  func `habits, rooms, wishes and upkeep are no events`(_ text: String) {
    #expect(types(text).isEmpty, "\(text)")
  }

  @Test func `two tellings of an exercise by one name are one, told where it has its day`() throws {
    let events = stated(
      "Fin de l'exercice Croix du Sud au Japon\nL'exercice multinational Croix du Sud a pris fin lundi à Oslo."
    ).events
    #expect(events.count { $0.type == "exercise" } == 1)
    #expect(events.first?.date?.start == "2024-05-06")
  }
}
