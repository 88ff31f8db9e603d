internal import EntenteFileMapping
internal import ProtobufCoding

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
    append(documents: block, base: base, titleShape << 5, to: &output)
    append(frequencies: block, to: &output)
    if titleShape == 2 { append(packed: block.lazy.map { $0.isInTitle ? 1 : 0 }, width: 1, to: &output) }
  }

  private mutating func append(
    documents block: ArraySlice<Posting>, base: UInt32, _ titleShape: UInt8, to output: inout [UInt8]
  ) {
    let documents = block.lazy.map { Int($0.document &- base) }
    let greatest = documents.last ?? 0
    var low = 0
    while (greatest >> low) - (greatest >> (low + 1)) > block.count { low += 1 }
    let size = block.count * (low + 1) + greatest >> low
    if greatest < size {
      output.append(UInt8(Self.bitmap) | titleShape)
      var next = 0
      for document in documents {
        bits.append(unary: document &- next)
        next = document &+ 1
      }
    } else {
      output.append(UInt8(low) | titleShape)
      append(packed: documents.map { UInt32(truncatingIfNeeded: $0 & (1 << low - 1)) }, width: low, to: &output)
      bits.append(unary: documents.map { $0 >> low }, size: block.count + greatest >> low)
    }
    bits.move(to: &output)
  }

  private mutating func append(frequencies block: ArraySlice<Posting>, to output: inout [UInt8]) {
    let frequencies = block.lazy.map { $0.frequency &- 1 }
    let (width, size) = Self.width(frequencies)
    let unarySize = frequencies.reduce(0) { $0 + Int($1) + 1 }
    if (unarySize + 7) / 8 < size {
      output.append(Self.unary)
      for frequency in frequencies { bits.append(unary: Int(frequency)) }
      return bits.move(to: &output)
    }
    let exceptions = frequencies.count { $0 >> width > 0 }
    output.append(UInt8(width) | (exceptions == 0 ? 0 : 0x80))
    append(packed: frequencies.map { $0 & (1 << width - 1) }, width: Int(width), to: &output)
    guard exceptions > 0 else { return }
    output.append(UInt8(exceptions))
    for (index, frequency) in frequencies.enumerated() where frequency >> width > 0 {
      output.append(UInt8(index))
      Varint.append(frequency >> width, to: &output)
    }
  }

  /// The width that takes the fewest bytes, and how many.
  private static func width(_ values: some Collection<UInt32>) -> (width: UInt32, size: Int) {
    var counts = InlineArray<33, Int>(repeating: 0)
    var greatest = 0
    for value in values {
      let width = 32 - value.leadingZeroBitCount
      counts[width] += 1
      greatest = max(greatest, width)
    }
    var best: (width: Int, size: Int) = (0, .max)
    for width in 0...min(greatest, 30) {
      var exceptions = 0
      for above in width..<greatest { exceptions += counts[above + 1] * (1 + (above - width + 7) / 7) }
      let size = (values.count * width + 7) / 8 + (exceptions == 0 ? 0 : exceptions + 1)
      if size < best.size { best = (width, size) }
    }
    return (UInt32(best.width), best.size)
  }

  private mutating func append(packed values: some Sequence<UInt32>, width: Int, to output: inout [UInt8]) {
    for value in values { bits.append(UInt64(value), width: width) }
    bits.move(to: &output)
  }
}
