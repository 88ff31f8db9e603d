// The grammar is that of DocumentLists.swift.

/// Gathers which records belong to each document: they must come in document order.
struct DocumentListsBuilder {
  private let documents: SortedIDs
  private let textLengths: [UInt32]
  /// By document: the number of records.
  private var events, quotations, evidence: [Int]
  private var last = (section: "", id: "", document: 0)

  init(_ documents: SortedIDs, textLengths: [UInt32]) {
    (self.documents, self.textLengths) = (documents, textLengths)
    events = [Int](repeating: 0, count: documents.count)
    quotations = events
    evidence = events
  }

  /// Counts an event.
  ///
  /// - Returns: its document.
  mutating func addEvent(_ ordinal: Int, documentID: String?) throws(SnapshotError) -> Int {
    let document = try document(documentID, SectionName.events, ordinal)
    events[document] += 1
    return document
  }

  mutating func addQuotation(_ ordinal: Int, documentID: String?) throws(SnapshotError) {
    quotations[try document(documentID, SectionName.quotations, ordinal)] += 1
  }

  mutating func addEvidence(_ ordinal: Int, documentID: String?) throws(SnapshotError) -> Int {
    let document = try document(documentID, SectionName.evidence, ordinal)
    evidence[document] += 1
    return document
  }

  private mutating func document(
    _ id: String?, _ section: String, _ ordinal: Int
  ) throws(SnapshotError) -> Int {
    let id = id ?? ""
    if last.section == section, last.id == id { return last.document }
    guard let document = documents.index(of: id) else {
      throw .reference(section: section, ordinal: ordinal, to: id)
    }
    guard last.section != section || last.document < document else {
      throw .layout(section: section, offset: 0, "record \(ordinal) is not in document order")
    }
    last = (section, id, document)
    return document
  }

  /// - Parameter mentions: every mention of the documents.
  func bytes(_ mentions: MentionTable) throws(SnapshotError) -> [UInt8] {
    var entities: [[UInt8]] = []
    entities.reserveCapacity(documents.count)
    for document in 0..<documents.count {
      entities.append(OrdinalList.gaps(Set(mentions[document].lazy.map(\.entity)).sorted()))
    }
    let section = SectionName.documentLists
    return try PackedEnds.encode(events, of: section) + PackedEnds.encode(quotations, of: section)
      + PackedEnds.encode(evidence, of: section) + PackedNumbers.encode(textLengths)
      + SectionParts.encode(entities, of: section)
  }
}
