/// The encodings that French text comes in.
public enum InputEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case utf16 = "utf-16"
}

/// Turns bytes into text: by the byte order mark, else UTF-8 where it is valid, else Windows-1252 where that is plausible.
///
/// ISO-8859-1 text is Windows-1252 text without the bytes 0x80 to 0x9F, so it needs no guess of its own.
struct TextDecoder {
  /// Nil to recognise it.
  let encoding: InputEncoding?

  struct Failure: Error { let reason: String }

  func decode(_ bytes: RawSpan) throws(Failure) -> String {
    let head = (0..<min(3, bytes.byteCount)).map { bytes.byte($0) }
    if head == [0xEF, 0xBB, 0xBF] { return try utf8(bytes.extracting(droppingFirst: 3)) }
    if head.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.extracting(droppingFirst: 2), bigEndian: false) }
    if head.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.extracting(droppingFirst: 2), bigEndian: true) }
    switch encoding {
    case .utf8: return try utf8(bytes)
    case .windows1252, .latin1: return try windows1252(bytes)
    case .utf16: return try utf16(bytes, bigEndian: false)
    case nil: break
    }
    if let text = validUTF8(bytes) {
      if let position = firstControl(bytes) { throw binary(position) }
      return text
    }
    return try windows1252(bytes)
  }

  private func validUTF8(_ bytes: RawSpan) -> String? {
    // Sound: the string is a copy; the buffer ends with the closure.
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe buffer.withMemoryRebound(to: UInt8.self) { unsafe String(validating: $0, as: UTF8.self) }
    }
  }

  private func utf8(_ bytes: RawSpan) throws(Failure) -> String {
    guard let text = validUTF8(bytes) else { throw Failure(reason: "not UTF-8; name its encoding with --encoding") }
    return text
  }

  private func utf16(_ bytes: RawSpan, bigEndian: Bool) throws(Failure) -> String {
    guard bytes.byteCount % 2 == 0 else { throw Failure(reason: "UTF-16 with an odd number of bytes: it is cut off") }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.byteCount / 2)
    for position in stride(from: 0, to: bytes.byteCount, by: 2) {
      let (first, second) = (UInt16(bytes.byte(position)), UInt16(bytes.byte(position + 1)))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw Failure(reason: "not valid UTF-16") }
    return text
  }

  private func windows1252(_ bytes: RawSpan) throws(Failure) -> String {
    if let position = firstControl(bytes) { throw binary(position) }
    var scalars = String.UnicodeScalarView()
    for position in 0..<bytes.byteCount {
      let byte = bytes.byte(position)
      guard let scalar = Self.windows1252Scalar(byte) else {
        throw Failure(
          reason: "not UTF-8 and not Windows-1252 at byte \(position); convert it or name its encoding with --encoding")
      }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private func binary(_ position: Int) -> Failure {
    Failure(reason: "not text: a control character at byte \(position)")
  }

  /// Of a byte that no text has.
  private func firstControl(_ bytes: RawSpan) -> Int? {
    (0..<bytes.byteCount).first { position in
      let byte = bytes.byte(position)
      return byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
    }
  }

  private static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let code = windows1252Specials[Int(byte) - 0x80]
    return code == 0 ? nil : Unicode.Scalar(code)
  }

  /// 0x80 to 0x9F, from https://encoding.spec.whatwg.org/index-windows-1252.txt; 0 where Windows-1252 has no character.
  private static let windows1252Specials: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}

extension RawSpan {
  func byte(_ offset: Int) -> UInt8 {
    // Sound: any byte is a UInt8, and the span checks the offset.
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}
