internal import Foundation
internal import ProtobufCoding
internal import Schema
internal import Snapshot

/// Builds snapshots: reads, understands, indexes, compresses, publishes.
///
/// ```swift
/// let report = try await SnapshotBuilder(options: IngestOptions()).build(["seeds"], output: "corpus.snapshot")
/// ```
public struct SnapshotBuilder: Sendable {
  private let options: IngestOptions
  private let progress: @Sendable (IngestProgress) -> Void

  /// - Parameter progress: called now and then, from the task that builds.
  public init(options: IngestOptions, progress: @escaping @Sendable (IngestProgress) -> Void = { _ in }) {
    self.options = options
    self.progress = progress
  }

  /// Builds the snapshot of what lies below `paths`, and puts it at `output` in one step.
  ///
  /// - Throws: `IngestError` when nothing could be ingested or the file cannot be written; `output` is as it was then.
  public func build(_ paths: [String], output: String) async throws(IngestError) -> IngestReport {
    let corpus = Corpus(paths, options, progress)
    guard !corpus.documents.isEmpty else { throw .noDocuments(corpus.rejections) }
    do {
      return try await build(corpus, output: output)
    } catch {
      throw .failed("\(error)")
    }
  }

  private func build(_ corpus: Corpus, output: String) async throws -> IngestReport {
    let texts = corpus.documents.map(\.text)
    let textSize = texts.reduce(0) { $0 + $1.utf8.count }
    let knowledge = try await CorpusKnowledge(corpus.documents, options, progress)

    progress(IngestProgress(step: .indexing, done: 0, total: texts.count))
    let titles = knowledge.documents.map(\.title)
    let index = try await IndexBuilder(threads: options.threads).sections(titles: titles, texts: texts)

    progress(IngestProgress(step: .compressing, done: 0, total: texts.count))
    let dictionary = RecordPacker.dictionary(of: texts)
    let packer = RecordPacker(dictionary: dictionary, threads: options.threads)
    let order = try await TextOrder(texts, threads: options.threads)
    let textSection = try await packer.pack(
      texts.count, pieceSize: 1024, blockSize: RecordPacker.textBlockSize
    ) { Document(text: texts[order.ordinals[$0]]).protobufBytes() }

    var writer = try SnapshotWriter(path: output)
    try writer.append(section: SectionName.dictionary, dictionary)
    try writer.append(section: SectionName.documents, await packer.pack(knowledge.documents))
    try writer.append(section: SectionName.texts, textSection)
    try writer.append(section: SectionName.textPlaces, TextPlaces.encode(order.places))
    try writer.append(section: SectionName.dates, await packer.pack(knowledge.dates))
    try writer.append(section: SectionName.programmes, await packer.pack(knowledge.programmes))
    try writer.append(section: SectionName.entities, await packer.pack(knowledge.entities))
    try writer.append(section: SectionName.events, await packer.pack(knowledge.events))
    try writer.append(section: SectionName.quotations, await packer.pack(knowledge.quotations))
    try writer.append(section: SectionName.evidence, await packer.pack(knowledge.evidence))
    for section in index {
      try writer.append(section: SectionName.searchIndexPrefix + section.name, section.bytes)
    }
    progress(IngestProgress(step: .publishing, done: 0, total: 1))
    let id = try writer.publish(
      SnapshotDirectory(
        generation: options.generation, writerVersion: options.writerVersion,
        documentCount: UInt64(texts.count), textSize: UInt64(textSize)))
    progress(IngestProgress(step: .publishing, done: 1, total: 1))

    var report = IngestReport()
    report.snapshotID = id
    report.documents = texts.count
    report.textSize = textSize
    report.size = (try FileManager.default.attributesOfItem(atPath: output)[.size] as? Int) ?? 0
    report.rejections = corpus.rejections
    return report
  }
}
