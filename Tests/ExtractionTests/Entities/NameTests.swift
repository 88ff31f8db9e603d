internal import EntenteSchema
internal import Foundation
internal import Testing

@testable internal import EntenteExtraction

/// Names that stand beside each other, inside each other, or in words that mean something else.
@Suite struct NameTests {
  private func names(_ text: String, _ kind: EntityKind) -> [String] {
    EntityReader.entities(of: AnnotatedText(text), documentID: "a").filter { $0.kind == kind }.map(\.name)
  }

  /// `people.tsv`: a sentence, and the people whom it names.
  private static let cases: [(text: String, people: Set<String>)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "people.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      return (
        String(columns[0]), Set((columns.count > 1 ? columns[1] : "").split(separator: ";").map(String.init))
      )
    }
  }()

  @Test("a sentence names its people and no others", arguments: cases)
  func sentence(text: String, people: Set<String>) {
    #expect(Set(names(text, .person)) == people)
  }

  @Test func `the sentences are there`() {
    #expect(Self.cases.count > 50)
  }

  @Test(
    "a person has their own words and no others",
    arguments: [
      ("Le Sud-Coréen Park Min-jun a gagné.", ["Park Min-jun"]),
      ("Il a reçu le président Chinois Li Wen lundi.", ["Li Wen"]),
      ("Il a reçu la députée EELV Jeanne Morel lundi.", ["Jeanne Morel"]),
      (
        "Les anciens ministres de François Hollande Arnaud Montel et Benoît Hamel sont venus.",
        ["François Hollande", "Arnaud Montel", "Benoît Hamel"]
      ),
      ("Le président de la Commission de l’Union africaine Moussa Diop est à Dakar.", ["Moussa Diop"]),
      ("Le ministre a reçu Jean d’Arcourt hier.", ["Jean d’Arcourt"]),
      ("Valéry Giscard d’Estaing est mort. Giscard d’Estaing avait 94 ans.", ["Valéry Giscard d’Estaing"]),
      ("Le ministre a reçu Bernard L’Hermite hier. M. L’Hermite est reparti.", ["Bernard L’Hermite"]),
      ("Le texte de M. L’Hermite est long.", ["L’Hermite"]),
      ("Le ministre a reçu J.-M. Rostand hier.", ["J.-M. Rostand"]),
      ("François Hollande est à Lyon. Selon Hollande, la paix est proche.", ["François Hollande"]),
      ("Le vote a lieu en Caroline du Nord et en Virginie-Occidentale.", []),
      ("Il l’a dit à Paris Match, à Jeune Afrique et au Washington Examiner.", []),
      ("Le port accueille la commandante Kylie Rhodes.", ["Kylie Rhodes"]),
    ])
  func person(text: String, people: [String]) {
    #expect(names(text, .person) == people)
  }

  @Test(
    "what stands before people tells them, and a family name alone is the one who was named",
    arguments: [
      ("Le régime de Bachar al-Assad tient.", ["Bachar al-Assad"]),
      ("Les forces de Khalifa Haftar avancent.", ["Khalifa Haftar"]),
      ("Les partisans de Qorvan Melkadze manifestent.", ["Qorvan Melkadze"]),
      (
        "Le ministre koweïtien de la Défense, le cheikh Abdallah al-Sabah, est arrivé. Al-Sabah repart.",
        ["Abdallah al-Sabah"]
      ),
      ("Le commandant en chef des forces armées ukrainiennes Oleksandr Syrsky a parlé.", ["Oleksandr Syrsky"]),
      ("La ministre suédoise de la Défense civile, Ingeborg Söderqvist, a parlé.", ["Ingeborg Söderqvist"]),
      (
        "Le président de la Commission des affaires étrangères de l’Assemblée, Nguyen Van Thanh, a parlé.",
        ["Nguyen Van Thanh"]
      ),
      ("Ils sont venus à l’invitation de Qorvan Melkadze.", ["Qorvan Melkadze"]),
      ("Mme Eva d’Orvane est là. Mme d’Orvane repart.", ["Eva d’Orvane"]),
      ("Le général van Dijk est à Oslo.", ["van Dijk"]),
      ("Le secrétaire général du PRV Melkad Orv est là.", ["Melkad Orv"]),
      ("Qorvan Melkadze, qui mène la flotte, reconnaît des erreurs.", ["Qorvan Melkadze"]),
      ("Le porte-parole du groupe Vesk, Qorvan Melkadze, est là.", ["Qorvan Melkadze"]),
      ("« La mer monte », ironise son auteure, Vrena Ålquist.", ["Vrena Ålquist"]),
    ])
  func cue(text: String, people: [String]) {
    #expect(names(text, .person) == people)
  }

  @Test(
    "a name ends where its words do",
    arguments: [
      ("L’Armée syrienne libre a pris la ville.", ["Armée syrienne libre"]),
      ("L’armée syrienne a pris la ville.", ["armée syrienne"]),
      ("Le ministère salue la mise au point d’un radar de nouvelle génération (AESA) à Nagoya.", []),
      ("L’avion parti du Caire a atterri.", []),
      ("Les invités partis de Bruxelles arrivent.", []),
      (
        "Le président de la Commission de l’Union africaine Moussa Diop est à Dakar.",
        ["Commission de l’Union africaine"]
      ),
    ])
  func organisation(text: String, organisations: [String]) {
    #expect(names(text, .organisation) == organisations)
  }

  @Test(
    "courts, forces with a number, companies and committees have their whole names",
    arguments: [
      ("Le tribunal administratif de Rouen a tranché.", ["tribunal administratif de Rouen"]),
      ("Un obus a visé la 43e brigade mécanisée.", ["43e brigade mécanisée"]),
      ("Le 9e régiment d’infanterie de marine rentre lundi.", ["9e régiment d’infanterie de marine"]),
      ("Le groupe danois Vesk Orlen a vendu le quai à Brenk Partners.", ["Brenk Partners", "Vesk Orlen"]),
      ("La milice Orvane s’est retirée.", ["Orvane"]),
      ("L’état-major danois l’a annoncé.", ["état-major danois"]),
      (
        "La Commission des affaires sociales, de la santé et des libertés publiques a voté.",
        ["Commission des affaires sociales, de la santé et des libertés publiques"]
      ),
      (
        "Les agents du Service de la Mer envoyés au Centre de Défense Navale (CDN) repartent.",
        ["Centre de Défense Navale", "Service de la Mer"]
      ),
      ("Il dirige l’Institut de recherche navale sur la base de Vesk.", ["Institut de recherche navale"]),
    ])
  func whole(text: String, organisations: [String]) {
    #expect(names(text, .organisation) == organisations)
  }

  @Test(
    "a long name and the acronym after it are one organisation",
    arguments: [
      ("Les Unités de protection du peuple (YPG) ont répondu. Les YPG restent.", "Unités de protection du peuple"),
      ("La Fédération internationale de tir (FIT) a répondu. La FIT attend.", "Fédération internationale de tir"),
      ("Le Mouvement pour la mer et la paix (MMP) a répondu. Le MMP attend.", "Mouvement pour la mer et la paix"),
      ("Le Parti du pouvoir du peuple (PPP) a répondu. Le PPP attend.", "Parti du pouvoir du peuple"),
      ("Le Service des eaux de la mer (SEM) a répondu. Le SEM attend.", "Service des eaux de la mer"),
    ])
  func spelled(text: String, name: String) {
    #expect(names(text, .organisation) == [name])
  }

  @Test(
    "what a treaty, a region or a person has in brackets is no organisation's acronym",
    arguments: [
      "Le Traité de non-prolifération des armes (TNP) tient.", "L’Indo-Pacifique libre et ouvert (FOIP) est un but.",
      "Hanna Virtanen est arrivée à Oslo (Norvège).",
    ])
  func unspelled(text: String) {
    #expect(names(text, .organisation) == [])
  }

  @Test(
    "places of the whole world are known where the words beside them tell a place",
    arguments: [
      ("Le combat dure à Tchassiv Yar, près de Bakhmout.", ["Tchassiv Yar", "Bakhmout"]),
      ("Un avion est tombé dans le Sinaï.", ["Sinaï"]),
      ("Les troupes passent l’Euphrate à Deir ez-Zor.", ["Euphrate", "Deir ez-Zor"]),
      ("Il est né à Kayseri, en Turquie.", ["Kayseri"]),
      ("Les combats reprennent à Lougansk et à Bujumbura.", ["Lougansk", "Bujumbura"]),
      ("Il est venu de Kanpur, en Inde.", ["Kanpour"]),
      ("Une usine ouvre à Maringá (Brésil).", ["Maringá"]),
      ("Le vote a lieu en Caroline du Nord.", ["Caroline du Nord"]),
      // And where they do not, or a name is another word too, they are not.
      ("George Mitchell est arrivé. Le rapport de Mitchell est long.", []),
      ("Kanpur a dit oui.", []),
      ("Le port accueille la frégate Alsace.", []),
    ])
  func places(text: String, places: [String]) {
    #expect(names(text, .place) == places)
  }

  @Test("a country that is somebody's name is no country") func family() {
    #expect(names("François Hollande est à Lyon. Selon Hollande, la paix est proche.", .country) == [])
    #expect(names("François Hollande est parti. Il vit en Hollande.", .country) == ["Pays-Bas"])
  }

  @Test("ministries of one name are told apart by the country of which the text tells") func ministries() {
    func identity(_ text: String) -> [String] {
      EntityReader.entities(of: AnnotatedText(text), documentID: "a").filter { $0.type == "ministry" }.map(\.id)
    }
    #expect(
      identity("Le Japon s’équipe. Le ministère de la Défense l’a dit.") == ["organisation/ministere-de-la-defense-jp"])
    #expect(identity("Le ministère de la Défense l’a dit à Séoul.") == ["organisation/ministere-de-la-defense-kr"])
    #expect(
      identity("Le Japon et la Corée du Sud s’équipent. Le ministère de la Défense l’a dit.")
        == ["organisation/ministere-de-la-defense"])
  }
}
