internal import EntenteSchema
internal import ProtobufCoding

/// The date of a document, where it stands in for that of a thing of which the text does not say when.
///
/// Its subject says so, so that nobody takes it for the day of the thing.
enum DocumentDate {
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
