/// Encodes postings and positions, term by term. The grammar is that of IndexFormat.swift.
struct PostingWriter {
  private(set) var postings: [UInt8] = []
  private(set) var positions: [UInt8] = []
  private let lengths: [UInt8]
  private let scoring: BM25
  // Of the current term: its postings, and the places of all its occurrences.
  private var list: [Posting] = []
  private var places: [UInt32] = []
  private var blockWriter = PostingBlockWriter()
  private var positionWriter = PositionBlockWriter()

  /// - Parameters:
  ///   - lengths: quantised, of every document.
  ///   - totalLength: the sum of the lengths in words.
  init(lengths: [UInt8], totalLength: UInt64) {
    self.lengths = lengths
    scoring = BM25(documentCount: lengths.count, totalLength: totalLength)
  }

  /// Adds occurrences of the current term, in order.
  ///
  /// - Parameter places: position << 1 | stands in the title, of each.
  mutating func add(_ documents: ArraySlice<UInt32>, _ places: ArraySlice<UInt32>) {
    for (document, place) in zip(documents, places) {
      let isInTitle = place & 1 == 1
      if let last = list.indices.last, list[last].document == document {
        list[last].frequency += 1
        if isInTitle { list[last].isInTitle = true }
      } else {
        list.append(Posting(document: document, frequency: 1, isInTitle: isInTitle))
      }
      self.places.append(place >> 1)
    }
  }

  /// Ends the current term.
  ///
  /// - Returns: the number of its documents, and where its postings and positions are.
  mutating func finishTerm() -> (documentFrequency: Int, postings: Range<Int>, positions: Range<Int>) {
    let (postingsStart, positionsStart) = (postings.count, positions.count)
    var blocks: [UInt8] = []
    var base: UInt32 = 0
    var firstPlace = 0
    let isSingle = list.count <= IndexFormat.documentsPerBlock
    for start in stride(from: 0, to: list.count, by: IndexFormat.documentsPerBlock) {
      let block = list[start..<min(start + IndexFormat.documentsPerBlock, list.count)]
      blockWriter.append(block, base: base, to: &blocks)
      for posting in block {
        let end = firstPlace + Int(posting.frequency)
        positionWriter.append(places[firstPlace..<end], length: lengths[Int(posting.document)])
        firstPlace = end
      }
      positionWriter.finish(into: &positions)
      let last = block.last?.document ?? base
      if !isSingle {
        postings += IndexWriter.bytes(last) + IndexWriter.bytes(UInt32(clamping: blocks.count))
        postings += IndexWriter.bytes(UInt32(clamping: positions.count - positionsStart))
      }
      postings.append(ImpactBound.encode(greatestImpact(block)))
      base = last + 1
    }
    postings += blocks
    let count = list.count
    list.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    return (count, postingsStart..<postings.count, positionsStart..<positions.count)
  }

  private func greatestImpact(_ block: ArraySlice<Posting>) -> UInt32 {
    block.reduce(0) { max($0, scoring.impact($1.weight, length: lengths[Int($1.document)])) }
  }
}
