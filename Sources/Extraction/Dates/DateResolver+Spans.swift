internal import EntenteSchema
internal import ProtobufCoding

/// Days, as dates of a text that say what they were counted from.
extension DateResolver {
  static let unresolved = PartialDate(precision: .unresolved)

  func span(_ day: CivilDate?, _ anchor: Anchor) -> PartialDate { span(day, day, anchor) }

  /// - Parameter precision: of what is longer than a day.
  func span(
    _ first: CivilDate?, _ last: CivilDate?, _ anchor: Anchor, _ precision: DatePrecision = .range
  ) -> PartialDate {
    guard let first, let last, first <= last else { return Self.unresolved }
    return PartialDate(
      start: first.iso8601, end: last.iso8601, precision: first == last ? .day : precision, basis: anchor.basis,
      anchor: counted(from: anchor))
  }

  static func printed(_ start: String, _ end: String, _ precision: DatePrecision) -> PartialDate {
    PartialDate(start: start, end: end, precision: precision, basis: .text, anchor: "printed in the text")
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func four(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }
}
