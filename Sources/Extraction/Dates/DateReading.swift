internal import EntenteSchema
internal import ProtobufCoding

/// A date as a text states it, before it is known what it counts from.
indirect enum DateReading: Sendable, Equatable {
  /// `12 juillet 2024`, `28 et 29 juin`, `30 juin au 2 juillet`.
  case days(Day, Day, Side)
  /// `Le 5`: of the month of the day told before, or else of the day of the text.
  case dayOfMonth(Int, isOfTold: Bool)
  /// `du 12 au 14`: of the same month.
  case daysOfMonth(Int, Int)
  /// `le 20 du mois prochain`, `du 2 au 4 du mois prochain`: of the month that lies so many months from the day of the text.
  case daysOfCountedMonth(Int, Int, months: Int)
  /// `vendredi 11`, `du vendredi 11 au mardi 15`: the month is the one in which they meet.
  case weekdayOfMonth(DayOfMonth, DayOfMonth)
  /// `juillet 2024`, `mars à juin`, `juin dernier`.
  case months(Month, Month, Side)
  /// First and last day as `MM-DD`.
  case season(first: String, last: String, year: Int?, Side)
  case years(Int, Int)
  /// Months of a year: `premier semestre de 2025`, `second semestre`.
  case part(first: Int, last: Int, year: Int?)
  case weekday(Int, Side)
  /// `de mardi à jeudi`.
  case weekdays(Int, Int, Side)
  /// `mardi de la semaine prochaine`: of the week that lies so many weeks from that of the day of the text.
  case weekdayOfWeek(Int, weeks: Int)
  /// `lundi en huit`: so many weeks after the next one of its name.
  case weekdayAfter(Int, weeks: Int)
  /// `le premier mardi de mars`; number -1 for the last one.
  case weekdayNumbered(Int, weekday: Int, Month)
  /// `Noël`, `Pâques 2018`.
  case feast(Feast, year: Int?, Side)
  /// `hier`, `le mois prochain`, `la veille`, `il y a dix ans`.
  case counted(Unit, steps: Int, from: Origin, isRound: Bool)
  /// `avant-hier et hier`: from so many days after the day of the text to so many.
  case daysFromNow(Int, Int)
  /// `ces cinq dernières années`: so many units up to the day of the text, or from it on.
  case window(Unit, steps: Int)
  /// `deux jours après le 31 mai`, `la semaine du 12 mars`: so many units from another date.
  case beside(DateReading, Unit, steps: Int)
  /// So many days that end or begin on a day of the same sentence.
  case lasting(days: Int, endsThere: Bool)
  /// A date for sure, but one that leaves open which: `le 31 octobre 74` where nothing tells the century.
  case open

  struct Day: Sendable, Equatable {
    let day, month: Int
    let year: Int?
    /// A year is printed, but not which.
    var hasOpenYear = false
    /// As printed before it.
    var weekday: Int?

    var civil: CivilDate? { year.flatMap { CivilDate(year: $0, month: month, day: day) } }
  }

  struct DayOfMonth: Sendable, Equatable {
    let weekday, day: Int
  }

  struct Month: Sendable, Equatable {
    let month: Int
    let year: Int?
    /// A year is printed, but not which.
    var hasOpenYear = false
  }

  /// A day that the calendar of the church or of the state fixes.
  enum Feast: Sendable, Equatable {
    case fixed(month: Int, day: Int)
    /// So many days after Easter.
    case movable(Int)

    /// Reads `12-25` or `E+39`.
    init?(_ text: String) {
      if text.hasPrefix("E"), let days = Int(text.dropFirst()) {
        self = .movable(days)
        return
      }
      let parts = text.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2 else { return nil }
      self = .fixed(month: parts[0], day: parts[1])
    }

    func day(of year: Int) -> CivilDate? {
      switch self {
      case .fixed(let month, let day): CivilDate(year: year, month: month, day: day)
      case .movable(let days): CivilDate.easter(of: year)?.adding(days: days)
      }
    }
  }

  /// `dernier`, `prochain`, `de l'an dernier`, `de l'an prochain`, or that of the clause's tense.
  enum Side: Sendable, Equatable {
    case last, next, lastYear, thisYear, nextYear, none
    /// After what was told last.
    case following
    /// `de la même année`, `de l'année suivante`: so many years from that of what was told last.
    case yearOfTold(steps: Int)
  }

  enum Unit: String, Sendable { case day, week, weekend, month, quarter, half, year, century }

  enum Origin: Sendable, Equatable {
    /// The day of the text.
    case now
    /// The date told before.
    case told
  }
}

/// A reading, where it stands.
struct DateFound: Sendable {
  var reading: DateReading
  var tokens: Range<Int>
  var isDeadline = false
  /// `fin 2024`, `mi-juillet`: the part of it that is meant.
  var portion = DatePortion.unspecified
  /// `à 14h30`, as HH:MM; empty where none is printed.
  var time = ""
}
