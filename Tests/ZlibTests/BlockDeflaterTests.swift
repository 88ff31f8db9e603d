import EntenteZlib
import Testing

@Suite struct BlockDeflaterTests {
  private func deflated(_ bytes: [UInt8], _ deflater: inout BlockDeflater) throws -> [UInt8] {
    var stream: [UInt8] = []
    try deflater.compress(unsafe bytes.span.bytes, into: &stream)
    return stream
  }

  private func expectRoundTrip(_ bytes: [UInt8], dictionary: [UInt8] = []) throws {
    var deflater = BlockDeflater(dictionary: dictionary)
    var inflater = Inflater(dictionary: dictionary)
    let stream = try deflated(bytes, &deflater)
    let inflated = try inflater.decompress(unsafe stream.span.bytes, exactly: bytes.count)
    #expect(inflated == bytes)
    #expect(stream.count <= bytes.count + bytes.count / 64 + 256)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 8, 100, 257, 258, 259, 4096, 40_000, 300_000])
  func `text of any length inflates to what was deflated`(count: Int) throws {
    try expectRoundTrip(text(count))
    try expectRoundTrip(text(count), dictionary: text(5000, seed: 2))
  }

  @Test func `bytes of every kind inflate to what was deflated`() throws {
    try expectRoundTrip([UInt8](repeating: 0, count: 100_000))
    try expectRoundTrip(Array(0...255))
    try expectRoundTrip(noise(1))
    try expectRoundTrip(noise(100_000))
    // As far apart as a match may be, a byte less and a byte more.
    for gap in [32_767, 32_768, 32_769] {
      try expectRoundTrip(noise(gap) + noise(300))
    }
  }

  @Test func `frequencies whose Huffman code would be too long are evened out`() throws {
    // Fibonacci numbers make the deepest of trees.
    var bytes: [UInt8] = []
    var (frequency, next) = (1, 1)
    for symbol in UInt8(0)..<24 {
      bytes += [UInt8](repeating: symbol, count: frequency)
      (frequency, next) = (next, frequency + next)
    }
    var random = Random(state: 3)
    bytes.shuffle(using: &random)
    try expectRoundTrip(bytes)
  }

  @Test(arguments: [1, 4, 5, 20, 32_767, 32_768, 32_769, 50_000])
  func `a dictionary of any length is used to its last 32 KiB`(count: Int) throws {
    let dictionary = noise(count)
    let bytes = Array(dictionary.suffix(8000)) + text(100)
    try expectRoundTrip(bytes, dictionary: dictionary)
    guard count > 8000 else { return }
    var deflater = BlockDeflater(dictionary: dictionary)
    let stream = try deflated(bytes, &deflater)
    #expect(stream.count < 500)
  }

  @Test func `a deflater gives the same bytes whatever it compressed before`() throws {
    var used = BlockDeflater(dictionary: text(9000))
    for seed in UInt64(2)..<6 { _ = try deflated(text(70_000, seed: seed), &used) }
    var fresh = BlockDeflater(dictionary: text(9000))
    let (again, first) = (try deflated(text(70_000), &used), try deflated(text(70_000), &fresh))
    #expect(again == first)
  }

  @Test func `text takes hardly more bytes than zlib needs`() throws {
    let sample = text(200_000)
    var ours = BlockDeflater()
    var zlib = try Deflater(level: 6)
    var stream: [UInt8] = []
    try zlib.compress(unsafe sample.span.bytes, into: &stream)
    let count = try deflated(sample, &ours).count
    #expect(count < stream.count * 102 / 100)
  }
}
