// block       := documents frequencies titles
//
// documents   := shape u8 | low bits | high bits       as Elias and Fano code them; each padded to a byte
//                shape bits 0-4: how many low bits; bits 5-6: titles, 0 none of them, 1 all, 2 as told below
//                low bits: the low bits of every document less the base, packed
//                high bits: of the rest of each, bit number rest + index is set
//              | shape u8 of 31 in bits 0-4 | bit map  bit number document less the base is set; padded to a byte
//                the base is the document after the last one of the block before, or 0
// frequencies := width u8 | low bits | exceptions      occurrences less 1, the low `width` bits of each, packed
//                bit 7 of the width tells that exceptions follow
//              | width u8 of 64 | bits             occurrences in unary: each as far from the set bit before as it says;
//                                                  padded to a byte
// exceptions  := count u8 | (index u8 | rest varint)*  what stands above the low bits
// titles      := a bit for each document: whether the term stands in its title; padded to a byte

/// A term in a document.
struct Posting {
  let document: UInt32
  /// At least 1.
  var frequency: UInt32
  var isInTitle: Bool

  /// Occurrences, with the title's share.
  var weight: UInt32 { frequency + (isInTitle ? BM25.titleWeight : 0) }
}

/// Encodes up to 128 postings of a term.
struct PostingBlockWriter {
  static let bitmap = 31
  static let unary: UInt8 = 64
  private var bits = BitWriter()

  mutating func append(_ block: ArraySlice<Posting>, base: UInt32, to output: inout [UInt8]) {
    let titles = block.count { $0.isInTitle }
    let titleShape: UInt8 = titles == 0 ? 0 : titles == block.count ? 1 : 2
    append(documents: block.map { Int($0.document - base) }, titleShape << 5, to: &output)
    append(frequencies: block.map { $0.frequency - 1 }, to: &output)
    if titleShape == 2 { append(packed: block.map { $0.isInTitle ? 1 : 0 }, width: 1, to: &output) }
  }

  private mutating func append(documents: [Int], _ titleShape: UInt8, to output: inout [UInt8]) {
    let greatest = documents.last ?? 0
    var low = 0
    while (greatest >> low) - (greatest >> (low + 1)) > documents.count { low += 1 }
    let size = documents.count * (low + 1) + greatest >> low
    if greatest < size {
      output.append(UInt8(Self.bitmap) | titleShape)
      append(unary: documents.enumerated().map { $1 - $0 }, size: greatest + 1, to: &output)
    } else {
      output.append(UInt8(low) | titleShape)
      append(packed: documents.map { UInt32(truncatingIfNeeded: $0 & (1 << low - 1)) }, width: low, to: &output)
      append(unary: documents.map { $0 >> low }, size: documents.count + greatest >> low, to: &output)
    }
  }

  private mutating func append(frequencies: [UInt32], to output: inout [UInt8]) {
    let (width, size) = Self.width(frequencies)
    let unarySize = frequencies.reduce(0) { $0 + Int($1) + 1 }
    if (unarySize + 7) / 8 < size {
      output.append(Self.unary)
      var sum = 0
      let sums = frequencies.map { frequency in
        sum += Int(frequency)
        return sum
      }
      return append(unary: sums, size: unarySize, to: &output)
    }
    let exceptions = frequencies.indices.filter { frequencies[$0] >> width > 0 }
    output.append(UInt8(width) | (exceptions.isEmpty ? 0 : 0x80))
    append(packed: frequencies.map { $0 & (1 << width - 1) }, width: Int(width), to: &output)
    guard !exceptions.isEmpty else { return }
    output.append(UInt8(exceptions.count))
    for index in exceptions {
      output.append(UInt8(index))
      IndexWriter.append(varint: Int(frequencies[index] >> width), to: &output)
    }
  }

  /// The width that takes the fewest bytes, and how many.
  private static func width(_ values: [UInt32]) -> (width: UInt32, size: Int) {
    var counts = [Int](repeating: 0, count: 33)
    for value in values { counts[32 - value.leadingZeroBitCount] += 1 }
    var best: (width: Int, size: Int) = (0, .max)
    for width in 0...30 {
      let above = (width + 1)...32
      let bytes = above.reduce(0) { $0 + counts[$1] * (1 + ($1 - width + 6) / 7) }
      let size = (values.count * width + 7) / 8 + (bytes == 0 ? 0 : bytes + 1)
      if size < best.size { best = (width, size) }
    }
    return (UInt32(best.width), best.size)
  }

  private mutating func append(packed values: [UInt32], width: Int, to output: inout [UInt8]) {
    for value in values { bits.append(UInt64(value), width: width) }
    flush(to: &output)
  }

  private mutating func append(unary values: [Int], size: Int, to output: inout [UInt8]) {
    bits.append(unary: values, size: size)
    flush(to: &output)
  }

  private mutating func flush(to output: inout [UInt8]) {
    bits.align()
    output += bits.bytes
    bits.removeAll()
  }
}
