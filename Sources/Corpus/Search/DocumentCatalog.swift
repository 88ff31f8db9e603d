internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import EntenteTextAnalysis

/// What filters, facets and lists ask about documents, answered from the columns of the snapshot in place.
struct DocumentCatalog: Sendable {
  let filters: SnapshotFilters

  init(_ filters: SnapshotFilters) { self.filters = filters }

  var count: Int { filters.documentCount }

  // Documents with a value

  func documents(ofKind kind: DocumentKind) throws(SnapshotError) -> OrdinalSet {
    let number = String(kind.rawValue)
    return try documents(filters.kinds) { $0 == number }
  }

  /// Documents whose publisher or host has `name` in it.
  func documents(ofSource name: String) throws(SnapshotError) -> OrdinalSet {
    let folded = Folding.fold(name)
    return try documents(filters.sources) { $0.contains(folded) }
  }

  /// Documents whose effective date meets a period.
  func documents(dated period: DayRange) throws(SnapshotError) -> OrdinalSet {
    try documents(filters.dates) { value in
      let ends = value.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      return period.overlaps(DayRange(PartialDate(start: String(ends.first ?? ""), end: String(ends.last ?? ""))))
    }
  }

  func documents(ofEntities ordinals: [Int]) throws(SnapshotError) -> OrdinalSet {
    var found = OrdinalSet(count: count)
    for ordinal in ordinals { try filters.visitDocuments(ofEntity: ordinal) { found.insert($0) } }
    return found
  }

  func documents(ofGoals ids: [String]) throws(SnapshotError) -> OrdinalSet {
    var found = OrdinalSet(count: count)
    for id in ids { try filters.visitDocuments(ofGoal: id) { found.insert($0) } }
    return found
  }

  /// Asks once for each distinct value.
  private func documents(
    _ column: FilterColumn, where isWanted: (String) -> Bool
  ) throws(SnapshotError) -> OrdinalSet {
    var wanted: [Bool] = []
    for number in 0..<column.valueCount { wanted.append(isWanted(try column.value(number))) }
    guard wanted.contains(true) else { return OrdinalSet(count: count) }
    return wanted.contains(false) ? column.ordinals(where: wanted) : OrdinalSet(count: count, all: true)
  }

  // Order

  /// A page of `documents` by effective date: ordinals of equal dates in order, undated documents last.
  ///
  /// - Parameter latestFirst: else the earliest come first; undated ones are last all the same.
  func ordinals(
    _ page: Range<Int>, of documents: OrdinalSet, latestFirst: Bool
  ) throws(SnapshotError) -> [Int] {
    let (groups, skipped) = try groups(page, of: documents, latestFirst: latestFirst)
    var ordinals: [Int] = []
    var before = skipped
    for group in groups {
      let shown = group.dropFirst(before).prefix(page.count - ordinals.count)
      before = 0
      ordinals += shown
    }
    return ordinals
  }

  /// The same page in groups of equal dates, with all of the documents of each.
  ///
  /// - Returns: the groups, and how many documents of the first stand on earlier pages.
  func groups(
    _ page: Range<Int>, of documents: OrdinalSet, latestFirst: Bool
  ) throws(SnapshotError) -> (groups: [[Int]], skipped: Int) {
    let counts = filters.dates.counts(over: documents)
    let hasUndated = filters.dates.valueCount > 0 ? try filters.dates.value(0).isEmpty : false
    let dated = Array((hasUndated ? 1 : 0)..<counts.count)
    let order = (latestFirst ? dated.reversed() : dated) + (hasUndated ? [0] : [])
    // Only the dates that the page shows are gathered.
    var places = [Int?](repeating: nil, count: counts.count)
    var buckets: [[Int]] = []
    var (start, first) = (0, 0)
    for date in order {
      if start + counts[date] > page.lowerBound, start < page.upperBound {
        if buckets.isEmpty { first = start }
        places[date] = buckets.count
        buckets.append([])
      }
      start += counts[date]
    }
    documents.forEachOrdinal { ordinal in
      if let place = places[filters.dates.number(ordinal)] { buckets[place].append(ordinal) }
    }
    return (buckets, page.lowerBound - first)
  }
}
