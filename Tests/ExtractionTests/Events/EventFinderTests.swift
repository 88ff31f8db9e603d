import EntenteSchema
import Testing

@testable import EntenteExtraction

@Suite struct EventFinderTests {
  private func names(_ event: Event?) -> [String] { event?.participants.map(\.name) ?? [] }

  @Test func `a visit has its visitor, its country and its period`() throws {
    let events = StatedFacts("Anna Holm a achevé le 4 mai 2024 sa visite en Australie, sur un bilan positif.")
      .naming(.person, "Anna Holm").naming(.country, "Australie", iso2: "AU")
      .dating("4 mai 2024", "2024-05-04", "2024-05-04").events
    let visit = try #require(events.first)
    #expect(events.count == 1)
    #expect(visit.type == "visit")
    #expect(visit.place?.name == "Australie")
    #expect(names(visit) == ["Anna Holm"])
    #expect(visit.date?.start == "2024-05-04")
    #expect(visit.status == .past)
    #expect(visit.title == "Visite d'Anna Holm en Australie")
  }

  @Test(arguments: [
    ("Anna Holm et Paul Roy se sont rencontrés au Japon.", "Rencontre entre Anna Holm et Paul Roy au Japon"),
    ("L'OTAN et le Japon ont tenu un dialogue officiel.", "Dialogue officiel entre l'OTAN et le Japon"),
    ("L'OTAN et le Japon mèneront un exercice conjoint.", "Exercice conjoint de l'OTAN et du Japon"),
    ("Anna Holm a participé au séminaire sur la cyberdéfense, à Oslo.", "Séminaire sur la cyberdéfense à Oslo"),
    ("Anna Holm a participé à l'exercice Cyber Coalition 2023 avec l'OTAN.", "Exercice Cyber Coalition 2023"),
    ("L'OTAN et le Japon ont signé un accord.", "Signature d'un accord de l'OTAN et du Japon"),
    ("Paul Roy doit participer au sommet de l'OTAN à Oslo.", "Sommet de l'OTAN à Oslo"),
    (
      "L'OTAN et le Japon ont évoqué l'idée d'ouvrir un bureau à Oslo.",
      "Ouverture envisagée : un bureau à Oslo"
    ),
  ])
  func `a title reads as a person would write it, from words of the text`(_ sentence: String, _ title: String) {
    let events = StatedFacts(sentence).naming(.organisation, "OTAN", type: "alliance")
      .naming(.country, "Japon", iso2: "JP").naming(.person, "Anna Holm").naming(.person, "Paul Roy")
      .naming(.place, "Oslo", type: "city").events
    #expect(events.first?.title == title)
  }

  @Test func `a stay and a delegation that somebody leads are visits, whatever they prepare`() throws {
    for sentence in [
      "Anna Holm a séjourné en Australie pour préparer une réunion.",
      "Anna Holm a conduit une délégation en Australie.",
    ] {
      let events = StatedFacts(sentence).naming(.person, "Anna Holm").naming(.country, "Australie", iso2: "AU").events
      let visit = try #require(events.first { $0.type == "visit" })
      #expect(visit.place?.name == "Australie")
      #expect(visit.status == .past)
    }
  }

  @Test func `a dialogue of two that its name joins, and one that takes place, are told`() {
    func dialogues(_ text: String) -> Int {
      StatedFacts(text).naming(.organisation, "OTAN", type: "alliance").naming(.country, "Japon", iso2: "JP")
        .naming(.place, "Oslo", type: "city").events.count { $0.type == "dialogue" }
    }
    #expect(dialogues("Le troisième dialogue OTAN-Japon a été franc.") == 1)
    #expect(dialogues("Le prochain dialogue aura lieu à Oslo.") == 1)
    #expect(dialogues("Le dialogue est utile à l'OTAN.") == 0)
  }

  @Test func `a date may stand between a journey and its place`() throws {
    let events = StatedFacts("Anna Holm doit se rendre la semaine prochaine à Oslo.").naming(.person, "Anna Holm")
      .naming(.place, "Oslo", type: "city").dating("la semaine prochaine", "2024-05-06", "2024-05-12").events
    let visit = try #require(events.first)
    #expect(visit.type == "visit")
    #expect(visit.place?.name == "Oslo")
  }

