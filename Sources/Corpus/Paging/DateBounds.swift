internal import EntenteSnapshot
internal import ProtobufCoding

/// The period of a request: `since` and `until` as days, months or years, inclusive.
struct DateBounds {
  /// `all` where the request names neither end: then what has no date belongs to it too.
  let days: DayRange

  /// - Parameter names: of the two in the request, for the error.
  /// - Throws: `CorpusError.invalidArgument` for a text that is not a date, and for a period that ends before it begins.
  init(since: String, until: String = "", names: (String, String) = ("since", "until")) throws(CorpusError) {
    let first = since.isEmpty ? nil : try Self.period(since, names.0).first
    let last = until.isEmpty ? nil : try Self.period(until, names.1).last
    days = DayRange(first: first ?? .none, last: last ?? .last)
    guard days.first <= days.last else {
      throw .invalidArgument(
        RequestFault(
          .periodReversed, "the period ends (\(until)) before it starts (\(since))", ["since": since, "until": until]))
    }
  }

  /// The days of a year, a month or a day.
  private static func period(_ text: String, _ name: String) throws(CorpusError) -> DayRange {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDate =
      (1...3).contains(parts.count)
      && zip(parts, [4, 2, 2]).allSatisfy { $0.utf8.count == $1 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    let numbers = isDate ? parts.map { Int($0) ?? 0 } : [0]
    let year = numbers[0]
    let months = numbers.count > 1 ? (numbers[1], numbers[1]) : (1, 12)
    let days = numbers.count > 2 ? (numbers[2], numbers[2]) : (1, CivilDate.days(inMonth: months.1, of: year))
    guard let first = CivilDate(year: year, month: months.0, day: days.0),
      let last = CivilDate(year: year, month: months.1, day: days.1)
    else {
      throw .invalidArgument(
        RequestFault(
          .notADate, "\(name) is \"\(text.prefix(40))\"; give a year, a month or a day: 2024, 2024-07, 2024-07-11",
          ["field": name, "value": String(text.prefix(40))]))
    }
    return DayRange(first: DayNumber(first), last: DayNumber(last))
  }
}
