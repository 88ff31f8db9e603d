internal import EntenteSchema
internal import ProtobufCoding

/// The year of a day that is told without one.
extension DateResolver {
  /// Days after that of the text that may still be past: a text may be dated earlier than it was written.
  private static let slack = 2

  /// Which of the days that a rule gives, one for each year, is meant.
  func choice(
    _ side: DateReading.Side, _ tense: Tense, _ block: Int, weekday: Int? = nil, _ day: (Int) -> CivilDate?
  ) -> (day: CivilDate, anchor: Anchor)? {
    if side == .following {
      guard let last else { return nil }
      return (0...1).compactMap { day(last.anchor.day.year + $0) }.first { $0 > last.anchor.day }
        .map { ($0, last.anchor) }
    }
    if case .yearOfTold(let steps) = side {
      guard let last else { return nil }
      return day(last.anchor.day.year + steps).map { ($0, last.anchor) }
    }
    if let headingAnchor { return day(headingAnchor.day.year).map { ($0, headingAnchor) } }
    // What is past of a text without a day does not count from what lies ahead of it.
    let told = now == nil && tense.side == .past && self.told?.tense.side == .upcoming ? nil : self.told
    let isTold = side == .none && told?.block == block && !isOfAnotherAge(tense)
    let inferred = newest ?? latest.map(Anchor.printed)
    guard let anchor = isTold ? told?.anchor : now ?? told?.anchor ?? inferred else { return nil }
    // `Le contrat date du 7 décembre 2016. Il a été rompu le 20 février.`: of a text written years later, who knows.
    if now == nil, tellsLater, anchor.day.year >= DateReader.livingMemory { return nil }
    // What lies ahead of a text without a day is in no story of long ago.
    if now == nil, tense.side == .upcoming, anchor.day.year < DateReader.livingMemory { return nil }
    let candidates = (-2...2).compactMap { day(anchor.day.year + $0) }
    // `à l'automne 2026. … le 20 novembre`
    if side == .none, let period, period.block == block, now.map({ $0.day < period.last }) ?? false,
      let inside = candidates.first(where: { period.first <= $0 && $0 <= period.last })
    {
      return (matching(weekday, inside, candidates), .printed(period.first))
    }
    // `En février 2024, il m'appelle. Le 11 mars, j'étais`
    if !isTold, side == .none, tense.side != .upcoming, let month, month.block == block, month.first < anchor.day,
      let soon = candidates.first(where: { (0..<Self.soon).contains($0.days(since: month.first)) })
    {
      return (matching(weekday, soon, candidates), .printed(month.first))
    }
    let found =
      isTold && anchor.day != now?.day
      ? besideTold(candidates, anchor, tense) : besideNow(candidates, anchor, side, tense)
    guard let found else { return nil }
    return (matching(weekday, found, candidates), anchor)
  }

  /// What lies ahead of the text is no part of a story of years before.
  private func isOfAnotherAge(_ tense: Tense) -> Bool {
    guard tense.side == .upcoming, let now, let told else { return false }
    return now.day.year - told.anchor.day.year > 1
  }

  /// In a story: the day nearest to the one told before, on the side of the day of the text that the tense tells.
  private func besideTold(_ candidates: [CivilDate], _ anchor: Anchor, _ tense: Tense) -> CivilDate? {
    let limit = now?.day
    let possible = candidates.filter { day in
      switch tense.side {
      case .past:
        if tense.isAnterior, told?.tense.isAnterior == false, day > anchor.day { return false }
        return limit.map { day.days(since: $0) <= (tense.isCertain ? Self.slack : Self.atHand) } ?? true
      case .upcoming: return limit.map { day.days(since: $0) >= (tense.isCertain ? 0 : -Self.atHand) } ?? true
      case .unknown: return true
      }
    }
    return Self.nearest(possible.isEmpty ? candidates : possible, anchor.day)
  }

  private func besideNow(
    _ candidates: [CivilDate], _ anchor: Anchor, _ side: DateReading.Side, _ tense: Tense
  ) -> CivilDate? {
    let past = candidates.last { $0 <= anchor.day }
    let next = candidates.first { $0 >= anchor.day }
    let nearest = Self.nearest(candidates, anchor.day)
    let distance = nearest.map { $0.days(since: anchor.day) } ?? 0
    let found: CivilDate? =
      switch (side, tense.side) {
      case (.lastYear, _): candidates.first { $0.year == anchor.day.year - 1 }
      case (.nextYear, _): candidates.first { $0.year == anchor.day.year + 1 }
      case (.last, _): past
      case (.next, _): next
      case (.thisYear, _), (.following, _), (.yearOfTold, _): nearest
      case (.none, .past) where tense.isCertain: candidates.last { $0.days(since: anchor.day) <= Self.slack }
      case (.none, .upcoming) where tense.isCertain: next
      // A day that is near needs no year, and one that is almost a year off would have one.
      case (.none, _) where abs(distance) < Self.atHand: nearest
      case (.none, .past): past
      case (.none, .upcoming): next
      case (.none, .unknown): distance < Self.soon ? nearest : past
      }
    return found ?? nearest
  }

  /// The same day of the year beside it, where that is the printed weekday and this one is not.
  private func matching(_ weekday: Int?, _ day: CivilDate, _ candidates: [CivilDate]) -> CivilDate {
    guard let weekday, day.weekday != weekday else { return day }
    return Self.nearest(candidates.filter { $0.weekday == weekday && abs($0.year - day.year) == 1 }, day) ?? day
  }

  private static func nearest(_ days: [CivilDate], _ anchor: CivilDate) -> CivilDate? {
    days.min { abs($0.days(since: anchor)) < abs($1.days(since: anchor)) }
  }
}