  @Test func `the guest of an interview is whom its title names, not whom a question names`() throws {
    let text = """
      Anna Holm : « Nous avançons »
      Propos recueillis par Marie Roy
      La ministre reçoit dans son bureau d'Oslo.
      Que direz-vous à Paul Durand le 8 avril ?
      Que nous avançons.
      Et ensuite ?
      Rien.
      """
    let events = Extractor().read(DocumentInput(id: "a", text: text)).events
    let interview = try #require(events.first { $0.type == "interview" })
    #expect(interview.participants.first?.name == "Anna Holm")
    #expect(interview.evidence?.text == "La ministre reçoit dans son bureau d'Oslo.")
  }

  @Test func `a pronoun means whoever the sentences before speak of`() {
    let events = StatedFacts(
      "Anna Holm est arrivée au Japon. Elle s'est entretenue avec Paul Roy. Le lendemain, elle a visité Oslo."
    )
    .naming(.person, "Anna Holm").naming(.person, "Paul Roy").naming(.country, "Japon", iso2: "JP")
    .naming(.place, "Oslo", type: "city").events
    #expect(names(events.first { $0.type == "meeting" }) == ["Anna Holm", "Paul Roy"])
    #expect(names(events.first { $0.type == "visit" }) == ["Anna Holm"])
  }

  @Test func `another meeting is not the one before, and a cancelled one is none`() {
    func meetings(_ text: String) -> Int {
      StatedFacts(text).naming(.person, "Anna Holm").naming(.person, "Paul Roy").naming(.place, "Oslo", type: "city")
        .events.count { $0.type == "meeting" }
    }
    #expect(meetings("Anna Holm a tenu une réunion avec Paul Roy. La prochaine réunion se tiendra à Oslo.") == 2)
    #expect(meetings("La réunion entre Anna Holm et Paul Roy à Oslo a été reportée.") == 0)
  }

  @Test func `an interview tells of itself`() {
    let events = StatedFacts("Où en êtes-vous ? Anna Holm nous répond à Oslo.").naming(.person, "Anna Holm")
      .naming(.place, "Oslo", type: "city").of(.interview).events
    #expect(events.map(\.type) == ["interview"])
    #expect(events.first?.title == "Interview d'Anna Holm à Oslo")
  }

  @Test func `a country that is spoken of is no place`() {
    let events = StatedFacts("Anna Holm et Paul Roy se sont rencontrés pour parler de la guerre en Ukraine.")
      .naming(.person, "Anna Holm").naming(.person, "Paul Roy").naming(.country, "Ukraine", iso2: "UA").events
    #expect(events.map { $0.place?.name ?? "" } == [""])
  }

  @Test func `a demonstrative takes up the encounter before it and completes it`() throws {
    let events = StatedFacts(
      "L'OTAN et l'Australie ont tenu un dialogue officiel sur la défense. Cette rencontre s'est déroulée à Oslo avec Anna Holm."
    )
    .naming(.organisation, "OTAN", type: "alliance").naming(.country, "Australie", iso2: "AU")
    .naming(.place, "Oslo", type: "city").naming(.person, "Anna Holm").events
    #expect(events.map(\.type) == ["dialogue"])
    #expect(events.first?.place?.name == "Oslo")
    #expect(names(events.first) == ["OTAN", "Australie", "Anna Holm"])
  }

  @Test func `tense and modals tell planned from proposed`() {
    func status(_ sentence: String) -> EventStatus? {
      StatedFacts(sentence).naming(.organisation, "OTAN", type: "alliance").naming(.country, "Japon", iso2: "JP").events
        .first?.status
    }
    #expect(status("L'OTAN et le Japon ont mené un exercice conjoint.") == .past)
    #expect(status("L'OTAN et le Japon mèneront un exercice conjoint.") == .planned)
    #expect(status("L'OTAN participera à l'exercice conjoint du Japon.") == .planned)
    #expect(status("L'OTAN souhaite étendre ses exercices conjoints avec le Japon.") == .proposed)
    #expect(status("L'OTAN et le Japon pourraient tenir un sommet.") == .proposed)
    #expect(status("L'OTAN soutient le Japon avant l'exercice conjoint, prévu au large des côtes.") == .planned)
  }

