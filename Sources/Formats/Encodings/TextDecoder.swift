/// Why bytes cannot be decoded as text: what is wrong, and what to do.
public struct DecodingFailure: Error, Hashable, Sendable {
  public let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// A text, and how it was read.
public struct DecodedText: Sendable {
  public let text: String
  public let encoding: TextEncoding
  /// How many invalid sequences were replaced by U+FFFD, and the offset of the first, in bytes.
  public var replaced: (count: Int, first: Int)?
}

/// Decodes bytes as text, detecting the encoding from the bytes themselves.
///
/// ```swift
/// let text = try TextDecoder(encoding: nil).decode([0xE9, 0x74, 0xE9].span.bytes).text
/// ```
///
/// The evidence, in order: a byte order mark; the zero bytes of UTF-16 and UTF-32; valid UTF-8, even with a few errors,
/// which are replaced by U+FFFD and counted; a declaration in the page; whether the result reads as French. Text that could
/// be in several encodings, or mixes two, is refused rather than misread.
public struct TextDecoder: Sendable {
  /// Nil to recognise it.
  let encoding: TextEncoding?

  /// - Parameter encoding: the encoding to use unless there is a byte order mark; nil to detect it.
  public init(encoding: TextEncoding?) { self.encoding = encoding }

  /// - Parameter isPage: whether to look for an HTML or XML encoding declaration.
  public func decode(_ bytes: RawSpan, isPage: Bool = false) throws(DecodingFailure) -> DecodedText {
    let (form, markSize) = Self.form(bytes, named: encoding)
    let content = bytes.extracting(droppingFirst: markSize)
    if let form, form != .utf8 { return try wide(content, form) }
    // What MS-DOS ends a text with.
    let text = content.extracting(droppingLast: content.last == 0x1A ? 1 : 0)
    if let position = Self.firstControl(text) {
      throw DecodingFailure("not text: a control character at byte \(position + markSize)")
    }
    if form == .utf8 { return try utf8(text, isGiven: true) }
    if let encoding, let table = encoding.table { return single(text, encoding, table) }
    return try recognised(text, declared: isPage ? DeclaredEncoding.label(text) : nil)
  }

  // Unicode

  /// The Unicode encoding indicated by a byte order mark, by zero bytes or by name; nil if it may be another encoding.
  ///
  /// - Parameter head: the start of the text, or all of it.
  public static func form(_ head: RawSpan, named: TextEncoding?) -> (encoding: TextEncoding?, markSize: Int) {
    let first = (0..<min(4, head.byteCount)).map { head.byte($0) }
    if first == [0xFF, 0xFE, 0, 0] { return (.utf32LittleEndian, 4) }
    if first == [0, 0, 0xFE, 0xFF] { return (.utf32BigEndian, 4) }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if first.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if first.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    switch named {
    case .utf16: return (formByZeros(head, unitSize: 2) ?? .utf16LittleEndian, 0)
    case .utf32: return (formByZeros(head, unitSize: 4) ?? .utf32LittleEndian, 0)
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: return (named, 0)
    case .windows1252, .latin1, .latin9, .macRoman, .cp850: return (nil, 0)
    case nil: return (formByZeros(head, unitSize: 4) ?? formByZeros(head, unitSize: 2), 0)
    }
  }

  /// Most characters of French are below 256: their other bytes are zeros.
  private static func formByZeros(_ head: RawSpan, unitSize: Int) -> TextEncoding? {
    let units = min(head.byteCount / unitSize, 2048)
    guard units > 0 else { return nil }
    var zeros = [Int](repeating: 0, count: unitSize)
    for position in 0..<units * unitSize where head.byte(position) == 0 { zeros[position % unitSize] += 1 }
    let isMostly = zeros.map { $0 * 4 > units * 3 }
    switch isMostly {
    case [false, true]: return .utf16LittleEndian
    case [true, false]: return .utf16BigEndian
    case [false, true, true, true], [false, false, true, true]: return .utf32LittleEndian
    case [true, true, true, false], [true, true, false, false]: return .utf32BigEndian
    default: return nil
    }
  }

  private func wide(_ bytes: RawSpan, _ form: TextEncoding) throws(DecodingFailure) -> DecodedText {
    guard var decoder = WideDecoder(form) else { throw DecodingFailure("not text") }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.byteCount)
    try decoder.decode((0..<bytes.byteCount).map { bytes.byte($0) }, into: &text)
    try decoder.finish()
    if let position = Self.firstControl(unsafe text.span.bytes) {
      throw DecodingFailure("not text: a control character at character \(position), read as \(form.rawValue)")
    }
    return DecodedText(text: String(decoding: text, as: UTF8.self), encoding: form)
  }

