internal import EntenteExtraction
internal import EntenteSchema

extension DocumentKnowledge {
  /// Moves all spans to where they are in the whole text, but for those that only the head of a text has.
  ///
  /// - Parameter offset: where the part begins, in bytes.
  mutating func shift(by offset: Int) {
    guard offset > 0 else { return }
    let offset = UInt32(clamping: offset)
    effective?.shift(by: offset)
    for index in boilerplate.indices { boilerplate[index].shift(by: offset) }
    for index in dates.indices { dates[index].shift(by: offset) }
    for index in entities.indices { entities[index].shift(by: offset) }
    for index in events.indices {
      events[index].date?.shift(by: offset)
      events[index].evidence?.shift(by: offset)
    }
    for index in quotations.indices {
      quotations[index].source?.shift(by: offset)
      quotations[index].attribution?.shift(by: offset)
      quotations[index].date?.shift(by: offset)
    }
    for index in evidence.indices {
      evidence[index].passage?.shift(by: offset)
      evidence[index].date?.shift(by: offset)
      for word in evidence[index].decidingWords.indices { evidence[index].decidingWords[word].shift(by: offset) }
    }
  }
}

extension Entity {
  fileprivate mutating func shift(by offset: UInt32) {
    for index in mentions.indices { mentions[index].source?.shift(by: offset) }
    for index in roles.indices {
      roles[index].source?.shift(by: offset)
      roles[index].asOf?.shift(by: offset)
    }
  }
}

extension PartialDate {
  fileprivate mutating func shift(by offset: UInt32) { source?.shift(by: offset) }
}

extension Source {
  fileprivate mutating func shift(by offset: UInt32) { span?.shift(by: offset) }
}

extension TextSpan {
  fileprivate mutating func shift(by distance: UInt32) { offset += distance }
}
