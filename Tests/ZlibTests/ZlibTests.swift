import EntenteZlib
import Testing

@Suite struct ZlibTests {
  let text = [UInt8](String(repeating: "l’OTAN et le Japon ", count: 500).utf8)

  @Test func `a stream inflates to what was deflated`() throws {
    var deflater = try Deflater(level: 6)
    var inflater = Inflater()
    for _ in 0..<3 {
      var stream: [UInt8] = []
      try deflater.compress(unsafe text.span.bytes, into: &stream)
      #expect(stream.count < text.count / 10)
      let inflated = try inflater.decompress(unsafe stream.span.bytes, exactly: text.count)
      #expect(inflated == text)
    }
  }

  @Test func `a preset dictionary is needed to inflate`() throws {
    var deflater = BlockDeflater(dictionary: text)
    var stream: [UInt8] = []
    let head = Array(text.prefix(3000))
    try deflater.compress(unsafe head.span.bytes, into: &stream)
    var knowing = Inflater(dictionary: text)
    let inflated = try knowing.decompress(unsafe stream.span.bytes, exactly: 3000)
    #expect(inflated == head)
    #expect(throws: ZlibError.dictionaryMissing) {
      var ignorant = Inflater()
      _ = try ignorant.decompress(unsafe stream.span.bytes, exactly: 3000)
    }
  }

  @Test func `a stream that lies about its length is refused`() throws {
    var deflater = try Deflater(level: 6)
    var stream: [UInt8] = []
    try deflater.compress(unsafe text.span.bytes, into: &stream)
    let whole = stream
    #expect(throws: ZlibError.tooLong(limit: 100)) {
      var inflater = Inflater()
      _ = try inflater.decompress(unsafe whole.span.bytes, exactly: 100)
    }
    #expect(throws: ZlibError.tooShort(announced: text.count + 1, actual: text.count)) {
      var inflater = Inflater()
      _ = try inflater.decompress(unsafe whole.span.bytes, exactly: text.count + 1)
    }
  }

  @Test func `every truncation and every flipped byte is an error or the same bytes`() throws {
    var deflater = try Deflater(level: 6)
    var stream: [UInt8] = []
    try deflater.compress(unsafe text.span.bytes, into: &stream)
    var inflater = Inflater()
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

  private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    // A member of stored blocks (RFC 1951, 3.2.4) needs no compressor: header, blocks, checksum, size.
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    for start in stride(from: 0, to: max(bytes.count, 1), by: 65535) {
      let block = bytes[start..<min(start + 65535, bytes.count)]
      let count = UInt16(block.count)
      file.append(start + 65535 >= bytes.count ? 1 : 0)
      for number in [count, ~count] { file += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      file += block
    }
    for number in [crc32(unsafe bytes.span.bytes), UInt32(bytes.count)] {
      for shift in stride(from: 0, to: 32, by: 8) { file.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }
    return file
  }

  private func inflate(_ file: [UInt8], pieces size: Int) throws -> [UInt8] {
    let reader = GzipReader()
    var content: [UInt8] = []
    for start in stride(from: 0, to: file.count, by: size) {
      let piece = Array(file[start..<min(start + size, file.count)])
      try reader.inflate(unsafe piece.span.bytes, into: &content)
    }
    try reader.finish()
    return content
  }

  @Test(arguments: [1, 7, 1000, 1 << 20])
  func `a gzip file is read piece by piece, all members joined`(_ size: Int) throws {
    let file = try gzip(text) + gzip([]) + gzip(Array(text.prefix(300)))
    let content = try inflate(file, pieces: size)
    #expect(content == text + text.prefix(300))
  }

  @Test func `a gzip file that is cut off or damaged is refused`() throws {
    let file = try gzip(Array(text.prefix(500)))
    for end in 0..<file.count {
      #expect(throws: ZlibError.self) { _ = try inflate(Array(file[..<end]), pieces: 64) }
    }
    for index in 20..<file.count {
      var damaged = file
      damaged[index] ^= 0x10
      #expect(throws: ZlibError.self) { _ = try inflate(damaged, pieces: 64) }
    }
  }
}