  @Test func `what is denied is no event`() {
    let negations = [
      "Aucun sommet ne réunira l'OTAN et Anna Holm.", "Anna Holm n'a pas rencontré le chef de l'OTAN.",
      "L'OTAN a parlé sans réunion avec Anna Holm.",
    ]
    for sentence in negations {
      let events = StatedFacts(sentence).naming(.organisation, "OTAN", type: "alliance").naming(.person, "Anna Holm")
        .events
      #expect(events.isEmpty, "\(sentence)")
    }
  }

  @Test func `neither people's words nor general remarks tell of an event`() {
    let quoted = StatedFacts("« Un sommet avec le Japon serait utile », a dit Anna Holm.")
      .naming(.person, "Anna Holm").naming(.country, "Japon", iso2: "JP")
      .quoting("Un sommet avec le Japon serait utile").events
    #expect(quoted.isEmpty)
    #expect(StatedFacts("Les réunions sont utiles et les exercices aussi.").events.isEmpty)
    #expect(StatedFacts("Le dialogue est une vertu.").events.isEmpty)
  }

  @Test func `an outsider who is only spoken of takes no part`() {
    let stated = StatedFacts(
      "Anna Holm et Paul Roy ont publié une déclaration conjointe condamnant la coopération entre la Russie et la Corée du Nord."
    ).naming(.person, "Anna Holm").naming(.person, "Paul Roy").naming(.country, "Russie", iso2: "RU")
      .naming(.country, "Corée du Nord", iso2: "KP")
    #expect(names(stated.events.first) == ["Anna Holm", "Paul Roy"])
  }

  @Test func `two people who agree have met, and a meeting that the sentence names is that meeting`() {
    func types(_ sentence: String) -> [String] {
      StatedFacts(sentence).naming(.person, "Anna Holm").naming(.person, "Paul Roy").events.map(\.type)
    }
    #expect(types("Anna Holm et Paul Roy ont convenu de renforcer leur coopération.") == ["meeting"])
    #expect(types("Lors d'une réunion, Anna Holm et Paul Roy ont convenu d'un plan.") == ["meeting"])
    #expect(types("Anna Holm et Paul Roy se sont réunis pour une conférence.") == ["conference"])
  }

  @Test func `a role holds no event`() {
    let events = StatedFacts("Anna Holm, directrice de la conférence annuelle, a parlé.")
      .naming(.person, "Anna Holm", roles: ["directrice de la conférence annuelle"]).events
    #expect(events.isEmpty)
  }

  @Test func `a programme tells of its own adoption alone`() {
    let events = StatedFacts("Le programme de partenariat guidera l'OTAN et le Japon. Une réunion à Oslo aura lieu.")
      .naming(.organisation, "OTAN", type: "alliance").naming(.country, "Japon", iso2: "JP")
      .naming(.place, "Oslo", type: "city").of(.programme).events
    #expect(events.map(\.type) == ["programme-adoption"])
    #expect(names(events.first) == ["OTAN", "Japon"])
  }

  @Test func `the evidence of an event is cut from the text`() {
    let stated = StatedFacts("Été 2024. Anna Holm a rencontré Paul Roy à Séoul. « Fin »")
      .naming(.person, "Anna Holm").naming(.person, "Paul Roy").naming(.place, "Séoul", type: "city")
    for event in stated.events {
      let bytes = event.evidence?.bytes(of: "d") ?? 0..<0
      #expect(stated.text.source(bytes) == event.evidence?.text)
    }
    #expect(stated.events.first?.evidence?.text == "Anna Holm a rencontré Paul Roy à Séoul.")
  }

  @Test func `odd texts give no event and no crash`() {
    let texts = ["", " ", "réunion", "Cette", "«", "visite à", String(repeating: "sommet de ", count: 5_000)]
    for text in texts { #expect(StatedFacts(text).events.isEmpty) }
  }
}
