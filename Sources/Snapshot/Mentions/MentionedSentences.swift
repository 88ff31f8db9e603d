internal import EntenteTextAnalysis
internal import ProtobufCoding

// sentences := sentence*
// sentence  := its start less the end of the one before varint | its length varint                   in bytes

/// The sentences that may mention several entities, by document; held in memory only.
package struct MentionedSentences: Sendable {
  /// A longer sentence is taken for several: what stands further apart is hardly said of each other, and pairs of entities
  /// stay few.
  private static let maximumLength = 2000

  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>]

  package init(documentCount: Int) { ranges = [Range<Int>](repeating: 0..<0, count: documentCount) }

  /// Encodes the sentences of a text with two or more mentions.
  ///
  /// - Parameter offsets: the offsets of the mentions, ascending.
  package static func encoded(_ text: RawSpan, mentions offsets: [UInt32]) -> [UInt8] {
    guard offsets.count > 1 else { return [] }
    var sentences: [Range<Int>] = []
    SentenceSplitter.split(text, into: &sentences)
    var bytes: [UInt8] = []
    var (end, next) = (0, 0)
    for sentence in sentences {
      var start = sentence.lowerBound
      while start < sentence.upperBound, next < offsets.count {
        let piece = start..<min(start + maximumLength, sentence.upperBound)
        while next < offsets.count, Int(offsets[next]) < piece.lowerBound { next += 1 }
        let first = next
        while next < offsets.count, Int(offsets[next]) < piece.upperBound { next += 1 }
        if next - first > 1 {
          Varint.append(piece.lowerBound - end, to: &bytes)
          Varint.append(piece.count, to: &bytes)
          end = piece.upperBound
        }
        start = piece.upperBound
      }
    }
    return bytes
  }

  /// Sets the sentences of a document, as returned by `encoded`.
  package mutating func set(_ encoded: some Collection<UInt8>, of document: Int) {
    guard ranges.indices.contains(document), !encoded.isEmpty else { return }
    ranges[document] = bytes.count..<bytes.count + encoded.count
    bytes += encoded
  }

  /// The sentences of a document, in order.
  func sentences(of document: Int) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var index = ranges[document].lowerBound
    func number() -> Int {
      var (value, shift) = (0, 0)
      while index < ranges[document].upperBound {
        let byte = bytes[index]
        value |= Int(byte & 0x7F) << shift
        (index, shift) = (index + 1, shift + 7)
        if byte < 0x80 { break }
      }
      return value
    }
    while index < ranges[document].upperBound {
      let start = number() + (sentences.last?.upperBound ?? 0)
      sentences.append(start..<start + number())
    }
    return sentences
  }
}
