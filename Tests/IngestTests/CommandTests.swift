import EntenteIngest
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The real program, in a process of its own.
@Suite struct CommandTests {
  private func corpus(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lines = (0..<count).map { number in
      let text = "Le partenariat \(number) entre l’OTAN et le Japon progresse en \(number * 7919 % 1000)."
      return #"{"id": "\#(number)", "title": "Titre \#(number)", "text": "\#(text)"}"# + "\n"
    }
    try folder.write("a.jsonl", lines.joined())
    return folder
  }

  @Test func `the status says whether all, some or none was ingested`() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + ".snapshot"
    defer {
      for path in [output, output + ".report.json"] { try? FileManager.default.removeItem(atPath: path) }
    }
    try folder.write("a.txt", "Un texte.")
    let all = try Command.run(Command.ingest, [folder.path, "--output", output])
    #expect(all.status == 0)
    #expect(all.output.split(separator: "\n").count == 1)
    try folder.write("b.txt", "")
    let some = try Command.run(Command.ingest, [folder.path, "--output", output])
    #expect(some.status == 3)
    #expect(some.complaint.contains("b.txt: the file is empty"))
    let report = try String(contentsOfFile: output + ".report.json", encoding: .utf8)
    #expect(report.contains("b.txt"))
    let before = try Data(contentsOf: URL(fileURLWithPath: output))
    let none = try Command.run(Command.ingest, [folder.path("b.txt"), "--output", output])
    #expect(none.status == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: output)) == before)
  }

  @Test func `a snapshot may lie in the folder that it is made from`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b.txt", "Un texte.")
    let output = folder.path("a/../c.snapshot")
    for options in [[], [], ["--base", output]] {
      let ended = try Command.run(Command.ingest, [folder.path, "--output", output] + options)
      #expect(ended.status == 0, "\(ended.complaint)")
    }
    let dotted = try Command.run(Command.ingest, [folder.path + "/.", "--output", folder.path + "/a/.././c.snapshot"])
    #expect(dotted.status == 0, "\(dotted.complaint)")
    try folder.write("d.snapshot", "Un texte.")
    let other = try Command.run(Command.ingest, [folder.path, "--output", output])
    #expect(other.status == 3)
    #expect(other.complaint.contains("d.snapshot: unknown format"))
    let named = try Command.run(Command.ingest, [folder.path("a/b.txt"), output, "--output", output])
    #expect(named.status == 3)
  }

  @Test func `an output that cannot be written fails with its reason`() throws {
    let folder = try corpus(3)
    let ended = try Command.run(Command.ingest, [folder.path, "--output", folder.path("no/such/folder.snapshot")])
    #expect(ended.status == 1)
    #expect(ended.complaint.contains("No such file or directory"))
  }

  @Test func `the bytes are the same for any number of threads and any order of the paths`() throws {
    let folder = try corpus(5000)
    for name in ["b.txt", "c.txt", "d/e.txt"] { try folder.write(name, "Le texte de \(name).") }
    let paths = [folder.path("a.jsonl"), folder.path("b.txt"), folder.path("c.txt"), folder.path("d")]
    var snapshots: [Data] = []
    for (threads, paths) in [(1, paths), (2, paths.reversed()), (7, [paths[2], paths[0], paths[3], paths[1]])] {
      let output = folder.path + "\(threads).snapshot"
      let ended = try Command.run(Command.ingest, paths + ["--output", output, "--threads", "\(threads)"])
      #expect(ended.status == 0)
      snapshots.append(try Data(contentsOf: URL(fileURLWithPath: output)))
      try FileManager.default.removeItem(atPath: output)
    }
    #expect(snapshots[0] == snapshots[1])
    #expect(snapshots[0] == snapshots[2])
  }

  @Test func `a process that may hold little in memory writes the same bytes, and leaves no temporary file`()
    async throws
  {
    let folder = try corpus(3000)
    var snapshots: [Data] = []
    for (index, memory) in [1 << 40, 1 << 16, 0].enumerated() {
      let output = folder.path("\(index).snapshot")
      var options = IngestOptions()
      options.memory = memory
      _ = try await SnapshotBuilder(options: options).build([folder.path("a.jsonl")], output: output)
      snapshots.append(try Data(contentsOf: URL(fileURLWithPath: output)))
      try FileManager.default.removeItem(atPath: output)
    }
    #expect(snapshots[0] == snapshots[1])
    #expect(snapshots[0] == snapshots[2])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.jsonl"])
  }

  @Test func `a file that cannot grow is an error, and the old snapshot stays`() throws {
    let (old, new) = (try corpus(50), try corpus(20_000))
    let output = old.path("out/a.snapshot")
    try FileManager.default.createDirectory(atPath: old.path("out"), withIntermediateDirectories: false)
    _ = try Command.run(Command.ingest, [old.path("a.jsonl"), "--output", output])
    let before = try Data(contentsOf: URL(fileURLWithPath: output))
    // A limit on files stands for a full disk: the write fails in the same place.
    let script = #"trap "" XFSZ; ulimit -f 100; exec "$0" "$@""#
    let ended = try Command.run(
      "/bin/bash", ["-c", script, Command.ingest, new.path, "--output", output, "--no-extract"])
    #expect(ended.status == 1)
    #expect(ended.complaint.contains("cannot write"))
    #expect(ended.complaint.contains("File too large"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: output)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: old.path("out")) == ["a.snapshot"])
  }

  @Test func `a base is told of when it is passed over, and when it is used`() throws {
    let folder = try corpus(20)
    let output = folder.path("out.snapshot")
    let first = try Command.run(Command.ingest, [folder.path("a.jsonl"), "-o", output, "--base", folder.path("none")])
    #expect(first.status == 0)
    #expect(first.complaint.contains("none is ignored"))
    let second = try Command.run(Command.ingest, [folder.path("a.jsonl"), "-o", output, "--base", output])
    #expect(second.status == 0)
    #expect(second.output.contains("20 unchanged"))
    #expect(second.complaint.isEmpty)
  }

  @Test func `rows from standard input give the bytes of the same rows in a file`() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<300).map {
      #"{"id": "\#($0)", "file": "archive.jsonl", "text": "Le texte \#($0) de l’Otan."}"# + "\n"
    }
    try folder.write("rows.jsonl", lines.joined())
    let read = try Command.run(Command.ingest, [folder.path("rows.jsonl"), "-o", folder.path("read")])
    #expect(read.status == 0)
    let script = #"cat "$1" | "$0" - -o "$2""#
    let piped = try Command.run(
      "/bin/bash", ["-c", script, Command.ingest, folder.path("rows.jsonl"), folder.path("piped")])
    #expect(piped.status == 0, "\(piped.complaint)")
    let (left, right) = try (
      Data(contentsOf: URL(fileURLWithPath: folder.path("read"))),
      Data(contentsOf: URL(fileURLWithPath: folder.path("piped")))
    )
    let isSame = left == right
    #expect(isSame)
    #expect(try SnapshotReader(path: folder.path("piped")).documents[7].file == "archive.jsonl")
  }

  @Test func `what is wrong with rows from standard input is told by their number`() throws {
    let folder = try TemporaryFolder()
    let script = #"printf '{"id": "a", "text": "Un.", "file": ""}\nno object\n' | "$0" - -o "$1""#
    let ended = try Command.run("/bin/bash", ["-c", script, Command.ingest, folder.path("out")])
    #expect(ended.status == 3)
    #expect(ended.complaint.contains("-:2: not a JSON object"))
    #expect(try SnapshotReader(path: folder.path("out")).documents[0].file == "-:1")
    let empty = try Command.run("/bin/bash", ["-c", #""$0" - -o "$1" < /dev/null"#, Command.ingest, folder.path("no")])
    #expect(empty.status == 1)
    let watched = try Command.run(Command.ingest, ["-", "-o", folder.path("no"), "--watch"])
    #expect(watched.status == 64)
  }

  @Test func `merging says what it did, and what is in the way`() throws {
    let folder = try corpus(20)
    try folder.write("b.jsonl", #"{"id": "7", "text": "Un autre texte."}"#)
    let (left, right, both) = (folder.path("left"), folder.path("right"), folder.path("both"))
    #expect(try Command.run(Command.ingest, [folder.path("a.jsonl"), "-o", left]).status == 0)
    #expect(try Command.run(Command.ingest, [folder.path("b.jsonl"), "-o", right]).status == 0)
    let whole = try Command.run(
      Command.ingest, [folder.path("a.jsonl"), folder.path("b.jsonl"), "-o", folder.path("all")])
    let merged = try Command.run(Command.ingest, ["merge", right, left, "-o", both])
    #expect(merged.status == 3)
    #expect(merged.output.contains("20 documents, 20 unchanged"))
    #expect(merged.complaint == whole.complaint)
    #expect(merged.complaint.contains("its id 7 is already used by a.jsonl:8"))
    let (report, other) = try (
      String(contentsOfFile: both + ".report.json", encoding: .utf8),
      String(contentsOfFile: folder.path("all") + ".report.json", encoding: .utf8)
    )
    #expect(report == other)
    #expect(try SnapshotReader(path: both).id == SnapshotReader(path: folder.path("all")).id)
    let next = try Command.run(Command.ingest, ["merge", left, "-o", both, "--generation", "9", "--memory", "64M"])
    #expect(next.status == 0)
    #expect(try SnapshotReader(path: both).directory.generation == 9)
    let missing = try Command.run(Command.ingest, ["merge", left, folder.path("none"), "-o", both])
    #expect(missing.status == 1)
    #expect(missing.complaint.contains("none: No such file"))
    #expect(try Command.run(Command.ingest, ["merge", left, "-o", both, "--memory", "1M"]).status == 64)
    #expect(try Command.run(Command.ingest, ["merge", "-o", both]).status == 64)
  }

  @Test(arguments: ["1M", "0", "12X", "-5M", "99999999999999G"])
  func `a memory size that is no size, or too small, is refused`(_ size: String) throws {
    let ended = try Command.run(Command.ingest, ["nowhere", "--output", "nowhere.snapshot", "--memory=\(size)"])
    #expect(ended.status == 64)
    #expect(ended.complaint.contains("--memory"))
  }

  @Test(arguments: [SIGINT, SIGTERM]) func `a process that is asked to end leaves nothing behind`(_ signal: Int32)
    async throws
  {
    let folder = try corpus(20_000)
    for step in 0..<4 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Command.ingest)
      process.arguments = [folder.path("a.jsonl"), "--output", folder.path("out.snapshot")]
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      try await Task.sleep(for: .milliseconds(100 + step * 200))
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(left == ["a.jsonl"] || process.terminationStatus == 0)
      #expect(process.terminationStatus == 128 + signal || process.terminationStatus == 0)
      try? FileManager.default.removeItem(atPath: folder.path("out.snapshot"))
    }
  }

  @Test func `a kill at any moment leaves the old snapshot or the new one`() async throws {
    let (old, new) = (try corpus(50), try corpus(3000))
    let output = old.path("out/a.snapshot")
    try FileManager.default.createDirectory(atPath: old.path("out"), withIntermediateDirectories: false)
    _ = try Command.run(Command.ingest, [new.path, "--output", output])
    let newID = try SnapshotReader(path: output).id
    _ = try Command.run(Command.ingest, [old.path("a.jsonl"), "--output", output])
    let oldID = try SnapshotReader(path: output).id
    for step in 0..<30 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Command.ingest)
      process.arguments = [new.path, "--output", output]
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      try await Task.sleep(for: .milliseconds(step * 12))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = try VerifiedSnapshot(verifying: SnapshotReader(path: output)).snapshot.id
      #expect(found == oldID || found == newID)
      if found == newID { _ = try Command.run(Command.ingest, [old.path("a.jsonl"), "--output", output]) }
    }
    let last = try Command.run(Command.ingest, [new.path, "--output", output])
    #expect(last.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: old.path("out")) == ["a.snapshot"])
  }

  @Test(.timeLimit(.minutes(10)))
  func `of two ingestions to one output, the file is that of one, and who fails says why`()
    async throws
  {
    let corpora = [try corpus(2000), try corpus(2001)]
    let folder = try TemporaryFolder()
    let output = folder.path("a.snapshot")
    for step in 0..<12 {
      let processes = try corpora.map { corpus in
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.ingest)
        process.arguments = [corpus.path, "--output", output]
        let complaint = Pipe()
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, complaint)
        try process.run()
        Thread.sleep(forTimeInterval: Double(step) * 0.02)
        return (process, complaint)
      }
      var counts: [Int] = []
      for (index, (process, complaint)) in processes.enumerated() {
        process.waitUntilExit()
        let complained = String(decoding: try complaint.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        if process.terminationStatus == 0 { counts.append(2000 + index) }
        #expect(process.terminationStatus == 0 || complained.contains("being written by another process"))
      }
      let snapshot = try VerifiedSnapshot(verifying: SnapshotReader(path: output)).snapshot
      #expect(counts.contains(snapshot.documents.count))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.snapshot"])
    }
  }

  @Test(.timeLimit(.minutes(10))) func `an output or a base that is no regular file is refused, and left alone`() throws
  {
    let folder = try corpus(3)
    let pipe = folder.path("pipe")
    // Sound: the kernel reads the path as a C string that lives through the call.
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "a.jsonl")
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for (output, reason) in [
      (pipe, "a named pipe"), (folder.path("link"), "a symbolic link"), (folder.path, "a folder"),
    ] {
      let ended = try Command.run(Command.ingest, [folder.path("a.jsonl"), "--output", output])
      #expect(ended.status == 1)
      #expect(ended.complaint.contains("is \(reason)"), "\(ended.complaint)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
    }
    let based = try Command.run(
      Command.ingest, [folder.path("a.jsonl"), "--output", folder.path("out"), "--base", pipe])
    #expect(based.status == 0)
    #expect(based.complaint.contains("is ignored: \(pipe): it is a named pipe"))
  }
}
