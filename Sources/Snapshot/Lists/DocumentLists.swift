internal import EntenteFileMapping

// lists/documents := ends of the events | ends of the quotations | ends of the evidence                   PackedEnds.swift
//                    | length of the text packed | entities parts                                      each by document
//
// Events, quotations and evidence stand in the order of their documents, so those of a document follow each other: from the
// end of the document before up to its own. A part of entities holds `ordinals` without count and length (OrdinalList.swift).

/// The knowledge lists of each document, by the document's ordinal.
package struct DocumentLists: Sendable {
  private let bytes: SectionBytes
  private let events: PackedEnds
  private let quotations: PackedEnds
  private let evidence: PackedEnds
  private let textLengths: PackedNumbers
  private let entities: SectionParts
  private let counts: RecordCounts

  package var count: Int { counts.documents }

  init(_ bytes: SectionBytes, _ counts: RecordCounts) throws(SnapshotError) {
    (self.bytes, self.counts) = (bytes, counts)
    events = try PackedEnds(bytes, at: 0, count: counts.documents, of: "documents")
    quotations = try PackedEnds(bytes, at: events.end, count: counts.documents, of: "documents")
    evidence = try PackedEnds(bytes, at: quotations.end, count: counts.documents, of: "documents")
    textLengths = try PackedNumbers(bytes, at: evidence.end, count: counts.documents, of: "documents")
    entities = try SectionParts(bytes, at: textLengths.end)
    guard entities.count == counts.documents else { throw bytes.error(textLengths.end, "documents are missing") }
  }

  /// The entities that a document mentions, by ordinal, ascending: in the order of their ids.
  package func entities(of document: Int) throws(SnapshotError) -> [Int] {
    var cursor = try entities.cursor(document)
    var ordinals: [Int] = []
    var next = 0
    while !cursor.isAtEnd {
      next += try cursor.varint(below: counts.entities - next)
      ordinals.append(next)
      next += 1
    }
    return ordinals
  }

  /// The ordinals of the events that a document reports, in text order.
  package func events(of document: Int) throws(SnapshotError) -> Range<Int> {
    try range(document, events, below: counts.events)
  }

  /// The ordinals of a document's quotations, in text order.
  package func quotations(of document: Int) throws(SnapshotError) -> Range<Int> {
    try range(document, quotations, below: counts.quotations)
  }

  /// The ordinals of the evidence in a document, in text order.
  package func evidence(of document: Int) throws(SnapshotError) -> Range<Int> {
    try range(document, evidence, below: counts.evidence)
  }

  /// The document that contains an item of evidence.
  ///
  /// Takes the logarithm of the number of documents between it and `first`.
  ///
  /// - Parameter first: a document that does not come after it.
  package func document(ofEvidence ordinal: Int, from first: Int = 0) -> Int {
    // Steps that double, then a binary search within the last one.
    var (low, high, step) = (first, first, 1)
    while high < counts.documents, evidence[high] <= ordinal {
      low = high + 1
      high = low + step
      step += step
    }
    high = min(high, counts.documents)
    while low < high {
      let middle = low + (high - low) / 2
      if evidence[middle] <= ordinal { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The length of a document's text, in bytes of UTF-8.
  package func textLength(of document: Int) -> Int { Int(textLengths[document]) }

  private func range(_ document: Int, _ ends: PackedEnds, below limit: Int) throws(SnapshotError) -> Range<Int> {
    guard document >= 0, document < count else { throw bytes.error(0, "document \(document) does not exist") }
    let (first, last) = ends.bounds(document)
    guard first <= last, last <= limit else {
      throw bytes.error(0, "the records of document \(document) are out of bounds")
    }
    return first..<last
  }
}
