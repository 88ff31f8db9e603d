// run         := entry*, in the order of the bytes of their terms
// entry       := term length varint | term | length of the occurrences varint | occurrences
// occurrences := for each document: gap varint: its ordinal less the one before, the first less 0 | count varint | place*
// place       := varint: position << 1 | stands in the title, less the one before in the document, the first less 0
//
// What a run of documents holds of the index until the runs are merged: in memory, or in a temporary file.

/// Writes a run, entry by entry.
struct TermRunWriter {
  private(set) var bytes: [UInt8] = []
  private var occurrences: [UInt8] = []

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
      Self.append(document &- previous, to: &occurrences)
      Self.append(UInt32(truncatingIfNeeded: end &- index), to: &occurrences)
      var place: UInt32 = 0
      while index < end {
        Self.append(places[index] &- place, to: &occurrences)
        place = places[index]
        index &+= 1
      }
      previous = document
    }
    Self.append(UInt32(clamping: term.count), to: &bytes)
    bytes += term
    IndexWriter.append(varint: occurrences.count, to: &bytes)
    bytes += occurrences
  }

  @inline(__always)
  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    output.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// The occurrences of a term in one run.
struct Occurrences {
  /// Replaces `documents` and `places` by what `bytes[range]` says.
  static func read(
    _ bytes: [UInt8], _ range: Range<Int>, documents: inout [UInt32], places: inout [UInt32]
  ) {
    documents.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    var document: UInt32 = 0
    while position < range.upperBound {
      document &+= varint(bytes, &position)
      let count = varint(bytes, &position)
      var place: UInt32 = 0
      for _ in 0..<count {
        place &+= varint(bytes, &position)
        documents.append(document)
        places.append(place)
      }
    }
  }

  @inline(__always)
  static func varint(_ bytes: [UInt8], _ position: inout Int) -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = bytes[position]
      position &+= 1
      value |= UInt32(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift &+= 7
    }
  }
}
