internal import ProtobufCoding

/// Encodes the term dictionary, in front-coded blocks. The grammar is that of IndexFormat.swift.
struct TermWriter {
  private(set) var terms: [UInt8] = []
  private(set) var blocks: [UInt8] = []
  private(set) var count = 0
  private var previous: [UInt8] = []

  /// - Parameters:
  ///   - postings: where the term's are in their section; they follow those of the term before.
  ///   - positions: likewise.
  mutating func add(_ term: [UInt8], documentFrequency: Int, postings: Range<Int>, positions: Range<Int>) {
    let opensBlock = count % IndexFormat.termsPerBlock == 0
    if opensBlock {
      blocks += IndexWriter.bytes(UInt32(clamping: terms.count))
      blocks += IndexWriter.bytes(UInt64(postings.lowerBound)) + IndexWriter.bytes(UInt64(positions.lowerBound))
    }
    let shared = opensBlock ? 0 : zip(previous, term).prefix { $0 == $1 }.count
    Varint.append(shared, to: &terms)
    Varint.append(term.count - shared, to: &terms)
    terms += term[shared...]
    for number in [documentFrequency, postings.count, positions.count] {
      Varint.append(number, to: &terms)
    }
    previous = term
    count += 1
  }
}
