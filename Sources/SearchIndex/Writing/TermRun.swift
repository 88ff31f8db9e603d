internal import ProtobufCoding

// run         := entry*, in the order of the bytes of their terms
// entry       := term length varint | term | length of the occurrences varint | occurrences
// occurrences := for each document: gap varint: its ordinal less the one before, the first less 0 | count varint | place*
//              | gap varint*, of a stop word
// place       := varint: position << 1 | stands in the title, less the one before in the document, the first less 0
//
// What a run of documents holds of the index until the runs are merged: in memory, or in a temporary file.

/// Writes a run, entry by entry.
struct TermRunWriter {
  private(set) var bytes: [UInt8] = []
  private var occurrences: [UInt8] = []

  /// Adds a term with the occurrences as they are encoded: those of a stop word.
  mutating func append(_ term: [UInt8], occurrences: [UInt8]) {
    Varint.append(term.count, to: &bytes)
    bytes += term
    Varint.append(occurrences.count, to: &bytes)
    bytes += occurrences
  }

  /// - Parameters:
  ///   - documents: of each occurrence, ascending.
  ///   - places: of each, ascending in a document.
  mutating func append(_ term: ArraySlice<UInt8>, documents: ArraySlice<UInt32>, places: ArraySlice<UInt32>) {
    occurrences.removeAll(keepingCapacity: true)
    var previous: UInt32 = 0
    var index = documents.startIndex
    while index < documents.endIndex {
      let document = documents[index]
      var end = index &+ 1
      while end < documents.endIndex, documents[end] == document { end &+= 1 }
      Varint.append(document &- previous, to: &occurrences)
      Varint.append(UInt32(truncatingIfNeeded: end &- index), to: &occurrences)
      var place: UInt32 = 0
      while index < end {
        Varint.append(places[index] &- place, to: &occurrences)
        place = places[index]
        index &+= 1
      }
      previous = document
    }
    Varint.append(UInt32(clamping: term.count), to: &bytes)
    bytes += term
    Varint.append(occurrences.count, to: &bytes)
    bytes += occurrences
  }
}

/// Reads what a run says, number by number.
struct TermRunReader {
  private let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next number.
  @inline(__always)
  mutating func varint() -> UInt32 {
    let byte = bytes[position]
    position &+= 1
    guard byte >= 0x80 else { return UInt32(byte) }
    var value = UInt32(byte & 0x7F)
    var shift: UInt32 = 7
    while true {
      let byte = bytes[position]
      position &+= 1
      value |= UInt32(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift &+= 7
    }
  }
}
