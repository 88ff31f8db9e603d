internal import EntenteSearchIndex
internal import ProtobufCoding

// The grammar is that of GoalHistory.swift.

/// Writes the histories of goals.
struct GoalHistoryBuilder {
  let goals: GoalLists
  let evidence: EvidenceLists
  let documents: DocumentLists
  let entityCount: Int
  /// How much evidence a goal has that gets a history.
  let leastCount: Int

  /// The section.
  func bytes() throws(SnapshotError) -> [UInt8] {
    var parts: [[UInt8]] = []
    for goal in 0..<goals.count { parts.append(try history(of: goal)) }
    return try SectionParts.encode(parts, of: SectionName.goalHistories)
  }

  private func history(of goal: Int) throws(SnapshotError) -> [UInt8] {
    let ordinals = try latestFirst(goal)
    guard !ordinals.isEmpty else { return [] }
    let interval = GoalHistory.interval(ordinals.count, atLeast: leastCount)
    var fresh: [UInt32] = []
    var checkpoints: [[UInt8]] = []
    var tally = GoalTally()
    var seen = OrdinalSet(count: documents.count)
    var mentions = [Int](repeating: 0, count: entityCount)
    for ordinal in ordinals.lazy.map(Int.init) {
      let document = documents.document(ofEvidence: ordinal)
      let isNew = !seen.contains(document)
      seen.insert(document)
      fresh.append(isNew ? 1 : 0)
      tally.add(evidence: evidence, ordinal, isNewDocument: isNew)
      try evidence.visitActors(of: ordinal) { mentions[$0.entity] += $0.count }
      if fresh.count.isMultiple(of: interval) { checkpoints.append(checkpoint(tally, mentions)) }
    }
    var bytes: [UInt8] = []
    Varint.append(interval, to: &bytes)
    return try bytes + PackedNumbers.encode(ordinals) + PackedNumbers.encode(fresh)
      + SectionParts.encode(checkpoints, of: SectionName.goalHistories)
  }

  /// The evidence that has a day, from the latest back; empty where it is too little.
  private func latestFirst(_ goal: Int) throws(SnapshotError) -> [UInt32] {
    let ranked = try goals.evidence(of: goal)
    guard ranked.count >= leastCount else { return [] }
    // By the days from the last day to the end of time, then by ordinal.
    var keys: [UInt64] = []
    keys.reserveCapacity(ranked.count)
    try ranked.visit { ordinal in
      let days = evidence.days(of: ordinal)
      if days.first != .none {
        keys.append(UInt64(UInt32.max - days.last.rawValue) << 32 | UInt64(UInt32(clamping: ordinal)))
      }
      return true
    }
    return keys.sorted().map { UInt32(truncatingIfNeeded: $0) }
  }

  private func checkpoint(_ tally: GoalTally, _ mentions: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    tally.append(to: &bytes)
    let actors = mentions.indices.lazy.filter { mentions[$0] > 0 }.map { EntityCount(entity: $0, count: mentions[$0]) }
    EntityCount.appendAscending(Array(actors), to: &bytes)
    return bytes
  }
}
