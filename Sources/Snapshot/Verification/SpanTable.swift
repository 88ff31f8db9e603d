internal import EntenteSchema

/// Every span in the records, by document, so that each text is read once. Each takes 28 bytes.
struct SpanTable {
  struct Span {
    fileprivate let document: UInt32
    fileprivate let section: UInt32
    let record: UInt32
    let offset: UInt32
    let length: UInt32
    /// The hash of the text that the record quotes; nil if it quotes none.
    fileprivate let hash: UInt32?
  }

  private let documents: SortedIDs
  private var spans: [Span] = []
  private var sections: [String] = []
  /// Indices of the spans, by document; and where those of each document end.
  private var order: [UInt32] = []
  private var ends: [Int] = []
  private var last = (id: "", document: 0)

  init(_ documents: SortedIDs) { self.documents = documents }

  /// Everything that is added until the next call belongs to records of this section.
  mutating func begin(_ section: String) { sections.append(section) }

  /// Adds a source; the document that it names must be there.
  mutating func add(_ source: Source?, record: Int) throws(SnapshotError) {
    guard let source else { return }
    let document = try document(source.documentID, record: record)
    if let span = source.span { add(span, record: record, document: document, hash: Self.hash(source.text.utf8)) }
  }

  /// Adds a span without a text.
  mutating func add(_ span: TextSpan?, record: Int, document: Int) {
    if let span { add(span, record: record, document: document, hash: nil) }
  }

  /// The document of an id.
  mutating func document(_ id: String, record: Int) throws(SnapshotError) -> Int {
    if last.id == id, !id.isEmpty { return last.document }
    guard let document = documents.index(of: id) else {
      throw .reference(section: sections.last ?? "", ordinal: record, to: id)
    }
    last = (id, document)
    return document
  }

  private mutating func add(_ span: TextSpan, record: Int, document: Int, hash: UInt32?) {
    spans.append(
      Span(
        document: UInt32(clamping: document), section: UInt32(clamping: sections.count - 1),
        record: UInt32(clamping: record), offset: span.offset, length: span.length, hash: hash))
  }

  /// Groups the spans by document, once all are there.
  mutating func group() {
    var starts = [Int](repeating: 0, count: documents.count + 1)
    for span in spans { starts[Int(span.document) + 1] += 1 }
    for document in 0..<documents.count { starts[document + 1] += starts[document] }
    order = [UInt32](repeating: 0, count: spans.count)
    for (index, span) in spans.enumerated() {
      order[starts[Int(span.document)]] = UInt32(clamping: index)
      starts[Int(span.document)] += 1
    }
    // By now each start has moved to where its document ends.
    ends = starts.dropLast()
  }

  /// Checks the spans of a document against its text.
  func check(_ document: Int, _ text: Swift.Span<UInt8>) throws(SnapshotError) {
    for index in order[(document == 0 ? 0 : ends[document - 1])..<ends[document]] {
      let span = spans[Int(index)]
      let (start, length) = (Int(span.offset), Int(span.length))
      guard start <= text.count, length <= text.count - start,
        span.hash.map({ $0 == Self.hash(text.extracting(start..<start + length)) }) ?? true
      else {
        throw .span(
          section: sections[Int(span.section)], ordinal: Int(span.record), offset: start, length: length)
      }
    }
  }

  // A key of this process, so that no writer can aim at two texts of one hash.

  private static func hash(_ bytes: Swift.Span<UInt8>) -> UInt32 {
    var hasher = Hasher()
    // Sound: the hasher reads inside the span while the closure runs.
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  private static func hash(_ text: String.UTF8View) -> UInt32 { hash(text.span) }
}