  /// - Parameter isGiven: by a mark or by name, so that no other encoding is thought of.
  private func utf8(_ bytes: RawSpan, isGiven: Bool) throws(DecodingFailure) -> DecodedText {
    let evidence = UTF8Evidence(bytes)
    guard evidence.isUTF8, let first = evidence.firstError else {
      guard evidence.errors == 0 else {
        throw DecodingFailure("not UTF-8 at byte \(evidence.firstError ?? 0); specify its encoding with --encoding")
      }
      return DecodedText(text: Self.string(bytes), encoding: .utf8)
    }
    return DecodedText(text: Self.string(bytes), encoding: .utf8, replaced: (evidence.errors, first))
  }

  /// With U+FFFD for what is no UTF-8.
  private static func string(_ bytes: RawSpan) -> String {
    // Sound: the string is a copy; the buffer ends with the closure.
    unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  // Recognition

  /// In the order of what is expected.
  private static let candidates: [TextEncoding] = [.windows1252, .latin9, .macRoman, .cp850]
  /// What the first candidate, and the one that is declared, have ahead of the others: so many bytes.
  private static let expectation = 0.5
  private static let declaration = 3.0

  private func recognised(_ bytes: RawSpan, declared label: String?) throws(DecodingFailure) -> DecodedText {
    let evidence = UTF8Evidence(bytes)
    if evidence.isUTF8 { return try utf8(bytes, isGiven: false) }
    let first = evidence.firstError ?? 0
    guard evidence.isOther else {
      throw DecodingFailure(
        "it mixes UTF-8 with another encoding, from byte \(first) on; convert it or specify one encoding with --encoding"
      )
    }
    let declared = label.flatMap(TextEncoding.init(label:))
    if let label, declared == nil {
      throw DecodingFailure("declared as \(label.prefix(40)), which is not supported; convert it to UTF-8")
    }
    let ranked = Self.candidates.compactMap { candidate -> Candidate? in
      guard let table = candidate.table else { return nil }
      let isDeclared = declared == candidate || declared == .latin1 && candidate == .windows1252
      return Candidate(
        encoding: candidate, table: table, evidence: EncodingEvidence(bytes, readAs: table),
        bonus: isDeclared ? Self.declaration : candidate == .windows1252 ? Self.expectation : 0)
    }
    guard let best = ranked.max(by: { $0.weight < $1.weight }), best.isConvincing else {
      throw DecodingFailure(
        "neither UTF-8 nor French in Windows-1252, ISO-8859-15, Mac Roman or CP850, at byte \(first); convert it to UTF-8 or "
          + "specify its encoding with --encoding")
    }
    return single(bytes, best.encoding, best.table)
  }

  private struct Candidate {
    let encoding: TextEncoding
    let table: SingleByteTable
    let evidence: EncodingEvidence
    let bonus: Double

    var weight: Double { evidence.weight + bonus }

    /// The encodings of old machines need more to speak for them than one word.
    var isConvincing: Bool {
      switch encoding {
      case .macRoman, .cp850: evidence.mean >= 0.5 && weight >= 3
      default: evidence.mean >= (bonus > 1 ? 0 : 0.3)
      }
    }
  }

  private func single(_ bytes: RawSpan, _ encoding: TextEncoding, _ table: SingleByteTable) -> DecodedText {
    var scalars = String.UnicodeScalarView()
    var replaced: (count: Int, first: Int)?
    for position in 0..<bytes.byteCount {
      let scalar = table[bytes.byte(position)]
      scalars.append(scalar)
      if scalar == "\u{FFFD}" { replaced = ((replaced?.count ?? 0) + 1, replaced?.first ?? position) }
    }
    return DecodedText(text: String(scalars), encoding: encoding, replaced: replaced)
  }

  /// The first byte that no text has.
  private static func firstControl(_ bytes: RawSpan) -> Int? {
    for position in 0..<bytes.byteCount {
      let byte = bytes.byte(position)
      if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1B { return position }
    }
    return nil
  }
}

extension RawSpan {
  func byte(_ offset: Int) -> UInt8 {
    // Sound: any byte is a UInt8, and the span checks the offset.
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  fileprivate var last: UInt8? { byteCount > 0 ? byte(byteCount - 1) : nil }
}
