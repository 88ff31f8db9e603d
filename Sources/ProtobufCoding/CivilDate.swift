/// A day of the proleptic Gregorian calendar, in the years 1 to 9999: the range of a protobuf `Timestamp`.
///
/// ```swift
/// let day = CivilDate(year: 2024, month: 7, day: 12)
/// day?.weekday               // 5, a Friday
/// day?.adding(days: 20)      // 2024-08-01
/// CivilDate(iso8601: "2023-02-29")  // nil: that year had no such day
/// ```
///
/// The arithmetic is that of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
package struct CivilDate: Hashable, Sendable {
  package static let years = 1...9999

  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// Creates a day; nil if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  // MARK: The calendar

  package static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// 28 to 31; 0 for a month that is not from 1 to 12.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }

  // MARK: Days in a row

  /// The day that is `dayNumber` days after 1970-01-01, or before it if negative; nil outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    // From 0001-01-01 to 9999-12-31.
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    // Years that begin in March put the leap day last. Day 0 is 0000-03-01, so that nothing below is negative.
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01; negative before.
  package var dayNumber: Int {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = yearFromMarch / 400
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday. 719,166 is a multiple of seven that leaves no number negative.
    (dayNumber + 719_166 + 3) % 7 + 1
  }

  /// The day that is `days` days later, or earlier if negative; nil outside the years 1 to 9999.
  package func adding(days: Int) -> CivilDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(dayNumber: number)
  }

  /// The same day of the month `months` months later, or earlier if negative; the last day if that month is shorter; nil
  /// outside the years 1 to 9999.
  package func adding(months: Int) -> CivilDate? {
    let (number, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, number >= 12, Self.years.contains(number / 12) else { return nil }
    let (year, month) = (number / 12, number % 12 + 1)
    return CivilDate(year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
  }

  /// The number of days from another day to this one; negative if the other is later.
  package func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }

  package var firstOfMonth: CivilDate { CivilDate(unchecked: year, month, 1) }
  package var lastOfMonth: CivilDate { CivilDate(unchecked: year, month, Self.days(inMonth: month, of: year)) }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  // MARK: ISO 8601

  /// Reads `2024-07-12`: four, two and two digits, alone or at the start of a time such as `2024-07-12T14:30:00Z`.
  package init?(iso8601 text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// The same of a string, without the cost of any string.
  package init?(iso8601 text: String) { self.init(utf8: text.utf8) }

  private init?(utf8 bytes: some Sequence<UInt8>) {
    var numbers = (0, 0, 0)
    var read = 0
    for byte in bytes {
      if read == 10 {
        // A time follows, or the text is no date.
        guard byte == UInt8(ascii: "T") || byte == UInt8(ascii: "t") || byte == UInt8(ascii: " ") else { return nil }
        break
      }
      switch (read, byte) {
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): numbers = (numbers.1, numbers.2, 0)
      case (4, _), (7, _): return nil
      case (_, UInt8(ascii: "0")...UInt8(ascii: "9")): numbers.2 = numbers.2 * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      read += 1
    }
    guard read == 10 else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// `2024-07-12`; `0800-12-25` for a year of fewer digits.
  package var iso8601: String { Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}

extension CivilDate: Comparable {
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate: CustomStringConvertible {
  package var description: String { iso8601 }
}
