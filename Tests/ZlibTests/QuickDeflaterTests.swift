import EntenteZlib
import Testing

@Suite struct QuickDeflaterTests {
  private func deflated(_ bytes: [UInt8], _ deflater: inout QuickDeflater) throws -> [UInt8] {
    var stream: [UInt8] = []
    try deflater.compress(unsafe bytes.span.bytes, into: &stream)
    return stream
  }

  /// Inflates a stream by our inflater and by zlib.
  private func expect(_ stream: [UInt8], inflatesTo bytes: [UInt8]) throws {
    var inflater = Inflater()
    let inflated = try inflater.decompress(unsafe stream.span.bytes, exactly: bytes.count)
    #expect(inflated == bytes)
    let blocks = Array(stream.dropFirst(2).dropLast(4))
    #expect(zlibInflate(blocks, limit: bytes.count, dictionary: [])?.content == bytes)
    #expect(stream == [0x78, 0x01] + zlibStream(blocks[...], of: bytes, dictionary: []).dropFirst(2))
  }

  @Test(arguments: [0, 1, 2, 7, 8, 9, 100, 257, 258, 259, 4096, 32_767, 32_768, 32_769, 40_000, 300_000])
  func `text of any length inflates to what was deflated`(count: Int) throws {
    var deflater = QuickDeflater()
    try expect(deflated(text(count), &deflater), inflatesTo: text(count))
  }

  @Test func `bytes of every kind inflate to what was deflated`() throws {
    var deflater = QuickDeflater()
    var kinds = [[UInt8](repeating: 0, count: 100_000), Array(0...255), noise(1), noise(100_000)]
    // As far apart as a match may be, a byte less and a byte more.
    for gap in [32_767, 32_768, 32_769] { kinds.append(noise(gap) + noise(300)) }
    for bytes in kinds + kinds.reversed() { try expect(deflated(bytes, &deflater), inflatesTo: bytes) }
  }

  @Test func `no match reaches back into an earlier input`() throws {
    var deflater = QuickDeflater()
    for seed in UInt64(1)..<400 {
      let bytes = text(Int(seed) * 5, seed: seed)
      try expect(deflated(bytes, &deflater), inflatesTo: bytes)
    }
  }

  @Test func `text takes hardly more bytes than zlib needs at level 1`() throws {
    let sample = text(5000)
    var ours = QuickDeflater()
    var zlib = try Deflater(level: 1)
    var stream: [UInt8] = []
    try zlib.compress(unsafe sample.span.bytes, into: &stream)
    #expect(try deflated(sample, &ours).count < stream.count * 108 / 100)
  }
}
