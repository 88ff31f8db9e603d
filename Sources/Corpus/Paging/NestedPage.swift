internal import EntenteSnapshot
internal import ProtobufCoding

/// A page of an answer that holds several lists: they continue together, row by row.
///
/// A row is an element of each list, and several of a list of short ones.
struct NestedPage {
  private static let defaultSize = 25

  private let page: Page

  /// - Parameter request: without its paging fields.
  init(
    size: UInt32, token: String, of request: some ProtobufMessage, snapshotID: String
  ) throws(CorpusError) {
    page = try Page(size: size, token: token, of: request, snapshotID: snapshotID, defaultSize: Self.defaultSize)
  }

  var isFirst: Bool { page.offset == 0 }

  /// The indices of the elements of a list that the page may show.
  func range(_ density: NestedDensity) -> Range<Int> {
    page.offset * density.rawValue..<(page.offset + page.size) * density.rawValue
  }

  /// Reads the elements of a list that the page may show.
  ///
  /// - Parameters:
  ///   - ordinals: those of the range.
  ///   - total: how many elements the list has on all pages.
  func read<Record: ProtobufMessage>(
    _ ordinals: some Sequence<Int>, of total: Int, _ cancellation: Cancellation, density: NestedDensity = .one,
    _ record: (Int) throws(SnapshotError) -> Record
  ) throws(CorpusError) -> NestedList<Record> {
    var room = AnswerRoom.ofNestedList
    var records: [Record] = []
    for ordinal in ordinals {
      // A row is whole, so that each page shows one at least.
      if room.isFull, records.count.isMultiple(of: density.rawValue) {
        return NestedList(records: records, total: total, density: density, rows: records.count / density.rawValue)
      }
      try cancellation.check()
      let record = try reading { () throws(SnapshotError) in try record(ordinal) }
      room.take(record)
      records.append(record)
    }
    return NestedList(records: records, total: total, density: density, rows: page.size)
  }

  /// Cuts the lists of the page to as many rows as all of them have room for.
  ///
  /// - Returns: the number of rows, and the token of the next page; empty where every list has ended.
  func rows(_ lists: [any NestedRows]) -> (count: Int, nextToken: String) {
    let count = lists.map(\.rows).min() ?? 0
    let total = lists.map(\.totalRows).max() ?? 0
    return (count, page.nextToken(shown: min(count, max(total - page.offset, 0)), total: total))
  }
}

/// How many elements of a list stand in a row.
enum NestedDensity: Int {
  case one = 1
  /// Lists of mentions, dates and entity references, with four times the page size.
  case short = 4
  /// Lists of where a document mentions entities, with sixteen times the page size.
  case tiny = 16
}

/// The elements of a list that a page may show.
struct NestedList<Record>: NestedRows {
  fileprivate let records: [Record]
  /// On all pages.
  let total: Int
  fileprivate let density: NestedDensity
  let rows: Int

  var totalRows: Int { (total + density.rawValue - 1) / density.rawValue }

  /// What the rows hold, and how many elements there are where that is not all of them; else 0.
  func shown(_ rows: Int) -> (records: [Record], total: UInt64) {
    let records = Array(records.prefix(rows * density.rawValue))
    return (records, records.count == total ? 0 : UInt64(total))
  }
}

/// A list as its page counts it.
protocol NestedRows {
  /// The rows for which it has room on this page.
  var rows: Int { get }
  /// On all pages.
  var totalRows: Int { get }
}
