import EntenteZlib

/// Compresses any bytes, which zlib must inflate to the same, and inflates any bytes, which must give as many as announced or
/// an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCompression(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  let dictionarySize = min(bytes.first.map { Int($0) * 8 } ?? 0, bytes.count)
  let (dictionary, content) = (Array(bytes.prefix(dictionarySize)), Array(bytes.dropFirst(dictionarySize)))
  do throws(ZlibError) {
    // Twice, because the second stream finds the tables of the first.
    var deflater = BlockDeflater(dictionary: dictionary)
    var inflater = Inflater(dictionary: dictionary)
    for input in [content, bytes] {
      var stream: [UInt8] = []
      try deflater.compress(input.span.bytes, into: &stream)
      guard try inflater.decompress(stream.span.bytes, exactly: input.count) == input else {
        fatalError("what was compressed does not inflate to the same")
      }
    }
    var quick = QuickDeflater()
    for input in [content, bytes] {
      var stream: [UInt8] = []
      try quick.compress(input.span.bytes, into: &stream)
      let inflated = zlibInflate(Array(stream.dropFirst(2)), limit: input.count, dictionary: [])
      guard inflated?.content == input else { fatalError("what was compressed quickly does not inflate to the same") }
    }
    let packed = try GzipWriter.compress(content)
    let reader = GzipReader()
    var unpacked: [UInt8] = []
    for piece in stride(from: 0, to: packed.count, by: 7) {
      try reader.inflate(Array(packed[piece..<min(piece + 7, packed.count)]).span.bytes, into: &unpacked)
    }
    try reader.finish()
    guard unpacked == content else { fatalError("a gzip file does not unpack to the same") }
  } catch {
    fatalError("what was compressed cannot be inflated: \(error)")
  }
  var inflater = Inflater(dictionary: dictionary)
  if let (expected, end) = zlibInflate(content, limit: 1 << 16, dictionary: dictionary) {
    let stream = zlibStream(content[..<end], of: expected, dictionary: dictionary)
    guard (try? inflater.decompress(stream.span.bytes, exactly: expected.count)) == expected else {
      fatalError("blocks do not inflate to what they do in zlib")
    }
  } else {
    let stream = zlibStream(content[...], of: [], dictionary: dictionary)
    guard (try? inflater.decompress(stream.span.bytes, exactly: 1 << 16)) == nil else {
      fatalError("blocks inflate that zlib refuses")
    }
  }
  // With any header and checksum.
  if let inflated = try? inflater.decompress(content.span.bytes, exactly: 4096) {
    guard inflated.count == 4096 else { fatalError("\(inflated.count) bytes instead of 4096") }
  }
  let reader = GzipReader()
  var unpacked: [UInt8] = []
  if (try? reader.inflate(bytes.span.bytes, into: &unpacked)) != nil { try? reader.finish() }
  guard unpacked.count <= 1032 * bytes.count else { fatalError("\(bytes.count) bytes gave \(unpacked.count)") }
  return 0
}
