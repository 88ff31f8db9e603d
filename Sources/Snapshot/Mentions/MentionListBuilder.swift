package import EntenteSchema
internal import ProtobufCoding

// The grammar is that of MentionList.swift.

/// Collects the mentions of one entity.
///
/// ```swift
/// var builder = MentionListBuilder()
/// builder.add(document: 3, offset: 128, text: "Otan", form: .name)
/// ```
package struct MentionListBuilder {
  private struct Text: Hashable {
    let text: String
    let form: MentionForm
  }

  package private(set) var count = 0
  private var texts: [Text] = []
  private var indices: [Text: Int] = [:]
  private var lengths: [Int] = []
  private var blocks: [UInt8] = []
  private var blockStart = 0
  private var document: UInt32 = 0
  private var offset: UInt32 = 0

  package init() {}

  /// Adds the next mention.
  ///
  /// - Parameters:
  ///   - document: its ordinal, not below that of the previous mention.
  ///   - offset: in the text of the document, in bytes.
  ///   - text: as written.
  package mutating func add(document: UInt32, offset: UInt32, text: String, form: MentionForm) {
    let isFirst = count.isMultiple(of: MentionList.blockSize)
    if isFirst { beginBlock() }
    let begins = isFirst || document != self.document
    Varint.append(index(Text(text: text, form: form)) << 1 | (begins ? 1 : 0), to: &blocks)
    if begins {
      Varint.append(document &- self.document, to: &blocks)
      Varint.append(offset, to: &blocks)
    } else {
      let distance = Int(offset) - Int(self.offset)
      Varint.append(distance << 1 ^ distance >> (Int.bitWidth - 1), to: &blocks)
    }
    (self.document, self.offset) = (document, offset)
    count += 1
  }

  private mutating func beginBlock() {
    if count > 0 { lengths.append(blocks.count - blockStart) }
    blockStart = blocks.count
    document = 0
  }

  private mutating func index(_ text: Text) -> Int {
    if let index = indices[text] { return index }
    indices[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// Returns the entity's part of the section.
  ///
  /// - Parameter roles: the ordinals of its roles.
  package func part(roles: Range<Int>) -> [UInt8] {
    guard count > 0 || !roles.isEmpty else { return [] }
    var part: [UInt8] = []
    Varint.append(roles.count, to: &part)
    if !roles.isEmpty { Varint.append(roles.lowerBound, to: &part) }
    Varint.append(count, to: &part)
    Varint.append(texts.count, to: &part)
    for text in texts { Varint.append(text.text.utf8.count, to: &part) }
    part += texts.map { UInt8(clamping: $0.form.rawValue) }
    for text in texts { part += text.text.utf8 }
    for length in lengths { Varint.append(length, to: &part) }
    return part + blocks
  }
}
