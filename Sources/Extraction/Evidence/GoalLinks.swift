internal import EntenteSchema

/// Which goals a run of bytes belongs to: those of the evidence that holds it.
///
///     let links = GoalLinks(evidence)
///     for index in events.indices { events[index].goalIDs = links.goals(of: events[index].evidence) }
///     for index in quotations.indices { quotations[index].goalIDs = links.goals(of: quotations[index].source) }
struct GoalLinks {
  private struct Passage {
    let bytes: Range<Int>
    let goal: String
  }

  /// By start; passages are sentences, so that they are the same or do not meet.
  private let passages: [Passage]

  init(_ evidence: [Evidence]) {
    passages = evidence.compactMap { item in
      item.passage?.span.map {
        Passage(bytes: Int($0.offset)..<Int($0.offset) + Int($0.length), goal: item.goalID)
      }
    }.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// The goals whose evidence meets the span of `source`, each once, in the order of the evidence.
  func goals(of source: Source?) -> [String] {
    guard let span = source?.span else { return [] }
    let bytes = Int(span.offset)..<Int(span.offset) + Int(span.length)
    var (low, high) = (0, passages.count)
    while low < high {
      let middle = (low + high) / 2
      if passages[middle].bytes.upperBound <= bytes.lowerBound { low = middle + 1 } else { high = middle }
    }
    return passages[low...].prefix { $0.bytes.lowerBound < bytes.upperBound }.reduce(into: []) { goals, passage in
      if !goals.contains(passage.goal) { goals.append(passage.goal) }
    }
  }
}
