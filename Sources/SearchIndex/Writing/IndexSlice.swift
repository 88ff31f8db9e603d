public import EntenteFileMapping
internal import ProtobufCoding

/// Cuts out of an index what a shard needs: every term with its document frequency in the corpus, the lengths of all
/// documents, and the postings and positions of a range of documents.
///
/// The impacts of blocks and everything else that scores follow from the corpus, so a document scores in its shard what it
/// scores in the whole index.
public struct IndexSlice {
  private static let batchSize = 1 << 20

  private let index: IndexReader
  private let documents: Range<UInt32>
  private let lengths: [UInt8]

  /// - Parameters:
  ///   - index: of the whole corpus.
  ///   - documents: the ordinals of the shard's documents.
  public init(_ index: IndexReader, documents: Range<Int>) {
    self.index = index
    self.documents = UInt32(clamping: documents.lowerBound)..<UInt32(clamping: documents.upperBound)
    let region = index.lengths.region
    lengths = unsafe region.bytes.withUnsafeBytes { unsafe [UInt8]($0) }
  }

  /// Returns the sections, by their names in the index.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that each large section holds in memory.
  ///   - spill: receives the rest.
  /// - Throws: `IndexError` for damage, or `SpillError`.
  public func sections(limit: Int, spill: SpillFile) throws -> [(name: String, bytes: ByteSpool)] {
    var writer = IndexWriter(
      lengths: lengths, totalLength: index.totalLength, profile: index.profile, limit: limit, spill: spill)
    var frequencies = ByteSpool(limit: limit, file: spill)
    var (batch, batchFrequencies) = (TermBatch(), [UInt8]())
    var occurrences: [UInt8] = []
    var failure: (any Error)?
    try index.dictionary.visit(from: []) { entry in
      do {
        batch.begin(entry.term)
        occurrences.removeAll(keepingCapacity: true)
        try append(entry, to: &occurrences)
        batch.append(occurrences[...])
        batchFrequencies += IndexWriter.bytes(UInt32(clamping: entry.documentFrequency))
        if batch.bytes.count + batchFrequencies.count >= Self.batchSize {
          try writer.add(batch.encoded(lengths: lengths, totalLength: index.totalLength))
          try frequencies.append(batchFrequencies)
          (batch, batchFrequencies) = (TermBatch(), [])
        }
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    try writer.add(batch.encoded(lengths: lengths, totalLength: index.totalLength))
    try frequencies.append(batchFrequencies)
    return try writer.finish() + [(IndexFormat.frequencies, frequencies)]
  }

  /// Appends the occurrences of a term in the shard's documents, as TermRun.swift tells.
  private func append(_ entry: TermEntry, to occurrences: inout [UInt8]) throws(IndexError) {
    guard entry.postingCount > 0 else { return }
    let postings = try index.cursor(entry)
    try postings.advance(to: documents.lowerBound)
    let isStopWord = entry.term.first == IndexFormat.stopMark
    let positions = isStopWord ? nil : try PositionCursor(postings, entry, index)
    var previous: UInt32 = 0
    while postings.document < documents.upperBound {
      Varint.append(postings.document &- previous, to: &occurrences)
      previous = postings.document
      if let positions { try append(positions, to: &occurrences) }
      try postings.next()
    }
  }

  private func append(_ positions: PositionCursor, to occurrences: inout [UInt8]) throws(IndexError) {
    let postings = positions.postings
    let frequency = try postings.frequency()
    let titleBit: UInt32 = try postings.weight() == frequency ? 0 : 1
    try positions.locate()
    let (count, read) = unsafe try positions.read()
    Varint.append(UInt32(clamping: count), to: &occurrences)
    var previous: UInt32 = 0
    for index in 0..<count {
      // Sound: there are so many positions.
      let place = unsafe read[index] << 1 | titleBit
      Varint.append(place &- previous, to: &occurrences)
      previous = place
    }
  }
}
