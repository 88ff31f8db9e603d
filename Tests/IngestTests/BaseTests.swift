import EntenteIngest
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

/// A snapshot that goes on from an earlier one has the bytes that it would have without.
@Suite struct BaseTests {
  private let folder: TemporaryFolder

  /// People whose family names alone tell who they are only as long as the corpus has no other of the name.
  private static let people = ["Hanna Virtanen", "Paul Lemaire", "Aiko Tanabe", "Jean-Marc Oudinot"]

  init() throws {
    folder = try TemporaryFolder()
    let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds").resolvingSymlinksInPath()
    try FileManager.default.copyItem(at: seeds, to: URL(fileURLWithPath: folder.path("corpus")))
    for (index, person) in Self.people.enumerated() {
      let family = person.split(separator: " ").last ?? ""
      try folder.write(
        "corpus/news/\(index)a.txt",
        "Visite à Oslo\n\nOslo, le \(index + 3) mars 2024\n\n\(person), ministre de la Défense du Japon, s’est rendu à Oslo. "
          + "« La cyberdéfense est une priorité commune », a déclaré \(person).\n")
      try folder.write(
        "corpus/news/\(index)b.txt",
        "Une rencontre\n\nMme \(family) a rencontré le secrétaire général de l’Otan vendredi à Tokyo. "
          + "« Nous irons plus loin », a déclaré Mme \(family).\n")
    }
  }

  private func build(
    _ name: String, base: String? = nil, version: String = EntenteVersion.current, extracts: Bool = true
  ) async throws
    -> (bytes: Data, report: IngestReport)
  {
    var options = IngestOptions()
    options.base = base.map(folder.path)
    options.writerVersion = version
    options.extracts = extracts
    let report = try await SnapshotBuilder(options: options).build([folder.path("corpus")], output: folder.path(name))
    return (try Data(contentsOf: URL(fileURLWithPath: folder.path(name))), report)
  }

  /// Without printing them.
  private func expectSame(_ bytes: Data, _ others: Data, sourceLocation: SourceLocation = #_sourceLocation) {
    let isSame = bytes == others
    #expect(isSame, sourceLocation: sourceLocation)
  }

  private func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.path(name)) }

  @Test func `nothing changed`() async throws {
    let full = try await build("full")
    let again = try await build("again", base: "full")
    expectSame(again.bytes, full.bytes)
    #expect(again.report.unusableBase == nil)
    #expect(again.report.reused >= full.report.documents / 2)
    _ = try VerifiedSnapshot(verifying: SnapshotReader(path: folder.path("again")))
  }

  enum Change: CaseIterable {
    case addition, namesake, removal, removalOfAFullName, text, title, date, publisher, referenceDate, everything
  }

  private func make(_ change: Change) throws {
    switch change {
    case .addition: try folder.write("corpus/a.txt", "Un exercice conjoint a eu lieu à Yokosuka le 4 mai 2024.")
    case .namesake: try folder.write("corpus/a.txt", "Eva Virtanen, ministre, et Luc Oudinot étaient à Paris.")
    case .removal: try remove("corpus/news/2b.txt")
    case .removalOfAFullName: try remove("corpus/news/0a.txt")
    case .text: try folder.write("corpus/news/1a.txt", "Le général Paul Lemaire est à Paris.")
    case .title, .date, .publisher:
      let line =
        #"{"id": "line", "title": "Titre", "date": "2024-03-01", "publisher": "P", "text": "Il est venu hier."}"#
      try folder.write("corpus/z.jsonl", line)
    case .referenceDate:
      try folder.write(
        "corpus/news/corpus.json", #"{"documents": [{"file": "0b.txt", "referenceDate": "2024-03-06"}]}"#)
    case .everything:
      let changes: [Change] = [.addition, .namesake, .removal, .removalOfAFullName, .text, .title, .referenceDate]
      for change in changes { try make(change) }
    }
  }

  @Test(arguments: Change.allCases)
  func `something changed, and changed back`(_ change: Change) async throws {
    let changed: [Change: String] = [
      .title: #"{"id": "line", "title": "Autre", "date": "2024-03-01", "publisher": "P", "text": "Il est venu hier."}"#,
      .date: #"{"id": "line", "title": "Titre", "date": "2024-03-02", "publisher": "P", "text": "Il est venu hier."}"#,
      .publisher: #"{"id": "line", "title": "Titre", "date": "2024-03-01", "text": "Il est venu hier."}"#,
    ]
    if changed[change] != nil { try make(change) }
    let before = try await build("before")
    if let line = changed[change] { try folder.write("corpus/z.jsonl", line) } else { try make(change) }
    let full = try await build("full")
    let differs = full.bytes != before.bytes
    #expect(differs)
    let next = try await build("next", base: "before")
    expectSame(next.bytes, full.bytes)
    #expect(next.report.reused > 0)
    let isRemoval = change == .removal || change == .removalOfAFullName
    #expect(isRemoval ? next.report.reused == next.report.documents : next.report.reused < next.report.documents)
    // A snapshot made so is as good a base as any.
    let again = try await build("again", base: "next")
    expectSame(again.bytes, full.bytes)
  }

  @Test func `a base may be the file that is replaced`() async throws {
    let full = try await build("full")
    let again = try await build("full", base: "full")
    expectSame(again.bytes, full.bytes)
    #expect(again.report.reused > 0)
  }

  @Test func `a base that is of no use is passed over with its reason`() async throws {
    let full = try await build("full")
    _ = try await build("older", version: "0.9.0")
    _ = try await build("plain", extracts: false)
    try folder.write("text", "Pas un instantané.")
    for (base, reason) in [
      ("older", "0.9.0"), ("plain", "without extraction"), ("text", "not a snapshot"), ("nowhere", "No such file"),
    ] {
      let next = try await build("next", base: base)
      expectSame(next.bytes, full.bytes)
      #expect(next.report.reused == 0)
      #expect(next.report.unusableBase?.contains(reason) == true)
    }
  }

  @Test func `a damaged base never shows in the snapshot`() async throws {
    let full = try await build("full")
    for place in stride(from: 100, to: full.bytes.count, by: full.bytes.count / 11) {
      var damaged = full.bytes
      damaged[place] ^= 0x40
      try folder.write("damaged", Array(damaged))
      let next = try await build("next", base: "damaged")
      expectSame(next.bytes, full.bytes)
      try folder.write("damaged", Array(full.bytes[..<place]))
      let other = try await build("next", base: "damaged")
      expectSame(other.bytes, full.bytes)
      #expect(other.report.reused == 0)
    }
  }
}
