internal import EntenteSchema
internal import Foundation
internal import Testing

@testable internal import EntenteExtraction

/// Organisations by the nouns, units and places of their names: `organisations.tsv` has the sentences.
@Suite struct OrganisationNameTests {
  private static let cases: [(text: String, name: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "organisations.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.split(separator: "\t").map(String.init)
      return columns.count == 2 ? (columns[0], columns[1]) : nil
    }
  }()

  private func entities(_ text: String, _ kind: EntityKind) -> [Entity] {
    EntityReader.entities(of: AnnotatedText(text), documentID: "a").filter { $0.kind == kind }
  }

  @Test("an organisation has its whole name", arguments: cases)
  func name(text: String, name: String) {
    let found = entities(text, .organisation).flatMap { $0.forms + [$0.name] }
    #expect(found.map { $0.lowercased() }.contains(name.lowercased()))
  }

  @Test func `the sentences are there`() {
    #expect(Self.cases.count > 60)
  }

  @Test(
    "a verb, somebody or an article alone ends a name",
    arguments: [
      ("Le Conseil d’État annule la fermeture du port", ["Conseil d’État"]),
      ("La Banque de Norvège surprend en abaissant son taux", ["Banque de Norvège"]),
      ("Le Conseil de paix et de sécurité se réunira jeudi.", ["Conseil de paix et de sécurité"]),
      ("Le ministère de la Défense de la Norvège Vidar Holmqvist l’a dit.", ["ministère de la Défense de la Norvège"]),
    ])
  func end(text: String, names: [String]) {
    #expect(entities(text, .organisation).map(\.name) == names)
  }

  @Test(
    "a company, an agency and a publisher are told by the words beside them",
    arguments: [
      ("Skagane, une start-up de Turku, recrute.", "Skagane"),
      ("Turku, 5 nov 2025 (NVP) - Le port a fermé mercredi.", "NVP"),
      ("Il lit « La Rame noire » (Ormes Blancs, 2016) en mer.", "Ormes Blancs"),
      ("Les hommes du 4e RPIMa ont sauté.", "4e RPIMa"),
      ("L’ambassade finlandaise a brûlé.", "ambassade finlandaise"),
    ])
  func neighbour(text: String, name: String) {
    #expect(entities(text, .organisation).flatMap(\.forms).contains(name))
  }

  @Test(
    "what a name is not: a postscript, somebody of an age, a town with an accent, a party inside another",
    arguments: [
      ("Le chien dort.\n\nPS : un lecteur m’écrit.", "Parti socialiste"),
      ("« Je reste », dit Selma Grissa, une exploitante de 68 ans.", "Selma Grissa"),
      ("L’accord a été signé à Koné mardi.", "Kone"),
      ("01.01 Anna Holm (Écolo-Groen): Merci.", "Groen"),
    ])
  func none(text: String, name: String) {
    #expect(!entities(text, .organisation).flatMap { $0.forms + [$0.name] }.contains(name))
  }

  @Test func `a court is named again without its country`() {
    let found = entities("La Cour fédérale d’Australie a jugé. Puis la Cour fédérale a tranché.", .organisation)
    #expect(found.map(\.name) == ["Cour fédérale d’Australie"])
  }

  @Test func `a letterhead in capitals names whoever writes`() {
    let found = entities("AMBASSADE DU JAPON EN BELGIQUE – MISSION DU JAPON\n\nLe port est fermé.", .organisation)
    #expect(found.map(\.name) == ["Ambassade du Japon en Belgique", "Mission du Japon"])
    #expect(entities("COMMUNIQUÉ DE PRESSE\n\nLe port est fermé.", .organisation).isEmpty)
  }

  @Test(
    "what a company makes, an athlete and the end of another name are no organisation",
    arguments: [
      "Un Boeing cargo a survolé le village.", "La japonaise Hana Mori a gagné le cent mètres.",
      "Chez Paul, on mange bien.", "Sur les ondes, on parle du match.", "Le câblier René-Descartes patrouille.",
    ])
  func other(text: String) {
    #expect(entities(text, .organisation).isEmpty)
  }

  @Test func `a medium whose name goes on is not the one that is known`() {
    #expect(entities("L'Équipe d'Asie a gagné hier.", .organisation).allSatisfy { $0.name != "L'Équipe" })
    #expect(entities("Le syndicat SNUipp-FSU parle d'une saignée.", .organisation).map(\.name) == ["SNUipp-FSU"])
  }

  @Test func `a family name, a ship and the town of a hospital are no organisation`() {
    #expect(entities("Lili Bayer a écrit à Aoi Kawasaki.", .organisation).isEmpty)
    #expect(entities("Le destroyer Asahi a quitté le port.", .organisation).isEmpty)
    #expect(entities("L’hôpital de Turku a fermé.", .place).map(\.name) == ["Turku"])
  }
}
