internal import EntenteSchema

// The grammar is that of GoalLists.swift.

/// Gathers what there is to show for each goal of the programmes.
struct GoalListsBuilder {
  private struct Known {
    let goal: Goal
    let priorityTitle: String
    var evidence: [UInt32] = []
    var events: [UInt32] = []
    var quotations: [UInt32] = []
    var programmes: [UInt32] = []
  }

  /// In printed order, each id once.
  private var goals: [Known] = []
  private var ordinals: [String: Int] = [:]
  /// By programme.
  private var documents: [UInt32] = []

  var count: Int { goals.count }

  /// Adds the next programme.
  ///
  /// - Parameter document: that it was read from.
  mutating func add(_ programme: Programme, document: Int) {
    let number = UInt32(clamping: documents.count)
    documents.append(UInt32(clamping: document))
    for priority in programme.priorities {
      for goal in priority.goals {
        let ordinal = ordinals[goal.id] ?? goals.count
        ordinals[goal.id] = ordinal
        if ordinal == goals.count { goals.append(Known(goal: goal, priorityTitle: priority.title)) }
        if goals[ordinal].programmes.last != number { goals[ordinal].programmes.append(number) }
      }
    }
  }

  /// Adds an item of evidence after those with lower ordinals; one on a goal of no programme is left out.
  mutating func add(evidence ordinal: Int, on goal: String) {
    if let goal = ordinals[goal] { goals[goal].evidence.append(UInt32(clamping: ordinal)) }
  }

  /// Adds the event at a position of the timeline, after those at lower ones.
  mutating func add(event position: Int, on ids: [String]) {
    for id in Set(ids) { if let goal = ordinals[id] { goals[goal].events.append(UInt32(clamping: position)) } }
  }

  /// Adds a quotation after those with lower ordinals.
  mutating func add(quotation ordinal: Int, on ids: [String]) {
    for id in Set(ids) { if let goal = ordinals[id] { goals[goal].quotations.append(UInt32(clamping: ordinal)) } }
  }

  func bytes(_ evidence: EvidenceListsBuilder, _ entities: EntityListsBuilder) throws(SnapshotError) -> [UInt8] {
    let sorted = ordinals.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return try SectionStrings.encode(sorted.map(\.key), of: SectionName.goalLists)
      + PackedNumbers.encode(sorted.map { UInt32(clamping: $0.value) }) + PackedNumbers.encode(documents)
      + SectionParts.encode(goals.map { part($0, evidence, entities) }, of: SectionName.goalLists)
  }

  private func part(_ known: Known, _ evidence: EvidenceListsBuilder, _ entities: EntityListsBuilder) -> [UInt8] {
    var part: [UInt8] = []
    // The bits of a float that is not negative rise with it.
    let groups = Dictionary(grouping: known.evidence) { evidence.score(of: Int($0)).bitPattern }
    RankedEvidence.append(groups.sorted { $0.key > $1.key }.map(\.value), to: &part)
    OrdinalList.append(known.events, to: &part)
    OrdinalList.append(known.quotations, to: &part)
    var counts: [Int: Int] = [:]
    for ordinal in known.evidence {
      for actor in evidence.actors(of: Int(ordinal)) { counts[actor.entity, default: 0] += actor.count }
    }
    let actors = counts.map { EntityCount(entity: $0.key, count: $0.value) }
    EntityCount.append(entities.greatest(actors, limit: GoalLists.maximumActors), to: &part)
    OrdinalList.append(known.programmes, to: &part)
    return part
  }

  /// The review of each goal: the records of the section `goals`.
  ///
  /// - Parameter tally: of a goal over all of time, with the dates that it names.
  func reviews(
    _ tally: (Int) throws(SnapshotError) -> (GoalTally, first: PartialDate?, last: PartialDate?)
  ) throws(SnapshotError) -> [GoalReview] {
    var reviews: [GoalReview] = []
    for (ordinal, known) in goals.enumerated() {
      let (tally, first, last) = try tally(ordinal)
      reviews.append(
        GoalReview(
          goal: known.goal, priorityTitle: known.priorityTitle, evidenceCount: UInt32(clamping: tally.evidence),
          directEvidenceCount: UInt32(clamping: tally.directEvidence),
          documentCount: UInt32(clamping: tally.documents), eventCount: UInt32(clamping: tally.events),
          quotationCount: UInt32(clamping: tally.quotations), firstDate: first, lastDate: last,
          strength: tally.strength))
    }
    return reviews
  }
}
