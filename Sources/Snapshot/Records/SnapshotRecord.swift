public import EntenteSchema
public import ProtobufCoding

// Events, quotations and evidence cite one source, and others for the most part within it. A stored record leaves out what the
// first one tells: a source without a document_id is a part of the main source of its record. Its span counts from the start of
// that, and its text is the bytes of its span. Main sources are Event.evidence, Quotation.source and Evidence.passage; parts may be
// Event.date.source, Quotation.attribution, Quotation.date.source, Evidence.deciding_words and Evidence.date.source. Deciding words
// that all lie in the passage, one after the other, are spans alone: Evidence.word_spans. The id of an event or a quotation that
// begins with that of its document leaves that out: "#3".

/// A message that is stored in snapshots as a record.
public protocol SnapshotRecord: ProtobufMessage {
  /// Leaves out what the rest of the record tells, before it is stored.
  mutating func compact()

  /// Puts back what `compact` left out.
  mutating func restore()
}

extension SnapshotRecord {
  public mutating func compact() {}
  public mutating func restore() {}
}

extension Document: SnapshotRecord {}
extension DocumentDates: SnapshotRecord {}
extension DocumentDrafts: SnapshotRecord {}
extension Entity: SnapshotRecord {}
extension EntitySummary: SnapshotRecord {}
extension GoalReview: SnapshotRecord {}
extension Programme: SnapshotRecord {}
extension Role: SnapshotRecord {}

extension Event: SnapshotRecord {
  public mutating func compact() {
    date?.source?.compact(within: evidence)
    id.removeDocument(of: evidence)
  }

  public mutating func restore() {
    date?.source?.restore(within: evidence)
    id.addDocument(of: evidence)
  }
}

extension Quotation: SnapshotRecord {
  public mutating func compact() {
    attribution?.compact(within: source)
    date?.source?.compact(within: source)
    id.removeDocument(of: source)
  }

  public mutating func restore() {
    attribution?.restore(within: source)
    date?.source?.restore(within: source)
    id.addDocument(of: source)
  }
}

extension Evidence: SnapshotRecord {
  public mutating func compact() {
    date?.source?.compact(within: passage)
    for index in decidingWords.indices { decidingWords[index].compact(within: passage) }
    var (spans, end) = ([UInt32](), UInt32(0))
    for word in decidingWords {
      guard word.documentID.isEmpty, let span = word.span, span.offset >= end else { return }
      spans += [span.offset - end, span.length]
      end = span.offset + span.length
    }
    (wordSpans, decidingWords) = (spans, [])
  }

  public mutating func restore() {
    date?.source?.restore(within: passage)
    var end: UInt32 = 0
    for index in stride(from: 0, to: wordSpans.count - 1, by: 2) {
      let span = TextSpan(offset: end &+ wordSpans[index], length: wordSpans[index + 1])
      decidingWords.append(Source(span: span))
      end = span.offset &+ span.length
    }
    wordSpans = []
    for index in decidingWords.indices { decidingWords[index].restore(within: passage) }
  }
}

extension String {
  /// Leaves out the id of the document that begins this one.
  fileprivate mutating func removeDocument(of source: Source?) {
    guard let id = source?.documentID, !id.isEmpty, utf8.starts(with: id.utf8),
      utf8.dropFirst(id.utf8.count).first == UInt8(ascii: "#")
    else { return }
    self = String(decoding: utf8.dropFirst(id.utf8.count), as: UTF8.self)
  }

  fileprivate mutating func addDocument(of source: Source?) {
    if utf8.first == UInt8(ascii: "#"), let id = source?.documentID { self = id + self }
  }
}

extension Source {
  /// Becomes a part of `main`, where it is one.
  fileprivate mutating func compact(within main: Source?) {
    guard let main, let outer = main.span, let inner = span, inner.length > 0, !documentID.isEmpty,
      documentID == main.documentID, inner.offset >= outer.offset,
      main.holds(text, at: Int(inner.offset) - Int(outer.offset), length: Int(inner.length))
    else { return }
    self = Source(span: TextSpan(offset: inner.offset - outer.offset, length: inner.length))
  }

  /// Becomes a source of its own again.
  fileprivate mutating func restore(within main: Source?) {
    guard let main, let outer = main.span, let inner = span, inner.length > 0, documentID.isEmpty,
      let part = main.part(at: Int(inner.offset), length: Int(inner.length))
    else { return }
    let (offset, overflow) = outer.offset.addingReportingOverflow(inner.offset)
    guard !overflow else { return }
    self = Source(
      documentID: main.documentID, span: TextSpan(offset: offset, length: inner.length),
      text: String(decoding: part, as: UTF8.self))
  }

  private func holds(_ part: String, at offset: Int, length: Int) -> Bool {
    self.part(at: offset, length: length)?.elementsEqual(part.utf8) ?? false
  }

  private func part(at offset: Int, length: Int) -> Substring.UTF8View? {
    guard offset <= text.utf8.count, length <= text.utf8.count - offset else { return nil }
    return text.utf8.dropFirst(offset).prefix(length)
  }
}
