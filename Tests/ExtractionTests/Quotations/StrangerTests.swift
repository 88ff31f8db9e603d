internal import EntenteSchema
internal import Testing

@testable internal import EntenteExtraction

/// Words go to the subject of their verb, or to nobody.
@Suite struct StrangerTests {
  private static let lead = "Le président Jan Berg est arrivé à Oslo. "

  /// The speaker of the last quotation.
  private func speaker(_ written: String) -> String? {
    let text = AnnotatedText(written)
    let entities = EntityReader.entities(of: text, documentID: "a")
    return QuotationReader(text: text, documentID: "a", entities: entities).quotations().last?.speaker
  }

  @Test(
    "a verb with a subject of its own gives nothing to who was spoken of before",
    arguments: [
      "l’ambassade", "le suspect", "un proche du président",
      "l’opposition", "le maire", "son entourage", "des témoins", "une source proche du dossier",
      "le procureur", "les autorités canadiennes", "l’état-major", "sa porte-parole", "le chef de cabinet", "le roi",
      "la police locale dans un communiqué", "mardi la police", "la semaine dernière la présidence",
      "à la presse un conseiller du président", "de son côté l’opposition", "lundi à Oslo un haut responsable",
    ])
  func stranger(subject: String) {
    #expect(speaker(Self.lead + "« La route est libre », a indiqué \(subject).") == "")
  }

  @Test(
    "an organisation that a verb has as its subject speaks",
    arguments: [
      ("l’agence Nova", "Nova"), ("la société Vesk", "Vesk"), ("Reuters", "Reuters"),
      ("l’armée", "armée"), ("la police", "police"), ("la préfecture", "préfecture"),
      ("le gouvernement finlandais", "gouvernement finlandais"), ("la mairie d’Oslo", "mairie d’Oslo"),
    ])
  func house(subject: String, name: String) {
    #expect(speaker(Self.lead + "« La route est libre », a indiqué \(subject).") == name)
  }

  @Test(
    "whoever is no reference may stand before the words as well",
    arguments: [
      "Les autorités canadiennes indiquent que « la route est libre ».",
      "On parle d’un « retour en arrière ».",
      "Certains évoquent « un retour en arrière complet ».",
      "La police, arrivée tard, a indiqué que « la route est libre ».",
      "La police a fouillé la maison, ajoutant que « la route est libre ».",
      "Les autorités de la région de Kharkiv ont indiqué que « la route est libre ».",
      "Le maire, qui l’accueillait, a lancé : « La route est libre. »",
      "Il est reparti, tandis que l’opposition a réclamé « une route libre pour tous ».",
      "« La route est libre », lit-on sur une pancarte.",
      "« La route est libre », disent-ils.",
      "« La route est libre », tonne la presse locale.",
    ])
  func opening(rest: String) {
    #expect(speaker(Self.lead + rest) == "")
  }

  @Test(
    "an institution that every country has speaks for itself",
    arguments: [
      "La police a réagi : « La route est libre. »", "Selon la police, « la route est libre ».",
      "« La route est libre », la police a indiqué.",
    ])
  func institution(rest: String) {
    #expect(speaker(Self.lead + rest) == "police")
  }

  @Test(
    "words that are denied are nobody's",
    arguments: [
      "Il n’a jamais déclaré que « la route est libre ».",
      "Il a démenti avoir dit que « la route est libre ».",
      "Jan Berg n’a pas dit : « La route est libre. »",
      "Le président dément avoir déclaré « la route est libre ».",
      "« La route est libre », n’a jamais affirmé Jan Berg.",
    ])
  func denied(rest: String) {
    #expect(speaker(Self.lead + rest) == "")
    #expect(speaker(Self.lead + rest + " « Elle est fermée », a-t-il précisé.") == "Jan Berg")
  }

  @Test(
    "who was spoken of keeps the words that are theirs",
    arguments: [
      "Il n’a pas seulement dit que « la route est libre ».",
      "Il n’a pas caché que « la route est longue ».",
      "« La route est libre », a-t-il déclaré.",
      "« La route est libre », a déclaré mardi à la presse le président Jan Berg.",
      "Interrogé mardi, il a répondu que « la route est libre ».",
      "Lors d’une conférence de presse, il a assuré que « la route est libre ».",
      "« La route est libre », glisse ce fils de pêcheurs.",
      "Une seule consigne : « La route doit rester libre. »",
    ])
  func kept(rest: String) {
    #expect(speaker(Self.lead + rest) == "Jan Berg")
  }

  @Test(
    "an office goes to whoever holds it, by its name or one that means the same, and else to nobody",
    arguments: [
      ("le président", "Jan Berg"), ("le chef de l’État", "Jan Berg"), ("le dirigeant norvégien", "Jan Berg"),
      ("le responsable", "Jan Berg"), ("la ministre", "Eva Lund"), ("la cheffe de la diplomatie", "Eva Lund"),
      ("le maire", "Per Dahl"), ("l’élu", "Per Dahl"), ("l’ambassadeur", ""), ("le juge", ""),
      ("le chef de cabinet", ""),
    ])
  func office(subject: String, name: String) {
    let lead = """
      La ministre norvégienne des Affaires étrangères Eva Lund et le maire Per Dahl sont à Oslo. Le président Jan Berg \
      est arrivé.
      """
    #expect(speaker(lead + " « La route est libre », a déclaré \(subject).") == name)
  }

  @Test("the one whose opinion a colon gives speaks") func opinion() {
    #expect(speaker(Self.lead + "Ce n’est pas l’avis de Paul Fort : « La route est fermée. »") == "Paul Fort")
  }

  @Test("words that are cited next do not take those behind a comma from their speaker") func cited() {
    let text = AnnotatedText(
      "« Le budget est faux », a tancé Eva Lund, cheffe de file du groupe « Oslo autrement ». L’opposition s’abstient.")
    let entities = EntityReader.entities(of: text, documentID: "a")
    let quotations = QuotationReader(text: text, documentID: "a", entities: entities).quotations()
    #expect(quotations.first?.speaker == "Eva Lund")
  }
}
