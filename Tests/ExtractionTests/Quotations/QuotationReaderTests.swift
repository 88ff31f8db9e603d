internal import EntenteSchema
internal import Testing

@testable internal import EntenteExtraction

@Suite struct QuotationReaderTests {
  private func read(_ written: String, isInterview: Bool = false) -> [Quotation] {
    let text = AnnotatedText(written)
    let entities = EntityReader.entities(of: text, documentID: "a")
    return QuotationReader(text: text, documentID: "a", entities: entities, isInterview: isInterview).quotations()
  }

  @Test(
    "a quotation has its speaker, before or after it",
    arguments: [
      ("« La mer est calme », a déclaré Hanna Virtanen.", "a déclaré Hanna Virtanen"),
      ("Hanna Virtanen a déclaré : « La mer est calme. »", "Hanna Virtanen a déclaré"),
      ("Selon Hanna Virtanen, « la mer est calme ».", "Selon Hanna Virtanen"),
      ("\"La mer est calme\", a indiqué la ministre Hanna Virtanen.", "a indiqué la ministre Hanna Virtanen"),
      ("<< La mer est calme >>, a indiqué Hanna Virtanen.", "a indiqué Hanna Virtanen"),
      ("''La mer est calme'', a indiqué Hanna Virtanen.", "a indiqué Hanna Virtanen"),
      ("‹ La mer est calme ›, a indiqué Hanna Virtanen.", "a indiqué Hanna Virtanen"),
    ])
  func speaker(written: String, attribution: String) {
    let quotations = read(written)
    #expect(quotations.map(\.speaker) == ["Hanna Virtanen"])
    #expect(quotations.map(\.kind) == [.speech])
    #expect(quotations.first?.attribution?.text == attribution)
  }

  @Test("a pronoun means the one who spoke before") func pronoun() {
    let quotations = read("« La mer est calme », a déclaré Hanna Virtanen. Elle a ajouté que « le vent tombe ».")
    #expect(quotations.map(\.speaker) == ["Hanna Virtanen", "Hanna Virtanen"])
    #expect(quotations.last?.attribution?.text == "Elle a ajouté que")
  }

  @Test("a pronoun means who may be meant by its gender") func gender() {
    let quotations = read(
      """
      « La mer est calme », a déclaré Winston Halloran. Judith Okafor avait parlé la veille. « Le vent se lève », \
      a-t-elle averti. « Nous attendons », répond-il.
      """)
    #expect(quotations.map(\.speaker) == ["Winston Halloran", "Judith Okafor", "Winston Halloran"])
    #expect(quotations.last?.attribution?.text == "répond-il")
  }

  @Test("in an interview the first person named answers, and who is cited speaks but once") func interview() {
    let quotations = read(
      """
      Entretien avec Mme Hanna Virtanen

      Que faut-il craindre ?

      « Le vent du nord, qui se lève sans prévenir. »

      Elle rappelle une phrase de Kenji Morita : « La mer ne ment pas. »

      « Voilà ce que nous avons appris depuis dix ans. »
      """, isInterview: true)
    #expect(quotations.map(\.speaker) == ["Hanna Virtanen", "Kenji Morita", "Hanna Virtanen"])
  }

  @Test(
    "the subject of the verb speaks, whatever stands between the two",
    arguments: [
      "Hanna Virtanen, reçue par Kenji Morita, a estimé que « la mer est calme ».",
      "Hanna Virtanen, qui dirige le port avec Kenji Morita, a pour sa part estimé que « la mer est calme ».",
      "Hanna Virtanen a dit que le port de Kenji Morita fermerait et a regretté « un hiver trop long ».",
      "Hanna Virtanen, fille de l’ancien maire Kenji Morita, a dit aux marins qu’elle espérait « une mer calme ».",
      "Selon Hanna Virtanen, le port fermera. « La mer n’attend pas », prévient-elle.",
      "Kenji Morita a gagné le port.\n\nHanna Virtanen a rejeté hier cet avis, le qualifiant de « mauvais vent ».",
      "Hanna Virtanen a espéré que la mer serait « plus calme », a fait savoir Kenji Morita.",
      "Kenji Morita se tait. La capitaine Hanna Virtanen, du port, a parlé. « La mer monte », a-t-elle précisé.",
      "Kenji Morita a parlé. Le texte a été signé par Hanna Virtanen. « La mer monte », a-t-elle précisé.",
      "Hanna Virtanen a déclaré la semaine dernière que les travaux du nouveau port finiraient « plus tôt que prévu ».",
      "Hanna Virtanen a dit que son port soutenait les marins mais pas « une course au large ».",
      "De l’avis du capitaine Hanna Virtanen, le port de Kenji Morita est « trop petit pour la mer ».",
      "Hanna Virtanen a reçu Kenji Morita. La première a jugé que « la mer est calme ».",
    ])
  func subject(written: String) {
    #expect(read(written).last?.speaker == "Hanna Virtanen")
  }

