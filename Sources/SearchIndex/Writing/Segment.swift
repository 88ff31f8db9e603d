internal import TextAnalysis

/// The occurrences in a run of documents, grouped by term: what one thread indexes.
///
/// ```swift
/// var builder = SegmentBuilder(firstDocument: 0)
/// for document in documents { builder.add(title: document.title, body: document.text) }
/// let sections = IndexWriter.sections(of: [builder.finish()])
/// ```
public struct SegmentBuilder: Sendable {
  private var firstDocument: UInt32
  private var analyzer = Analyzer()
  private var tokens: [Token] = []
  private var lengths: [UInt8] = []
  private var totalLength: UInt64 = 0
  // An occurrence in each: its term, its document, its position with the title flag in the lowest bit.
  private var terms: [UInt32] = []
  private var documents: [UInt32] = []
  private var places: [UInt32] = []

  /// Between the title and the body, so that no phrase spans them.
  private static let fieldGap: UInt32 = 8
  /// Of the vocabulary that outlives a run, in bytes.
  private static let memoryLimit = 16 << 20

  /// - Parameter firstDocument: its ordinal; the others follow.
  public init(firstDocument: UInt32) { self.firstDocument = firstDocument }

  /// Begins another run; words that were analysed before are remembered.
  public mutating func begin(firstDocument: UInt32) {
    self.firstDocument = firstDocument
    if analyzer.memory > Self.memoryLimit { analyzer.forget() }
    lengths = []
    totalLength = 0
    terms.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Indexes the next document. Positions past 2³⁰ are not kept.
  public mutating func add(title: String, body: String) {
    let document = firstDocument &+ UInt32(truncatingIfNeeded: lengths.count)
    let titleEnd = add(title, document, from: 0, isTitle: true)
    let end = add(body, document, from: titleEnd == 0 ? 0 : titleEnd &+ Self.fieldGap, isTitle: false)
    let length = Int(end)
    lengths.append(QuantisedLength.encode(length))
    totalLength &+= UInt64(length)
  }

  private mutating func add(_ text: String, _ document: UInt32, from start: UInt32, isTitle: Bool) -> UInt32 {
    guard !text.isEmpty else { return start }
    var text = text
    text.makeContiguousUTF8()
    unsafe analyzer.analyze(text.utf8.span.bytes, into: &tokens)
    var end = start
    for token in tokens {
      let position = start &+ token.position
      guard position < 1 << 30 else { break }
      terms.append(token.term)
      documents.append(document)
      places.append(position << 1 | (isTitle ? 1 : 0))
      end = max(end, position &+ 1)
    }
    return end
  }

  /// The segment of what was added since the beginning.
  public mutating func finish() -> Segment {
    // A counting sort: stable, so that documents and positions stay in order.
    var starts = [Int](repeating: 0, count: analyzer.termCount + 1)
    for term in terms { starts[Int(term) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var sortedDocuments = [UInt32](repeating: 0, count: terms.count)
    var sortedPlaces = sortedDocuments
    for index in terms.indices {
      let target = next[Int(terms[index])]
      next[Int(terms[index])] += 1
      sortedDocuments[target] = documents[index]
      sortedPlaces[target] = places[index]
    }
    var run = TermRunWriter()
    let present = (0..<analyzer.termCount).filter { starts[$0] < starts[$0 + 1] }
    for number in present.sorted(by: { analyzer.term($0).lexicographicallyPrecedes(analyzer.term($1)) }) {
      let range = starts[number]..<starts[number + 1]
      run.append(
        analyzer.term(number).prefix(IndexFormat.maximumTermLength), documents: sortedDocuments[range],
        places: sortedPlaces[range])
    }
    return Segment(run: run.bytes, lengths: lengths, totalLength: totalLength)
  }
}

/// An indexed run of documents, not encoded yet.
public struct Segment: Sendable {
  /// The grammar is that of TermRun.swift.
  public let run: [UInt8]
  /// Quantised, of each document.
  public let lengths: [UInt8]
  /// In words.
  public let totalLength: UInt64
}
