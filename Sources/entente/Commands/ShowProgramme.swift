import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct ShowProgramme: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme",
    abstract: "Show the partnership programme: parts, objectives, priorities and goals.",
    discussion: """
      Examples:
        entente programme
        entente programme --json | jq '.programme.priorities[].goals[].title'
      """)

  @Option(help: "The programme's document, if the corpus holds several programmes.")
  var document = ""
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> GetProgrammeResponse {
    try await corpus.getProgramme(GetProgrammeRequest(documentID: document))
  }

  var listings: [String] { document.isEmpty ? [] : ["documents"] }

  func lines(_ answer: GetProgrammeResponse, style: Style) -> [String] {
    guard let programme = answer.programme else { return [] }
    var lines = MarkedText(programme.title).lines(width: style.width, style: style).map(style.title)
    let years = programme.firstYear == 0 ? "" : " · \(programme.firstYear)–\(programme.lastYear)"
    lines.append(style.dim(programme.partners.joined(separator: " and ") + years))
    if !answer.others.isEmpty {
      let others = answer.others.map { "\($0.name) [\($0.id)]" }.joined(separator: ", ")
      lines += MarkedText("Other programmes (--document ID): \(others)").lines(width: style.width, style: style)
        .map(style.dim)
    }
    for part in programme.parts {
      lines += ["", style.bold("Part \(part.number)  ") + part.title]
      lines += part.paragraphs.map { style.dim("  \($0.number). ") + shortened($0.text, to: style.width - 6) }
    }
    lines += ["", style.bold("Strategic objectives")]
    for objective in programme.strategicObjectives {
      lines += numbered(objective.number, objective.text, style: style)
    }
    for priority in programme.priorities {
      lines += ["", style.bold("Priority \(priority.number)  ") + priority.title]
      for goal in priority.goals {
        lines += numbered(goal.number, "\(goal.title)  [\(goal.id)]", style: style)
        lines += MarkedText(goal.commitment).lines(width: style.width, indent: 6, style: style).map(style.dim)
      }
    }
    return lines
  }

  private func numbered(_ number: UInt32, _ text: String, style: Style) -> [String] {
    let label = String(number)
    let space = String(repeating: " ", count: max(4 - label.count, 0))
    return MarkedText(text).lines(width: style.width, indent: 6, label: space + label + ".", style: style)
  }
}
