import Testing
import Zlib

@Suite struct ZlibTests {
  let text = [UInt8](String(repeating: "l’OTAN et le Japon ", count: 500).utf8)

  @Test func `a stream inflates to what was deflated`() throws {
    var deflater = try Deflater(level: 6)
    var inflater = try Inflater()
    for _ in 0..<3 {
      var stream: [UInt8] = []
      try deflater.compress(unsafe text.span.bytes, into: &stream)
      #expect(stream.count < text.count / 10)
      let inflated = try inflater.decompress(unsafe stream.span.bytes, exactly: text.count)
      #expect(inflated == text)
    }
  }

  @Test func `a preset dictionary is needed to inflate`() throws {
    var deflater = try Deflater(level: 9, dictionary: text)
    var stream: [UInt8] = []
    let head = Array(text.prefix(3000))
    try deflater.compress(unsafe head.span.bytes, into: &stream)
    var knowing = try Inflater(dictionary: text)
    let inflated = try knowing.decompress(unsafe stream.span.bytes, exactly: 3000)
    #expect(inflated == head)
    #expect(throws: ZlibError.dictionaryMissing) {
      var ignorant = try Inflater()
      _ = try ignorant.decompress(unsafe stream.span.bytes, exactly: 3000)
    }
  }

  @Test func `a stream that lies about its length is refused`() throws {
    var deflater = try Deflater(level: 6)
    var stream: [UInt8] = []
    try deflater.compress(unsafe text.span.bytes, into: &stream)
    let whole = stream
    #expect(throws: ZlibError.tooLong(limit: 100)) {
      var inflater = try Inflater()
      _ = try inflater.decompress(unsafe whole.span.bytes, exactly: 100)
    }
    #expect(throws: ZlibError.tooShort(announced: text.count + 1, actual: text.count)) {
      var inflater = try Inflater()
      _ = try inflater.decompress(unsafe whole.span.bytes, exactly: text.count + 1)
    }
  }

  @Test func `every truncation and every flipped byte is an error or the same bytes`() throws {
    var deflater = try Deflater(level: 6)
    var stream: [UInt8] = []
    try deflater.compress(unsafe text.span.bytes, into: &stream)
    var inflater = try Inflater()
    for end in 0..<stream.count {
      let part = Array(stream[..<end])
      do {
        _ = try inflater.decompress(unsafe part.span.bytes, exactly: text.count)
        Issue.record("a stream cut at \(end) inflated")
      } catch {}
    }
    for position in 0..<stream.count {
      var damaged = stream
      damaged[position] ^= 0x55
      if let bytes = unsafe try? inflater.decompress(damaged.span.bytes, exactly: text.count) { #expect(bytes == text) }
    }
  }

  @Test func `the checksum is that of the standard`() {
    let digits = Array("123456789".utf8)
    let whole = crc32(unsafe digits.span.bytes)
    let head = crc32(unsafe digits.span.bytes.extracting(first: 5))
    let joined = crc32(unsafe digits.span.bytes.extracting(droppingFirst: 5), initial: head)
    #expect(whole == 0xCBF4_3926)
    #expect(joined == whole)
  }
}
