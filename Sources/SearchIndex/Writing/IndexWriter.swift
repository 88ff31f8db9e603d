public import EntenteFileMapping
public import EntenteTextAnalysis

/// Assembles the sections of an index. The grammar is in IndexFormat.swift.
///
/// Segments are merged by a `TermMerge`, whose batches may be encoded in parallel and are added here in order.
public struct IndexWriter {
  private let lengths: [UInt8]
  private let totalLength: UInt64
  private let profile: LanguageProfile
  private var terms = TermWriter()
  private var postings: ByteSpool
  private var positions: ByteSpool

  /// - Parameters:
  ///   - lengths: the quantised length of every document.
  ///   - totalLength: the sum of the lengths in words.
  ///   - profile: the language profile that the documents were analysed with.
  ///   - limit: the most bytes that each large section holds in memory.
  ///   - spill: receives the rest.
  public init(
    lengths: [UInt8], totalLength: UInt64, profile: LanguageProfile = .french, limit: Int, spill: SpillFile
  ) {
    self.profile = profile
    self.lengths = lengths
    self.totalLength = totalLength
    postings = ByteSpool(limit: limit, file: spill)
    positions = ByteSpool(limit: limit, file: spill)
  }

  /// Adds the next terms.
  public mutating func add(_ batch: EncodedTerms) throws(SpillError) {
    let (postingsStart, positionsStart) = (postings.count, positions.count)
    for term in batch.terms {
      terms.add(
        term.name, documentFrequency: term.documentFrequency, postings: shifted(term.postings, by: postingsStart),
        positions: shifted(term.positions, by: positionsStart))
    }
    try postings.append(batch.postings)
    try positions.append(batch.positions)
  }

  private func shifted(_ range: Range<Int>, by offset: Int) -> Range<Int> {
    range.lowerBound + offset..<range.upperBound + offset
  }

  /// Returns the sections, by their names in the index.
  public consuming func finish() throws(SpillError) -> [(name: String, bytes: ByteSpool)] {
    let slack = [UInt8](repeating: 0, count: IndexFormat.slack)
    try postings.append(slack)
    try positions.append(slack)
    let name = Array(profile.name.utf8.prefix(255))
    let header =
      Self.bytes(UInt32(clamping: lengths.count)) + Self.bytes(UInt32(clamping: terms.count)) + Self.bytes(totalLength)
      + [UInt8(name.count)] + name
    return [
      (IndexFormat.header, try ByteSpool(header)), (IndexFormat.terms, try ByteSpool(terms.terms)),
      (IndexFormat.termBlocks, try ByteSpool(terms.blocks)), (IndexFormat.postings, postings),
      (IndexFormat.positions, positions), (IndexFormat.lengths, try ByteSpool(lengths)),
    ]
  }

  /// Encodes segments in memory.
  ///
  /// - Parameter segments: segments of consecutive runs of documents. How the documents were divided into segments does not
  ///   affect the bytes.
  public static func sections(
    of segments: [Segment], profile: LanguageProfile = .french
  ) throws(SpillError) -> [(name: String, bytes: [UInt8])] {
    let lengths = segments.flatMap(\.lengths)
    let totalLength = segments.reduce(UInt64(0)) { $0 &+ $1.totalLength }
    var runs = try ByteSpool([])
    var ranges: [Range<Int>] = []
    for segment in segments {
      let start = try runs.append(segment.run)
      ranges.append(start..<runs.count)
    }
    var merge = try TermMerge(runs, runs: ranges)
    var writer = IndexWriter(
      lengths: lengths, totalLength: totalLength, profile: profile, limit: .max, spill: SpillFile(folder: "."))
    while let batch = try merge.next() { try writer.add(batch.encoded(lengths: lengths, totalLength: totalLength)) }
    return try writer.finish().map { (section) throws(SpillError) in
      (section.name, try section.bytes.read(0, section.bytes.count))
    }
  }

  static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
