// Generated from ttrpc/ttrpc.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
internal import ProtobufCoding

internal struct TTRPCRequest: ProtobufMessage {
  internal var service: String = ""
  internal var method: String = ""
  internal var payload: [UInt8] = []
  /// 0 means no deadline.
  internal var timeoutNano: Int64 = 0
  internal var metadata: [TTRPCKeyValue] = []

  internal init() {}

  internal init(service: String = "", method: String = "", payload: [UInt8] = [], timeoutNano: Int64 = 0, metadata: [TTRPCKeyValue] = []) {
    self.service = service
    self.method = method
    self.payload = payload
    self.timeoutNano = timeoutNano
    self.metadata = metadata
  }

  internal static var protobufName: String { "ttrpc.Request" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.service = try reader.string()
      case 18: self.method = try reader.string()
      case 26: self.payload = try reader.byteString()
      case 32: self.timeoutNano = try reader.int64()
      case 42: self.metadata.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.service.isEmpty { size &+= 1 &+ ProtobufSize.string(self.service) }
    if !self.method.isEmpty { size &+= 1 &+ ProtobufSize.string(self.method) }
    if !self.payload.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.payload) }
    if self.timeoutNano != 0 { size &+= 1 &+ ProtobufSize.int64(self.timeoutNano) }
    for value in self.metadata { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.metadata.reversed() { writer.message(value); writer.tag(42) }
    if self.timeoutNano != 0 { writer.int64(self.timeoutNano); writer.tag(32) }
    if !self.payload.isEmpty { writer.byteString(self.payload); writer.tag(26) }
    if !self.method.isEmpty { writer.string(self.method); writer.tag(18) }
    if !self.service.isEmpty { writer.string(self.service); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("service", "service", into: &self.service)
    try json.scalar("method", "method", into: &self.method)
    try json.scalar("payload", "payload", into: &self.payload)
    try json.scalar("timeoutNano", "timeout_nano", into: &self.timeoutNano)
    try json.messages("metadata", "metadata", into: &self.metadata)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("service", self.service)
    try json.scalar("method", self.method)
    try json.scalar("payload", self.payload)
    try json.scalar("timeoutNano", self.timeoutNano)
    try json.messages("metadata", self.metadata)
  }
}

internal struct TTRPCKeyValue: ProtobufMessage {
  internal var key: String = ""
  internal var value: String = ""

  internal init() {}

  internal init(key: String = "", value: String = "") {
    self.key = key
    self.value = value
  }

