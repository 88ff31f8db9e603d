import EntenteIngest
import EntenteSchema
import EntenteSnapshot
import Foundation
import TestCorpora
import Testing

/// Snapshots that are merged have the bytes of one ingestion of all their documents.
@Suite struct MergeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // Documents

  /// Files of one document each, so that a document is called the same wherever it is read.
  private func writeCorpus(_ random: inout SplitMix64) throws -> [String] {
    var files: [String] = []
    let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds").resolvingSymlinksInPath()
    for name in try FileManager.default.contentsOfDirectory(atPath: seeds.path).sorted() where name.hasSuffix(".txt") {
      files.append(try folder.write("corpus/\(name)", Array(Data(contentsOf: seeds.appending(path: name)))))
    }
    for (index, person) in ["Hanna Virtanen", "Paul Lemaire", "Aiko Tanabe", "Eva Virtanen"].enumerated() {
      let family = person.split(separator: " ").last ?? ""
      files.append(
        try folder.write(
          "corpus/\(index)a.txt",
          "Visite à Oslo\n\nOslo, le \(index + 3) mars 2024\n\n\(person), ministre de la Défense du Japon, s’est rendu à "
            + "Oslo. « La cyberdéfense est une priorité commune », a déclaré \(person).\n"))
      files.append(
        try folder.write(
          "corpus/\(index)b.txt",
          "Une rencontre\n\nMme \(family) a rencontré le secrétaire général de l’Otan vendredi à Tokyo. "
            + "« Nous irons plus loin », a déclaré Mme \(family).\n"))
    }
    var mixer = try SentenceMixer(seed: random.next())
    for (number, document) in mixer.documents(40, programmes: 2).enumerated() {
      var members = ["id": document.id, "text": document.text]
      if number.isMultiple(of: 2) { members["title"] = document.title }
      if number.isMultiple(of: 3) { members["date"] = "2024-02-\(10 + number % 19)" }
      if number.isMultiple(of: 4) { members["publisher"] = "Agence \(number % 5)" }
      if number.isMultiple(of: 5) { members["source"] = "https://exemple.fr/\(number)" }
      if number.isMultiple(of: 7) { members["language"] = number.isMultiple(of: 2) ? "en" : "" }
      files.append(try folder.write("corpus/\(document.id).jsonl", Array(JSONEncoder().encode(members))))
    }
    try folder.write(
      "corpus/corpus.json",
      #"{"documents": [{"file": "0b.txt", "referenceDate": "2024-03-06"}, {"file": "1b.txt", "title": "Autre titre"}]}"#
    )
    return files
  }

  private func build(_ name: String, _ files: [String], extracts: Bool = true, version: String = EntenteVersion.current)
    async throws -> IngestReport
  {
    var options = IngestOptions()
    options.extracts = extracts
    options.writerVersion = version
    return try await SnapshotBuilder(options: options).build(files, output: folder.path(name))
  }

  @discardableResult
  private func merge(_ names: [String], memory: Int = 512 << 20, threads: Int = 2) async throws -> IngestReport {
    var options = IngestOptions()
    (options.memory, options.threads) = (memory, threads)
    return try await SnapshotBuilder(options: options).merge(names.map(folder.path), output: folder.path("merged"))
  }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder.path(name))) }

  private func expectSame(_ name: String, _ other: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let isSame = try bytes(name) == bytes(other)
    #expect(isSame, sourceLocation: sourceLocation)
  }

  // Equality

  @Test(arguments: [1, 2, 3, 5], [true, false])
  func `the bytes do not depend on the split nor on the order`(_ count: Int, _ extracts: Bool) async throws {
    var random = SplitMix64(state: UInt64(count) * 977 + (extracts ? 1 : 0))
    let files = try writeCorpus(&random)
    let whole = try await build("whole", files, extracts: extracts)
    #expect(whole.findings.rejections.isEmpty)
    for _ in 0..<(extracts ? 3 : 1) {
      var parts = [[String]](repeating: [], count: count)
      for (index, file) in files.shuffled(using: &random).enumerated() {
        // No part is empty; beyond that they are of any size.
        parts[index < count ? index : Int.random(in: 0..<count, using: &random)].append(file)
      }
      var names: [String] = []
      for (index, part) in parts.enumerated() {
        names.append("part\(index)")
        _ = try await build("part\(index)", part, extracts: extracts)
      }
      names.shuffle(using: &random)
      let report = try await merge(
        names, memory: try #require([1 << 20, 64 << 20].randomElement(using: &random)),
        threads: Int.random(in: 1...3, using: &random))
      try expectSame("merged", "whole")
      #expect(report.snapshotID == whole.snapshotID)
      #expect(report.documents == whole.documents)
      #expect(report.textSize == whole.textSize)
      #expect(report.findings.rejections.isEmpty)
      #expect(
        extracts ? report.reused == whole.documents : report.reused == 0,
        "\(report.reused) of \(whole.documents)")
    }
    let verified = try VerifiedSnapshot(verifying: SnapshotReader(path: folder.path("merged"))).snapshot
    #expect(verified.goals.count > 0 || !extracts)
  }

  @Test func `what was merged is merged again`() async throws {
    var random = SplitMix64(state: 5)
    let files = try writeCorpus(&random)
    _ = try await build("whole", files)
    for (index, start) in stride(from: 0, to: files.count, by: 15).enumerated() {
      _ = try await build("part\(index)", Array(files[start..<min(start + 15, files.count)]))
    }
    try await merge(["part3", "part0"])
    try FileManager.default.moveItem(atPath: folder.path("merged"), toPath: folder.path("first"))
    try await merge(["part1", "first", "part2"])
    try expectSame("merged", "whole")
  }

  @Test func `of documents with one id the same one stays, and the others are reported as at ingestion`() async throws {
    func line(_ folderName: String, _ text: String) throws -> String {
      try folder.write("\(folderName)/x.jsonl", #"{"id": "twice", "text": "\#(text)"}"#)
    }
    let files = try [line("a", "Un texte."), line("b", "Autre texte."), line("c", "Autre texte."), line("d", "Fin.")]
    let alone = try folder.write("alone.txt", "Un document seul.")
    let whole = try await build("whole", files + [alone])
    #expect(whole.findings.rejections.count == 3)
    _ = try await build("left", [files[0], files[1]])
    _ = try await build("right", [alone, files[2], files[3]])
    for names in [["left", "right"], ["right", "left"]] {
      let report = try await merge(names)
      try expectSame("merged", "whole")
      #expect(report.findings.rejections.count == 1)
      #expect(whole.findings.rejections.contains(try #require(report.findings.rejections.first)))
    }
    let twice = try await merge(["left", "left"])
    try expectSame("merged", "left")
    #expect(twice.findings.rejections.count == 1)
  }

  @Test func `the output may be one of the snapshots`() async throws {
    var random = SplitMix64(state: 6)
    let files = try writeCorpus(&random)
    _ = try await build("whole", files)
    _ = try await build("merged", Array(files.prefix(20)))
    _ = try await build("rest", Array(files.dropFirst(20)))
    try await merge(["merged", "rest"])
    try expectSame("merged", "whole")
  }

  // What is refused

  private func refusal(_ names: [String]) async throws -> String {
    let error = await #expect(throws: IngestError.self) { try await merge(names) }
    return error.map { "\($0)" } ?? ""
  }

  @Test func `a snapshot that cannot be merged is refused with what to do, and the output stays`() async throws {
    let file = try folder.write("a.txt", "Un texte.")
    _ = try await build("good", [file])
    _ = try await build("merged", [file])
    _ = try await build("older", [file], version: "0.9.0")
    _ = try await build("plain", [file], extracts: false)
    try folder.write("text", "Pas un instantané.")
    let before = try bytes("merged")
    for (name, reason) in [
      ("older", "0.9.0 wrote it"), ("older", "ingest its documents again"), ("plain", "--no-extract"),
      ("text", "not a snapshot"), ("none", "No such file"),
    ] {
      for names in [["good", name], [name, "good"]] {
        let refusal = try await refusal(names)
        #expect(refusal.contains(reason))
        #expect(refusal.contains(folder.path(name)))
      }
    }
    let after = try bytes("merged")
    #expect(after == before)
  }

  @Test func `damage is told of, and never shows in the result`() async throws {
    let files = try (0..<5).map { try folder.write("\($0).txt", "Le document \($0) est à Tokyo avec M. Paul Lemaire.") }
    _ = try await build("whole", files)
    _ = try await build("left", Array(files.prefix(3)))
    _ = try await build("right", Array(files.dropFirst(3)))
    let right = try bytes("right")
    for place in stride(from: 0, to: right.count, by: max(right.count / 60, 1)) {
      var damaged = right
      damaged[place] ^= 0x20
      try folder.write("damaged", Array(damaged))
      do {
        try await merge(["left", "damaged"])
        // The byte is of padding, or of the id.
        try expectSame("merged", "whole")
      } catch let error as IngestError {
        #expect("\(error)".contains("damaged"))
      }
    }
  }
}
