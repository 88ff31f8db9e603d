internal import ProtobufCoding

/// A date as a text states it, before it is known what it counts from.
enum DateReading: Sendable, Equatable {
  /// `12 juillet 2024`, `28 et 29 juin`, `30 juin au 2 juillet`.
  case days(Day, Day, Side)
  /// `Le 5`: of the month of the day told before, or else of the day of the text.
  case dayOfMonth(Int, isOfTold: Bool)
  /// `juillet 2024`, `mars à juin`, `juin dernier`.
  case months(Month, Month, Side)
  /// First and last day as `MM-DD`.
  case season(first: String, last: String, year: Int?, Side)
  case years(Int, Int)
  /// Months of a year: `premier semestre de 2025`, `second semestre`.
  case part(first: Int, last: Int, year: Int?)
  case weekday(Int, Side)
  /// `hier`, `le mois prochain`, `la veille`, `il y a dix ans`.
  case counted(Unit, steps: Int, from: Origin, isRound: Bool)
  /// So many days that end or begin on a day of the same sentence.
  case lasting(days: Int, endsThere: Bool)

  struct Day: Sendable, Equatable {
    let day, month: Int
    let year: Int?

    var civil: CivilDate? { year.flatMap { CivilDate(year: $0, month: month, day: day) } }
  }

  struct Month: Sendable, Equatable {
    let month: Int
    let year: Int?
  }

  /// `dernier`, `prochain`, `de l'an dernier`, `de l'an prochain`, or that of the clause's tense.
  enum Side: Sendable, Equatable { case last, next, lastYear, nextYear, none }

  enum Unit: String, Sendable { case day, week, weekend, month, year }

  enum Origin: Sendable, Equatable {
    /// The day of the text.
    case now
    /// The date told before.
    case told
  }
}

/// A reading, where it stands.
struct DateFound: Sendable {
  let reading: DateReading
  let tokens: Range<Int>
  var isDeadline = false
}
