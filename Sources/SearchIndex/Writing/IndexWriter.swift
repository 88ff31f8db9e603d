/// Encodes segments as the sections of an index. The grammar is that of IndexFormat.swift.
public enum IndexWriter {
  /// - Parameter segments: of runs of documents that follow each other. How the documents were cut into segments does
  ///   not show in the bytes.
  public static func sections(of segments: [Segment]) -> [(name: String, bytes: [UInt8])] {
    let lengths = segments.flatMap(\.lengths)
    let totalLength = segments.reduce(UInt64(0)) { $0 &+ $1.totalLength }
    var terms = TermWriter()
    var postings = PostingWriter(lengths: lengths, totalLength: totalLength)
    var cursors = [Int](repeating: 0, count: segments.count)
    while let term = smallest(segments, cursors) {
      for (index, segment) in segments.enumerated() where cursors[index] < segment.entries.count {
        let entry = segment.entries[cursors[index]]
        guard entry.term == term else { continue }
        postings.add(segment.documents[entry.occurrences], segment.places[entry.occurrences])
        cursors[index] += 1
      }
      let written = postings.finishTerm()
      terms.add(
        term, documentFrequency: written.documentFrequency, postings: written.postings, positions: written.positions)
    }
    postings.finish()
    let header = bytes(UInt32(clamping: lengths.count)) + bytes(UInt32(clamping: terms.count)) + bytes(totalLength)
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
