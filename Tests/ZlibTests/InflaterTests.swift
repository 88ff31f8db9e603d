import EntenteZlib
import Testing

/// Our inflater against zlib's.
@Suite struct InflaterTests {
  private static let words = "le la des du l’OTAN Japon partenariat cyberdéfense 2023 article L. 311-7 \n".split(
    separator: " ")

  /// Words, noise and runs in turns, so that blocks of every type and matches of every length and distance occur.
  private static func content(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = Random(state: seed)
    var bytes: [UInt8] = []
    while bytes.count < count {
      switch UInt8.random(in: 0..<8, using: &random) {
      case 0:
        bytes += (0..<Int.random(in: 1...600, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      case 1:
        bytes += [UInt8](
          repeating: UInt8.random(in: 0...255, using: &random), count: Int.random(in: 1...700, using: &random))
      default: for _ in 0..<40 { bytes += Array((words.randomElement(using: &random) ?? "").utf8) + [0x20] }
      }
    }
    return Array(bytes.prefix(count))
  }

  /// Blocks give what they give in zlib: with the right checksum behind them, or an error whatever stands there.
  private func expectSame(_ blocks: [UInt8], limit: Int, _ dictionary: [UInt8], _ inflater: inout Inflater) {
    if let (content, end) = zlibInflate(blocks, limit: limit, dictionary: dictionary) {
      let stream = zlibStream(blocks[..<end], of: content, dictionary: dictionary)
      let ours = try? inflater.decompress(unsafe stream.span.bytes, exactly: content.count)
      #expect(ours == content)
    } else {
      let stream = zlibStream(blocks[...], of: [], dictionary: dictionary)
      #expect(throws: ZlibError.self) { try inflater.decompress(unsafe stream.span.bytes, exactly: limit) }
    }
  }

  @Test(arguments: [0, 1, 9, 250, 300, 3_000, 70_000], [0, 5, 2_000, 40_000])
  func `streams of every level inflate to what was deflated`(_ count: Int, _ dictionaryCount: Int) throws {
    let bytes = Self.content(count, seed: UInt64(count + 1))
    let dictionary = Self.content(dictionaryCount, seed: 3)
    var ours = BlockDeflater(dictionary: dictionary)
    var inflater = Inflater(dictionary: dictionary)
    var stream: [UInt8] = []
    try ours.compress(unsafe bytes.span.bytes, into: &stream)
    let inflated = try inflater.decompress(unsafe stream.span.bytes, exactly: count)
    #expect(inflated == bytes)
    for level in 1...9 {
      var deflater = try Deflater(level: level)
      var stream: [UInt8] = []
      try deflater.compress(unsafe bytes.span.bytes, into: &stream)
      let inflated = try inflater.decompress(unsafe stream.span.bytes, exactly: count)
      #expect(inflated == bytes)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3], [0, 900]) func `damaged blocks give what they give in zlib`(
    _ seed: UInt64, _ dictionaryCount: Int
  ) throws {
    let bytes = Self.content(2_500, seed: seed)
    let dictionary = Self.content(dictionaryCount, seed: seed + 10)
    var deflater = BlockDeflater(dictionary: dictionary)
    var inflater = Inflater(dictionary: dictionary)
    var stream: [UInt8] = []
    try deflater.compress(unsafe bytes.span.bytes, into: &stream)
    let blocks = Array(stream[(dictionary.isEmpty ? 2 : 6)..<stream.count - 4])
    for end in blocks.indices { expectSame(Array(blocks[..<end]), limit: 4_096, dictionary, &inflater) }
    for bit in 0..<blocks.count * 8 where bit < 2_000 || bit % 7 == 0 {
      var damaged = blocks
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      expectSame(damaged, limit: 4_096, dictionary, &inflater)
    }
    for limit in [0, 1, bytes.count - 1, bytes.count] { expectSame(blocks, limit: limit, dictionary, &inflater) }
    #expect(throws: ZlibError.corrupt) {
      try inflater.decompress(unsafe (stream + [0]).span.bytes, exactly: bytes.count)
    }
  }

  @Test func `random bits give what they give in zlib`() {
    var random = Random(state: 11)
    var inflater = Inflater()
    for _ in 0..<30_000 {
      let count = Int.random(in: 0...120, using: &random)
      let blocks = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectSame(blocks, limit: 600, [], &inflater)
    }
  }
}