  internal static var protobufName: String { "ttrpc.KeyValue" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.key = try reader.string()
      case 18: self.value = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.key.isEmpty { size &+= 1 &+ ProtobufSize.string(self.key) }
    if !self.value.isEmpty { size &+= 1 &+ ProtobufSize.string(self.value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if !self.value.isEmpty { writer.string(self.value); writer.tag(18) }
    if !self.key.isEmpty { writer.string(self.key); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("key", "key", into: &self.key)
    try json.scalar("value", "value", into: &self.value)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("key", self.key)
    try json.scalar("value", self.value)
  }
}

internal struct TTRPCResponse: ProtobufMessage {
  /// Unset means OK.
  internal var status: TTRPCStatus? = nil
  internal var payload: [UInt8] = []
  /// Extension: the frame encodings that the server can read. Stock clients skip it as an unknown field.
  internal var acceptCompression: [String] = []

  internal init() {}

  internal init(status: TTRPCStatus? = nil, payload: [UInt8] = [], acceptCompression: [String] = []) {
    self.status = status
    self.payload = payload
    self.acceptCompression = acceptCompression
  }

  internal static var protobufName: String { "ttrpc.Response" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.status)
      case 18: self.payload = try reader.byteString()
      case 802: self.acceptCompression.append(try reader.string())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if let value = self.status { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.payload.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.payload) }
    for value in self.acceptCompression { size &+= 2 &+ ProtobufSize.string(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.acceptCompression.reversed() { writer.string(value); writer.tag(802) }
    if !self.payload.isEmpty { writer.byteString(self.payload); writer.tag(18) }
    if let value = self.status { writer.message(value); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("status", "status", into: &self.status)
    try json.scalar("payload", "payload", into: &self.payload)
    try json.scalars("acceptCompression", "accept_compression", into: &self.acceptCompression)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("status", self.status)
    try json.scalar("payload", self.payload)
    try json.scalars("acceptCompression", self.acceptCompression)
  }
}

/// google.rpc.Status.
internal struct TTRPCStatus: ProtobufMessage {
  /// A gRPC status code.
  internal var code: Int32 = 0
  internal var message: String = ""
  internal var details: [TTRPCDetail] = []

  internal init() {}

  internal init(code: Int32 = 0, message: String = "", details: [TTRPCDetail] = []) {
    self.code = code
    self.message = message
    self.details = details
  }

  internal static var protobufName: String { "ttrpc.Status" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.code = try reader.int32()
      case 18: self.message = try reader.string()
      case 26: self.details.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if self.code != 0 { size &+= 1 &+ ProtobufSize.int32(self.code) }
    if !self.message.isEmpty { size &+= 1 &+ ProtobufSize.string(self.message) }
    for value in self.details { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.details.reversed() { writer.message(value); writer.tag(26) }
    if !self.message.isEmpty { writer.string(self.message); writer.tag(18) }
    if self.code != 0 { writer.int32(self.code); writer.tag(8) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("code", "code", into: &self.code)
    try json.scalar("message", "message", into: &self.message)
    try json.messages("details", "details", into: &self.details)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("code", self.code)
    try json.scalar("message", self.message)
    try json.messages("details", self.details)
  }
}

/// google.protobuf.Any.
internal struct TTRPCDetail: ProtobufMessage {
  /// "type.googleapis.com/google.rpc.ErrorInfo" for an ErrorInfo.
  internal var typeURL: String = ""
  internal var value: [UInt8] = []

  internal init() {}

  internal init(typeURL: String = "", value: [UInt8] = []) {
    self.typeURL = typeURL
    self.value = value
  }

  internal static var protobufName: String { "ttrpc.Detail" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.typeURL = try reader.string()
      case 18: self.value = try reader.byteString()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.typeURL.isEmpty { size &+= 1 &+ ProtobufSize.string(self.typeURL) }
    if !self.value.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if !self.value.isEmpty { writer.byteString(self.value); writer.tag(18) }
    if !self.typeURL.isEmpty { writer.string(self.typeURL); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("typeUrl", "type_url", into: &self.typeURL)
    try json.scalar("value", "value", into: &self.value)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("typeUrl", self.typeURL)
    try json.scalar("value", self.value)
  }
}

/// google.rpc.ErrorInfo: why a call failed, for programs.
internal struct TTRPCErrorInfo: ProtobufMessage {
  internal var reason: String = ""
  internal var domain: String = ""
  internal var metadata: [String: String] = [:]

  internal init() {}

  internal init(reason: String = "", domain: String = "", metadata: [String: String] = [:]) {
    self.reason = reason
    self.domain = domain
    self.metadata = metadata
  }

  internal static var protobufName: String { "ttrpc.ErrorInfo" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.reason = try reader.string()
      case 18: self.domain = try reader.string()
      case 26:
        try reader.mapEntry(
          into: &self.metadata, key: "", value: "",
          keyTag: 10, valueTag: 18,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout String) throws(ProtobufError) in value = try reader.string() })
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.reason.isEmpty { size &+= 1 &+ ProtobufSize.string(self.reason) }
    if !self.domain.isEmpty { size &+= 1 &+ ProtobufSize.string(self.domain) }
    for (key, value) in self.metadata {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.string(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for (key, value) in self.metadata.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
      writer.delimited { $0.string(value); $0.tag(18); $0.string(key); $0.tag(10) }
      writer.tag(26)
    }
    if !self.domain.isEmpty { writer.string(self.domain); writer.tag(18) }
    if !self.reason.isEmpty { writer.string(self.reason); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("reason", "reason", into: &self.reason)
    try json.scalar("domain", "domain", into: &self.domain)
    try json.map("metadata", "metadata", into: &self.metadata)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("reason", self.reason)
    try json.scalar("domain", self.domain)
    try json.map("metadata", self.metadata)
  }
}
