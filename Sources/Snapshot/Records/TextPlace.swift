/// Where the text of a document is stored.
///
/// Reading texts in this order inflates each block once.
package struct TextPlace: Comparable, Sendable {
  /// The number of the text in the order of storage.
  package let slot: Int
  /// The block of texts that holds it.
  package let block: Int
  /// The size of that block in bytes, which are inflated to read any text of it.
  package let blockSize: Int

  package static func < (left: Self, right: Self) -> Bool { left.slot < right.slot }
}

extension SnapshotReader {
  /// Where the text of a document is.
  package func textPlace(ofDocument ordinal: Int) throws(SnapshotError) -> TextPlace {
    let slot = try slot(ofDocument: ordinal)
    let (block, size) = try texts.records.place(of: slot)
    return TextPlace(slot: slot, block: block, blockSize: size)
  }
}
