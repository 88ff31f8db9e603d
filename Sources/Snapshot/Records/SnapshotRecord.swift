public import EntenteSchema
public import ProtobufCoding

// Events, quotations and evidence cite one source, and others for the most part within it. A stored record leaves out what the
// first one tells: a source without a document_id is a part of the main source of its record. Its span counts from the start of
// that, and its text is the bytes of its span. Main sources are Event.evidence, Quotation.source and Evidence.passage; parts may be
// Event.date.source, Quotation.attribution, Quotation.date.source, Evidence.deciding_words and Evidence.date.source.

/// A message that snapshots hold as a record.
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
  public mutating func compact() { date?.source?.compact(within: evidence) }
  public mutating func restore() { date?.source?.restore(within: evidence) }
}

extension Quotation: SnapshotRecord {
  public mutating func compact() {
    attribution?.compact(within: source)
    date?.source?.compact(within: source)
  }

  public mutating func restore() {
    attribution?.restore(within: source)
    date?.source?.restore(within: source)
  }
}

extension Evidence: SnapshotRecord {
  public mutating func compact() {
    for index in decidingWords.indices { decidingWords[index].compact(within: passage) }
    date?.source?.compact(within: passage)
  }

  public mutating func restore() {
    for index in decidingWords.indices { decidingWords[index].restore(within: passage) }
    date?.source?.restore(within: passage)
  }
}

extension Source {
  /// Becomes a part of `main`, where it is one.
  fileprivate mutating func compact(within main: Source?) {
    guard let main, let outer = main.span, let inner = span, inner.length > 0, !documentId.isEmpty,
      documentId == main.documentId, inner.offset >= outer.offset,
      main.holds(text, at: Int(inner.offset) - Int(outer.offset), length: Int(inner.length))
    else { return }
    self = Source(span: TextSpan(offset: inner.offset - outer.offset, length: inner.length))
  }

  /// Becomes a source of its own again.
  fileprivate mutating func restore(within main: Source?) {
    guard let main, let outer = main.span, let inner = span, inner.length > 0, documentId.isEmpty,
      let part = main.part(at: Int(inner.offset), length: Int(inner.length))
    else { return }
    let (offset, overflow) = outer.offset.addingReportingOverflow(inner.offset)
    guard !overflow else { return }
    self = Source(
      documentId: main.documentId, span: TextSpan(offset: offset, length: inner.length),
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
