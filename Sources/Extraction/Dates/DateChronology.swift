/// The years of a chronology's entries: paragraphs that begin with a date and a mark, the oldest first.
///
///     22-26 avril 2024 ▪ Soixante spécialistes jouent l'exercice.
///     Du 10 au 12 septembre ▪ Un autre les réunit.
///
/// An entry without a year is of the year of the one before it, or of the next where its month comes round again.
struct DateChronology {
  /// By the number of the paragraph. Empty for a text that is no chronology.
  private(set) var years: [Int: Int] = [:]

  /// Fewer paragraphs that begin with a date are no chronology.
  private static let shortest = 4

  /// - Parameter found: the dates of each paragraph.
  init(text: AnnotatedText, _ found: [[DateFound]]) {
    let entries = found.indices.compactMap { block -> (block: Int, month: Int, year: Int?)? in
      guard let item = found[block].first, Self.isEntry(item, text.blocks[block], text),
        let (month, year) = Self.month(of: item.reading)
      else { return nil }
      return (block, month, year)
    }
    let printed = entries.compactMap(\.year)
    guard entries.count >= Self.shortest, printed.count > 1,
      zip(printed, printed.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return }
    var last: (month: Int, year: Int)?
    for entry in entries {
      guard let year = entry.year ?? last.map({ entry.month < $0.month ? $0.year + 1 : $0.year }) else { continue }
      years[entry.block] = year
      last = (entry.month, year)
    }
  }

  /// Nothing but a preposition stands before the date, and a mark follows.
  private static func isEntry(_ item: DateFound, _ block: TextBlock, _ text: AnnotatedText) -> Bool {
    let (start, next) = (item.tokens.lowerBound, item.tokens.upperBound)
    guard start >= block.tokens.lowerBound, start - block.tokens.lowerBound < 2, next + 1 < block.tokens.upperBound,
      text.tokens[next].kind == .punctuation
    else { return false }
    return ![Punctuation.comma, Punctuation.openParenthesis, Punctuation.closeParenthesis].contains(
      text.tokens[next].value)
  }

  /// The first month of a reading, and the year that it prints.
  private static func month(of reading: DateReading) -> (Int, year: Int?)? {
    switch reading {
    case .days(let first, let last, .none): (first.month, last.year)
    case .months(let first, let last, .none): (first.month, last.year)
    case .years(let first, let last) where first == last: (1, first)
    default: nil
    }
  }
}
