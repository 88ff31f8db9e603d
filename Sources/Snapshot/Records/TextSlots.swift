internal import EntenteFileMapping

// texts.slots := packed                                  the slot of the text of each document: PackedNumbers.swift

/// The slot of each document's text. Similar texts are stored next to each other, because they compress better that way.
///
/// ```swift
/// let bytes = TextSlots.encode([0, 2, 1])  // the text of document 1 is the last one
/// ```
public struct TextSlots: Sendable {
  private let slots: PackedNumbers

  /// - Parameter count: of documents.
  init(_ bytes: SectionBytes, count: Int) throws(SnapshotError) {
    slots = try PackedNumbers(bytes, at: 0, count: count, of: "documents")
    guard slots.end == bytes.region.count else { throw bytes.error(slots.end, "bytes follow its last slot") }
  }

  /// The slot of the text of a document, whose ordinal is below the count.
  subscript(ordinal: Int) -> Int { Int(slots[ordinal]) }

  /// Encodes the section from the slots of all documents' texts, by ordinal.
  public static func encode(_ slots: [Int]) -> [UInt8] { PackedNumbers.encode(slots.map { UInt32(clamping: $0) }) }
}
