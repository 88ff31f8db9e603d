// The grammar is that of IndexFormat.swift.

/// Encodes segments as the sections of an index.
public enum IndexWriter {
  /// - Parameter segments: of runs of documents that follow each other. How the documents were cut into segments does
  ///   not show in the bytes.
  public static func sections(of segments: [Segment]) -> [(name: String, bytes: [UInt8])] {
    let lengths = segments.flatMap(\.lengths)
    var terms = TermWriter()
    var postings = PostingWriter(lengths: lengths)
    var cursors = [Int](repeating: 0, count: segments.count)
    while let term = smallest(segments, cursors) {
      for (index, segment) in segments.enumerated() where cursors[index] < segment.entries.count {
        let entry = segment.entries[cursors[index]]
        guard entry.term == term else { continue }
        postings.add(segment.documents[entry.occurrences], segment.places[entry.occurrences])
        cursors[index] += 1
      }
      let (postingsStart, positionsStart) = (postings.postings.count, postings.positions.count)
      let frequency = postings.finishTerm()
      terms.add(
        term, documentFrequency: frequency, postingsOffset: postingsStart, positionsOffset: positionsStart,
        postingsLength: postings.postings.count - postingsStart,
        positionsLength: postings.positions.count - positionsStart)
    }
    let total = segments.reduce(UInt64(0)) { $0 &+ $1.totalLength }
    let header = bytes(UInt32(clamping: lengths.count)) + bytes(UInt32(clamping: terms.count)) + bytes(total)
    return [
      (IndexFormat.header, header), (IndexFormat.terms, terms.terms), (IndexFormat.termBlocks, terms.blocks),
      (IndexFormat.postings, postings.postings), (IndexFormat.positions, postings.positions),
      (IndexFormat.lengths, lengths),
    ]
  }

  private static func smallest(_ segments: [Segment], _ cursors: [Int]) -> [UInt8]? {
    var least: [UInt8]?
    for (index, segment) in segments.enumerated() where cursors[index] < segment.entries.count {
      let term = segment.entries[cursors[index]].term
      if least.map({ term.lexicographicallyPrecedes($0) }) ?? true { least = term }
    }
    return least
  }

  static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  static func append(varint value: Int, to output: inout [UInt8]) {
    var rest = UInt64(truncatingIfNeeded: value)
    while rest >= 0x80 {
      output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    output.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// The term dictionary, in front-coded blocks.
private struct TermWriter {
  var terms: [UInt8] = []
  var blocks: [UInt8] = []
  var count = 0
  private var previous: [UInt8] = []

  mutating func add(
    _ term: [UInt8], documentFrequency: Int, postingsOffset: Int, positionsOffset: Int, postingsLength: Int,
    positionsLength: Int
  ) {
    let opensBlock = count % IndexFormat.termsPerBlock == 0
    if opensBlock {
      blocks += IndexWriter.bytes(UInt32(clamping: terms.count))
      blocks += IndexWriter.bytes(UInt64(postingsOffset)) + IndexWriter.bytes(UInt64(positionsOffset))
    }
    let shared = opensBlock ? 0 : zip(previous, term).prefix { $0 == $1 }.count
    IndexWriter.append(varint: shared, to: &terms)
    IndexWriter.append(varint: term.count - shared, to: &terms)
    terms += term[shared...]
    for number in [documentFrequency, postingsLength, positionsLength] {
      IndexWriter.append(varint: number, to: &terms)
    }
    previous = term
    count += 1
  }
}

/// Postings and positions, term by term.
private struct PostingWriter {
  var postings: [UInt8] = []
  var positions: [UInt8] = []
  private let lengths: [UInt8]
  private var documents: [UInt32] = []
  private var values: [UInt32] = []
  /// Where the positions of each document end, from the term's first.
  private var positionEnds: [Int] = []
  private var termPositions: [UInt8] = []
  private var previousPosition: UInt32 = 0

  init(lengths: [UInt8]) { self.lengths = lengths }

  /// Occurrences of the current term, in order.
  mutating func add(_ occurrenceDocuments: ArraySlice<UInt32>, _ places: ArraySlice<UInt32>) {
    for (document, place) in zip(occurrenceDocuments, places) {
      if documents.last == document, let last = values.indices.last {
        values[last] = values[last] &+ 2
      } else {
        documents.append(document)
        values.append(place & 1)
        positionEnds.append(0)
        previousPosition = 0
      }
      IndexWriter.append(varint: Int(place >> 1 &- previousPosition), to: &termPositions)
      previousPosition = place >> 1
      positionEnds[positionEnds.count - 1] = termPositions.count
    }
  }

  /// - Returns: the number of documents.
  mutating func finishTerm() -> Int {
    var skips: [UInt8] = []
    var blocks: [UInt8] = []
    var previous: Int64 = -1
    for start in stride(from: 0, to: documents.count, by: IndexFormat.documentsPerBlock) {
      let block = start..<min(start + IndexFormat.documentsPerBlock, documents.count)
      var gaps: [UInt32] = []
      for document in documents[block] {
        gaps.append(UInt32(truncatingIfNeeded: Int64(document) - previous - 1))
        previous = Int64(document)
      }
      append(gaps[...], to: &blocks)
      append(values[block], to: &blocks)
      let weight = values[block].map { $0 >> 1 + 1 + ($0 & 1 == 0 ? 0 : UInt32(BM25.titleWeight)) }.max() ?? 0
      let length = documents[block].map { lengths[Int($0)] }.min() ?? 0
      skips += IndexWriter.bytes(documents[block.upperBound - 1]) + IndexWriter.bytes(UInt32(clamping: blocks.count))
      skips += IndexWriter.bytes(UInt32(clamping: positionEnds[block.upperBound - 1]))
      skips += [UInt8(clamping: weight), length]
    }
    postings += skips + blocks
    positions += termPositions
    let count = documents.count
    documents.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    positionEnds.removeAll(keepingCapacity: true)
    termPositions.removeAll(keepingCapacity: true)
    return count
  }

  private func append(_ numbers: ArraySlice<UInt32>, to output: inout [UInt8]) {
    let width = BitPacking.width(numbers)
    output.append(UInt8(width))
    BitPacking.pack(numbers, width: width, into: &output)
  }
}
