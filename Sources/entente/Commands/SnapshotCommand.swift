import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot
import Foundation

/// `entente snapshot`: works on snapshot files.
struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Inspect, verify, export, fetch and sign snapshot files.",
    subcommands: [
      SnapshotInfo.self, SnapshotVerify.self, SnapshotExport.self, SnapshotDiff.self, SnapshotFetch.self,
      SnapshotSign.self, SnapshotKeygen.self,
    ])
}

struct SnapshotInfo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Show what a snapshot file holds, section by section.",
    discussion: """
      Example:
        entente snapshot info corpus.snapshot
      """)

  @Argument(help: "The snapshot.") var file: String
  @Flag(help: "Print the directory as proto3 JSON.") var json = false

  func run() async throws {
    let snapshot = try SourceOptions.open(file)
    if json {
      try Screen.show([canonicalJSON(snapshot.directory)])
      return
    }
    let style = Style.ofStandardOutput()
    let facts = [
      ("id", snapshot.id),
      ("generation", "\(snapshot.directory.generation), written by \(snapshot.directory.writerVersion)"),
      ("documents", "\(snapshot.directory.documentCount), \(snapshot.directory.textSize) bytes of text"),
      ("shard", snapshot.shard.map { "\($0.number) of \($0.count), with \(snapshot.heldDocuments.count) texts" } ?? ""),
      ("size", "\(snapshot.file.count) bytes"),
    ].filter { !$0.1.isEmpty }.flatMap { MarkedText($1).lines(width: style.width, indent: 12, label: $0, style: style) }
    var table = Table([
      .init(name: "section", flexible: true), .init(name: "bytes", alignment: .right),
      .init(name: "records", alignment: .right), .init(name: "offset", alignment: .right),
    ])
    table.rows = snapshot.directory.sections.map { section in
      let records = section.encoding == .recordBlocks ? "\(section.recordCount)" : ""
      return [section.name, "\(section.length)", records, "\(section.offset)"]
    }
    try Screen.show([style.title(file)] + facts + [""] + table.lines(style: style), style: style)
  }
}

struct SnapshotVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verify every byte of a snapshot file, and its signature.",
    discussion: """
      Exit status: 0 for an intact snapshot, 65 for one that is damaged or not signed
      as required, 66 for a file that cannot be read.

      Example:
        entente snapshot verify corpus.snapshot --trust publisher.pub.pem
      """)

  @Argument(help: "The snapshot.") var file: String
  @OptionGroup var trust: TrustOptions

  func run() async throws {
    let snapshot = try SourceOptions.open(file)
    do throws(SnapshotError) {
      _ = try VerifiedSnapshot(verifying: snapshot)
    } catch {
      complain("entente: \(file): \(error)")
      throw ExitStatus.badSnapshot.code
    }
    let keys = try trust.keys()
    let signature = SnapshotSignature(besideFile: file)
    guard keys.isEmpty || signature?.isValid(for: snapshot, trusting: keys) == true else {
      complain("entente: \(file): " + (signature == nil ? "it is not signed" : "it is not signed by a trusted key"))
      throw ExitStatus.badSnapshot.code
    }
    try Screen.show([
      "\(file): whole, with \(counted(snapshot.directory.documentCount, "document"))", "id \(snapshot.id)",
    ])
  }
}
