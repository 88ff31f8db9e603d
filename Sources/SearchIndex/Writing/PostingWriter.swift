/// Encodes postings and positions, term by term. The grammar is that of IndexFormat.swift.
struct PostingWriter {
  private(set) var postings: [UInt8] = []
  private(set) var positions: [UInt8] = []
  private let lengths: [UInt8]
  private let scoring: BM25
  // Of the current term: its postings, and the places of all its occurrences; a stop word has none.
  private var isStopWord = false
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

  /// Adds the occurrences of the current term in the next run.
  ///
  /// - Parameter range: of `bytes`, which has them as TermRun.swift tells.
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>, isStopWord: Bool) {
    self.isStopWord = isStopWord
    var reader = TermRunReader(bytes, at: range.lowerBound)
    var document: UInt32 = 0
    if isStopWord {
      while reader.position < range.upperBound {
        document &+= reader.varint()
        list.append(Posting(document: document, frequency: 1, isInTitle: false))
      }
      return
    }
    while reader.position < range.upperBound {
      document &+= reader.varint()
      let frequency = reader.varint()
      var place: UInt32 = 0
      var isInTitle = false
      for _ in 0..<frequency {
        place &+= reader.varint()
        isInTitle = isInTitle || place & 1 == 1
        places.append(place >> 1)
      }
      list.append(Posting(document: document, frequency: frequency, isInTitle: isInTitle))
    }
  }

  /// Ends the current term.
  ///
  /// - Returns: the number of its documents, and where its postings and positions are; nil for a stop word that too many
  ///   documents hold.
  mutating func finishTerm() -> (documentFrequency: Int, postings: Range<Int>, positions: Range<Int>)? {
    if isStopWord, list.count > lengths.count / IndexFormat.stopWordShare {
      list.removeAll(keepingCapacity: true)
      return nil
    }
    let (postingsStart, positionsStart) = (postings.count, positions.count)
    var blocks: [UInt8] = []
    var base: UInt32 = 0
    var firstPlace = 0
    let isSingle = list.count <= IndexFormat.documentsPerBlock
    for start in stride(from: 0, to: list.count, by: IndexFormat.documentsPerBlock) {
      let block = list[start..<min(start + IndexFormat.documentsPerBlock, list.count)]
      blockWriter.append(block, base: base, to: &blocks)
      for posting in block where !isStopWord {
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
