internal import EntenteSchema
internal import ProtobufCoding

/// Days that are named by their weekday, and feasts.
extension DateResolver {
  /// Of the week about the day of the text: before it, unless the clause is upcoming.
  func weekday(_ weekday: Int, _ side: DateReading.Side, _ tense: Tense) -> PartialDate {
    if side == .following {
      guard let told = told?.anchor else { return Self.unresolved }
      return span(told.day.adding(days: (weekday - told.day.weekday + 6) % 7 + 1), told)
    }
    guard let now else { return side == .none ? nearest(weekday, tense) : Self.unresolved }
    if side == .none, tense.side == .unknown, let listed = listed(weekday, now) { return listed }
    guard let day = day(weekday, side, tense, now) else { return Self.unresolved }
    return span(day, day, now)
  }

  private func day(_ weekday: Int, _ side: DateReading.Side, _ tense: Tense, _ now: Anchor) -> CivilDate? {
    let back = (now.day.weekday - weekday + 7) % 7
    let ahead = (weekday - now.day.weekday + 7) % 7
    let steps =
      switch side {
      case .last, .lastYear: back == 0 ? -7 : -back
      case .next, .nextYear: ahead == 0 ? 7 : ahead
      case .none, .thisYear, .following, .yearOfTold: tense.side == .upcoming ? ahead : -back
      }
    return now.day.adding(days: steps)
  }

  /// `VENDREDI 19 … Bergen : portes ouvertes samedi`: in a list of what is to come, the one after the day that heads it.
  private func listed(_ weekday: Int, _ now: Anchor) -> PartialDate? {
    guard let entry, entry.day > now.day, entry.day.days(since: now.day) < Self.list else { return nil }
    return span(entry.day.adding(days: (weekday - entry.day.weekday + 7) % 7), entry)
  }

  /// Days that a list of what is to come reaches ahead.
  private static let list = 14

  /// In a text without a day of its own: the one within three days of the newest day that was told.
  private func nearest(_ weekday: Int, _ tense: Tense) -> PartialDate {
    guard let anchor = newest, tense.side != .upcoming || anchor.day.year >= DateReader.livingMemory else {
      return Self.unresolved
    }
    let ahead = (weekday - anchor.day.weekday + 7) % 7
    let day = anchor.day.adding(days: ahead > 3 && tense.side != .upcoming ? ahead - 7 : ahead)
    return span(day, day, anchor)
  }

  /// `de mardi à jeudi`: what is past has ended, what is upcoming has still to begin or is under way.
  func weekdays(_ first: Int, _ last: Int, _ side: DateReading.Side, _ tense: Tense) -> PartialDate {
    let length = (last - first + 7) % 7
    guard let now else {
      guard let anchor = newest, side == .none, anchor.day.year >= DateReader.livingMemory else {
        return Self.unresolved
      }
      let ahead = (first - anchor.day.weekday + 7) % 7
      let begin = anchor.day.adding(days: ahead > 3 && tense.side != .upcoming ? ahead - 7 : ahead)
      return span(begin, begin?.adding(days: length), anchor)
    }
    if side == .next || side == .none && tense.side == .upcoming {
      let begin = day(first, side, tense, now)
      return span(begin, begin?.adding(days: length), now)
    }
    let end = day(last, side, DateTense(side: .past), now)
    return span(end?.adding(days: -length), end, now)
  }

  func weekdayOfWeek(_ weekday: Int, _ weeks: Int) -> PartialDate {
    guard let now else { return Self.unresolved }
    return span(now.day.adding(days: weekday - now.day.weekday + 7 * weeks), now)
  }

  func weekdayAfter(_ weekday: Int, _ weeks: Int) -> PartialDate {
    guard let now else { return Self.unresolved }
    let ahead = (weekday - now.day.weekday + 6) % 7 + 1
    return span(now.day.adding(days: ahead + 7 * weeks), now)
  }

  func numbered(
    _ number: Int, _ weekday: Int, _ month: DateReading.Month, _ tense: Tense, _ block: Int
  ) -> PartialDate {
    if month.hasOpenYear { return Self.unresolved }
    func day(_ year: Int) -> CivilDate? {
      guard let first = CivilDate(year: year, month: month.month, day: 1) else { return nil }
      let anchor = number > 0 ? first : first.lastOfMonth
      let steps =
        number > 0
        ? (weekday - anchor.weekday + 7) % 7 + 7 * (number - 1) : -((anchor.weekday - weekday + 7) % 7)
      return anchor.adding(days: steps).flatMap { $0.month == month.month ? $0 : nil }
    }
    if let year = month.year {
      guard let day = day(year) else { return Self.unresolved }
      return Self.printed(day.iso8601, day.iso8601, .day)
    }
    guard let found = choice(.none, tense, block, day) else { return Self.unresolved }
    return span(found.day, found.anchor)
  }

  /// `vendredi 11`: of the month about that of the day of the text in which that day has that name; of two, the one that the
  /// tense tells.
  func weekdayOfMonth(
    _ first: DateReading.DayOfMonth, _ last: DateReading.DayOfMonth, _ tense: Tense, _ block: Int
  ) -> PartialDate {
    guard let anchor = story(tense, block) ?? now ?? newest else { return Self.unresolved }
    let found = (-1...1).compactMap { step -> CivilDate? in
      guard let month = anchor.day.firstOfMonth.adding(months: step),
        let day = CivilDate(year: month.year, month: month.month, day: first.day), day.weekday == first.weekday
      else { return nil }
      return day
    }
    let limit = now?.day ?? anchor.day
    let onSide = found.filter { tense.side == .upcoming ? $0 >= limit : tense.side != .past || $0 <= limit }
    let pool = onSide.isEmpty ? found : onSide
    guard let begin = pool.min(by: { abs($0.days(since: anchor.day)) < abs($1.days(since: anchor.day)) }) else {
      return Self.unresolved
    }
    let end = (0..<31).lazy.compactMap { begin.adding(days: $0) }.first {
      $0.day == last.day && $0.weekday == last.weekday
    }
    return span(begin, end, anchor)
  }

  /// The past day that the paragraph told before, for a clause that lies not ahead.
  private func story(_ tense: Tense, _ block: Int) -> Anchor? {
    guard let now, let told, told.block == block, tense.side != .upcoming, told.anchor.day < now.day else { return nil }
    return told.anchor
  }

  func feast(
    _ feast: DateReading.Feast, _ year: Int?, _ side: DateReading.Side, _ tense: Tense, _ block: Int
  ) -> PartialDate {
    if let year {
      guard let day = feast.day(of: year) else { return Self.unresolved }
      return Self.printed(day.iso8601, day.iso8601, .day)
    }
    guard let found = choice(side, tense, block, feast.day) else { return Self.unresolved }
    return span(found.day, found.anchor)
  }
}