  @Test(
    "somebody whom the text does not name speaks for nobody else",
    arguments: [
      "Hanna Virtanen est arrivée. Le Sud a dénoncé le port comme « une menace pour la mer ».",
      "« La mer est calme », dit un marin. « Elle le restera », ajoute son collègue danois.",
    ])
  func unnamed(written: String) {
    let speakers = Set(read(written).map(\.speaker))
    #expect(speakers == [""])
  }

  @Test("in a transcript, who has the turn is I, and he or she is somebody else") func turns() {
    let quotations = read(
      """
      Hanna Virtanen, maire de Turku : Comme je le disais hier, « la mer est calme ».

      Jean Morel (Radio Port) : Et le vent ?

      Hanna Virtanen : J’ai parlé à Mme Judith Okafor. Elle m’a dit : « Il se lève. »
      """)
    #expect(quotations.map(\.speaker) == ["Hanna Virtanen", "Judith Okafor"])
  }

  @Test("in an interview, the one who is asked is you") func addressee() {
    let quotations = read(
      """
      Entretien avec Mme Hanna Virtanen

      Vous avez parlé d’une « mer trop calme pour la saison ». Pourquoi ?

      Parce que le vent ne vient plus.
      """, isInterview: true)
    #expect(quotations.map(\.speaker) == ["Hanna Virtanen"])
  }

  @Test("words that are spoken of are no speech") func mentioned() {
    let quotations = read("Hanna Virtanen est arrivée. « La mer ne dort jamais » est une formule de marin.")
    #expect(quotations.map(\.kind) == [.scare])
  }

  @Test("what a declaration says is no speech") func document() {
    let quotations = read("La déclaration conjointe soulignait que « la sécurité des mers est l’affaire de tous ».")
    #expect(quotations.map(\.kind) == [.document])
    #expect(quotations.map(\.speaker) == [""])
  }

  @Test("names and single words are no speech") func scare() {
    #expect(read("Le but de l’initiative « Mers ouvertes » est clair.").map(\.kind) == [.title])
    #expect(read("C’est un projet « phare » pour nous.").map(\.kind) == [.scare])
  }

  @Test(
    "marks that do not pair are no quotation",
    arguments: [
      "« jamais fermé", "jamais ouvert »", "« »", "\"", "»«", "« a\n\nb", String(repeating: "« ", count: 5000),
    ])
  func unbalanced(written: String) {
    #expect(read(written).isEmpty)
  }

  @Test(
    "any verb right after the words reports them",
    arguments: [
      "« La mer est calme », ironise Hanna Virtanen.",
      "« La mer est calme », s'est émerveillée Hanna Virtanen.",
      "« La mer est calme, résume Hanna Virtanen. Le vent tombe. »",
      "\"La mer est calme,\" Hanna Virtanen a dit.",
    ])
  func anyVerb(written: String) { #expect(read(written).map(\.speaker) == ["Hanna Virtanen"]) }

  @Test("the subject of a verb speaks, not who stands beside it") func subject() {
    let quotations = read(
      """
      Reçue par Winston Halloran, Hanna Virtanen a promis une aide « sans faille ». M. Halloran, son homologue, a lui \
      loué « une amie ». Elle redoute que le vent ne « se lève ».
      """)
    #expect(quotations.map(\.speaker) == ["Hanna Virtanen", "Winston Halloran", "Hanna Virtanen"])
  }

  @Test("nobody speaks for a source without a name") func source() {
    let quotations = read("Hanna Virtanen se tait. « La mer est calme », glisse un diplomate. « Elle le restera. »")
    #expect(quotations.map(\.speaker) == ["", ""])
  }

  @Test("a quotation goes on in paragraphs that begin with a mark again, and is one") func paragraphs() {
    let quotations = read("Hanna Virtanen a déclaré :\n\n« La mer est calme.\n\n« Le vent tombe. »\n")
    #expect(quotations.compactMap(\.source?.text) == ["La mer est calme.\n\n« Le vent tombe."])
    #expect(quotations.map(\.speaker) == ["Hanna Virtanen"])
  }

  @Test("who is cited inside somebody's words has that one as witness") func witness() {
    let quotations = read(
      "« Winston Halloran me l'a dit : “La mer est calme.” Je l'ai cru », a raconté Hanna Virtanen.")
    #expect(quotations.map(\.speaker) == ["Hanna Virtanen", "Winston Halloran"])
    #expect(quotations.map(\.quotedByID) == ["", "person/hanna-virtanen"])
  }

  @Test("words were spoken on the day beside the verb, else when the document was published") func day() {
    let read = Extractor().read(
      DocumentInput(
        id: "a",
        text: """
          Visite à Oslo

          « La mer est calme », a déclaré le 3 mai 2024 Hanna Virtanen. « Le vent tombe », a-t-elle ajouté.
          """, date: "2024-05-06"))
    #expect(read.quotations.map { $0.date?.start } == ["2024-05-03", "2024-05-06"])
  }
}
