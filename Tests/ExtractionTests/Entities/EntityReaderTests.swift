internal import EntenteSchema
internal import Testing

@testable internal import EntenteExtraction

@Suite struct EntityReaderTests {
  private func entities(_ text: String, _ kind: EntityKind) -> [Entity] {
    EntityReader.entities(of: AnnotatedText(text), documentID: "a").filter { $0.kind == kind }
  }

  @Test(
    "a person is told by given name, civility or role",
    arguments: [
      ("L’accord a été signé par Hanna Virtanen lundi.", "Hanna Virtanen"),
      ("Le texte a été remis à M. van Broek hier.", "van Broek"),
      ("Le ministre de la Défense Oskar Lindqvist arrive.", "Oskar Lindqvist"),
      ("Il a reçu le président Cho Min-ho à Séoul.", "Cho Min-ho"),
      ("Il faut convaincre le président (Pavel) Novotny.", "Pavel Novotny"),
    ])
  func person(text: String, name: String) {
    #expect(entities(text, .person).map(\.name) == [name])
  }

  @Test(
    "a person is told by age, by Japanese syllables, by an abbreviated rank or by words",
    arguments: [
      ("À bord, Qwila Brandtsen, 22 ans, sourit.", "Qwila Brandtsen"),
      ("Le port accueille Yatoro Kusanami.", "Yatoro Kusanami"),
      ("Il a reçu l’Adm. Orlan Vesk.", "Orlan Vesk"),
      ("Il a reçu l’amiral ORLAN VESK.", "Orlan Vesk"),
      ("Le port a un patron, Son Jae-il, et deux marins.", "Son Jae-il"),
      ("« La mer est calme », rit Orlan Vesk.", "Orlan Vesk"),
      ("Vesk a répondu : « La mer est calme. »", "Vesk"),
      ("Une note de Orlan Vesk, de l’université de Turku, le montre.", "Orlan Vesk"),
    ])
  func stranger(text: String, name: String) {
    #expect(entities(text, .person).map(\.name) == [name])
  }

  @Test("the party of somebody stands in parentheses, and English names end with a noun of theirs") func houses() {
    let names = entities(
      "Hanna Virtanen (PQR-S) cite le Vesk Policy Institute et le Port Harbour Command, puis le site Qwilo.",
      .organisation
    )
    .map(\.name)
    #expect(names.sorted() == ["PQR-S", "Port Harbour Command", "Qwilo", "Vesk Policy Institute"])
  }

  @Test("a language is no country, and who is addressed by an office is not the next one named") func notMeant() {
    #expect(entities("Une version française, traduite de l’anglais.", .country).isEmpty)
    let people = entities("Monsieur le Président, Mme Virtanen vous a écrit.", .person)
    #expect(people.map(\.roles.count) == [0])
  }

  @Test("capitals tell the family name, and the given name is shown first") func order() {
    let people = entities("M. KUSANAMI Yatoro est arrivé. M. Kusanami a parlé.", .person)
    #expect(people.map(\.name) == ["Yatoro Kusanami"])
    #expect(people.first?.mentions.count == 2)
  }

  @Test("two civilities before a name are one") func civilities() {
    let people = entities("S.E. M. Ryu Jin-seok est arrivé. L’ambassadeur Ryu a parlé.", .person)
    #expect(people.map(\.name) == ["Ryu Jin-seok"])
  }

  @Test(
    "a role is told before, after or as what somebody is",
    arguments: [
      (
        "La déléguée pour la mer, le port et les phares, Hanna Virtanen, arrive.",
        "déléguée pour la mer, le port et les phares"
      ),
      ("Le président de l’Assemblée, la Finlandaise Hanna Virtanen, arrive.", "président de l’Assemblée"),
      (
        "Hanna Virtanen, commandante de la flotte de l’océan Pacifique, arrive.",
        "commandante de la flotte de l’océan Pacifique"
      ),
      ("Le Premier ministre centriste Hanna Virtanen arrive.", "Premier ministre"),
      ("Hanna Virtanen, le plus haut porte-parole du port, arrive.", "porte-parole du port"),
      ("Ambassadrice depuis un an, Hanna Virtanen arrive.", "Ambassadrice"),
      ("Hanna Virtanen avait été la première ministre finlandaise à Tokyo.", "première ministre finlandaise"),
      ("Le général Hanna Virtanen, notre chef d’état-major, arrive.", "chef d’état-major"),
    ])
  func office(text: String, role: String) {
    #expect(entities(text, .person).first?.roles.contains { $0.text.hasPrefix(role) } == true)
  }

  @Test(
    "what every country has is an organisation with its country",
    arguments: [
      ("La marine japonaise arrive.", ["marine japonaise"]),
      ("L’armée de l’air du Japon arrive.", ["armée de l’air du Japon"]),
      ("Le commandement de la cyberdéfense arrive.", ["Commandement de la cyberdéfense"]),
      ("L’armée arrive. Le chef d’état-major des armées japonaises aussi.", ["armées japonaises"]),
      (
        "Il parle de l’Agence pour l’acquisition, la technologie et la logistique.",
        ["Agence pour l'acquisition, la technologie et la logistique"]
      ),
    ])
  func forces(text: String, names: [String]) {
    #expect(entities(text, .organisation).map { $0.name.lowercased() } == names.map { $0.lowercased() })
  }

  @Test("a family name alone is the person who was named before") func familyName() {
    let people = entities("Hanna Virtanen est arrivée. Mme Virtanen a parlé. Virtanen est repartie.", .person)
    #expect(people.count == 1)
    #expect(people.first?.forms == ["Hanna Virtanen", "Mme Virtanen", "Virtanen"])
  }

