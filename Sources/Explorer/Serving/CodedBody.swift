internal import EntenteZlib
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The content of an answer, plain and compressed, for clients that accept the one or the other.
struct CodedBody: Sendable {
  let plain: [UInt8]
  /// Empty if compression saves nothing.
  let gzip: [UInt8]

  /// - Parameter level: 1 (fast) to 9 (small).
  init(_ plain: [UInt8], level: Int = 6) {
    self.plain = plain
    // Below this, the header of gzip and the time cost more than a packet saves.
    let packed = plain.count < 512 ? [] : (try? GzipWriter.compress(plain, level: level)) ?? []
    gzip = packed.count < plain.count ? packed : []
  }

  /// An answer in the coding that the client of `request` accepts.
  func response(
    to request: Request, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.vary] = [headers[.vary], "Accept-Encoding"].compactMap(\.self).joined(separator: ", ")
    guard !gzip.isEmpty, Self.acceptsGzip(request.headers[.acceptEncoding] ?? "") else {
      return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: plain)))
    }
    headers[.contentEncoding] = "gzip"
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: gzip)))
  }

  /// Whether an `Accept-Encoding` admits gzip (RFC 9110, 12.5.3): by its name, else by `*`, and with a weight above zero.
  static func acceptsGzip(_ header: String) -> Bool {
    var fallback = false
    for element in header.split(separator: ",") {
      let parts = element.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      guard let coding = parts.first else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
      let isAdmitted = weight.map { (Double($0.dropFirst(2)) ?? 0) > 0 } ?? true
      switch coding {
      case "gzip", "x-gzip": return isAdmitted
      case "*": fallback = isAdmitted
      default: continue
      }
    }
    return fallback
  }
}
