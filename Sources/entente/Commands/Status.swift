import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Status: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "What the server or the snapshot file holds.",
    discussion: """
      Example:
        entente status --server 127.0.0.1:7420 --json | jq -r .snapshot.id
      """)

  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> DescribeResponse {
    try await corpus.describe(DescribeRequest())
  }

  func lines(_ answer: DescribeResponse, style: Style) -> [String] {
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
