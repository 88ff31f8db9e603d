import EntenteSchema
import Testing

@testable import EntenteExtraction

@Suite struct EvidenceFinderTests {
  private func stated(_ text: String) -> StatedFacts {
    StatedFacts(text).naming(.organisation, "OTAN", type: "alliance").naming(.country, "Australie", iso2: "AU")
      .naming(.country, "Russie", iso2: "RU").naming(.country, "Chine", iso2: "CN")
  }

  private func goals(_ text: String) -> [String] { stated(text).evidence.map(\.goalID) }

  @Test func `joint activity in a goal's field is evidence, with the words that decided`() throws {
    let text = "L'OTAN et l'Australie renforcent leur coopération en matière de cyberdéfense."
    let evidence = try #require(stated(text).evidence.first)
    #expect(evidence.goalID == "cyberdefense")
    #expect(evidence.passage?.text == text)
    #expect(evidence.strength == .direct)
    #expect(evidence.score > 0 && evidence.score <= 1)
    #expect(evidence.decidingWords.map(\.text).contains("cyberdéfense"))
    #expect(evidence.decidingWords.map(\.text).contains("coopération"))
  }

  @Test func `two words that name a field together are enough, near each other`() {
    #expect(
      goals("L'OTAN et l'Australie veulent fabriquer ensemble des missiles.").contains("developpement-capacitaire"))
    #expect(goals("L'OTAN et l'Australie ont décidé de défendre ensemble leurs ordinateurs.").contains("cyberdefense"))
    let apart = "L'OTAN veut fabriquer ce que l'Australie a promis de ne jamais vendre à qui que ce soit, des missiles."
    #expect(!goals(apart).contains("developpement-capacitaire"))
  }

  @Test func `what the alliance does without a partner is no evidence`() {
    func found(_ text: String) -> Int {
      StatedFacts(text).naming(.organisation, "OTAN", type: "alliance").naming(.country, "France", iso2: "FR")
        .naming(.country, "Australie", iso2: "AU").evidence.count
    }
    #expect(found("L'OTAN et la France mènent un exercice conjoint.") == 0)
    #expect(found("L'OTAN et la France mènent un exercice conjoint. L'Australie les rejoindra.") > 0)
    #expect(found("L'OTAN et la France mènent un exercice conjoint. Canberra les rejoindra.") > 0)
  }

  @Test func `an answer takes the field of its question`() {
    let text =
      "L'OTAN et l'Australie s'expliquent.\nOù en est la cyberdéfense ?\nNous y travaillons ensemble chaque jour."
    var interview = stated(text)
    interview.kind = .interview
    #expect(interview.evidence.map(\.goalID).contains("cyberdefense"))
    #expect(!goals(text).contains("cyberdefense"))
  }

  @Test func `what outsiders do alone shows nothing, whoever tells of it`() {
    let lead = "L'OTAN et l'Australie s'inquiètent. "
    #expect(!goals(lead + "La Chine a lancé des satellites, selon Canberra.").contains("surete-spatiale"))
    #expect(
      !goals(lead + "La Chine a vérifié ses ogives et ses missiles nucléaires.").contains("maitrise-des-armements"))
    #expect(
      goals(lead + "L'Australie a dénoncé les armes chimiques de la Russie.").contains("maitrise-des-armements"))
    #expect(goals(lead + "L'Australie et l'OTAN ont lancé des satellites face à la Chine.").contains("surete-spatiale"))
  }

  @Test func `the name of an agency is none of its field`() {
    func found(_ who: String) -> [String] { goals("L'OTAN et l'Australie coopèrent, a dit \(who).") }
    #expect(!found("l'agence d'acquisition d'armes").contains("developpement-capacitaire"))
    #expect(found("un acheteur : production de missiles").contains("developpement-capacitaire"))
  }

  @Test func `an institution of a partner need not name its own country`() {
    func found(_ publisher: String) -> [String] {
      let text = "Un titre\nL'ambassade et l'OTAN ont ouvert ensemble une exposition. L'OTAN s'en félicite."
      return Extractor().read(DocumentInput(id: "a", text: text, publisher: publisher)).evidence.map(\.goalID)
    }
    #expect(found("Ambassade de Nouvelle-Zélande") == ["diplomatie-publique"])
    #expect(found("Ministère japonais de la Défense") == ["diplomatie-publique"])
    #expect(found("Ambassade de France").isEmpty)
  }

  @Test func `other news that closes a dispatch is none of it, nor is what a journalist says of us`() {
    let text = "L'OTAN et l'Australie se parlent. "
    let deed = "la police a arrêté hier les auteurs d'une cyberattaque."
    #expect(!goals(text + "Pendant ce temps, \(deed)").contains("cyberdefense"))
    var told = stated(text + "Nous étudions la cyberdéfense.")
    #expect(!told.evidence.map(\.goalID).contains("cyberdefense"))
    told.kind = .interview
    #expect(told.evidence.map(\.goalID).contains("cyberdefense"))
  }

  @Test func `what the title names is shown by its lead, where nothing else shows it`() {
    func found(_ body: String) -> [String] {
      let text = "Cyberespionnage : l'OTAN et l'Australie s'unissent\n\(body)"
      return Extractor().read(DocumentInput(id: "a", text: text)).evidence.map { $0.passage?.text ?? "" }
    }
    let lead = "L'OTAN et l'Australie ont publié un avis commun."
    #expect(found(lead + " Il pleut.").contains(lead))
    #expect(found("Il pleut. Il vente. Il neige.").isEmpty)
  }

  @Test func `what outsiders do is the matter of some goals, where the partners act on it`() {
    #expect(goals("L'OTAN et l'Australie ont parlé des cyberattaques de la Russie.").contains("cyberdefense"))
    #expect(
      !goals("L'OTAN et l'Australie ont parlé de l'industrie de défense de la Russie.").contains(
        "developpement-capacitaire"))
  }

  @Test func `questions and refusals show nothing`() {
    #expect(goals("L'OTAN et l'Australie vont-elles coopérer en matière de cyberdéfense ?").isEmpty)
    #expect(goals("L'Australie a refusé de participer à un exercice de cyberdéfense.").isEmpty)
  }

  @Test func `a goal that the title names needs less`() {
    let body = "Des logiciels et des réseaux de l'Australie seront présentés."
    func found(_ title: String) -> [String] {
      Extractor().read(DocumentInput(id: "a", text: "\(title)\n\(body) L'OTAN les attend.")).evidence.map(\.goalID)
    }
    #expect(found("Un pas de plus pour la cyberdéfense").contains("cyberdefense"))
    #expect(!found("Un pas de plus pour le pays").contains("cyberdefense"))
  }

  @Test func `a rank of the navy is none of its activity, and words that only help show nothing by themselves`() {
    #expect(
      goals("L'OTAN et l'Australie ont invité le capitaine de frégate à leur atelier.").contains("surete-maritime")
        == false)
    #expect(
      !goals("L'OTAN et l'Australie préparent ensemble leurs équipages aux eaux froides.").contains("surete-maritime"))
    #expect(goals("L'OTAN et l'Australie préparent ensemble leurs frégates.").contains("surete-maritime"))
  }

  @Test func `a list without anybody who acts shows nothing`() {
    let text = "L'OTAN et l'Australie se parlent. Un bureau, des cyberattaques à compter ensemble : tout et rien."
    #expect(!goals(text).contains("cyberdefense"))
  }

  @Test func `what lasts since then, and a round figure, do not date what a sentence tells`() {
    func day(_ sentence: String) -> String? {
      let text = "Titre\nSÉOUL, 5 juin 2024 (AFP) - L'OTAN et l'Australie se parlent. \(sentence)"
      return Extractor().read(DocumentInput(id: "a", text: text)).evidence.first { $0.goalID == "cyberdefense" }?.date?
        .start
    }
    #expect(day("L'OTAN et l'Australie coopèrent depuis 2019 en matière de cyberdéfense.") == "2024-06-05")
    #expect(day("L'Australie a rejoint il y a dix ans le centre de cyberdéfense de l'OTAN.") == "2024-06-05")
    #expect(day("L'Australie a rejoint en 2022 le centre de cyberdéfense de l'OTAN.") == "2022-01-01")
  }

  @Test func `what is blamed on others is the matter of some goals only`() {
    let text = "L'OTAN et l'Australie se parlent. Elles ont condamné le transfert à Moscou de technologies de pointe."
    #expect(!goals(text).contains("technologies-emergentes"))
    #expect(
      goals(text.replacing("technologies de pointe", with: "armes chimiques")).contains("maitrise-des-armements"))
  }

  @Test func `a document that names the alliance in passing shows what it does with the alliance alone`() {
    let lead = "L'Australie vote son budget. Il pleut. Il vente. "
    #expect(goals(lead + "Elle achète et développe des missiles avec le Japon. L'OTAN suit.").isEmpty)
    #expect(
      goals(lead + "L'Australie achète et développe des missiles avec l'OTAN.").contains("developpement-capacitaire"))
  }

  @Test func `any verb of doing is an act, and a headquarters is none`() {
    let lead = "L'OTAN et l'Australie se parlent. "
    #expect(!goals(lead + "L'Australie a cousu des frégates.").contains("surete-maritime"))
    #expect(goals(lead + "L'Australie a mis à l'eau des frégates.").contains("surete-maritime"))
    #expect(goals("L'Australie a équipé des frégates pour l'OTAN.").contains("surete-maritime"))
    #expect(
      goals("L'OTAN a accueilli l'Australie au quartier général de l'OTAN.").allSatisfy {
        $0 != "interoperabilite-pratique"
      })
  }

  @Test func `every goal can be shown by its own field`() {
    let sentences = [
      "cyberdefense": "L'OTAN et l'Australie partagent des informations sur les cyberattaques.",
      "communication-strategique": "L'OTAN et l'Australie luttent ensemble contre la désinformation.",
      "technologies-emergentes": "L'OTAN et l'Australie coopèrent sur l'intelligence artificielle.",
      "surete-spatiale": "L'OTAN et l'Australie partagent des données de surveillance de l'espace.",
      "changement-climatique": "L'OTAN et l'Australie étudient ensemble le changement climatique.",
      "surete-maritime": "Une frégate de l'Australie participe à la sécurité maritime avec l'OTAN.",
      "maitrise-des-armements": "L'OTAN et l'Australie soutiennent le désarmement.",
      "gestion-des-urgences": "L'OTAN aide l'Australie après les inondations.",
      "science-et-technologie": "L'OTAN et l'Australie lancent un projet de recherche.",
      "interoperabilite-pratique": "L'OTAN et l'Australie mènent un exercice conjoint.",
      "developpement-capacitaire": "L'OTAN et l'Australie ont décidé d'une production conjointe de munitions.",
      "resilience-civile":
        "L'OTAN et l'Australie partagent leur expérience de la protection des infrastructures critiques.",
      "diplomatie-publique": "L'OTAN et l'Australie organisent une conférence publique pour les étudiants.",
      "femmes-paix-securite": "L'OTAN et l'Australie promeuvent ensemble la résolution 1325.",
      "securite-humaine": "L'OTAN et l'Australie coopèrent pour la protection des civils.",
    ]
    for (goal, sentence) in sentences { #expect(goals(sentence).contains(goal), "\(goal): \(sentence)") }
  }

  @Test func `meetings of partners are evidence of dialogue, and an outsider's are not`() {
    let meeting = stated("Anna Holm, d'Australie, a rencontré Paul Roy au siège de l'OTAN.").naming(
      .person, "Anna Holm"
    )
    .naming(.person, "Paul Roy")
    #expect(meeting.evidence.map(\.goalID) == ["dialogue-et-consultation"])
    #expect(goals("La Chine a dénoncé la déclaration conjointe de l'OTAN.").isEmpty)
  }

  @Test func `what outsiders do is no evidence`() {
    #expect(goals("L'OTAN observe. La Russie développe ses capacités et la Chine mène un exercice naval.").isEmpty)
    #expect(goals("L'OTAN a noté que la Russie renforce son industrie de défense.").isEmpty)
  }

  @Test func `a field without activity is no evidence`() {
    #expect(goals("L'OTAN existe. Les drones volent. Le climat est doux.").isEmpty)
  }

  @Test func `a document that names no alliance has none`() {
    let text = "Le typhon a touché l'Australie, où les secours d'urgence participent aux opérations de secours."
    #expect(StatedFacts(text).naming(.country, "Australie", iso2: "AU").evidence.isEmpty)
  }

  @Test func `a programme's own words are no evidence`() {
    let text = "L'OTAN et l'Australie renforcent leur coopération en matière de cyberdéfense."
    #expect(stated(text).of(.programme).evidence.isEmpty)
  }

  @Test func `a role and a ministry name a field without doing anything in it`() {
    let role = stated("Paul Roy, directeur de la cyberdéfense, a rejoint l'OTAN.")
      .naming(.person, "Paul Roy", roles: ["directeur de la cyberdéfense"])
    #expect(role.evidence.isEmpty)
    let ministry = stated("Le ministère de la Sûreté maritime a accueilli l'OTAN.")
      .naming(.organisation, "ministère de la Sûreté maritime", type: "ministry")
    #expect(ministry.evidence.isEmpty)
  }

  @Test func `every span cut from the text is the text shown`() {
    let stated = stated("« Été » : l’OTAN et l'Australie mènent à Séoul un exercice naval, malgré la désinformation.")
    let evidence = stated.evidence
    #expect(!evidence.isEmpty)
    for source in evidence.flatMap({ [$0.passage].compactMap(\.self) + $0.decidingWords }) {
      #expect(stated.text.source(source.bytes(of: "d") ?? 0..<0) == source.text)
    }
  }

  @Test func `events and quotations belong to the goals whose evidence holds them`() {
    let stated = stated("L'OTAN et l'Australie mènent un exercice naval. Il pleut à Oslo. « Non », dit-on.")
    let links = GoalLinks(stated.evidence)
    let told = links.goals(of: stated.events.first?.evidence)
    #expect(told.contains("surete-maritime"))
    #expect(links.goals(of: Source(0..<5, of: stated.text, documentID: "d")).contains("interoperabilite-pratique"))
    #expect(links.goals(of: Source(55..<60, of: stated.text, documentID: "d")).isEmpty)
    #expect(links.goals(of: nil).isEmpty)
  }
}
