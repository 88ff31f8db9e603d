internal import EntenteSchema

/// A period that a request asks for: `since` and `until` as days, months or years, inclusive.
struct DateBounds {
  private let first: String
  private let last: String

  /// - Parameter names: of the two in the request, for the error.
  /// - Throws: `CorpusError.invalidArgument` for a text that is not a date, and for a period that ends before it begins.
  init(since: String, until: String = "", names: (String, String) = ("since", "until")) throws(CorpusError) {
    first = since.isEmpty ? "" : try Self.check(since, names.0) + "-01-01".suffix(10 - since.utf8.count)
    // ISO 8601 dates compare as texts; "~" follows every digit, so that "2024~" ends the year.
    last = until.isEmpty ? "~" : try Self.check(until, names.1) + "~"
    guard first <= last else {
      throw .invalidArgument("the period ends (\(until)) before it begins (\(since))")
    }
  }

  static let open = DateBounds(first: "", last: "~")

  private init(first: String, last: String) {
    self.first = first
    self.last = last
  }

  var isOpen: Bool { first.isEmpty && last == "~" }

  /// Whether a date lies in the period, at least with its last or first day. One that is not resolved lies in none.
  func contains(_ date: PartialDate?) -> Bool {
    if isOpen { return true }
    guard let date, !date.start.isEmpty else { return false }
    return date.end >= first && date.start <= last
  }

  private static func check(_ text: String, _ name: String) throws(CorpusError) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    let isDate =
      (1...3).contains(parts.count)
      && zip(parts, widths).allSatisfy { $0.utf8.count == $1 && $0.allSatisfy { ("0"..."9").contains($0) } }
    guard isDate, isInCalendar(parts.map { Int($0) ?? 0 }) else {
      throw .invalidArgument(
        "\(name) is \"\(text.prefix(40))\"; give a year, a month or a day: 2024, 2024-07, 2024-07-11")
    }
    return text
  }

  /// Whether a year, its month and its day, as far as they are given, exist: there is no month 13 and no 31 February.
  private static func isInCalendar(_ parts: [Int]) -> Bool {
    guard parts.count > 1 else { return true }
    guard (1...12).contains(parts[1]) else { return false }
    guard parts.count > 2 else { return true }
    let year = parts[0]
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[parts[1] - 1]).contains(parts[2])
  }
}
