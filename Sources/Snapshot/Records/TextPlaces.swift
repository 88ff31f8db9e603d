internal import EntenteFileMapping

// texts.places := width u8 | place of the text of each document, in that many bits | slack of 8 bytes of zero
//
// Packed numbers fill bytes from the least significant bit.

/// Where each document's text stands among the texts: similar ones stand side by side, because they compress better so.
///
/// ```swift
/// let bytes = TextPlaces.encode([0, 2, 1])  // the text of document 1 is the last one
/// ```
public struct TextPlaces: Sendable {
  private static let slack = 8
  private let region: ByteRegion
  private let width: Int
  private let count: Int

  /// - Parameter count: of documents.
  init(_ region: ByteRegion, count: Int) throws(SnapshotError) {
    let width = region.count == 0 ? 0 : Int(unsafe region.uncheckedByte(0))
    guard width <= 32, region.count == 1 + (count * width + 7) / 8 + Self.slack else {
      throw .layout(section: SectionName.textPlaces, offset: 0, "it does not fit \(count) documents")
    }
    (self.region, self.width, self.count) = (region, width, count)
  }

  /// - Parameter ordinal: of a document, from 0 to below the count.
  subscript(ordinal: Int) -> Int {
    guard ordinal >= 0, ordinal < count else { return ordinal }
    let bit = ordinal * width
    // Sound: the size was checked, and 8 bytes follow the last place.
    let word = unsafe region.uncheckedWord(1 + bit >> 3)
    return Int(word >> UInt64(bit & 7) & (1 << UInt64(width) - 1))
  }

  /// The section for the places of the texts of all documents, by ordinal.
  public static func encode(_ places: [Int]) -> [UInt8] {
    let width = UInt64(Int.bitWidth - (places.max() ?? 0).leadingZeroBitCount)
    var bytes = [UInt8(width)]
    var (bits, held) = (UInt64(0), UInt64(0))
    for place in places {
      bits |= UInt64(place) << held
      held += width
      while held >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        held -= 8
      }
    }
    if held > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
    return bytes + [UInt8](repeating: 0, count: slack)
  }
}
