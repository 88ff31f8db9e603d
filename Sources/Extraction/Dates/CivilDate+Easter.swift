internal import ProtobufCoding

extension CivilDate {
  /// Easter Sunday of the Gregorian calendar; nil before its first year, 1583.
  ///
  /// The anonymous algorithm that J. Meeus gives in "Astronomical Algorithms", chapter 8.
  static func easter(of year: Int) -> CivilDate? {
    guard (1583...9999).contains(year) else { return nil }
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let correction = (century + 8) / 25
    let moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - moon - yearOfCentury % 4) % 7
    let shift = (golden + 11 * moon + 22 * weekday) / 451
    let (month, day) = (moon + weekday - 7 * shift + 114).quotientAndRemainder(dividingBy: 31)
    return CivilDate(year: year, month: month, day: day + 1)
  }
}
