private import Crypto
internal import FileMapping
internal import ProtobufCoding
internal import Schema
internal import Zlib

/// A snapshot of which every byte was checked.
public struct VerifiedSnapshot: Sendable {
  public let snapshot: SnapshotReader

  /// Reads the whole file: its hash, the checksum of each section, the zeros between them, every record, and every span.
  ///
  /// - Throws: `SnapshotError` for the first fault.
  public init(verifying snapshot: SnapshotReader) throws(SnapshotError) {
    self.snapshot = snapshot
    try checkSections()
    try checkPadding()
    try checkRecords()
    // Last, because it says only that something differs, and the others say what.
    try checkID()
  }

  private func checkSections() throws(SnapshotError) {
    for section in snapshot.directory.sections {
      guard let region = snapshot[section: section.name], crc32(region.bytes) == section.crc32 else {
        throw .checksum(section: section.name, offset: Int(clamping: section.offset))
      }
    }
  }

  private func checkPadding() throws(SnapshotError) {
    for section in snapshot.directory.sections {
      let end = Int(clamping: section.offset) + Int(clamping: section.length)
      let padding = snapshot.file.array(end, end.alignedUp - end) ?? [1]
      guard padding.allSatisfy({ $0 == 0 }) else {
        throw .layout(section: section.name, offset: end, "the padding is not zero")
      }
    }
  }

  private func checkID() throws(SnapshotError) {
    var hash = SHA256()
    let end = snapshot.file.count - SnapshotFormat.footerSize
    var position = 0
    while position < end {
      guard let piece = snapshot.file.array(position, min(1 << 20, end - position)) else { break }
      hash.update(data: piece)
      position += piece.count
    }
    guard hexadecimal(Array(hash.finalize())) == snapshot.id else { throw .wrongID }
  }

  // Records

  private func checkRecords() throws(SnapshotError) {
    var lengths: [String: Int] = [:]
    var previous: String?
    var ids: [String] = []
    try snapshot.documents.visit { (ordinal, document) throws(SnapshotError) in
      if let previous, !previous.utf8.lexicographicallyPrecedes(document.id.utf8) {
        throw .layout(section: SectionName.documents, offset: ordinal, "the ids are not in order")
      }
      previous = document.id
      ids.append(document.id)
    }
    try snapshot.texts.visit { (ordinal, document) throws(SnapshotError) in
      lengths[ids[ordinal]] = document.text.utf8.count
    }
    try snapshot.documents.visit { (ordinal, document) throws(SnapshotError) in
      for span in [document.titleSpan].compactMap({ $0 }) + document.boilerplate {
        try self.check(span, within: lengths[document.id] ?? 0, SectionName.documents, ordinal)
      }
    }
    func check(_ source: Source?, _ section: String, _ ordinal: Int) throws(SnapshotError) {
      guard let source else { return }
      guard let length = lengths[source.documentId] else {
        throw .layout(
          section: section, offset: ordinal, "it refers to a document that is not there: \(source.documentId)")
      }
      if let span = source.span { try self.check(span, within: length, section, ordinal) }
    }
    try snapshot.dates.visit { (ordinal, dates) throws(SnapshotError) in
      for date in dates.dates { try check(date.source, SectionName.dates, ordinal) }
    }
    try snapshot.entities.visit { (ordinal, entity) throws(SnapshotError) in
      for mention in entity.mentions { try check(mention.source, SectionName.entities, ordinal) }
    }
    try snapshot.events.visit { (ordinal, event) throws(SnapshotError) in
      try check(event.evidence, SectionName.events, ordinal)
    }
    try snapshot.quotations.visit { (ordinal, quotation) throws(SnapshotError) in
      try check(quotation.source, SectionName.quotations, ordinal)
    }
    try snapshot.evidence.visit { (ordinal, evidence) throws(SnapshotError) in
      try check(evidence.passage, SectionName.evidence, ordinal)
    }
    try snapshot.programmes.visit { (ordinal, programme) throws(SnapshotError) in
      guard lengths[programme.documentId] != nil else {
        throw .layout(
          section: SectionName.programmes, offset: ordinal, "it refers to a document that is not there")
      }
    }
  }

  private func check(
    _ span: TextSpan, within length: Int, _ section: String, _ ordinal: Int
  ) throws(SnapshotError) {
    guard UInt64(span.offset) + UInt64(span.length) <= UInt64(length) else {
      throw .layout(section: section, offset: ordinal, "a span of record \(ordinal) runs past the end of its text")
    }
  }
}
