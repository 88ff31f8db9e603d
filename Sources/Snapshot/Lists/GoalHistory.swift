internal import EntenteFileMapping

// lists/history := history parts                                            by goal
// history       := nothing, where a goal has too little evidence
//                | interval varint | evidence packed | fresh packed | checkpoint parts
// checkpoint    := direct varint | documents varint | strength varint varint | first varint | last varint | actors ascending
//                                                                           EntityCount.swift
//
// `evidence` holds the ordinals of a goal's evidence that has a day, from the latest last day back, ascending for one day.
// `fresh` is 1 where no item before is in the same document. After each `interval` items a checkpoint counts all items so far:
// those that are direct, their documents, the sum of their scores, whole and in millionths, the ordinals plus 1 of the items with
// the first and the last day, or 0 where none has a day of its own, and the mentions of each actor.

/// The evidence on a goal from the latest back, with what its first items add up to at intervals.
///
/// What a goal has since a day is a checkpoint and the few items after it, however much there is.
package struct GoalHistory: Sendable {
  /// A goal with fewer items of evidence is counted item by item.
  static let leastCount = 4_096
  /// How many checkpoints a goal has at the most: they hold every actor so far.
  private static let mostCheckpoints = 32

  private let interval: Int
  private let evidence: PackedNumbers
  private let fresh: PackedNumbers
  private let checkpoints: SectionParts

  /// How many items of evidence have a day.
  package var count: Int { evidence.count }

  /// Reads a history from a part of a section.
  ///
  /// - Parameter limit: the number of items of evidence that the snapshot has.
  init(_ bytes: SectionBytes, _ part: Range<Int>, below limit: Int) throws(SnapshotError) {
    var cursor = SectionCursor(bytes, part)
    interval = try cursor.varint()
    evidence = try PackedNumbers(bytes, at: cursor.offset)
    fresh = try PackedNumbers(bytes, at: evidence.end, count: evidence.count, of: "items of evidence")
    checkpoints = try SectionParts(bytes, at: fresh.end)
    guard interval > 0, checkpoints.count == evidence.count / interval, evidence.count <= limit,
      checkpoints.end == part.upperBound
    else { throw cursor.error("its checkpoints do not match its evidence") }
  }

  /// How many items lie between two checkpoints of a goal with `count` items.
  static func interval(_ count: Int, atLeast least: Int) -> Int {
    max(least / 2, (count + mostCheckpoints - 1) / mostCheckpoints, 1)
  }

  /// The ordinal of an item.
  package func ordinal(at index: Int) -> Int { Int(evidence[index]) }

  /// Whether an item is the first of its document.
  func isFresh(at index: Int) -> Bool { fresh[index] == 1 }

  /// How many items last until a day or longer.
  func count(since day: DayNumber, _ lists: EvidenceLists) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if lists.days(of: ordinal(at: middle)).last >= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last checkpoint among the first `count` items: how many items it covers, and a cursor at it; nil before the first.
  func checkpoint(within count: Int) throws(SnapshotError) -> (count: Int, cursor: SectionCursor)? {
    let number = min(count / interval, checkpoints.count)
    guard number > 0 else { return nil }
    return (number * interval, try checkpoints.cursor(number - 1))
  }
}

/// The histories of all goals, by the goal's ordinal in `SnapshotReader.goals`.
struct GoalHistories: Sendable {
  private let parts: SectionParts
  private let evidenceCount: Int

  init(_ bytes: SectionBytes, _ counts: RecordCounts) throws(SnapshotError) {
    parts = try SectionParts(bytes, at: 0)
    evidenceCount = counts.evidence
    guard parts.count == counts.goals else { throw bytes.error(0, "goals are missing") }
  }

  /// The history of a goal; nil where it has too little evidence for one.
  func history(of goal: Int) throws(SnapshotError) -> GoalHistory? {
    let part = try parts.range(goal)
    return part.isEmpty ? nil : try GoalHistory(parts.bytes, part, below: evidenceCount)
  }
}
