import ArgumentParser
import EntenteClient
import EntenteFileMapping
import EntenteSchema
import TTRPC

struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What the server or the snapshot file holds, and how each replica is.",
    discussion: """
      Every server is asked, and every address of a name that has several: generation,
      age of its snapshot, time since it started, calls answered, health.

      Examples:
        entente status --server 127.0.0.1:7420 --json | jq -r .snapshot.id
        entente status --replicas --watch --server query-1:7420,query-2:7420
      """)

  @OptionGroup var options: AnswerOptions
  @Flag(help: "Only the table of replicas; with --json as {\"replicas\": [...]}.") var replicas = false
  @Flag(help: "Show it again every two seconds.") var watch = false

  func validate() throws {
    guard !watch || !options.json else { throw ValidationError("--watch and --json exclude each other.") }
    guard !replicas || options.source.snapshot == nil else {
      throw ValidationError("--replicas asks servers; a file has none.")
    }
  }

  func run() async throws {
    guard watch else { return try await show() }
    while true {
      if Style.ofStandardOutput().colours { try? StandardStream.output.write(Array("\u{1B}[H\u{1B}[2J".utf8)) }
      do { try await show() } catch {}
      try await Task.sleep(for: .seconds(2))
    }
  }

  private func show() async throws {
    if !replicas {
      let answer = try await options.source.withCorpus { (corpus) async throws(RPCError) in
        try await corpus.describe(DescribeRequest())
      }
      if options.json { return try Screen.show([canonicalJSON(answer)]) }
      try Screen.show(lines(answer, style: .ofStandardOutput()))
      guard options.source.isServer else { return }
      try Screen.show([""])
    }
    let states = try await ReplicaStates(try options.source.servers(), of: options.source)
    if options.json {
      try Screen.show([canonicalJSON(states)])
    } else {
      try Screen.show(states.lines(style: .ofStandardOutput()))
    }
    if !states.areServing { throw ExitStatus.unavailable.code }
  }

  private func lines(_ answer: DescribeResponse, style: Style) -> [String] {
    let facts: [(String, String)] = [
      ("snapshot", answer.snapshot?.id ?? ""),
      ("generation", "\(answer.snapshot?.generation ?? 0)"),
      ("written by", answer.writerVersion),
      ("size", "\(answer.size) bytes, for \(answer.textSize) bytes of text"),
      ("documents", "\(answer.documentCount)"),
      ("terms", "\(answer.termCount)"),
      ("entities", "\(answer.entityCount)"),
      ("events", "\(answer.eventCount)"),
      ("quotations", "\(answer.quotationCount)"),
      ("goals", "\(answer.goalCount), with \(counted(answer.evidenceCount, "passage")) of evidence"),
    ]
    return facts.map { style.dim($0.0 + String(repeating: " ", count: 12 - $0.0.count)) + $0.1 }
  }
}
