internal import EntenteFileMapping
package import EntenteSchema

// lists/evidence := dates | dated packed | strength packed | level packed | score packed | actor parts        by evidence
//
// `dated` is 1 where the date is that of what the evidence tells, 0 where that of its document stands in or there is none. `strength`
// is the number of the EvidenceStrength, `score` the index of the level, and a level the bits of a float; levels ascend. A part of actors holds pairs of varints: an entity and how
// often it is mentioned within the passage, in the order of the entities; places are left out. `dates` are told in
// DateColumns.swift.

/// What reviews need to know about evidence, by its ordinal, without inflating records.
package struct EvidenceLists: Sendable {
  private let dates: DateColumns
  private let dated: PackedNumbers
  private let strengths: PackedNumbers
  private let levels: PackedNumbers
  private let scores: PackedNumbers
  private let actors: SectionParts
  private let entityCount: Int

  package var count: Int { scores.count }

  init(_ bytes: SectionBytes, _ counts: RecordCounts) throws(SnapshotError) {
    dates = try DateColumns(bytes, at: 0, count: counts.evidence, of: "evidence")
    dated = try PackedNumbers(bytes, at: dates.end, count: counts.evidence, of: "evidence")
    strengths = try PackedNumbers(bytes, at: dated.end, count: counts.evidence, of: "evidence")
    levels = try PackedNumbers(bytes, at: strengths.end)
    scores = try PackedNumbers(bytes, at: levels.end, count: counts.evidence, of: "evidence")
    actors = try SectionParts(bytes, at: scores.end)
    entityCount = counts.entities
    guard actors.count == counts.evidence else { throw bytes.error(scores.end, "evidence is missing") }
  }

  /// The days of an item of evidence.
  package func days(of evidence: Int) -> DayRange { dates[evidence] }

  /// Whether an item of evidence has a date of its own.
  package func isDated(_ evidence: Int) -> Bool { dated[evidence] == 1 && dates[evidence].first != .none }

  package func strength(of evidence: Int) -> EvidenceStrength {
    EvidenceStrength(rawValue: Int32(truncatingIfNeeded: strengths[evidence]))
  }

  package func score(of evidence: Int) -> Float { Float(bitPattern: levels[Int(scores[evidence])]) }

  /// Calls `body` with each person, organisation and country mentioned in an item of evidence, and the number of mentions.
  package func visitActors(of evidence: Int, _ body: (EntityCount) -> Void) throws(SnapshotError) {
    var cursor = try actors.cursor(evidence)
    while !cursor.isAtEnd {
      body(EntityCount(entity: try cursor.varint(below: entityCount), count: try cursor.varint()))
    }
  }
}
