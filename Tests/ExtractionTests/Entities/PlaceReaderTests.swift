internal import EntenteSchema
internal import Foundation
internal import Testing

@testable internal import EntenteExtraction

/// Places that no gazetteer has, and those that the words beside them tell: `places.tsv` has the sentences.
@Suite struct PlaceReaderTests {
  private static let cases: [(text: String, places: Set<String>)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "places.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      return (
        String(columns[0]), Set((columns.count > 1 ? columns[1] : "").split(separator: ";").map(String.init))
      )
    }
  }()

  @Test("a sentence names its places and no others", arguments: cases)
  func sentence(text: String, names: Set<String>) {
    #expect(Set(places(text)) == names)
  }

  @Test func `the sentences are there`() {
    #expect(Self.cases.count > 100)
  }

  private func places(_ text: String) -> [String] {
    EntityReader.entities(of: AnnotatedText(text), documentID: "a").filter { $0.kind == .place }.map(\.name)
  }

  @Test(
    "the words beside it tell a place",
    arguments: [
      ("Il est né à Plouvorgat en 1950.", "Plouvorgat"), ("L’usine est installée à Kvernavik.", "Kvernavik"),
      ("À Sarmiégas, tout a brûlé.", "Sarmiégas"), ("Le village de Sarmiégas a brûlé.", "Sarmiégas"),
      ("L’abbatiale d’Orvelaine est fermée.", "Orvelaine"), ("La bataille de Kvernavik a duré.", "Kvernavik"),
      ("Le maire de Sarmiégas-sur-Drune est venu.", "Sarmiégas-sur-Drune"),
      ("Il habite à Saint-Flour depuis dix ans.", "Saint-Flour"),
    ])
  func place(text: String, name: String) {
    #expect(places(text).contains(name))
  }

  @Test(
    "a person, a company and a common noun are none",
    arguments: [
      "Le contrat a été confié à Kvernavik Marine.", "Il a rendu hommage à Sarmiégas.", "À Noël, tout ferme.",
      "Le camp de Jan Kvernavik a perdu.", "La prise de parole a duré.",
    ])
  func none(text: String) {
    #expect(places(text).isEmpty)
  }

  @Test func `capitals open an entry of news in brief, and a town an entry of an agenda`() {
    let brief = "En bref\n\n" + (1...9).map { "LA POSTE. Le facteur numéro \($0) passe ce soir.\n\n" }.joined()
    #expect(places(brief + "DZAOUDZI. Le bac a rouvert.").contains("Dzaoudzi"))
    let agenda = "L'agenda\n\n" + (1...9).map { "À \($0) h, le marché.\n\n" }.joined()
    #expect(places(agenda + "Payerne – Foire aux livres.").contains("Payerne"))
    #expect(places(agenda + "20 h – Vevey, halle aux grains.").contains("Vevey"))
  }

  @Test func `what the text calls a medium is no place`() {
    let text = "TERNATE, Indonésie, 3 mai (Archipel Dépêche) - Le port a fermé, a dit un marin à Archipel Dépêche."
    #expect(!places(text).contains("Archipel Dépêche"))
  }
}
