import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

/// The worker that watches, publishes and feeds.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WorkerTests {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/worker-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/documents", withIntermediateDirectories: true)
  }

  private var output: String { folder + "/corpus.snapshot" }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: "\(folder)/documents/\(name)", atomically: true, encoding: .utf8)
  }

  private func start(_ more: String...) throws -> RunningProgram {
    try RunningProgram(
      "entente-ingest", ["\(folder)/documents", "--output", output, "--watch", "--poll", "0.2"] + more,
      until: "generation")
  }

  private var generation: UInt64 { (try? SnapshotReader(path: output).directory.generation) ?? 0 }

  @Test func `documents that are added, changed, removed or rejected show in the next generation`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("a.txt", "Le premier document parle de Tokyo.")
    let worker = try start()
    #expect(generation == 1)
    try write("b.txt", "Le deuxième document parle de Bruxelles.")
    try await eventually("the second") { generation == 2 }
    #expect(try SnapshotReader(path: output).documents.count == 2)
    try write("a.txt", "Le premier document parle de Kyoto.")
    try await eventually("the change") { generation == 3 }
    try FileManager.default.removeItem(atPath: folder + "/documents/b.txt")
    try await eventually("the removal") { generation == 4 }
    #expect(try SnapshotReader(path: output).documents.count == 1)
    // What cannot be read changes nothing but the report.
    try Data((0..<200).map { UInt8($0) }).write(to: URL(fileURLWithPath: folder + "/documents/c.txt"))
    try await eventually("the rejection") { worker.text.contains("rejected: c.txt") }
    try await eventually("that nothing changed") { worker.text.contains("the documents are unchanged") }
    #expect(generation == 4)
    #expect(FileManager.default.fileExists(atPath: output + ".report.json"))
    try FileManager.default.removeItem(atPath: folder + "/documents/a.txt")
    try await eventually("that there is nothing") { worker.text.contains("the published one stays") }
    #expect(generation == 4)
    #expect(worker.stop() == 0)
  }

  @Test func `a worker that is killed at any moment leaves a whole snapshot, and the next one goes on`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for number in 0..<30 {
      try write("\(number).txt", "Document \(number) sur la coopération entre l’OTAN et le Japon.")
    }
    #expect(try start().stop() == 0)
    var last = generation
    #expect(last == 1)
    for round in 1...100 {
      try write("\(round % 30).txt", "Document changé \(round) sur la coopération.")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Products.path("entente-ingest"))
      process.arguments = ["\(folder)/documents", "--output", output, "--watch"]
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...500)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let snapshot = try SnapshotReader(path: output)
      try snapshot.checkContent()
      #expect(snapshot.directory.generation >= last)
      last = snapshot.directory.generation
    }
    let worker = try start()
    try await eventually("that it goes on") {
      worker.text.contains("published") || worker.text.contains("the documents are unchanged")
    }
    #expect(generation >= last)
    #expect(worker.stop() == 0)
    print("100 kills: \(last) generations")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.contains("partial") || $0.contains("candidate")
    }
    #expect(left.isEmpty, "\(left)")
  }
}
