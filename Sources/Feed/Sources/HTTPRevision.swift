internal import AsyncHTTPClient
internal import Foundation
internal import NIOHTTP1
internal import ProtobufCoding

/// What a web server reports about the state of a file, used to detect a new one and to resume a transfer.
struct HTTPRevision {
  private let entityTag: String
  private let lastModified: String

  /// - Throws: `FollowingError.unreadable` if the server sends neither an ETag nor a Last-Modified header.
  init(_ response: HTTPClientResponse, name: String) throws(FollowingError) {
    entityTag = response.headers.first(name: "ETag") ?? ""
    lastModified = response.headers.first(name: "Last-Modified") ?? ""
    guard !entityTag.isEmpty || !lastModified.isEmpty else {
      throw FollowingError(
        .unreadable, "\(name) has neither an ETag nor a Last-Modified header, so changes cannot be detected")
    }
  }

  /// The inverse of `text`.
  init?(text: String) {
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    (entityTag, lastModified) = (String(parts[0]), String(parts[1]))
  }

  var text: String { entityTag + "\n" + lastModified }

  /// The validator for `If-Range`, which excludes weak tags because different bytes may share one.
  var strongValidator: String? {
    if !entityTag.isEmpty { return entityTag.hasPrefix("W/") ? nil : entityTag }
    return lastModified.isEmpty ? nil : lastModified
  }

  func addConditions(to headers: inout HTTPHeaders) {
    if entityTag.isEmpty {
      headers.add(name: "If-Modified-Since", value: lastModified)
    } else {
      headers.add(name: "If-None-Match", value: entityTag)
    }
  }

  /// Last-Modified, in the form that HTTP prefers: `Sun, 06 Nov 1994 08:49:37 GMT`.
  var published: ProtobufTimestamp? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.date(from: lastModified).map { ProtobufTimestamp(seconds: Int64($0.timeIntervalSince1970)) }
  }

  /// `Content-Range: bytes 944-999/1000`.
  struct ContentRange {
    let start: Int
    /// The size of the whole file, if the server says.
    let size: Int?

    init?(_ headers: HTTPHeaders) {
      guard let match = headers.first(name: "Content-Range")?.wholeMatch(of: /bytes ([0-9]+)-[0-9]+\/([0-9]+|\*)/),
        let start = Int(match.1)
      else { return nil }
      self.start = start
      size = Int(match.2)
    }
  }
}
