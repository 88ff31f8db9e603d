public import EntenteFileMapping
public import EntenteSchema
internal import EntenteSearchIndex

// shard          := snapshot, of version 3: the sections of the whole corpus, except these
//
// texts          := as ever; texts of documents of other shards are empty
// programmes     := with the texts of their paragraphs, which the texts do not tell in every shard
// index/*        := postings and positions of the shard's documents alone                     IndexFormat.swift
// shard/openings := parts: by document, what it begins with if it has no title and is of another shard; else empty

/// Writes one shard of a snapshot: all that is known of the corpus, and the texts and postings of a range of its documents.
///
/// Texts and postings are by far the most of a snapshot. What is known of the corpus stays whole, so that every shard answers
/// questions about it as the corpus does.
public struct ShardWriter {
  private let snapshot: SnapshotReader
  private let index: IndexReader
  private let memory: Int

  /// - Parameters:
  ///   - snapshot: a whole corpus.
  ///   - memory: what a large section may take before it continues in a temporary file, in bytes.
  /// - Throws: `SnapshotError` for damage, and for a snapshot that is a shard itself.
  public init(_ snapshot: SnapshotReader, memory: Int) throws(SnapshotError) {
    guard snapshot.shard == nil else { throw .unsupported("it is a shard already: shard the whole snapshot") }
    self.snapshot = snapshot
    self.memory = memory
    index = try snapshot.searchIndex()
  }

  /// What scores depend on besides the document frequencies of terms.
  public var termCount: Int { index.termCount }
  public var totalLength: UInt64 { index.totalLength }

  /// Publishes a shard at `path`, atomically.
  ///
  /// - Parameter shard: which part of the corpus it is, without the corpus.
  /// - Returns: the id of the shard.
  public func write(_ shard: SnapshotShard, to path: String, spill: SpillFile) throws -> String {
    var shard = shard
    (shard.corpusID, shard.corpusSize) = (snapshot.id, UInt64(snapshot.file.count))
    var directory = snapshot.directory
    (directory.sections, directory.shard) = ([], shard)
    let held = try directory.heldDocuments(isShard: true)

    var writer = try SnapshotWriter(path: path, version: SnapshotFormat.shardVersion)
    let others: Set = [
      SectionName.programmes, SectionName.blocks(of: SectionName.programmes),
      SectionName.dictionary(of: SectionName.programmes), SectionName.texts, SectionName.blocks(of: SectionName.texts),
    ]
    for section in snapshot.directory.sections {
      guard !others.contains(section.name), !section.name.hasPrefix(SectionName.searchIndexPrefix),
        let bytes = snapshot[section: section.name]
      else { continue }
      try writer.append(copyOf: section, bytes)
    }
    try writer.append(section: SectionName.programmes, try programmes())
    try writer.append(section: SectionName.openings, try openings(outside: held))
    for (name, bytes) in try IndexSlice(index, documents: held).sections(limit: memory, spill: spill) {
      try writer.append(section: SectionName.searchIndexPrefix + name, bytes)
    }
    try writer.append(section: SectionName.texts, try texts(held, spill))
    return try writer.publish(directory)
  }

  private func programmes() throws -> RecordSection {
    var writer = RecordWriter(dictionary: try snapshot.table.dictionary(), blockSize: RecordBlock.usualSize)
    for ordinal in 0..<snapshot.programmes.count { try writer.append(try snapshot.programme(ordinal)) }
    return try writer.finish()
  }

  private func openings(outside held: Range<Int>) throws(SnapshotError) -> [UInt8] {
    var parts = [[UInt8]](repeating: [], count: snapshot.documents.count)
    try snapshot.documents.visit { (ordinal, document) throws(SnapshotError) in
      guard document.title.isEmpty, !held.contains(ordinal) else { return }
      parts[ordinal] = Array(try snapshot.opening(ofDocument: ordinal, document).utf8)
    }
    return try SectionParts.encode(parts, of: SectionName.openings)
  }

  private func texts(_ held: Range<Int>, _ spill: SpillFile) throws -> RecordSpool {
    let ordinals = try snapshot.documentsOfTexts()
    let dictionary = try snapshot.table.dictionary()
    var spool = RecordSpool(limit: memory, file: spill)
    for run in try snapshot.textRuns(of: 4 << 20) {
      var writer = RecordWriter(dictionary: dictionary, blockSize: RecordBlock.textSize)
      for (slot, text) in try snapshot.texts(of: run) {
        try writer.append(Document(text: held.contains(ordinals[slot]) ? text : ""))
      }
      try spool.append(try writer.finish())
    }
    return spool
  }
}
