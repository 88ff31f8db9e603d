public import EntenteFileMapping

/// Merges the runs of a corpus, term by term in byte order.
///
/// ```swift
/// var merge = try TermMerge(spool, runs: ranges)
/// while let batch = try merge.next() { … batch.encoded(lengths: lengths, totalLength: total) … }
/// ```
///
/// It uses memory for one buffer per run, and one batch.
public struct TermMerge {
  private var cursors: [TermRunCursor] = []
  /// A binary heap of cursors: the least term is the first, of equal terms that of the earlier run.
  private var heap: [Int] = []

  /// The size at which a batch of occurrences ends, in bytes; its last term may exceed it.
  private static let batchSize = 1 << 20

  /// - Parameters:
  ///   - spool: the bytes of the runs.
  ///   - runs: the ranges of the runs in the spool, in document order.
  public init(_ spool: ByteSpool, runs: [Range<Int>]) throws(SpillError) {
    for run in runs {
      var cursor = TermRunCursor(spool, run)
      if try cursor.next() {
        cursors.append(cursor)
        heap.append(cursors.count - 1)
        siftUp()
      }
    }
  }

  /// The next terms with all their occurrences; nil at the end.
  public mutating func next() throws(SpillError) -> TermBatch? {
    var batch = TermBatch()
    while let first = heap.first, batch.bytes.count < Self.batchSize {
      let term = cursors[first].term
      batch.begin(term)
      while let run = heap.first, cursors[run].term == term {
        try cursors[run].takeOccurrences(into: &batch)
        if try !cursors[run].next() {
          heap.swapAt(0, heap.count - 1)
          heap.removeLast()
        }
        siftDown()
      }
    }
    return batch.isEmpty ? nil : batch
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (leftKey, rightKey) = (cursors[left].key, cursors[right].key)
    if leftKey != rightKey { return leftKey < rightKey }
    if cursors[left].term == cursors[right].term { return left < right }
    return cursors[left].term.lexicographicallyPrecedes(cursors[right].term)
  }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0, precedes(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var child = parent * 2 + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      guard precedes(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}

/// Walks through a run.
private struct TermRunCursor {
  private static let bufferSize = 32 << 10

  private(set) var term: [UInt8] = []
  /// The first eight bytes of the term, as a number that compares as they do.
  private(set) var key: UInt64 = 0

  private let spool: ByteSpool
  /// What is not in the buffer yet.
  private var rest: Range<Int>
  private var buffer: [UInt8] = []
  private var position = 0

  init(_ spool: ByteSpool, _ run: Range<Int>) {
    self.spool = spool
    rest = run
  }

  /// Moves to the next term; false at the end.
  mutating func next() throws(SpillError) -> Bool {
    try fill(IndexFormat.maximumTermLength + 16)
    guard position < buffer.count else { return false }
    let length = varint()
    term = Array(buffer[position..<position + length])
    position += length
    key = (0..<8).reduce(0) { $0 << 8 | ($1 < term.count ? UInt64(term[$1]) : 0) }
    return true
  }

  /// Adds the occurrences of the current term; called once for each.
  mutating func takeOccurrences(into batch: inout TermBatch) throws(SpillError) {
    try fill(16)
    let length = varint()
    try fill(length)
    batch.append(buffer[position..<position + length])
    position += length
  }

  private mutating func varint() -> Int {
    var reader = TermRunReader(buffer, at: position)
    defer { position = reader.position }
    return Int(reader.varint())
  }

  /// Has at least `count` bytes in the buffer, or all that are left.
  private mutating func fill(_ count: Int) throws(SpillError) {
    let held = buffer.count - position
    guard held < count, !rest.isEmpty else { return }
    let wanted = min(max(count - held, Self.bufferSize), rest.count)
    buffer.removeSubrange(..<position)
    position = 0
    buffer += try spool.read(rest.lowerBound, wanted)
    rest = rest.lowerBound + wanted..<rest.upperBound
  }
}

/// Consecutive terms with all their occurrences.
public struct TermBatch: Sendable {
  private struct Term {
    let name: [UInt8]
    /// The first of its parts, one from each run that has it.
    let firstPart: Int
  }

  private var terms: [Term] = []
  private var partEnds: [Int] = []
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { terms.isEmpty }

  mutating func begin(_ term: [UInt8]) { terms.append(Term(name: term, firstPart: partEnds.count)) }

  mutating func append(_ occurrences: ArraySlice<UInt8>) {
    bytes += occurrences
    partEnds.append(bytes.count)
  }

  /// Encodes the terms as the index stores them. Batches are independent, so they can be encoded on any thread.
  ///
  /// - Parameters:
  ///   - lengths: the quantised length of every document of the index.
  ///   - totalLength: the sum of the lengths in words.
  public func encoded(lengths: [UInt8], totalLength: UInt64) -> EncodedTerms {
    var writer = PostingWriter(lengths: lengths, totalLength: totalLength)
    var encoded = EncodedTerms()
    var start = 0
    for (index, term) in terms.enumerated() {
      let lastPart = index + 1 < terms.count ? terms[index + 1].firstPart : partEnds.count
      for part in term.firstPart..<lastPart {
        writer.add(bytes, start..<partEnds[part], isStopWord: term.name.first == IndexFormat.stopMark)
        start = partEnds[part]
      }
      guard let written = writer.finishTerm() else { continue }
      encoded.terms.append(
        EncodedTerms.Term(
          name: term.name, documentFrequency: written.documentFrequency, postings: written.postings,
          positions: written.positions))
    }
    encoded.postings = writer.postings
    encoded.positions = writer.positions
    return encoded
  }
}

/// Terms as the index stores them.
public struct EncodedTerms: Sendable {
  struct Term {
    let name: [UInt8]
    let documentFrequency: Int
    /// In `postings` and `positions` of this batch.
    let postings, positions: Range<Int>
  }

  var terms: [Term] = []
  var postings: [UInt8] = []
  var positions: [UInt8] = []
}
