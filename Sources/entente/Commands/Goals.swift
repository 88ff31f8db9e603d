import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Goals: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Review progress: every goal, with its evidence.",
    discussion: """
      Examples:
        entente goals
        entente goals --priority 1
      """)

  @Option(help: "Only the goals of this priority.")
  var priority: UInt32 = 0
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> ListGoalsResponse {
    try await corpus.wholeReview(ListGoalsRequest(priorityNumber: priority))
  }

  func nothing(_ answer: ListGoalsResponse) -> String? {
    answer.goals.isEmpty ? "The corpus holds no programme, so there are no goals." : nil
  }

  var listings: [String] { priority == 0 ? [] : ["goals"] }

  func lines(_ answer: ListGoalsResponse, style: Style) -> [String] {
    let strongest = answer.goals.map(\.strength).max() ?? 0
    var lines: [String] = []
    var priority = ""
    for review in answer.goals {
      guard let goal = review.goal else { continue }
      // Two programmes number their priorities alike.
      let title = "\(goal.priorityNumber). \(review.priorityTitle)"
      if title != priority {
        priority = title
        lines += (lines.isEmpty ? [] : [""]) + [style.bold(title)]
      }
      lines += reviewLines(review, goal, strongest: strongest, style: style)
    }
    return lines + footnote(answer.goals.flatMap { [$0.firstDate, $0.lastDate] }, style: style)
  }

  private func reviewLines(_ review: GoalReview, _ goal: Goal, strongest: Float, style: Style) -> [String] {
    let barWidth = 16
    let share = strongest > 0 ? review.strength / strongest : 0
    let filled = review.evidenceCount == 0 ? 0 : max(Int((share * Float(barWidth)).rounded()), 1)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: barWidth - filled)
    let label = shortened(goal.title, to: max(style.width - barWidth - 4, 20))
    let facts: String
    if review.evidenceCount == 0 {
      facts = "no evidence"
    } else {
      let dates = review.firstDate == nil ? "" : ", \(period(review.firstDate, review.lastDate))"
      facts =
        "\(counted(review.evidenceCount, "passage")) in \(counted(review.documentCount, "document")), "
        + "\(counted(review.eventCount, "event")), \(counted(review.quotationCount, "quotation"))" + dates
    }
    let details = MarkedText("\(goal.id): \(facts)").lines(width: style.width, indent: barWidth + 3, style: style)
    return ["  \(style.good(bar)) \(label)"] + details.map(style.dim)
  }
}

/// `2023-07 to 2024`, or one date where both are the same; of longer dates, where the first begins and the last ends.
func period(_ first: PartialDate?, _ last: PartialDate?) -> String {
  if first == last { return shown(first) }
  func end(_ date: PartialDate?, _ day: KeyPath<PartialDate, String>) -> String {
    guard let date, date.precision == .season || date.precision == .range else { return shown(date) }
    return date[keyPath: day] + (date.basis == .manifest ? "*" : "")
  }
  return "\(end(first, \.start)) to \(end(last, \.end))"
}

/// `1 event`, `3 events`.
func counted(_ count: some BinaryInteger, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
