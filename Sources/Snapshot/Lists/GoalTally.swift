internal import EntenteSchema
internal import ProtobufCoding

/// The counts of a goal's review over a period.
package struct GoalTally: Hashable, Sendable {
  /// The record that a date comes from.
  package enum DatedRecord: Hashable, Sendable {
    case evidence(Int)
    case event(Int)

    /// Whether it is the one to name of two with the same day: evidence before events, then the lower ordinal.
    fileprivate func isBefore(_ other: DatedRecord?) -> Bool {
      switch (self, other) {
      case (.evidence(let ordinal), .evidence(let named)), (.event(let ordinal), .event(let named)): ordinal < named
      case (.evidence, .event): true
      default: false
      }
    }
  }

  package private(set) var evidence = 0
  package private(set) var directEvidence = 0
  /// The number of documents with evidence.
  package private(set) var documents = 0
  package private(set) var events = 0
  package private(set) var quotations = 0
  /// The sum of the evidence scores, in millionths: the order of addition makes no difference.
  private(set) var score = 0
  /// The earliest record with a date of its own; among several, the first evidence, else the first event.
  package private(set) var first: DatedRecord?
  /// The latest of these records.
  package private(set) var last: DatedRecord?

  private var firstDay = DayNumber.last
  private var lastDay = DayNumber.none

  private static let scoreUnits = 1_000_000
  /// A score above it counts as it, so that no sum overflows. Extraction gives scores up to 1.
  private static let greatestScore: Float = 1_024

  /// The sum of the evidence scores.
  package var strength: Float { Float(Double(score) / Double(Self.scoreUnits)) }

  init() {}

  /// A tally of evidence as a checkpoint has it (GoalHistory.swift).
  init(
    checkpoint cursor: inout SectionCursor, evidence: Int, _ lists: EvidenceLists
  ) throws(SnapshotError) {
    self.evidence = evidence
    directEvidence = try cursor.varint()
    documents = try cursor.varint()
    score = try cursor.varint() * Self.scoreUnits + cursor.varint(below: Self.scoreUnits)
    for _ in 0..<2 {
      let dated = try cursor.varint(below: lists.count + 1)
      if dated > 0 { add(lists.days(of: dated - 1), of: .evidence(dated - 1)) }
    }
  }

  mutating func add(_ days: DayRange, of record: DatedRecord) {
    if first == nil || days.first < firstDay || days.first == firstDay && record.isBefore(first) {
      (first, firstDay) = (record, days.first)
    }
    if last == nil || days.last > lastDay || days.last == lastDay && record.isBefore(last) {
      (last, lastDay) = (record, days.last)
    }
  }

  mutating func add(evidence lists: EvidenceLists, _ ordinal: Int, isNewDocument: Bool) {
    evidence += 1
    if isNewDocument { documents += 1 }
    if lists.strength(of: ordinal) == .direct { directEvidence += 1 }
    let scaled = (Double(min(lists.score(of: ordinal), Self.greatestScore)) * Double(Self.scoreUnits)).rounded()
    // Not a number, in a damaged snapshot, counts as 0.
    score += max(Int(exactly: scaled) ?? 0, 0)
    if lists.isDated(ordinal) { add(lists.days(of: ordinal), of: .evidence(ordinal)) }
  }

  mutating func addEvent() { events += 1 }
  mutating func addQuotation() { quotations += 1 }

  /// Appends what a checkpoint has before its actors.
  func append(to bytes: inout [UInt8]) {
    for number in [directEvidence, documents, score / Self.scoreUnits, score % Self.scoreUnits] {
      Varint.append(number, to: &bytes)
    }
    for record in [first, last] {
      if case .evidence(let ordinal) = record {
        Varint.append(ordinal + 1, to: &bytes)
      } else {
        Varint.append(0, to: &bytes)
      }
    }
  }
}
