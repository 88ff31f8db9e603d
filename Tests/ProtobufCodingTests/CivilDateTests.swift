import ProtobufCoding
import Testing

@Suite struct CivilDateTests {
  @Test func `every day of ten thousand years has a number, a successor and a text that give it back`() throws {
    let first = try #require(CivilDate(year: 1, month: 1, day: 1))
    let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
    var day = first
    var weekday = 1
    for number in first.dayNumber...last.dayNumber {
      guard day.dayNumber == number, day.weekday == weekday, CivilDate(dayNumber: number) == day else {
        Issue.record("day \(number), \(day)")
        return
      }
      weekday = weekday % 7 + 1
      // By the calendar's rules alone.
      let next =
        CivilDate(year: day.year, month: day.month, day: day.day + 1)
        ?? CivilDate(year: day.year, month: day.month + 1, day: 1) ?? CivilDate(year: day.year + 1, month: 1, day: 1)
      guard let next else { break }
      day = next
    }
    #expect(day == last)
    #expect(CivilDate(dayNumber: first.dayNumber - 1) == nil)
    #expect(last.adding(days: 1) == nil && last.adding(days: .max) == nil && first.adding(months: -1) == nil)
  }

  @Test func `known days`() throws {
    #expect(CivilDate(dayNumber: 0)?.iso8601 == "1970-01-01")
    #expect(try #require(CivilDate(year: 2024, month: 7, day: 12)).weekday == 5)
    #expect(try #require(CivilDate(year: 1854, month: 3, day: 31)).weekday == 5)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil && CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 0, month: 1, day: 1) == nil && CivilDate(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test func `months are added to the same day, or to the last one`() throws {
    let day = try #require(CivilDate(iso8601: "2024-01-31"))
    #expect(day.adding(months: 1)?.iso8601 == "2024-02-29")
    #expect(day.adding(months: -2)?.iso8601 == "2023-11-30")
    #expect(day.adding(months: 12)?.iso8601 == "2025-01-31")
    #expect(day.firstOfMonth.iso8601 == "2024-01-01" && day.lastOfMonth == day)
  }

  @Test(arguments: [
    "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "24-01-01", "2024-01-011", "2024/01/01", "", "2024-01",
    "2024-01-01x", "-024-01-01", "２024-01-01",
  ])
  func `what is no day is refused`(text: String) { #expect(CivilDate(iso8601: text) == nil) }

  @Test func `a time may follow a day`() {
    #expect(CivilDate(iso8601: "2024-07-12T14:30:00Z")?.iso8601 == "2024-07-12")
    #expect(CivilDate(iso8601: "0800-12-25")?.iso8601 == "0800-12-25")
  }
}
