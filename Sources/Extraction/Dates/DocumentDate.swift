internal import EntenteSchema
internal import ProtobufCoding

/// The date of a document: what it is ordered by, and what stands in for the date of a thing of which the text does not
/// say when.
///
/// Its subject says what it is the day of, so that nobody takes it for another.
enum DocumentDate {
  /// The day by which a document is ordered, filtered and counted.
  ///
  /// - Parameter told: the latest day that the text tells of as past; asked for where nothing better is known.
  /// - Returns: the first that is known of the day of publication, the day of the manifest, and the day told.
  static func effective(
    published: PartialDate?, reference: String?, told: () -> PartialDate? = { nil }
  ) -> PartialDate? {
    if var date = standIn(published: published, reference: reference) {
      date.source = nil
      date.anchor = ""
      date.time = ""
      return date
    }
    guard var date = told(), !date.start.isEmpty else { return nil }
    (date.subject, date.anchor, date.time) = (.latestTold, "", "")
    return date
  }

  /// - Parameters:
  ///   - published: when the document was published, if that is known.
  ///   - reference: the day of the manifest, ISO 8601.
  /// - Returns: the former, else the latter; nil where there is neither.
  static func standIn(published: PartialDate?, reference: String?) -> PartialDate? {
    if var date = published, !date.start.isEmpty {
      date.subject = .publication
      return date
    }
    guard let day = reference.flatMap({ CivilDate(iso8601: $0) })?.iso8601 else { return nil }
    return PartialDate(start: day, end: day, precision: .day, basis: .manifest, subject: .reference)
  }
}
