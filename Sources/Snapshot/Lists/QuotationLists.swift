package import EntenteSchema

// lists/quotations := dates | kind packed                               by quotation; the number of the QuotationKind
//
// `dates` are specified in DateColumns.swift.

/// What filters need to know about quotations, by the quotation's ordinal, without inflating records.
package struct QuotationLists: Sendable {
  private let dates: DateColumns
  private let kinds: PackedNumbers

  package var count: Int { kinds.count }

  init(_ bytes: SectionBytes, _ counts: RecordCounts) throws(SnapshotError) {
    dates = try DateColumns(bytes, at: 0, count: counts.quotations, of: "quotations")
    kinds = try PackedNumbers(bytes, at: dates.end, count: counts.quotations, of: "quotations")
  }

  /// The days of a quotation.
  package func days(of quotation: Int) -> DayRange { dates[quotation] }

  package func kind(of quotation: Int) -> QuotationKind {
    QuotationKind(rawValue: Int32(truncatingIfNeeded: kinds[quotation]))
  }
}
