/// How long the names in a request may be: more is no name, and would only cost time.
enum NameLimit {
  /// Of entities, goals, types and days, in bytes.
  private static let name = 200
  private static let documentID = 1024
  private static let token = 100

  /// - Parameter field: of the request, for the error.
  /// - Throws: `CorpusError.invalidArgument`.
  static func check(_ name: String, _ field: String) throws(CorpusError) { try check(name, field, Self.name) }

  /// - Throws: `CorpusError.invalidArgument`.
  static func check(documentID: String) throws(CorpusError) { try check(documentID, "document id", Self.documentID) }

  /// - Throws: `CorpusError.invalidArgument`.
  static func check(token: String) throws(CorpusError) { try check(token, "page token", Self.token) }

  private static func check(_ text: String, _ field: String, _ most: Int) throws(CorpusError) {
    guard text.utf8.count > most else { return }
    throw .invalidArgument("\(field) has \(text.utf8.count) bytes; the limit is \(most)")
  }
}
