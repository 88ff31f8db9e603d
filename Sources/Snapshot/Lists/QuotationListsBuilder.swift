internal import EntenteSchema

// The grammar is that of QuotationLists.swift.

/// Collects what filters need to know about quotations.
struct QuotationListsBuilder {
  private var days: [DayRange] = []
  private var kinds: [UInt32] = []

  /// Adds the next quotation.
  mutating func add(_ quotation: Quotation) {
    days.append(DayRange(quotation.date))
    kinds.append(UInt32(bitPattern: quotation.kind.rawValue))
  }

  func bytes() -> [UInt8] { DateColumns.encode(days) + PackedNumbers.encode(kinds) }
}
