internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import EntenteTextAnalysis

/// The entities of a corpus, by name.
final class EntityDirectory: Sendable {
  /// With more entities than this, only names with the same first letter are compared when looking for a typing error.
  private static let comparedEntities = 1000
  /// How many names around the place of an unknown one are compared with it.
  private static let comparedNames = 2000

  private let filters: SnapshotFilters
  private let lists: EntityLists
  private let summaries: RecordReader<EntitySummary>

  init(_ filters: SnapshotFilters, _ lists: EntityLists, _ summaries: RecordReader<EntitySummary>) {
    self.filters = filters
    self.lists = lists
    self.summaries = summaries
  }

  var count: Int { summaries.count }

  subscript(ordinal: Int) -> EntitySummary {
    get throws(SnapshotError) { EntitySummary(trimming: try summaries[ordinal]) }
  }

  func reference(_ ordinal: Int) throws(SnapshotError) -> EntityReference {
    let summary = try self[ordinal]
    return EntityReference(id: summary.id, name: summary.name)
  }

  // By name

  /// The entities that a name may refer to: by id or any name, else by a word of a name.
  ///
  /// - Parameter kind: unspecified for any.
  func ordinals(named name: String, _ kind: EntityKind = .unspecified) throws(SnapshotError) -> [Int] {
    var found: [Int] = []
    for form in NameForms.of(name) where found.isEmpty { found = try filters.entities(named: form) }
    if found.isEmpty { found = try filters.entities(withWord: name) }
    return kind == .unspecified ? found : found.filter(try test(for: kind))
  }

  /// The same, but throws if there is none.
  ///
  /// - Parameter field: the request field, for the error.
  /// - Throws: `CorpusError.notFound`.
  func ordinals(
    of name: String, _ kind: EntityKind, _ field: String
  ) throws(CorpusError) -> [Int] {
    try NameLimit.check(name, field)
    let found = try reading { () throws(SnapshotError) in try ordinals(named: name, kind) }
    guard !found.isEmpty else { throw .notFound(try unknown(name, kind)) }
    return found
  }

  /// The entity that a name refers to, and other candidates: the one with that id, else the most mentioned first.
  ///
  /// - Throws: `CorpusError.notFound`.
  func candidates(for name: String) throws(CorpusError) -> [Int] {
    let found = try ordinals(of: name, .unspecified, "id")
    return try reading { () throws(SnapshotError) -> [Int] in
      if name.utf8.contains(UInt8(ascii: "/")) {
        for ordinal in found where try summaries[ordinal].id == name { return [ordinal] }
      }
      return found.sorted(by: isMentionedMore)
    }
  }

  /// Whether `left` is mentioned more often than `right`; among equals, the lower id comes first.
  func isMentionedMore(_ left: Int, _ right: Int) -> Bool {
    let counts = (lists.mentionCount(of: left), lists.mentionCount(of: right))
    return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
  }

  // By kind

  /// Whether an entity is of a kind, by its ordinal.
  func test(for kind: EntityKind) throws(SnapshotError) -> (Int) -> Bool {
    let number = String(kind.rawValue)
    for index in 0..<filters.entityKinds.valueCount where try filters.entityKinds.value(index) == number {
      return { [kinds = filters.entityKinds] in kinds.number($0) == index }
    }
    return { _ in false }
  }

  // Ranked

  /// A page of the entities of a kind, most mentioned first, and how many there are.
  ///
  /// - Parameters:
  ///   - kind: unspecified for all.
  ///   - part: of a name; empty for all.
  func ranked(
    _ page: Range<Int>, of kind: EntityKind, namedLike part: String, _ cancellation: Cancellation
  ) throws(CorpusError) -> (ordinals: [Int], total: Int) {
    let ranking = try reading { () throws(SnapshotError) in try lists.ranking(of: kind) }
    guard !part.isEmpty else {
      return (try reading { () throws(SnapshotError) in try ranking.ordinals(page) }, ranking.count)
    }
    let named = try reading { () throws(SnapshotError) in try self.named(like: part, kind) }
    try cancellation.check()
    var members: [Int] = []
    for rank in 0..<ranking.count where members.count < page.upperBound && members.count < named.count {
      try cancellation.check(at: rank)
      let ordinal = try reading { () throws(SnapshotError) in try ranking[rank] }
      if named.set.contains(ordinal) { members.append(ordinal) }
    }
    return (Array(members.dropFirst(page.lowerBound)), named.count)
  }

  /// The entities with a name, acronym, code or form that contains `part`, in a form that the corpus knows.
  private func named(like part: String, _ kind: EntityKind) throws(SnapshotError) -> (set: OrdinalSet, count: Int) {
    var found = OrdinalSet(count: count)
    for form in NameForms.of(part) where found.isEmpty {
      try filters.visitEntities(withNamesLike: form) { found.insert($0) }
    }
    if kind != .unspecified {
      let isWanted = try test(for: kind)
      found.formIntersection(OrdinalSet(count: count) { isWanted($0) })
    }
    return (found, found.population)
  }

  // Unknown

  /// Suggestions for a name that no entity has.
  func unknown(_ name: String, _ kind: EntityKind = .unspecified) throws(CorpusError) -> UnknownName {
    try reading { () throws(SnapshotError) in
      let namesakes = kind == .unspecified ? [] : try filters.entities(named: name)
      if let namesake = namesakes.first {
        return UnknownName(.entity(kind), name, namesake: try self[namesake])
      }
      var near = NearNames(to: name)
      if count <= Self.comparedEntities {
        try summaries.visit { (_, entity) throws(SnapshotError) in
          if kind == .unspecified || entity.kind == kind { near.offer(entity) }
        }
      } else {
        try offer(namesAround: name, kind, to: &near)
      }
      return UnknownName(.entity(kind), name, suggestions: near.best)
    }
  }

  /// Offers the entities whose names sort near the unknown one, because typing errors come after the first letters.
  private func offer(namesAround name: String, _ kind: EntityKind, to near: inout NearNames) throws(SnapshotError) {
    let isWanted = kind == .unspecified ? { _ in true } : try test(for: kind)
    let place = try index(ofNameNotBefore: Folding.foldName(name))
    let range = (place - Self.comparedNames / 2..<place + Self.comparedNames / 2).clamped(to: 0..<filters.names.count)
    for index in range where near.isNear(try filters.names[index]) {
      var ordinals: [Int] = []
      try filters.names.visitEntities(index) { if isWanted($0), ordinals.count < 8 { ordinals.append($0) } }
      for ordinal in ordinals { near.offer(try summaries[ordinal]) }
    }
  }

  private func index(ofNameNotBefore name: String) throws(SnapshotError) -> Int {
    var (low, high) = (0, filters.names.count)
    while low < high {
      let middle = low + (high - low) / 2
      if try filters.names[middle].utf8.lexicographicallyPrecedes(name.utf8) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension NearNames {
  fileprivate mutating func offer(_ entity: EntitySummary) {
    offer(
      entity.name, forms: entity.acronym.isEmpty ? [] : [entity.name, entity.acronym], weight: Int(entity.mentionCount))
  }
}
