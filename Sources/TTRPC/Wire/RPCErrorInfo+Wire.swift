internal import NIOCore
internal import ProtobufCoding

// detail    := type_url(1, string) value(2, errorInfo)                      google.protobuf.Any
// errorInfo := reason(1, string) domain(2, string) metadata(3, { key(1, string) value(2, string) })*

extension RPCErrorInfo {
  private static let typeURL = "type.googleapis.com/google.rpc.ErrorInfo"
  /// More is no use to anyone, and must not exceed the frame limit.
  private static let largestDetail = 16 << 10

  /// A detail of a status; nil where it is too large to send.
  var detail: ByteBuffer? {
    var value = ByteBuffer()
    value.write(field: 1, reason)
    value.write(field: 2, domain)
    for (key, text) in metadata.sorted(by: { $0.key < $1.key }) {
      var entry = ByteBuffer()
      entry.write(field: 1, key)
      entry.write(field: 2, text)
      value.write(field: 3, entry)
    }
    guard value.readableBytes <= Self.largestDetail else { return nil }
    var detail = ByteBuffer()
    detail.write(field: 1, Self.typeURL)
    detail.write(field: 2, value)
    return detail
  }

  /// - Returns: nil for a detail of another type.
  init?(detail: RawSpan) throws(ProtobufError) {
    var reader = ProtobufReader(detail)
    var (type, value) = ("", 0..<0)
    while true {
      let tag = try reader.nextTag()
      if tag == 0 { break }
      switch tag {
      case 1 << 3 | 2: type = try reader.string()
      case 2 << 3 | 2: value = try reader.byteRange()
      default: try reader.skip(tag)
      }
    }
    guard type.hasSuffix("/google.rpc.ErrorInfo") else { return nil }
    try self.init(value: detail.extracting(value))
  }

  private init(value: RawSpan) throws(ProtobufError) {
    self.init(reason: "", domain: "")
    var reader = ProtobufReader(value)
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 1 << 3 | 2: reason = try reader.string()
      case 2 << 3 | 2: domain = try reader.string()
      case 3 << 3 | 2:
        let entry = try Self.entry(value.extracting(try reader.byteRange()))
        metadata[entry.key] = entry.value
      default: try reader.skip(tag)
      }
    }
  }

  private static func entry(_ bytes: RawSpan) throws(ProtobufError) -> (key: String, value: String) {
    var reader = ProtobufReader(bytes)
    var entry = (key: "", value: "")
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return entry
      case 1 << 3 | 2: entry.key = try reader.string()
      case 2 << 3 | 2: entry.value = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }
}
