internal import EntenteSchema
internal import Foundation
internal import Testing

@testable internal import EntenteExtraction

/// Sentences in the manner of agencies, ministries, parliaments and local papers, and what happens in them: `tellings.tsv`.
@Suite struct EventSentenceTests {
  private static let cases: [(types: [String], text: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "tellings.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count == 2 else { return nil }
      return (columns[0] == "-" ? [] : columns[0].split(separator: ";").map(String.init), columns[1])
    }
  }()

  private static func read(_ body: String) -> [Event] {
    let text = "Les nouvelles de la semaine\n\nPublié le mardi 5 mai 2026\n\n\(body)\n"
    return Extractor().read(DocumentInput(id: "a", text: text)).events
  }

  @Test("a sentence tells of its events and of no others", arguments: cases)
  func tells(types: [String], text: String) {
    #expect(Self.read(text).map(\.type).filter { $0 != "other" } == types, "\(text)")
  }

  @Test func `the sentences are there`() {
    #expect(Self.cases.count > 250)
  }

  @Test func `a line with nothing but a day dates the lines below it, up to the next`() {
    let agenda = """
      L'agenda de la semaine

      Le Phare du Nord, vendredi 8 mai 2026

      LUNDI 11
      Riga – La secrétaire générale adjointe s'entretient avec le ministre Juris Ozols.
      MARDI 12
      Oslo – Sommet extraordinaire des pays riverains.
      ET APRÈS
      Berne – Sommet des cantons.
      """
    let events = Extractor().read(DocumentInput(id: "a", text: agenda)).events
    #expect(events.map(\.type).prefix(2) == ["meeting", "summit"])
    #expect(events.map { $0.date?.start }.prefix(2) == ["2026-05-11", "2026-05-12"])
    #expect(events.map { $0.place?.name }.prefix(2) == ["Riga", "Oslo"])
    #expect(events.prefix(2).allSatisfy { $0.status == .planned })
    #expect(!events.dropFirst(2).contains { $0.date?.start == "2026-05-12" })
  }

  @Test func `the town stands before its country, and y means a town of three sentences before`() {
    let town = Self.read("Il ira vendredi à Hobart, en Australie, où doit se tenir lundi un séminaire sur les mines.")
    #expect(town.first { $0.type == "conference" }?.place?.name == "Hobart")
    let there = Self.read("L'usine de Riga a fermé. Les salariés l'occupent. La ministre y est attendue jeudi.")
    #expect(there.map { $0.place?.name } == ["Riga"])
  }

  @Test func `what is asked for in a list is proposed, and who is sent has not arrived`() {
    let asked = Self.read(
      "Nous vous prions :\n– de suspendre les travaux ;\n– de rencontrer les maires le vendredi 15 mai.")
    #expect(asked.map(\.status) == [.proposed])
    let sent = Self.read("La Banque mondiale a dépêché une mission à Lomé, attendue le 22.")
    #expect(sent.map(\.status) == [.planned])
    #expect(sent.map { $0.date?.start } == ["2026-05-22"])
  }

  @Test func `les deux hommes are those whom the two sentences before name`() {
    let text =
      "« Je signe », a dit Luc Amiel. Paul Varga l'a remercié. Les deux hommes signeront mercredi une convention."
    let signature = Self.read(text).first { $0.type == "signature" }
    #expect(Set(signature?.participants.map(\.name) ?? []) == ["Luc Amiel", "Paul Varga"])
  }

  @Test func `the second of what the sentence before names is of its type`() {
    let events = Self.read(
      "La Norvège a réuni le premier sommet sur l'eau. Le second s'est tenu à Oslo les 9 et 10 avril.")
    #expect(events.filter { $0.type == "summit" }.contains { $0.place?.name == "Oslo" })
  }

  @Test func `a country that is called like its adjective is a place`() {
    #expect(Self.read("Le président sera en Suisse mercredi.").map { $0.place?.name } == ["Suisse"])
  }

  @Test func `the reprise of talks under a day of an agenda is on that day`() {
    let agenda =
      "L'agenda\n\nLe Phare, vendredi 8 mai 2026\n\nLUNDI 11\nOslo – Reprise des négociations.\nMARDI 12\nRiga – Sommet des ports."
    let events = Extractor().read(DocumentInput(id: "a", text: agenda)).events
    #expect(events.first { $0.type == "meeting" }?.date?.start == "2026-05-11")
  }
}
