import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct ShowGoal: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "goal",
    abstract: "Show one goal: its evidence, actors, events and quotations.",
    discussion: """
      Examples:
        entente goal cyberdefense
        entente goal cyberdefense --since 2023-07
      """)

  @Argument(help: "Its id, as `entente goals` lists it, its number or its title.")
  var id: String

  @Option(help: ArgumentHelp("Only items dated from this day, month or year on.", valueName: "yyyy[-mm[-dd]]"))
  var since = ""
  @Flag(help: "Show every passage, event and quotation.")
  var all = false
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> GetGoalResponse {
    let request = GetGoalRequest(id: id, since: since)
    return all ? try await corpus.wholeGoal(request) : try await corpus.getGoal(request)
  }

  var listings: [String] { ["goals"] }

  func lines(_ answer: GetGoalResponse, style: Style) -> [String] {
    guard let review = answer.review, let goal = review.goal else { return [] }
    var lines = MarkedText(goal.title).lines(width: style.width, style: style).map(style.title)
    lines.append(style.dim("goal \(goal.number), priority \(goal.priorityNumber): \(review.priorityTitle)"))
    lines += MarkedText(goal.commitment).lines(width: style.width, style: style)
    let extent = Extent(isWhole: all)
    if answer.evidence.isEmpty {
      lines += ["", style.bold("Evidence"), "  None\(since.isEmpty ? " in this corpus" : "")."]
    }
    lines += extent.section(
      "Evidence", answer.evidence, of: review.evidenceCount, first: 20, noun: "passage", style: style
    ) {
      evidenceLines($0, style: style)
    }
    if !answer.programmes.isEmpty {
      let others = answer.programmes.map { "\($0.name) [\($0.id)]" }.joined(separator: ", ")
      lines += MarkedText("In several programmes: \(others)").lines(width: style.width, style: style).map(style.dim)
    }
    if !answer.actors.isEmpty {
      let actors = answer.actors.map { "\($0.name)\u{A0}(\($0.mentionCount))" }.joined(separator: ", ")
      lines += ["", style.bold("Actors")] + MarkedText(actors).lines(width: style.width, indent: 2, style: style)
    }
    lines += extent.section(
      "Events", answer.events, of: review.eventCount, first: 10, noun: "event", style: style
    ) {
      eventLines([$0], style: style)
    }
    lines += extent.section(
      "Quotations", answer.quotations, of: review.quotationCount, first: 10, noun: "quotation", style: style
    ) {
      quotationLines($0, style: style)
    }
    return lines
      + footnote(
        answer.evidence.map(\.date) + answer.events.map(\.date) + answer.quotations.map(\.date), style: style)
  }

  private func evidenceLines(_ evidence: Evidence, style: Style) -> [String] {
    guard let passage = evidence.passage, let span = passage.span else { return [] }
    let start = Int(span.offset)
    let marks = evidence.decidingWords.compactMap(\.span)
      .map { Int($0.offset) - start..<Int($0.offset) - start + Int($0.length) }
    let strength = evidence.strength == .direct ? "direct" : "related"
    let score = Int((evidence.score * 100).rounded())
    var lines = [style.dim("  \(shown(evidence.date)) · \(passage.documentID) · \(strength), \(score) %")]
    if !evidence.programmeIDs.isEmpty {
      let programmes = "of programme \(evidence.programmeIDs.joined(separator: ", "))"
      lines += MarkedText(programmes).lines(width: style.width, indent: 2, style: style).map(style.dim)
    }
    return lines
      + MarkedText(passage.text, marks: marks).lines(width: style.width, indent: 4, style: style)
  }
}