  @Test("a family name that two people have is nobody's") func ambiguousFamilyName() {
    let people = entities("Hanna Virtanen et Matti Virtanen sont là. Puis Virtanen a parlé.", .person)
    #expect(people.map(\.mentions.count) == [1, 1])
  }

  @Test("a role keeps its organisation, and may be over") func roles() {
    let people = entities(
      "Hanna Virtanen, ancienne ministre finlandaise de la Défense, a rencontré le secrétaire général de l’OTAN, Pavel Novotny.",
      .person)
    #expect(
      people.map { $0.roles.map(\.text) } == [["ministre finlandaise de la Défense"], ["secrétaire général de l’OTAN"]])
    #expect(people.map { $0.roles.map(\.former) } == [[true], [false]])
    #expect(people.last?.organisationID == "organisation/otan")
  }

  @Test("a description stands for the one person with that role") func description() {
    let people = entities(
      "Le secrétaire général de l’OTAN, Pavel Novotny, est à Oslo. Le chef de l’OTAN y restera.", .person)
    #expect(people.first?.mentions.last?.form == .description)
    #expect(people.first?.mentions.last?.source?.text == "chef de l’OTAN")
  }

  @Test(
    "an organisation is read by the noun that begins its name",
    arguments: [
      ("Il a visité l’Université de Lund hier.", "Université de Lund"),
      (
        "Le ministère de l’Énergie, du Climat et de l’Environnement a répondu.",
        "ministère de l’Énergie, du Climat et de l’Environnement"
      ),
      ("Une agence chargée des essais navals (ACEN) a été créée.", "agence chargée des essais navals"),
      ("Le but de l’initiative « Mers ouvertes » est clair.", "Mers ouvertes"),
    ])
  func organisation(text: String, name: String) {
    #expect(entities(text, .organisation).map(\.name) == [name])
  }

  @Test("an acronym stands for the name that it followed") func acronym() {
    let found = entities("L’agence chargée des essais navals (ACEN) est née. L’ACEN a dix ans.", .organisation)
    #expect(found.map(\.acronym) == ["ACEN"])
    #expect(found.first?.forms.contains("ACEN") == true)
  }

  @Test("case and dots make no other organisation", arguments: ["OTAN", "Otan", "O.T.A.N.", "l’Alliance atlantique"])
  func alliance(form: String) {
    #expect(entities("Il soutient \(form) depuis dix ans.", .organisation).map(\.id) == ["organisation/otan"])
  }

  @Test("countries have one code, adjectives apart") func countries() {
    let found = entities(
      "La République de Corée et la Corée du Sud sont un pays. Un navire norvégien arrive.", .country)
    #expect(found.map(\.iso2) == ["KR", "NO"])
    #expect(found.map { $0.mentions.map(\.form) } == [[.name, .name], [.adjective]])
  }

  @Test(
    "texts without names, in other languages and in capitals give nothing that is not there",
    arguments: [
      "", " ", "La la la.", "«", "(((((", "M.", "M. ", "de de de", "THE WEATHER WILL BE FINE TODAY IN THE NORTH",
      "The quick brown fox jumps over the lazy dog.", "日本と北大西洋条約機構", "Ministère", "le ministère de la",
      "\u{0}\u{1F600}",
    ])
  func nothing(text: String) {
    #expect(entities(text, .person).isEmpty)
  }

  @Test("every mention and role, cut from the text, is the text shown") func spans() {
    let text = "Le général Jan Kowalski, chef d’état-major de l’armée polonaise, était à Tokyo avec l’OTAN (Bruxelles)."
    let bytes = Array(text.utf8)
    for entity in EntityReader.entities(of: AnnotatedText(text), documentID: "a") {
      let sources = entity.mentions.compactMap(\.source) + entity.roles.compactMap(\.source)
      for source in sources {
        let range = source.bytes(of: "a") ?? 0..<0
        #expect(String(decoding: bytes[range], as: UTF8.self) == source.text)
      }
    }
  }
}

@Suite struct CorpusResolverTests {
  private func read(_ text: String, _ id: String) -> [Entity] {
    EntityReader.entities(of: AnnotatedText(text), documentID: id)
  }

  private func replacements(_ texts: [String]) -> [String: String] {
    var resolver = CorpusResolver()
    for (number, text) in texts.enumerated() { for entity in read(text, "\(number)") { resolver.add(entity) } }
    return resolver.replacements()
  }

  @Test("documents in any order give the same identities") func order() {
    let texts = ["Mme Virtanen est à Oslo.", "Hanna Virtanen, ministre, est à Oslo.", "L’Otan est à Oslo."]
    #expect(replacements(texts) == ["person/virtanen": "person/hanna-virtanen"])
    #expect(replacements(texts.reversed()) == replacements(texts))
  }

  @Test("an entity of several documents has the longest name and every form, and tells again what each said")
  func merging() {
    let drafts = [read("Mme Virtanen est à Oslo.", "a"), read("Hanna Virtanen, ministre, est à Oslo.", "b")]
      .flatMap { $0.filter { $0.kind == .person } }
    var union = EntityUnion(id: "person/hanna-virtanen")
    for draft in drafts { union.add(draft) }
    let merged = union.entity
    #expect(merged.id == "person/hanna-virtanen")
    #expect(merged.name == "Hanna Virtanen")
    #expect(Set(merged.forms) == Set(drafts.flatMap(\.forms)))
    let again = EntityUnion.draft(of: merged, mentions: drafts[1].mentions, roles: drafts[1].roles)
    #expect(again == drafts[1])
  }

  @Test("a family name that two people of the corpus have stays apart") func ambiguous() {
    #expect(replacements(["Mme Virtanen est là.", "Hanna Virtanen est là.", "Eva Virtanen est là."]).isEmpty)
  }
}
