internal import TextAnalysis

/// The occurrences in a run of documents, grouped by term: what one thread indexes.
///
/// ```swift
/// var builder = SegmentBuilder(firstDocument: 0)
/// for document in documents { builder.add(title: document.title, body: document.text) }
/// let sections = IndexWriter.sections(of: [builder.finish()])
/// ```
public struct SegmentBuilder {
  private let firstDocument: UInt32
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

  /// - Parameter firstDocument: its ordinal; the others follow.
  public init(firstDocument: UInt32) { self.firstDocument = firstDocument }

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

  public consuming func finish() -> Segment {
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
    var entries: [Segment.Entry] = []
    for number in 0..<analyzer.termCount where starts[number] < starts[number + 1] {
      entries.append(
        Segment.Entry(
          term: Array(analyzer.term(number).prefix(IndexFormat.maximumTermLength)),
          occurrences: starts[number]..<starts[number + 1]))
    }
    entries.sort { $0.term.lexicographicallyPrecedes($1.term) }
    return Segment(
      entries: entries, documents: sortedDocuments, places: sortedPlaces, lengths: lengths, totalLength: totalLength)
  }
}

/// An indexed run of documents, not encoded yet.
public struct Segment: Sendable {
  struct Entry: Sendable {
    let term: [UInt8]
    let occurrences: Range<Int>
  }

  /// In the order of their terms.
  let entries: [Entry]
  /// Of each occurrence, ascending within an entry.
  let documents: [UInt32]
  /// Position << 1 | stands in the title.
  let places: [UInt32]
  let lengths: [UInt8]
  let totalLength: UInt64
}
