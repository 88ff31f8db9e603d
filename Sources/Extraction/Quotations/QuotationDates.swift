internal import EntenteSchema

/// Says when words were spoken: on the day that stands in or right after the words that attribute them ("a déclaré mardi
/// X"), else the date of the document stands in.
struct QuotationDates {
  let documentID: String
  private let standIn: PartialDate?
  private let days: [(bytes: Range<Int>, date: PartialDate)]
  private static let gap = 2

  init(documentID: String, dates: [PartialDate], published: PartialDate?, standIn: PartialDate?) {
    self.documentID = documentID
    self.standIn = standIn
    days = dates.compactMap { date in
      guard date.precision == .day, !date.start.isEmpty, let bytes = date.source?.bytes(of: documentID) else {
        return nil
      }
      // What is still to come was not spoken on that day.
      if let published, !published.start.isEmpty, date.start > published.start { return nil }
      return (bytes, date)
    }.sorted { $0.0.lowerBound < $1.0.lowerBound }
  }

  func date(of quotation: Quotation) -> PartialDate? {
    guard let words = quotation.attribution?.bytes(of: documentID) else { return standIn }
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle].bytes.lowerBound < words.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < days.count, days[low].bytes.lowerBound <= words.upperBound + Self.gap else { return standIn }
    return days[low].date
  }
}
