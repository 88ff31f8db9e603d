import ArgumentParser
import EntenteSnapshot

/// `entente snapshot diff`: what changed from one snapshot to another.
struct SnapshotDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed from one snapshot to another.",
    discussion: """
      One line per document, entity and event: + added, - removed, ~ changed; then the
      goals with more or fewer passages of evidence, and the number of records of each
      kind before and after.

      Exit status: 0 when both hold the same, 1 when they differ.

      Example:
        entente snapshot diff monday.snapshot tuesday.snapshot
      """)

  @Argument(help: "The earlier snapshot.") var old: String
  @Argument(help: "The later snapshot.") var new: String
  @Flag(help: "Print the difference as JSON.") var json = false

  func run() async throws {
    let (before, after) = (try SourceOptions.open(old), try SourceOptions.open(new))
    let difference: SnapshotDifference
    do throws(SnapshotError) {
      difference = try SnapshotDifference(from: before, to: after)
    } catch {
      complain("entente: \(error)")
      throw ExitStatus.badSnapshot.code
    }
    if json { try Screen.show([canonicalJSON(difference)]) } else { try show(difference) }
    if !difference.isSame { throw ExitStatus.nothingFound.code }
  }

  private func show(_ difference: SnapshotDifference) throws {
    let style = Style.ofStandardOutput()
    var lines = list(
      "", difference.documents.map { ($0.change, $0.title.isEmpty ? $0.id : "\($0.id) · \($0.title)") }, style)
    lines += list(
      "People, organisations, countries, places",
      difference.entities.map { ($0.change, "\($0.name) · \($0.oldMentions) → \($0.newMentions) mentions") }, style)
    lines += list(
      "Events",
      difference.events.map {
        ($0.change, ($0.date.isEmpty ? "undated" : $0.date) + " · \($0.title) · \($0.document)")
      },
      style)
    if !difference.goals.isEmpty {
      lines += table("evidence for", difference.goals.map { ($0.goal, $0.old, $0.new) }, style) + [""]
    }
    lines += table("records", difference.records.map { ($0.section, $0.old, $0.new) }, style)
    try Screen.show(lines, style: style)
  }

  private func list(_ title: String, _ changes: [(SnapshotDifference.Change, String)], _ style: Style) -> [String] {
    guard !changes.isEmpty else { return [] }
    return (title.isEmpty ? [] : [style.title(title)])
      + changes.flatMap { change, line in
        MarkedText(line).lines(width: style.width, indent: 2, label: change.mark, style: style)
      } + [""]
  }

  private func table(_ name: String, _ rows: [(String, Int, Int)], _ style: Style) -> [String] {
    var table = Table([
      .init(name: name, flexible: true), .init(name: "old", alignment: .right), .init(name: "new", alignment: .right),
    ])
    table.rows = rows.map { [$0.0, "\($0.1)", "\($0.2)"] }
    return table.lines(style: style)
  }
}

extension SnapshotDifference.Change {
  fileprivate var mark: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }
}
