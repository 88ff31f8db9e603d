import ArgumentParser
import EntenteSchema
import EntenteSnapshot

/// `entente snapshot diff`: what changed from one snapshot to another.
struct SnapshotDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed from one snapshot to another.",
    discussion: """
      A line a document: + added, - removed, ~ changed; then how many records of each
      kind there were and are.

      Exit status: 0 where both hold the same, 1 where they differ.

      Example:
        entente snapshot diff monday.snapshot tuesday.snapshot
      """)

  @Argument(help: "The earlier snapshot.") var old: String
  @Argument(help: "The later snapshot.") var new: String
  @Flag(help: "Print it as JSON.") var json = false

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
    if !difference.isEmpty { throw ExitStatus.nothingFound.code }
  }

  private func show(_ difference: SnapshotDifference) throws {
    let style = Style.ofStandardOutput()
    var lines: [String] = []
    for document in difference.documents {
      let line = document.title.isEmpty ? document.id : "\(document.id) · \(document.title)"
      lines += MarkedText(line).lines(width: style.width, indent: 2, label: document.change.mark, style: style)
    }
    if !difference.documents.isEmpty { lines.append("") }
    var table = Table([
      .init(name: "records", flexible: true), .init(name: "old", alignment: .right),
      .init(name: "new", alignment: .right),
    ])
    table.rows = difference.records.map { [$0.section, "\($0.old)", "\($0.new)"] }
    try Screen.show(lines + table.lines(style: style), style: style)
  }
}

/// What two snapshots do not share.
struct SnapshotDifference: Encodable {
  enum Change: String, Encodable {
    case added, removed, changed

    var mark: String {
      switch self {
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      }
    }
  }

  struct DocumentChange: Encodable {
    let change: Change
    let id: String
    let title: String
  }

  struct RecordCount: Encodable {
    let section: String
    let old: Int
    let new: Int
  }

  private(set) var documents: [DocumentChange] = []
  let records: [RecordCount]
  /// Whether the content is the same to the byte.
  let isSame: Bool

  var isEmpty: Bool { isSame }

  /// Documents of both stand in the order of the bytes of their ids.
  init(from old: SnapshotReader, to new: SnapshotReader) throws(SnapshotError) {
    isSame = old.id == new.id
    records = [
      ("documents", \SnapshotReader.documents.count), ("programmes", \.programmes.count),
      ("entities", \.entities.count),
      ("events", \.events.count), ("quotations", \.quotations.count), ("evidence", \.evidence.count),
    ].map { RecordCount(section: $0.0, old: old[keyPath: $0.1], new: new[keyPath: $0.1]) }
    guard !isSame else { return }
    var (left, right) = (0, 0)
    while left < old.documents.count || right < new.documents.count {
      let before = left < old.documents.count ? try old.documents[left] : nil
      let after = right < new.documents.count ? try new.documents[right] : nil
      if let before, let after, before.id.utf8.elementsEqual(after.id.utf8) {
        let texts = (try old.text(ofDocument: left), try new.text(ofDocument: right))
        // A document that was only moved to another file is the same.
        var moved = before
        moved.file = after.file
        if moved != after || texts.0 != texts.1 { add(.changed, after) }
        (left, right) = (left + 1, right + 1)
      } else if let before, after.map({ before.id.utf8.lexicographicallyPrecedes($0.id.utf8) }) ?? true {
        add(.removed, before)
        left += 1
      } else if let after {
        add(.added, after)
        right += 1
      }
    }
  }

  private mutating func add(_ change: Change, _ document: Document) {
    documents.append(DocumentChange(change: change, id: document.id, title: document.title))
  }
}
