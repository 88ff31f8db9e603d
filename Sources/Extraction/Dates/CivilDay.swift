/// A day of the Gregorian calendar that exists.
struct CivilDay: Hashable, Comparable, Sendable {
  let year, month, day: Int

  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1000...2999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(of: month, in: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `2024-07-12`, alone or at the start of a longer time.
  init?(iso8601 text: String) {
    var parts = (0, 0, 0)
    var hyphens = 0
    for byte in text.utf8.prefix(10) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): parts.2 = parts.2 * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "-"):
        parts = (parts.1, parts.2, 0)
        hyphens += 1
      default: return nil
      }
    }
    guard hyphens == 2 else { return nil }
    self.init(parts.0, parts.1, parts.2)
  }

  static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return lengths.indices.contains(month - 1) ? lengths[month - 1] : 0
  }

  static func < (left: CivilDay, right: CivilDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day before or after.
  func moved(by days: Int) -> CivilDay {
    var moved = self
    for _ in 0..<min(abs(days), 400) { moved = days < 0 ? moved.before : moved.after }
    return moved
  }

  private var before: CivilDay {
    if let day = CivilDay(year, month, day - 1) { return day }
    let (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
    return CivilDay(year, month, Self.length(of: month, in: year)) ?? self
  }

  private var after: CivilDay {
    CivilDay(year, month, day + 1) ?? CivilDay(year, month + 1, 1) ?? CivilDay(year + 1, 1, 1) ?? self
  }

  /// Days from another day to this one.
  func days(since other: CivilDay) -> Int { ordinal - other.ordinal }

  /// Days since a day before all others: years of 365 days, leap days, and the months before.
  private var ordinal: Int {
    let past = year - 1
    let months = (1..<month).reduce(0) { $0 + Self.length(of: $1, in: year) }
    return past * 365 + past / 4 - past / 100 + past / 400 + months + day
  }

  /// 1 for Monday to 7 for Sunday, after Zeller's congruence.
  var weekday: Int {
    let (year, month) = month < 3 ? (year - 1, month + 12) : (year, month)
    let zeller = (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
    return (zeller + 5) % 7 + 1
  }

  var iso8601: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
