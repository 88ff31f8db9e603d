internal import EntenteFileMapping
package import EntenteSchema

// mentions := part*                                       parts (SectionParts.swift), one an entity, in the order of `entities`
// part     := roles | number of mentions varint | texts | block lengths | block*             empty without mention and role
// roles    := number varint | ordinal of the first in `roles` varint, where there are any
// texts    := number varint | length varint* | form u8* | bytes       each distinct text with its MentionForm, in the order of
//                                                                     the mentions
// block lengths := length in bytes varint*                            of each block but the last
// block    := 128 mentions; the last one has what is left
// mention  := text << 1 | begins a document varint
//             | document varint, offset varint                        where it begins a document
//             | offset varint                                         else
//
// Mentions stand in document order, those of a document as it was read. `document` is the ordinal less that of the mention
// before, and the ordinal itself at the start of a block, where every mention begins a document. `offset` is that of the
// mention in its document, in bytes; where it does not begin a document, its distance from the offset before, in zigzag: 0, -1, 1, -2…
// as 0, 1, 2, 3…

/// Where a document mentions an entity.
package struct EntityMention: Hashable, Sendable {
  /// The document's ordinal.
  package let document: Int
  /// The offset in the document's text, in bytes.
  package let offset: Int
  /// The mention as written.
  package let text: String
  package let form: MentionForm
}

/// The mentions of an entity in document order, read in place.
package struct MentionList: Sendable {
  static let blockSize = 128

  package let count: Int
  /// The ordinals of its roles in `SnapshotReader.roles`, in document order.
  package let roles: Range<Int>
  /// Where each distinct text stands in the section, and how it mentions the entity.
  let texts: [(bytes: Range<Int>, form: MentionForm)]
  /// The range of each block in the section.
  private let blocks: [Range<Int>]
  private let bytes: SectionBytes
  private let documentCount: Int

  init(
    _ parts: SectionParts, entity: Int, documentCount: Int, roleCount: Int
  ) throws(SnapshotError) {
    bytes = parts.bytes
    self.documentCount = documentCount
    var cursor = try parts.cursor(entity)
    guard !cursor.isAtEnd else {
      (count, roles, texts, blocks) = (0, 0..<0, [], [])
      return
    }
    let number = try cursor.varint(below: roleCount + 1)
    let first = number == 0 ? 0 : try cursor.varint(below: roleCount - number + 1)
    roles = first..<first + number
    count = try cursor.count()
    texts = try Self.texts(&cursor)
    blocks = try Self.blocks(&cursor, of: (count + Self.blockSize - 1) / Self.blockSize)
  }

  private static func texts(
    _ cursor: inout SectionCursor
  ) throws(SnapshotError) -> [(bytes: Range<Int>, form: MentionForm)] {
    let number = try cursor.count()
    var lengths: [Int] = []
    lengths.reserveCapacity(number)
    for _ in 0..<number { lengths.append(try cursor.varint()) }
    let forms = try cursor.part(number).rest()
    var texts: [(bytes: Range<Int>, form: MentionForm)] = []
    texts.reserveCapacity(number)
    for (length, form) in zip(lengths, forms) {
      let text = try cursor.part(length)
      texts.append((text.offset..<text.end, MentionForm(rawValue: Int32(form))))
    }
    return texts
  }

  private static func blocks(_ cursor: inout SectionCursor, of number: Int) throws(SnapshotError) -> [Range<Int>] {
    var lengths: [Int] = []
    for _ in 1..<max(number, 1) { lengths.append(try cursor.varint()) }
    var blocks: [Range<Int>] = []
    blocks.reserveCapacity(number)
    for length in lengths {
      let block = try cursor.part(length)
      blocks.append(block.offset..<block.end)
    }
    blocks.append(cursor.offset..<cursor.end)
    return blocks
  }

  /// The distinct text of an index.
  func text(_ index: Int) throws(SnapshotError) -> String {
    String(decoding: try bytes.array(texts[index].bytes), as: UTF8.self)
  }

  /// The mentions in a range of indices; fewer if the list is shorter.
  ///
  /// The cost does not depend on the mentions before them.
  package func mentions(_ range: Range<Int>) throws(SnapshotError) -> [EntityMention] {
    var mentions: [EntityMention] = []
    try visit(range) { (document, offset, text) throws(SnapshotError) in
      mentions.append(
        EntityMention(document: document, offset: offset, text: try self.text(text), form: texts[text].form))
    }
    return mentions
  }

  /// The mentions in one document.
  ///
  /// The cost grows with their number, and with the logarithm of the number elsewhere.
  package func mentions(inDocument document: Int) throws(SnapshotError) -> [EntityMention] {
    var mentions: [EntityMention] = []
    var block = try firstBlock(reaching: document)
    while block * Self.blockSize < count, try firstDocument(ofBlock: block) <= document {
      let range = block * Self.blockSize..<(block + 1) * Self.blockSize
      mentions += try self.mentions(range).filter { $0.document == document }
      block += 1
    }
    return mentions
  }

  /// The last block that begins before a document, in which the document may begin; else the first block.
  private func firstBlock(reaching document: Int) throws(SnapshotError) -> Int {
    var (low, high) = (0, (count + Self.blockSize - 1) / Self.blockSize)
    while low < high {
      let middle = low + (high - low) / 2
      if try firstDocument(ofBlock: middle) < document { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  private func firstDocument(ofBlock block: Int) throws(SnapshotError) -> Int {
    var cursor = SectionCursor(bytes, blocks[block])
    guard try cursor.varint() & 1 == 1 else { throw cursor.error("a block does not begin with a document") }
    return try cursor.varint(below: documentCount)
  }

  /// The documents that mention the entity, by ordinal, ascending.
  func documents() throws(SnapshotError) -> [UInt32] {
    var documents: [UInt32] = []
    try visit(0..<count) { (document, _, _) in
      if documents.last != UInt32(clamping: document) { documents.append(UInt32(clamping: document)) }
    }
    return documents
  }

  /// Gives document, offset and the index of the text of the mentions at some indices to `body`, in order.
  func visit(
    _ range: Range<Int>, _ body: (_ document: Int, _ offset: Int, _ text: Int) throws(SnapshotError) -> Void
  ) throws(SnapshotError) {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return }
    var lastDocument = 0
    for block in range.lowerBound / Self.blockSize...(range.upperBound - 1) / Self.blockSize {
      let first = block * Self.blockSize
      var cursor = SectionCursor(bytes, blocks[block])
      var (document, offset) = (0, 0)
      for index in first..<min(first + Self.blockSize, range.upperBound) {
        let head = try cursor.varint()
        guard head >> 1 < texts.count else { throw cursor.error("a text is out of bounds") }
        if head & 1 == 1 {
          let gap = try cursor.varint(below: documentCount - document)
          // Across blocks: documents that go backwards would be counted twice.
          guard document + gap >= lastDocument else { throw cursor.error("documents go backwards") }
          (document, lastDocument) = (document + gap, document + gap)
          offset = try cursor.varint(below: 1 << 32)
        } else {
          let distance = try cursor.varint()
          offset += distance >> 1 ^ -(distance & 1)
          guard index > first, offset >= 0, offset < 1 << 32 else { throw cursor.error("an offset is out of bounds") }
        }
        if index >= range.lowerBound { try body(document, offset, head >> 1) }
      }
    }
  }
}
