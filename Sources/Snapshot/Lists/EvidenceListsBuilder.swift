internal import EntenteSchema

// The grammar is that of EvidenceLists.swift.

/// Collects what reviews need to know about evidence.
struct EvidenceListsBuilder {
  private var days: [DayRange] = []
  private var dated: [UInt32] = []
  private var strengths: [UInt32] = []
  private var scores: [UInt32] = []
  private var actors: [[EntityCount]] = []

  /// Adds the next item of evidence.
  ///
  /// - Parameter actors: how often its passage mentions each person, organisation and country.
  mutating func add(_ evidence: Evidence, actors: [EntityCount]) {
    let range = DayRange(evidence.date)
    days.append(range)
    dated.append(range.first != .none && evidence.date?.subject == .unspecified ? 1 : 0)
    strengths.append(UInt32(bitPattern: evidence.strength.rawValue))
    scores.append(evidence.score.bitPattern)
    self.actors.append(actors)
  }

  func score(of ordinal: Int) -> Float { Float(bitPattern: scores[ordinal]) }

  func actors(of ordinal: Int) -> [EntityCount] { actors[ordinal] }

  func bytes() throws(SnapshotError) -> [UInt8] {
    let levels = Set(scores).sorted()
    let indices = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, UInt32(clamping: $0)) })
    return DateColumns.encode(days) + PackedNumbers.encode(dated) + PackedNumbers.encode(strengths)
      + PackedNumbers.encode(levels) + PackedNumbers.encode(scores.map { indices[$0] ?? 0 })
      + (try SectionParts.encode(actors.map(EntityCount.pairs), of: SectionName.evidenceLists))
  }
}
