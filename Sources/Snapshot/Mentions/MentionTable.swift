internal import EntenteSchema

/// Every mention of a snapshot by the document that holds it, in memory: 12 bytes each.
struct MentionTable: Sendable {
  struct Mention {
    /// In the text of its document, in bytes.
    let offset: UInt32
    /// By ordinal.
    let entity: UInt32
    /// Its index in `texts`.
    let text: UInt32
  }

  /// In each document in the order of offsets, equal ones in the order of entities.
  private let mentions: [Mention]
  /// Where the texts of mentions stand in the section.
  let texts: [Range<UInt32>]
  /// By document: where its mentions begin. One more than there are documents.
  private let starts: [Int]

  init(_ table: SectionTable) throws(SnapshotError) {
    let documents: RecordReader<Document> = try table.records(SectionName.documents)
    let entities: RecordReader<Entity> = try table.records(SectionName.entities)
    let roles: RecordReader<Role> = try table.records(SectionName.roles)
    let parts = try table.parts(SectionName.mentions)
    let documentCount = documents.count
    func list(_ entity: Int) throws(SnapshotError) -> MentionList {
      guard let parts else { throw .missingSection(SectionName.mentions) }
      return try MentionList(parts, entity: entity, documentCount: documentCount, roleCount: roles.count)
    }
    var starts = [Int](repeating: 0, count: documentCount + 1)
    for entity in 0..<entities.count {
      let list = try list(entity)
      try list.visit(0..<list.count) { (document, _, _) in starts[document + 1] += 1 }
    }
    for document in 0..<documentCount { starts[document + 1] += starts[document] }
    var mentions = [Mention](repeating: Mention(offset: 0, entity: 0, text: 0), count: starts[documentCount])
    var texts: [Range<UInt32>] = []
    var next = starts
    for entity in 0..<entities.count {
      let list = try list(entity)
      let firstText = texts.count
      for text in list.texts {
        texts.append(UInt32(clamping: text.bytes.lowerBound)..<UInt32(clamping: text.bytes.upperBound))
      }
      try list.visit(0..<list.count) { (document, offset, text) in
        mentions[next[document]] = Mention(
          offset: UInt32(clamping: offset), entity: UInt32(clamping: entity), text: UInt32(clamping: firstText + text))
        next[document] += 1
      }
    }
    for document in 0..<documentCount where starts[document + 1] - starts[document] > 1 {
      mentions[starts[document]..<starts[document + 1]].sort { ($0.offset, $0.entity) < ($1.offset, $1.entity) }
    }
    (self.mentions, self.texts, self.starts) = (mentions, texts, starts)
  }

  /// The mentions in a document.
  subscript(document: Int) -> ArraySlice<Mention> { mentions[starts[document]..<starts[document + 1]] }

  /// How often each entity is mentioned.
  func counts(entityCount: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: entityCount)
    for mention in mentions { counts[Int(mention.entity)] += 1 }
    return counts
  }

  /// Where a mention ends in its document.
  func end(of mention: Mention) -> Int { Int(mention.offset) + texts[Int(mention.text)].count }

  /// The mentions that begin in a span of a document.
  func mentions(in document: Int, beginningIn span: Range<Int>) -> ArraySlice<Mention> {
    let all = self[document]
    var (low, high) = (all.startIndex, all.endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if Int(all[middle].offset) < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { Int($0.offset) < span.upperBound }
  }
}
