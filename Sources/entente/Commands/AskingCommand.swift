import ArgumentParser
import EntenteClient
import TTRPC

/// A command that makes one call and shows the answer, as JSON or as readable text.
protocol AskingCommand: AsyncParsableCommand {
  associatedtype Answer: Encodable & Sendable

  var options: AnswerOptions { get }

  /// Makes the call.
  func ask(_ corpus: QueryClient) async throws(RPCError) -> Answer

  /// The message if there is nothing to show, which the exit status reflects too; nil if there is something.
  func nothing(_ answer: Answer) -> String?

  /// The answer, for people.
  func lines(_ answer: Answer, style: Style) -> [String]

  /// The commands that list valid names for `ask`, without the program's name, to suggest after an unknown name.
  var listings: [String] { get }
}

extension AskingCommand {
  func nothing(_ answer: Answer) -> String? { nil }

  var listings: [String] { [] }

  func run() async throws {
    let answer = try await options.source.withCorpus(listings: listings) { (corpus) async throws(RPCError) in
      try await ask(corpus)
    }
    let nothing = nothing(answer)
    if options.json {
      try Screen.show([canonicalJSON(answer)])
    } else if let nothing {
      complain(nothing)
    } else {
      let style = Style.ofStandardOutput()
      try Pager.show(lines(answer, style: style), style: style, isWanted: !options.noPager)
    }
    if nothing != nil { throw ExitStatus.nothingFound.code }
  }
}

/// Where the answer comes from, and how it is shown.
struct AnswerOptions: ParsableArguments {
  @OptionGroup(title: "Source options") var source: SourceOptions

  @Flag(name: .long, help: "Print the response as proto3 JSON.")
  var json = false

  @Flag(help: "Print a long answer at once. (default: through $PAGER on a terminal)")
  var noPager = false
}

/// Which page of a list.
struct PageOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Number of results to show, at most 200.")
  var limit: UInt32 = 20

  @Option(help: ArgumentHelp("Continue after an earlier page: its nextPageToken.", valueName: "token"))
  var page = ""
}
