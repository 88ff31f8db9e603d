/// google.protobuf.Timestamp: a point in time, from the year 1 to 9999.
///
/// Its JSON form is an RFC 3339 string in UTC: `2023-11-15T08:30:00.250Z`.
public struct ProtobufTimestamp: ProtobufMessage {
  /// The seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64 = 0
  /// The nanoseconds, 0 to 999,999,999, always counted forward in time.
  public var nanos: Int32 = 0

  public init() {}

  public init(seconds: Int64 = 0, nanos: Int32 = 0) {
    self.seconds = seconds
    self.nanos = nanos
  }

  public static var protobufName: String { "google.protobuf.Timestamp" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(rfc3339: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 time from 0001 to 9999")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    guard (-62_135_596_800...253_402_300_799).contains(seconds), (0..<1_000_000_000).contains(nanos) else {
      throw EncodingError.invalidValue(
        self, .init(codingPath: encoder.codingPath, debugDescription: "the time is not from 0001 to 9999"))
    }
    let second = Self.secondOfDay(seconds)
    // The seconds were checked: the calendar has the day.
    let date = CivilDate(dayNumber: Int((seconds - second) / 86_400))?.iso8601 ?? ""
    let time = "\(padded(Int(second / 3600), 2)):\(padded(Int(second / 60 % 60), 2)):\(padded(Int(second % 60), 2))"
    try "\(date)T\(time)\(fraction(ofNanos: nanos))Z".encode(to: encoder)
  }

  private static func secondOfDay(_ seconds: Int64) -> Int64 { ((seconds % 86_400) + 86_400) % 86_400 }

  /// `2023-11-15T08:30:00.25Z` or with an offset such as `+01:00`.
  private init?(rfc3339 text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2), scanner.take("-"),
      let day = scanner.number(2), scanner.take("T"), let hour = scanner.number(2), scanner.take(":"),
      let minute = scanner.number(2), scanner.take(":"), let second = scanner.number(2), let nanos = scanner.nanos(),
      let offset = scanner.zone(), scanner.isAtEnd,
      hour < 24, minute < 60, second < 60, let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let seconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
    guard (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
    self.init(seconds: Int64(seconds), nanos: nanos)
  }
}

/// google.protobuf.Duration: a length of time, up to about 10,000 years, positive or negative.
///
/// Its JSON form is seconds followed by `s`: `-1.500s`.
public struct ProtobufDuration: ProtobufMessage {
  public var seconds: Int64 = 0
  /// The nanoseconds, of absolute value below 10⁹, with the sign of `seconds`.
  public var nanos: Int32 = 0

  public init() {}

  public init(seconds: Int64 = 0, nanos: Int32 = 0) {
    self.seconds = seconds
    self.nanos = nanos
  }

  public static var protobufName: String { "google.protobuf.Duration" }

  private static var limit: Int64 { 315_576_000_000 }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    var scanner = DigitScanner(try container.decode(String.self))
    let isNegative = scanner.take("-")
    guard let seconds = scanner.number(1...12), let nanos = scanner.nanos(), scanner.take("s"), scanner.isAtEnd,
      seconds < Self.limit || seconds == Self.limit && nanos == 0
    else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a duration such as 1.5s") }
    self.init(seconds: isNegative ? -Int64(seconds) : Int64(seconds), nanos: isNegative ? -nanos : nanos)
  }

  public func encode(to encoder: any Encoder) throws {
    guard seconds.magnitude < Self.limit || seconds.magnitude == Self.limit && nanos == 0,
      (-999_999_999...999_999_999).contains(nanos),
      seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0)
    else {
      throw EncodingError.invalidValue(
        self, .init(codingPath: encoder.codingPath, debugDescription: "the duration is out of range"))
    }
    let sign = seconds < 0 || nanos < 0 ? "-" : ""
    try "\(sign)\(seconds.magnitude)\(fraction(ofNanos: Int32(nanos.magnitude)))s".encode(to: encoder)
  }
}

// Both have the same fields: seconds (1) and nanos (2).

extension ProtobufTimestamp {
  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    try mergeSeconds(&seconds, andNanos: &nanos, from: &reader)
  }
  public var protobufSize: Int { size(seconds: seconds, nanos: nanos) }
  public func write(into writer: inout ProtobufWriter) { writeSeconds(seconds, andNanos: nanos, into: &writer) }
}

extension ProtobufDuration {
  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    try mergeSeconds(&seconds, andNanos: &nanos, from: &reader)
  }
  public var protobufSize: Int { size(seconds: seconds, nanos: nanos) }
  public func write(into writer: inout ProtobufWriter) { writeSeconds(seconds, andNanos: nanos, into: &writer) }
}

private func mergeSeconds(
  _ seconds: inout Int64, andNanos nanos: inout Int32, from reader: inout ProtobufReader
) throws(ProtobufError) {
  while true {
    let tag = try reader.nextTag()
    switch tag {
    case 0: return
    case 8: seconds = try reader.int64()
    case 16: nanos = try reader.int32()
    default: try reader.skip(tag)
    }
  }
}

private func size(seconds: Int64, nanos: Int32) -> Int {
  (seconds == 0 ? 0 : 1 + ProtobufSize.int64(seconds)) + (nanos == 0 ? 0 : 1 + ProtobufSize.int32(nanos))
}

private func writeSeconds(_ seconds: Int64, andNanos nanos: Int32, into writer: inout ProtobufWriter) {
  if nanos != 0 {
    writer.int32(nanos)
    writer.tag(16)
  }
  if seconds != 0 {
    writer.int64(seconds)
    writer.tag(8)
  }
}

// Text

/// Nothing, or a point and three, six or nine digits.
private func fraction(ofNanos nanos: Int32) -> String {
  if nanos == 0 { return "" }
  if nanos % 1_000_000 == 0 { return "." + padded(Int(nanos / 1_000_000), 3) }
  if nanos % 1000 == 0 { return "." + padded(Int(nanos / 1000), 6) }
  return "." + padded(Int(nanos), 9)
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(width - digits.count, 0)) + digits
}

/// Reads digits and signs from the start of a text.
private struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Character) -> Bool {
    guard let first = rest.first, first == character.asciiValue else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func number(_ count: Int) -> Int? { number(count...count) }

  mutating func number(_ counts: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard counts.contains(digits.count) || (digits.count > counts.upperBound && counts.count == 1) else { return nil }
    let taken = digits.prefix(counts.upperBound)
    rest = rest.dropFirst(taken.count)
    return taken.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// An optional point and one to nine digits.
  mutating func nanos() -> Int32? {
    guard take(".") else { return 0 }
    let before = rest.count
    guard var value = number(1...9) else { return nil }
    for _ in 0..<9 - (before - rest.count) { value *= 10 }
    return Int32(value)
  }

  /// `Z`, or an offset in seconds.
  mutating func zone() -> Int? {
    if take("Z") { return 0 }
    let sign = take("-") ? -1 : 1
    guard sign < 0 || take("+"), let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
