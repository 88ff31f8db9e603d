import Foundation
import EntenteSchema
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

  @Test(arguments: [
    (["gaols", "--snapshot", "x"], "did you mean \"goals\""),
    (["bogus", "--snapshot", "x"], "no command \"entente bogus\""),
    (["snapshot", "exprot", "x"], "did you mean \"export\""), (["help", "timelin"], "did you mean \"timeline\""),
    (["--snapshot", "x", "goals"], "behind a command: entente goals --snapshot"),
    (["quotes", "--bogus"], "Unknown option '--bogus'"),
    (["search", "paix", "-guerre", "--limit", "3"], "in quotes: entente search 'paix -guerre'"),
  ]) func `a wrong command line is answered with its fault`(arguments: [String], says: String) throws {
    let answer = try entente(arguments)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.replacing("\n        ", with: " ").contains(says), "\(answer.errors)")
    #expect(isWithin(80, answer.errors))
  }

  @Test func `an unknown name is refused, with the name that may be meant and a command that works`() throws {
    let seeds = try BuiltSnapshot()
    let faults: [(arguments: [String], says: String, command: String?)] = [
      (["goal", "cyberdefence"], "did you mean cyberdefense?", "goals"),
      (["goal", "zzz"], "there are cyberdefense, ", "goals"),
      (["goals", "--priority", "9"], "there are 1, 2, 3, 4", "goals"),
      (["timeline", "--goal", "cyberdefence"], "did you mean cyberdefense?", "goals"),
      (["timeline", "--type", "visite"], "did you mean visit?", nil),
      (["timeline", "--type", "zzz"], "there are ", nil),
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
    #expect(all.contains("\n* by a date given beside the text"))
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

  @Test func `what every command shows fits the terminal, also a narrow one`() throws {
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
      "id": "a\u{1B}[2J", "title": "Titre\u{1B}]0;pris\u{07} \u{9B}31m",
      "text": "Le ministre\u{1B}[1A a parlé. 東京の会議は終わった。\u{08}\u{7F} Fin.",
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
      let controls = shown.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(controls.isEmpty, "\(command)")
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
