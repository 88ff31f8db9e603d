internal import EntenteSchema

// The grammar is that of Timeline.swift.

/// Puts the events in order of date.
struct TimelineBuilder {
  private var days: [DayRange] = []
  private var dated: [UInt32] = []
  private var statuses: [UInt32] = []
  private var types: [String: UInt32] = [:]
  private var typeOf: [UInt32] = []
  /// In the order of ordinals, next to each other.
  private var ids: [UInt8] = []
  private var idEnds: [Int] = []

  /// Adds the next event.
  mutating func add(_ event: Event) {
    let range = DayRange(event.date)
    days.append(range)
    dated.append(range.first != .none && event.date?.subject == .unspecified ? 1 : 0)
    statuses.append(UInt32(bitPattern: event.status.rawValue))
    let type = types[event.type] ?? UInt32(clamping: types.count)
    types[event.type] = type
    typeOf.append(type)
    ids += event.id.utf8
    idEnds.append(ids.count)
  }

  /// The ordinals of the events in order of date.
  func order() -> [Int] {
    days.indices.sorted { left, right in
      let (first, second) = (days[left], days[right])
      if first.first != second.first {
        // What has no date comes last.
        return second.first == .none || (first.first != .none && first.first < second.first)
      }
      if first.last != second.last { return first.last < second.last }
      return id(left).lexicographicallyPrecedes(id(right))
    }
  }

  private func id(_ ordinal: Int) -> ArraySlice<UInt8> {
    ids[(ordinal == 0 ? 0 : idEnds[ordinal - 1])..<idEnds[ordinal]]
  }

  /// - Parameter order: as `order()` gave it.
  func bytes(_ order: [Int]) throws(SnapshotError) -> [UInt8] {
    let names = types.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var indices = [UInt32](repeating: 0, count: names.count)
    for (index, name) in names.enumerated() { indices[Int(types[name] ?? 0)] = UInt32(clamping: index) }
    return PackedNumbers.encode(order.map { UInt32(clamping: $0) }) + DateColumns.encode(order.map { days[$0] })
      + PackedNumbers.encode(order.map { statuses[$0] }) + PackedNumbers.encode(order.map { dated[$0] })
      + (try SectionStrings.encode(names, of: SectionName.eventLists))
      + PackedNumbers.encode(order.map { indices[Int(typeOf[$0])] })
  }
}
