import EntenteFormats

/// Reads any bytes in every format: whatever they are, the reading ends, and its texts grow with them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormats(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  for encoding in [nil] + TextEncoding.allCases.map(Optional.init) {
    guard let decoded = try? TextDecoder(encoding: encoding).decode(bytes.span.bytes, isPage: true) else { continue }
    guard decoded.text.utf8.count <= 4 * count else { fatalError("\(decoded.text.utf8.count) bytes of \(count)") }
  }
  for encoding in TextEncoding.allCases {
    guard var decoder = WideDecoder(encoding) else { continue }
    var text: [UInt8] = []
    for piece in stride(from: 0, to: count, by: 3) {
      guard (try? decoder.decode(Array(bytes[piece..<min(piece + 3, count)]), into: &text)) != nil else { break }
    }
    try? decoder.finish()
    guard String(validating: text, as: UTF8.self) != nil else { fatalError("\(encoding) gave what is not UTF-8") }
  }
  _ = try? HTMLPage(bytes)
  _ = try? MarkdownPage(String(decoding: bytes, as: UTF8.self))
  return 0
}
