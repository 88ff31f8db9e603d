internal import EntenteExtraction
internal import EntenteSchema

/// How much of what is found in a part of a text is kept.
struct KnowledgeLimits {
  private let quotations, events, evidence, dates, mentions: Int

  /// - Parameter size: of the part, in bytes.
  init(_ size: Int) {
    quotations = size / 64
    events = size / 64
    evidence = size / 64
    dates = size / 32
    mentions = size / 16
  }

  /// Leaves out what is over a limit.
  ///
  /// - Returns: whether there was any.
  func cut(_ knowledge: inout DocumentKnowledge) -> Bool {
    var isCut = false
    func keep<Item>(_ items: inout [Item], _ limit: Int) {
      guard items.count > limit else { return }
      items.removeLast(items.count - limit)
      isCut = true
    }
    keep(&knowledge.quotations, quotations)
    keep(&knowledge.events, events)
    keep(&knowledge.evidence, evidence)
    keep(&knowledge.dates, dates)
    var left = mentions
    for index in knowledge.entities.indices {
      keep(&knowledge.entities[index].mentions, left)
      left -= knowledge.entities[index].mentions.count
    }
    return isCut
  }
}
