package import EntenteCorpus
internal import EntenteIngest
internal import Foundation

/// Corpora made from texts, by the ingestion that users run.
package enum CorpusFixture {
  /// - Parameters:
  ///   - documents: an id, a title and a text each.
  ///   - output: where the snapshot is kept; nil for nowhere.
  ///   - date: the publication date of an id; nil for none. One of ten days unless given.
  package static func make(
    _ documents: [(id: String, title: String, text: String)], generation: UInt64 = 1, output: String? = nil,
    date: (String) -> String? = { "2023-07-1\($0.utf8.last.map { $0 % 10 } ?? 0)" }
  ) async throws -> Corpus {
    let folder = FileManager.default.temporaryDirectory.appending(path: "query-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var lines = ""
    for document in documents {
      var object = ["id": document.id, "title": document.title, "text": document.text]
      object["date"] = date(document.id)
      lines += String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }
    let input = folder.appending(path: "corpus.jsonl")
    try Data(lines.utf8).write(to: input)
    let output = output ?? folder.appending(path: "corpus.snapshot").path
    var options = IngestOptions()
    options.generation = generation
    _ = try await SnapshotBuilder(options: options).build([input.path], output: output)
    return try Corpus(path: output)
  }

  /// The documents that ship with the project.
  package static func seeds() async throws -> Corpus {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let output = FileManager.default.temporaryDirectory.appending(path: "seeds-\(UUID().uuidString).snapshot")
    defer { try? FileManager.default.removeItem(at: output) }
    _ = try await SnapshotBuilder(options: IngestOptions()).build(
      [root.appending(path: "seeds").path], output: output.path)
    return try Corpus(path: output.path)
  }

  /// Texts in which the same things are spelt in many ways.
  package static let spellings: [(id: String, title: String, text: String)] = [
    (
      "d1", "Réunion à Tokyo",
      "Le chef de l'OTAN a rencontré le ministre. La cyberdéfense et la sécurité maritime étaient au programme."
    ),
    ("d2", "La région", "Les partenaires de l’Indo-Pacifique ont signé un accord. Rien de plus."),
    ("d3", "Autre région", "La stratégie indopacifique du pays est neuve."),
    ("d4", "Un sigle", "L'O.T.A.N. est une alliance. Les opérations indo pacifique continuent."),
    (
      "d5", "Sécurité",
      "La maritime sécurité n'est pas la même chose. Cyberdéfense : un exercice CYBERDÉFENSE aura lieu."
    ),
    ("d6", "Jardinage", "Planter des tomates au printemps demande du soleil."),
  ]
}
