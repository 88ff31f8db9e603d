/// Limits on the length of names in a request: anything longer is not a name, and would only cost time.
enum NameLimit {
  /// The limit for names of entities, goals and types, and for days, in bytes.
  private static let name = 200
  private static let documentID = 1024
  private static let token = 100

  static func allows(_ name: String) -> Bool { name.utf8.count <= Self.name }

  /// - Parameter field: the request field, for the error.
  /// - Throws: `CorpusError.invalidArgument`.
  static func check(_ name: String, _ field: String) throws(CorpusError) { try check(name, field, Self.name) }

  /// - Throws: `CorpusError.invalidArgument`.
  static func check(documentID: String) throws(CorpusError) { try check(documentID, "document id", Self.documentID) }

  /// - Throws: `CorpusError.invalidArgument`.
  static func check(token: String) throws(CorpusError) { try check(token, "page token", Self.token) }

  private static func check(_ text: String, _ field: String, _ most: Int) throws(CorpusError) {
    guard text.utf8.count > most else { return }
    throw .invalidArgument(
      RequestFault(
        .fieldTooLong, "\(field) has \(text.utf8.count) bytes; the limit is \(most)",
        ["field": field, "size": "\(text.utf8.count)", "limit": "\(most)"]))
  }
}
