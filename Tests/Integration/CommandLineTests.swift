import EntenteSchema
import Foundation
import Testing

/// What a stranger reads who mistypes: faults name what was wrong and a command that works, in lines that fit.
@Suite(.timeLimit(.minutes(2))) struct CommandLineTests {
  private func entente(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Products.Result {
    try Products.run(Products.path("entente"), arguments, environment: environment)
  }

  private func isWithin(_ width: Int, _ text: String) -> Bool {
    text.split(separator: "\n").allSatisfy { $0.count <= width || $0.contains("Try: ") }
  }

  @Test(arguments: [
    [], ["search"], ["suggest"], ["document"], ["documents"], ["related"], ["programme"], ["goals"], ["goal"],
    ["timeline"], ["entities"], ["entity"], ["quotes"], ["status"], ["snapshot"], ["snapshot", "info"],
    ["snapshot", "verify"], ["snapshot", "export"], ["snapshot", "diff"],
  ]) func `help fits eighty columns, and fewer`(command: [String]) throws {
    let help = try entente(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: entente"))
    #expect(isWithin(80, help.output))
    let narrow = try entente(command + ["--help"], environment: ["COLUMNS": "64"])
    #expect(isWithin(64, narrow.output))
  }

  @Test(arguments: ["entente-query", "entente-ingest"]) func `help of the services fits too`(program: String) throws {
    let help = try Products.run(Products.path(program), ["--help"])
    #expect(help.output.contains("USAGE: \(program)"))
    #expect(isWithin(80, help.output))
  }

  @Test(arguments: ["entente", "entente-ingest", "entente-query"], ["bash", "zsh", "fish"])
  func `completions are what the parser writes, line by line`(program: String, shell: String) throws {
    let script = try Products.run(Products.path(program), ["--generate-completion-script", shell])
    #expect(script.status == 0)
    // Comments and code of the parser's own are longer than help.
    #expect(!isWithin(80, script.output))
  }

  @Test(arguments: [
    (["gaols", "--snapshot", "x"], "did you mean \"goals\""),
    (["bogus", "--snapshot", "x"], "unknown command \"entente bogus\""),
    (["snapshot", "exprot", "x"], "did you mean \"export\""), (["help", "timelin"], "did you mean \"timeline\""),
    (["--snapshot", "x", "goals"], "after a command: entente goals --snapshot"),
    (["quotes", "--bogus"], "Unknown option '--bogus'"),
    (["search", "paix", "-guerre", "--limit", "3"], "contains -: entente search 'paix -guerre'"),
  ]) func `a wrong command line is answered with its fault`(arguments: [String], says: String) throws {
    let answer = try entente(arguments)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.replacing("\n        ", with: " ").contains(says), "\(answer.errors)")
    #expect(isWithin(80, answer.errors))
  }

  @Test(arguments: [
    (["--busy-poll", "20000"], "--busy-poll takes 0 to 10000 microseconds."),
    (["--queue-time", "-1"], "--queue-time"),
    (["--queue-time", "4000000"], "--queue-time takes 0 to 3600000 milliseconds."),
  ]) func `a replica refuses times that make no sense`(flags: [String], says: String) throws {
    let answer = try Products.run(Products.path("entente-query"), ["--snapshot", "x"] + flags)
    #expect(answer.status == 64)
    #expect(answer.errors.contains(says), "\(answer.errors)")
  }

  @Test func `an unknown name is refused, with the name that may be meant and a command that works`() throws {
    let seeds = try BuiltSnapshot()
    let faults: [(arguments: [String], says: String, command: String?)] = [
      (["goal", "cyberdefence"], "did you mean cyberdefense?", "goals"),
      (["goal", "zzz"], "choose from cyberdefense, ", "goals"),
      (["goals", "--priority", "9"], "choose from 1, 2, 3, 4", "goals"),
      (["timeline", "--goal", "cyberdefence"], "did you mean cyberdefense?", "goals"),
      (["timeline", "--type", "visite"], "did you mean visit?", nil),
      (["timeline", "--type", "zzz"], "choose from ", nil),
      (["timeline", "--person", "Stoltenbreg"], "did you mean Jens Stoltenberg?", "entities --kind person"),
      (["timeline", "--person", "Japon"], "Japon is a country: country/jp", "entities --kind person"),
      (["timeline", "--organisation", "zzz"], "no organisation in the corpus", "entities --kind organisation"),
      (["timeline", "--country", "zzz"], "no country in the corpus", "entities --kind country"),
      (["timeline", "--place", "Vilnus"], "did you mean Vilnius?", "entities --kind place"),
      (["quotes", "--goal", "zzz"], "no goal is called", "goals"),
      (["quotes", "--by", "Ruttte"], "did you mean Mark Rutte?", "entities --kind person"),
      (["entity", "Vilnus"], "did you mean Vilnius?", "entities"),
      (["document", "zzz"], "no document has the id", "documents"),
      (["related", "zzz"], "no document has the id", "documents"),
      (["programme", "--document", "zzz"], "no programme in", "documents"),
    ]
    for (arguments, says, command) in faults {
      let answer = try entente(arguments + ["--snapshot", seeds.path])
      #expect(answer.status == 1, "\(arguments)")
      #expect(answer.output.isEmpty, "\(arguments)")
      #expect(answer.errors.replacing("\n  ", with: " ").contains(says), "\(arguments): \(answer.errors)")
      #expect(isWithin(80, answer.errors), "\(arguments)")
      #expect(!answer.errors.contains(/(List|Get)[A-Z]/), "\(arguments): a method of the service is no command")
      if let command {
        let works = "\(command) --snapshot \(seeds.path)"
        #expect(answer.errors.contains("Try: entente \(works)\n"), "\(arguments)")
        #expect(try entente(works.split(separator: " ").map(String.init)).status == 0, "\(works)")
      }
    }
    let query = try entente(["search", "person:Stoltenbreg", "--snapshot", seeds.path])
    #expect(query.status == 64)
    #expect(query.errors.contains("character 1"))
    #expect(query.errors.replacing("\n  ", with: " ").contains("did you mean Jens Stoltenberg?"))
  }

  @Test func `a goal is meant by its id, its number, its title or its English name`() throws {
    let seeds = try BuiltSnapshot()
    let answers = try ["communication-strategique", "2", "STRATCOM", "communication stratégique (StratCom)"].map {
      try entente(["goal", $0, "--json", "--snapshot", seeds.path])
    }
    #expect(answers.allSatisfy { $0.status == 0 && $0.output == answers[0].output })
  }

  @Test func `where there is nothing, it is said aside and the status tells`() throws {
    let seeds = try BuiltSnapshot()
    for arguments in [
      ["suggest", "zzz"], ["search", "zzzz"], ["timeline", "--since", "2090"], ["quotes", "--since", "2090"],
      ["entities", "--name", "zzz"],
    ] {
      let answer = try entente(arguments + ["--snapshot", seeds.path])
      #expect(answer.status == 1, "\(arguments)")
      #expect(answer.output.isEmpty && answer.errors.hasPrefix("No"), "\(arguments): \(answer.errors)")
      let json = try entente(arguments + ["--json", "--snapshot", seeds.path])
      #expect(json.status == 1 && json.errors.isEmpty, "\(arguments)")
      #expect(json.output.contains("\"snapshot\""), "\(arguments)")
    }
  }

  @Test func `an ambiguous name shows the most mentioned, and names the others`() throws {
    let seeds = try BuiltSnapshot()
    let text = try entente(["entity", "ministère", "--snapshot", seeds.path]).output
    let json = try entente(["entity", "ministère", "--json", "--snapshot", seeds.path]).output
    #expect(text.contains("Others by that name"))
    let others = try JSONDecoder().decode(GetEntityResponse.self, from: Data(json.utf8)).alsoCalled.map(\.id)
    #expect(!others.isEmpty)
    for id in others {
      #expect(text.contains("[\(id)]"))
      let one = try entente(["entity", id, "--snapshot", seeds.path])
      #expect(one.output.contains(id) && !one.output.contains("Others by that name"))
    }
  }

  @Test func `quotations are dated by their document where the text does not say when, and asked for by it`() throws {
    let seeds = try BuiltSnapshot()
    let all = try entente(["quotes", "--snapshot", seeds.path]).output
    #expect(all.contains("as of 2025-04-09*"))
    #expect(all.contains("\n* based on a date from a manifest"))
    let april = try entente(["quotes", "--since", "2025-04", "--until", "2025-04", "--snapshot", seeds.path]).output
    #expect(april.contains("as of 2025-04-09*") && !april.contains("2024"))
    #expect(!april.contains("undated"))
  }

  @Test func `a document without a title is known by its first words`() throws {
    let seeds = try BuiltSnapshot()
    let answer = try JSONDecoder().decode(
      ListDocumentsResponse.self,
      from: Data(try entente(["documents", "--json", "--snapshot", seeds.path]).output.utf8))
    let untitled = try #require(answer.documents.first { $0.title.isEmpty })
    #expect(!untitled.opening.isEmpty)
    let words = untitled.opening.split(separator: " ").prefix(5).joined(separator: " ")
    for command in [["documents"], ["related", untitled.id], ["search", words, "--limit", "5"]] {
      let text = try entente(command + ["--snapshot", seeds.path]).output
      #expect(command[0] == "related" || text.contains("«\u{A0}\(words)"), "\(command)")
    }
    #expect(answer.documents.allSatisfy { $0.title.isEmpty || $0.opening.isEmpty })
  }

  @Test func `what every command shows fits the terminal`() throws {
    let seeds = try BuiltSnapshot()
    for command in [
      ["search", "OTAN", "--facets"], ["suggest", "cyb"], ["documents"], ["programme"], ["goals"], ["goal", "6"],
      ["timeline"], ["entities"], ["entity", "ATLA"], ["entity", "OTAN", "--all"], ["quotes", "--by", "Stoltenberg"],
      ["status"],
    ] {
      for width in [80, 100] {
        let answer = try entente(command + ["--snapshot", seeds.path], environment: ["COLUMNS": "\(width)"])
        #expect(answer.status == 0, "\(command): \(answer.errors)")
        for line in answer.output.split(separator: "\n") { #expect(line.count <= width, "\(command): \(line)") }
      }
    }
  }

  @Test func `a long answer is cut, says by how much, and is whole on request`() throws {
    let seeds = try BuiltSnapshot()
    let (cut, whole) = try (
      entente(["entity", "OTAN", "--snapshot", seeds.path]).output,
      entente(["entity", "OTAN", "--all", "--snapshot", seeds.path]).output
    )
    let left = try #require(cut.firstMatch(of: /… and ([0-9]+) more events: add --all/))
    func events(_ text: String) -> Int { text.matches(of: /· (past|planned|proposed) ·/).count }
    #expect(events(whole) == events(cut) + (Int(left.1) ?? 0))
    #expect(!whole.contains("add --all"))
  }

  @Test func `a document cannot command the terminal, nor break the lines of a list`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let document = [
      "id": "a\u{1B}[2J", "title": "Titre\u{1B}]0;pris\u{07} \u{9B}31m\u{1B}[8m",
      "text": "Le ministre\u{1B}[1A a \u{1B}[30;40mparlé\u{202E}. 東京の会議は終わった。\u{08}\u{7F}\u{2066} Fin.",
    ]
    let input = folder.appending(path: "c.jsonl")
    try JSONSerialization.data(withJSONObject: document).write(to: input)
    let snapshot = folder.appending(path: "c.snapshot").path
    let ingest = try Products.run(Products.path("entente-ingest"), [input.path, "--output", snapshot])
    #expect(ingest.status == 0, "\(ingest.errors)")
    for command in [["documents"], ["document", "a\u{1B}[2J"], ["search", "ministre"], ["document", "\u{1B}[2J"]] {
      let answer = try entente(command + ["--snapshot", snapshot])
      let shown = answer.output + answer.errors
      #expect(!shown.isEmpty)
      #expect(commands(in: shown).isEmpty, "\(command)")
      // Also where there are colours: a terminal that Python makes.
      let pty = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]))"
      let coloured = try Products.run(
        "/usr/bin/env", ["python3", "-c", pty, Products.path("entente")] + command + ["--snapshot", snapshot],
        environment: ["TERM": "xterm"])
      let plain = coloured.output.replacing(/\u{1B}\[(0|1|2|32|1;33|1;36)m/, with: "").replacing("\r\n", with: "\n")
      #expect(!plain.isEmpty)
      #expect(commands(in: plain).isEmpty, "\(command) on a terminal")
      let json = try entente(command + ["--json", "--snapshot", snapshot])
      #expect(commands(in: json.output + json.errors).isEmpty, "\(command) --json")
    }
    for format in ["csv", "ics", "graphml", "jsonl"] {
      let export = try entente(["snapshot", "export", snapshot, "--format", format, "--table", "documents"])
      #expect(export.status == 0, "\(export.errors)")
      #expect(commands(in: export.output.replacing("\r\n", with: "\n")).isEmpty, "\(format)")
    }
  }

  /// The characters of a text that command a terminal or turn its direction.
  private func commands(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
  }

  @Test func `a name of a file cannot command the terminal`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("Texte.".utf8).write(to: folder.appending(path: "a.txt"))
    try Data().write(to: folder.appending(path: "b\u{1B}[8m\u{9B}31m\u{202E}.txt"))
    let output = folder.path + "/\u{1B}[8mc.snapshot"
    let ingest = try Products.run(Products.path("entente-ingest"), [folder.path, "--output", output])
    #expect(ingest.status == 3)
    #expect(ingest.errors.contains("b[8m31m.txt: the file is empty"))
    for arguments in [[folder.path, "--\u{1B}[8m"], ["\u{1B}[8m", "--output", output], ["extract", folder.path]] {
      let ended = try Products.run(Products.path("entente-ingest"), arguments)
      #expect(commands(in: ended.output + ended.errors).isEmpty, "\(arguments)")
    }
    #expect(commands(in: ingest.output + ingest.errors).isEmpty)
    let report = try String(contentsOfFile: output + ".report.json", encoding: .utf8)
    #expect(commands(in: report).isEmpty)
    for command in [["snapshot", "info", output], ["snapshot", "verify", output], ["status", "--snapshot", output]] {
      let shown = try entente(command)
      #expect(shown.status == 0)
      #expect(commands(in: shown.output + shown.errors).isEmpty, "\(command)")
    }
  }

  @Test func `an answer that cannot be written is a failure`() throws {
    let seeds = try BuiltSnapshot()
    for command in [["search", "OTAN"], ["status", "--json"], ["documents"], ["snapshot", "info"]] {
      let source = command[0] == "snapshot" ? [seeds.path] : ["--snapshot", seeds.path]
      let ended = try Products.run(
        "/bin/sh", ["-c", #"exec "$0" "$@" > /dev/full"#, Products.path("entente")] + command + source)
      #expect(ended.status == 74, "\(command)")
      #expect(ended.errors.contains("No space left on device"), "\(command): \(ended.errors)")
    }
  }

  @Test func `a corpus of several programmes shows the first and names the others`() throws {
    let several = try BuiltSnapshot(of: "Tests/ExtractionTests/Development", rejectingSome: true)
    let first = try entente(["programme", "--snapshot", several.path]).output
    let answer = try JSONDecoder().decode(
      GetProgrammeResponse.self,
      from: Data(try entente(["programme", "--json", "--snapshot", several.path]).output.utf8))
    #expect(!answer.others.isEmpty)
    for other in answer.others {
      #expect(first.contains("[\(other.id)]"))
      let shown = try entente(["programme", "--document", other.id, "--snapshot", several.path])
      #expect(shown.status == 0 && shown.output != first)
    }
  }
}
