import ProtobufCoding
import Testing

@testable import EntenteExtraction

@Suite struct EasterTests {
  /// The earliest and latest days that it can fall on, leap years, and both sides of a century.
  @Test(arguments: [
    "1818-03-22", "1943-04-25", "1961-04-02", "1999-04-04", "2000-04-23", "2018-04-01", "2024-03-31", "2025-04-20",
    "2038-04-25", "2285-03-22",
  ])
  func `Easter falls on the Sunday that almanacs print`(_ day: String) throws {
    let expected = try #require(CivilDate(iso8601: day))
    #expect(CivilDate.easter(of: expected.year) == expected)
  }

  @Test func `Easter is a Sunday from March 22 to April 25, and none before the Gregorian calendar`() throws {
    for year in 1583...9999 {
      let day = try #require(CivilDate.easter(of: year))
      #expect(day.weekday == 7)
      #expect((3, 22) <= (day.month, day.day) && (day.month, day.day) <= (4, 25))
    }
    #expect(CivilDate.easter(of: 1582) == nil)
    #expect(CivilDate.easter(of: 10_000) == nil)
  }
}
