internal import EntenteSchema
internal import ProtobufCoding

/// Months, seasons and parts of years.
extension DateResolver {
  /// `au second semestre`: of the year of the text, or the one beside it that the tense tells.
  func part(_ first: Int, _ last: Int, _ year: Int?, _ tense: Tense) -> PartialDate {
    func bounds(_ year: Int) -> (String, String) {
      ("\(year)-\(Self.two(first))-01", "\(year)-\(Self.two(last))-\(CivilDate.days(inMonth: last, of: year))")
    }
    if let year {
      let (start, end) = bounds(year)
      return Self.printed(start, end, .range)
    }
    guard let anchor = base(of: .month) else { return Self.unresolved }
    let here = anchor.day
    let steps = tense.side == .upcoming && last < here.month ? 1 : tense.side == .past && first > here.month ? -1 : 0
    let (start, end) = bounds(here.year + steps)
    return PartialDate(
      start: start, end: end, precision: .range, basis: anchor.basis, anchor: counted(from: anchor))
  }

  /// A year long past, told in the same paragraph, has the months after it: `En 1905, … En septembre, …`; not `le pont,
  /// construit en 1905, a cédé en septembre`, whose verb has the month of its own.
  func storyAnchor(_ side: DateReading.Side, _ tense: Tense, _ block: Int) -> Anchor? {
    guard side == .none, tense.side != .upcoming, let last, last.block == block,
      last.anchor.day.year < Self.story(now),
      last.opens || tense.opens || tense.isAnterior || !tense.isCertain
    else { return nil }
    return last.anchor
  }

  /// Years before this one are a story of another time.
  static func story(_ now: Anchor?) -> Int { (now?.day.year ?? 0) - 20 }

  func months(
    _ first: DateReading.Month, _ last: DateReading.Month, _ side: DateReading.Side, _ tense: Tense, _ block: Int
  ) -> PartialDate {
    if first.hasOpenYear || last.hasOpenYear { return Self.unresolved }
    if let lastYear = last.year {
      let firstYear = first.year ?? lastYear
      guard (firstYear, first.month) <= (lastYear, last.month) else { return Self.unresolved }
      return Self.printed(
        "\(Self.four(firstYear))-\(Self.two(first.month))-01",
        "\(Self.four(lastYear))-\(Self.two(last.month))-\(CivilDate.days(inMonth: last.month, of: lastYear))",
        (firstYear, first.month) == (lastYear, last.month) ? .month : .range)
    }
    if side == .following {
      // `en janvier suivant`: the first one after what was told last.
      guard let told = self.last?.anchor,
        let begin = CivilDate(
          year: told.day.year + (first.month > told.day.month ? 0 : 1), month: first.month, day: 1)
      else { return Self.unresolved }
      return span(begin, begin.lastOfMonth, told, .month)
    }
    if case .yearOfTold(let steps) = side {
      guard let told = self.last?.anchor,
        let begin = CivilDate(year: told.day.year + steps, month: first.month, day: 1)
      else { return Self.unresolved }
      return span(begin, begin.lastOfMonth, told, .month)
    }
    guard let anchor = headingAnchor ?? storyAnchor(side, tense, block) ?? base(of: .month) else {
      return Self.unresolved
    }
    let year: Int
    if heading != nil || anchor.day.year < Self.story(now) {
      year = anchor.day.year
    } else {
      let here = (anchor.day.year, anchor.day.month)
      switch (side, tense.side) {
      case (.lastYear, _): year = here.0 - 1
      case (.thisYear, _), (.following, _), (.yearOfTold, _): year = here.0
      case (.nextYear, _): year = here.0 + 1
      case (.next, _): year = last.month > here.1 ? here.0 : here.0 + 1
      case (.last, _): year = last.month < here.1 ? here.0 : here.0 - 1
      case (.none, .past) where tense.isCertain:
        // `entre novembre et mars` has ended in the year of its end.
        year = (first.month > last.month ? last : first).month <= here.1 ? here.0 : here.0 - 1
      case (.none, .upcoming) where tense.isCertain:
        // `de novembre à mars` begins in the year before its end.
        year = last.month >= here.1 && (first.month <= last.month || here.1 == 1) ? here.0 : here.0 + 1
      case (.none, .upcoming) where first.month > last.month: year = here.1 == 1 ? here.0 : here.0 + 1
      // A month that is almost a year off would be told with its year.
      case (.none, .upcoming):
        year =
          last.month >= here.1 - 1 && last.month < here.1 + 11 ? here.0 : last.month < here.1 ? here.0 + 1 : here.0 - 1
      case (.none, .past): year = last.month <= here.1 + 1 ? here.0 : here.0 - 1
      case (.none, .unknown): year = last.month <= here.1 + 3 ? here.0 : here.0 - 1
      }
    }
    guard let begin = CivilDate(year: first.month > last.month ? year - 1 : year, month: first.month, day: 1),
      let end = CivilDate(year: year, month: last.month, day: CivilDate.days(inMonth: last.month, of: year))
    else { return Self.unresolved }
    var date = span(begin, end, anchor)
    date.precision = first == last ? .month : .range
    return date
  }

  func season(
    _ first: String, _ last: String, _ year: Int?, _ side: DateReading.Side, _ tense: Tense
  ) -> PartialDate {
    let crosses = first > last
    if let year {
      return Self.printed(Self.four(year) + "-" + first, Self.four(crosses ? year + 1 : year) + "-" + last, .season)
    }
    guard let anchor = base(of: .month) else { return Self.unresolved }
    let seasons = (-2...1).map { step in
      let year = anchor.day.year + step
      return (start: Self.four(year) + "-" + first, end: Self.four(crosses ? year + 1 : year) + "-" + last)
    }
    let today = anchor.day.iso8601
    let isAhead = side == .next || side == .none && tense.side == .upcoming
    let found =
      isAhead
      ? seasons.first { side == .next ? $0.start > today : $0.end >= today }
      : seasons.last { side == .last ? $0.end < today : $0.start <= today }
    guard let found else { return Self.unresolved }
    return PartialDate(
      start: found.start, end: found.end, precision: .season, basis: anchor.basis, anchor: counted(from: anchor))
  }
}
