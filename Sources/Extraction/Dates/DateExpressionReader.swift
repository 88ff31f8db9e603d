internal import EntenteSchema
internal import ProtobufCoding

// date     := [edge] ([weekday] days | numeric | iso | months | season | years | century | part "de" year | feast [year]
//           | weekdays | ordinal weekday "de" month | relative | offset count unit | count unit offset [date]
//           | count window unit | count "jours") ["à" time]
// days     := day month [year | "de" year-word] | month day "," year | day link day month [year] | day month [year] link day month [year]
// day      := number | number in letters
// ideographic := year "年" month "月" day "日"                               2025年12月9日
// numeric  := day ("/" | "." | "-") month ("/" | "." | "-") year         12/05/2023, 12/05/23
// iso      := year "-" month "-" day ["T" time]
// months   := month [year | side] [link month [year]]
// years    := year [("-" | "à" | "et") year] | "années" decade
// weekdays := weekday [side | "à" weekday | "en huit" | "de la semaine" side]

/// Finds the words that state a date, by the grammar above.
struct DateExpressionReader {
  let text: AnnotatedText
  /// The first token of the run at hand: nothing before it belongs to a date.
  var first = 0
  /// The year of the text, by which a year of two digits is read; nil where it is not known.
  let pivot: Int?
  /// The latest year that a text without a year of its own prints.
  let latest: Int?

  init(text: AnnotatedText, pivot: Int? = nil, latest: Int? = nil) {
    (self.text, self.pivot, self.latest) = (text, pivot, latest)
  }

  /// How far a duration may stand from the words that place it, in tokens: a sentence may have no end.
  static let reach = 60

  /// The dates of a run of tokens, in order, none inside another.
  func dates(in tokens: Range<Int>) -> [DateFound] {
    var reader = self
    reader.first = tokens.lowerBound
    return reader.read(tokens)
  }

  func read(_ tokens: Range<Int>) -> [DateFound] {
    var found: [DateFound] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard mayBegin(at: token), var item = read(at: token, end: tokens.upperBound) else {
        token += 1
        continue
      }
      item.isDeadline = item.isDeadline || isDeadline(before: item.tokens.lowerBound)
      item = withSurroundings(item, end: tokens.upperBound)
      found.append(item)
      token = max(item.tokens.upperBound, token + 1)
    }
    return found
  }

  static let openings: CategorySet = [
    .dateRelative, .datePart, .dateWeekday, .dateMonth, .dateSeason, .dateCount, .dateOffset, .dateOrdinal, .dateFeast,
    .dateWindow,
  ]

  /// Most words begin no date; they are told without looking further.
  func mayBegin(at token: Int) -> Bool {
    switch text.tokens[token].kind {
    case .number: true
    case .word:
      text.categories(at: token).intersects(Self.openings) || mayBeCentury(token) || mayBeIdeographic(token)
    case .punctuation: false
    }
  }

  func read(at token: Int, end: Int) -> DateFound? {
    for number in text.matchNumbers(at: token) {
      let match = text.matches[number]
      let found: DateFound? =
        switch match.category {
        case .dateRelative: relative(match, end: end)
        case .datePart: part(match, end: end)
        case .dateWeekday: weekday(match, end: end)
        case .dateMonth: months(at: token, end: end)
        case .dateSeason: season(match, end: end)
        case .dateCount:
          spelledDay(at: token, end: end) ?? counted(at: token, end: end)
            ?? (isDecade(token) ? years(at: token, end: end) : nil)
        case .dateOffset: offset(match, end: end)
        case .dateOrdinal: ordinal(match, end: end)
        case .dateFeast: feast(match, end: end)
        case .dateWindow: window(at: token, end: end)
        default: nil
        }
      if let found { return found }
    }
    guard text.tokens[token].kind == .number else {
      return century(at: token, end: end) ?? ideographic(at: token, end: end)
    }
    return century(at: token, end: end) ?? iso(at: token, end: end) ?? days(at: token, end: end)
      ?? numericRange(at: token, end: end) ?? numeric(at: token, end: end) ?? years(at: token, end: end)
      ?? counted(at: token, end: end)
  }

  /// What stands before and after a date: the part of it that is meant, the week that it stands for, the time of day.
  private func withSurroundings(_ item: DateFound, end: Int) -> DateFound {
    var item = item
    let start = item.tokens.lowerBound
    switch item.reading {
    case .months(let month, let last, _) where month == last: item = edged(item)
    case .years(let year, let last) where year == last: item = edged(item)
    case .weekday, .dayOfMonth, .counted(.day, _, _, _): item.time = time(after: item.tokens.upperBound, end: end) ?? ""
    case .part, .counted(_, _, from: .now, _): item = edged(item)
    case .days(let day, let last, _) where day == last:
      // `la semaine du 12 mars`
      if start > first + 1, token(start - 1, isOneOf: ["du"]), token(start - 2, isOneOf: ["semaine"]) {
        item.reading = .beside(item.reading, .week, steps: 0)
        item.tokens = start - 2..<item.tokens.upperBound
      } else if start > first + 2, token(start - 1, isOneOf: ["du"]), token(start - 2, isOneOf: ["end"]),
        token(start - 3, isOneOf: ["week"])
      {
        item.reading = .beside(item.reading, .weekend, steps: 0)
        item.tokens = start - 3..<item.tokens.upperBound
      } else if item.time.isEmpty {
        item.time = time(after: item.tokens.upperBound, end: end) ?? ""
      }
    default: break
    }
    return item
  }

  /// `début mars`, `fin 2024`: from the word that says which part is meant.
  private func edged(_ item: DateFound) -> DateFound {
    let end = item.tokens.lowerBound
    for start in max(first, end - 5)..<end where text.categories(at: start).contains(.dateIntro) {
      for match in text.matches(at: start) where match.category == .dateIntro && match.tokens.upperBound == end {
        let entry = text.entry(match)
        guard entry.value(0) == "edge" else { continue }
        return DateFound(
          reading: item.reading, tokens: start..<item.tokens.upperBound, isDeadline: item.isDeadline,
          portion: DatePortion(edge: entry.value(1)))
      }
    }
    return item
  }
}

extension DatePortion {
  /// By the word of the lexicon.
  init(edge: String) {
    self =
      switch edge {
      case "early": .early
      case "middle": .middle
      case "late": .late
      default: .unspecified
      }
  }
}
