/// Converts UTF-16 and UTF-32 to UTF-8, piece by piece.
///
/// ```swift
/// var decoder = WideDecoder(.utf16LittleEndian)
/// var text: [UInt8] = []
/// try decoder.decode([0x41, 0x00], into: &text)
/// try decoder.finish()
/// ```
public struct WideDecoder: Sendable {
  private let unitSize: Int
  private let isBigEndian: Bool
  private let name: String
  /// Bytes of a unit that is not whole yet.
  private var begun: [UInt8] = []
  private var highSurrogate: UInt32?
  private var position = 0

  /// Creates a decoder; nil for an encoding that is not UTF-16 or UTF-32, or has no byte order.
  public init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf16LittleEndian: (unitSize, isBigEndian) = (2, false)
    case .utf16BigEndian: (unitSize, isBigEndian) = (2, true)
    case .utf32LittleEndian: (unitSize, isBigEndian) = (4, false)
    case .utf32BigEndian: (unitSize, isBigEndian) = (4, true)
    default: return nil
    }
    name = unitSize == 2 ? "UTF-16" : "UTF-32"
  }

  /// Appends the text of the next piece to `text`.
  public mutating func decode(_ piece: [UInt8], into text: inout [UInt8]) throws(DecodingFailure) {
    for byte in piece {
      begun.append(byte)
      guard begun.count == unitSize else { continue }
      let unit = (isBigEndian ? begun : begun.reversed()).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      begun.removeAll(keepingCapacity: true)
      try add(unit, into: &text)
      position += unitSize
    }
  }

  /// Checks that the text was complete.
  public func finish() throws(DecodingFailure) {
    guard begun.isEmpty, highSurrogate == nil else {
      throw DecodingFailure("truncated \(name)")
    }
  }

  private mutating func add(_ unit: UInt32, into text: inout [UInt8]) throws(DecodingFailure) {
    var value = unit
    if unitSize == 2, let high = highSurrogate {
      guard (0xDC00...0xDFFF).contains(unit) else { throw invalid }
      value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
      highSurrogate = nil
    } else if unitSize == 2, (0xD800...0xDBFF).contains(unit) {
      highSurrogate = unit
      return
    }
    guard let scalar = Unicode.Scalar(value) else { throw invalid }
    if scalar != "\u{FEFF}" || position > 0 { text += UTF8.encode(scalar).map(Array.init) ?? [] }
  }

  private var invalid: DecodingFailure { DecodingFailure("not valid \(name) at byte \(position)") }
}
