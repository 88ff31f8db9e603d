// Generated from entente/v1/health.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public struct HealthCheckRequest: ProtobufMessage {

  public init() {}

  public static var protobufName: String { "entente.v1.HealthCheckRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    0
  }

  public func write(into writer: inout ProtobufWriter) {
  }

  public init(from decoder: any Swift.Decoder) throws {
    _ = try ProtobufJSONReader(decoder)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    _ = ProtobufJSONWriter(encoder)
  }
}

public struct HealthCheckResponse: ProtobufMessage {
  public var status: HealthCheckResponse.ServingStatus = HealthCheckResponse.ServingStatus(rawValue: 0)
  /// The snapshot being served.
  public var snapshotID: String = ""
  public var generation: UInt64 = 0
  /// When that snapshot was published; unset if its source does not say.
  public var published: ProtobufTimestamp? = nil
  /// When the process started.
  public var started: ProtobufTimestamp? = nil
  /// Calls answered since then, with any status.
  public var calls: UInt64 = 0
  /// Why the source's newest snapshot is not being served: damaged, older, not signed, unreachable. Empty when there is no
  /// problem.
  public var sourceProblem: String = ""

  public init() {}

  public init(status: HealthCheckResponse.ServingStatus = HealthCheckResponse.ServingStatus(rawValue: 0), snapshotID: String = "", generation: UInt64 = 0, published: ProtobufTimestamp? = nil, started: ProtobufTimestamp? = nil, calls: UInt64 = 0, sourceProblem: String = "") {
    self.status = status
    self.snapshotID = snapshotID
    self.generation = generation
    self.published = published
    self.started = started
    self.calls = calls
    self.sourceProblem = sourceProblem
  }

  public enum ServingStatus: ProtobufEnum {
    case unspecified
    case serving
    /// The replica is draining or has no snapshot.
    case notServing
    /// A number that the schema did not name when this was generated.
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .serving
      case 2: self = .notServing
      default: self = .unrecognized(rawValue)
      }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .serving: 1
      case .notServing: 2
      case .unrecognized(let rawValue): rawValue
      }
    }

    public var protobufName: String? {
      switch rawValue {
      case 0: "SERVING_STATUS_UNSPECIFIED"
      case 1: "SERVING_STATUS_SERVING"
      case 2: "SERVING_STATUS_NOT_SERVING"
      default: nil
      }
    }

    public init?(protobufName: String) {
      switch protobufName {
      case "SERVING_STATUS_UNSPECIFIED": self.init(rawValue: 0)
      case "SERVING_STATUS_SERVING": self.init(rawValue: 1)
      case "SERVING_STATUS_NOT_SERVING": self.init(rawValue: 2)
      default: return nil
      }
    }
  }

  public static var protobufName: String { "entente.v1.HealthCheckResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.status = try reader.enumeration()
      case 18: self.snapshotID = try reader.string()
      case 24: self.generation = try reader.uint64()
      case 34: try reader.message(into: &self.published)
      case 42: try reader.message(into: &self.started)
      case 48: self.calls = try reader.uint64()
      case 58: self.sourceProblem = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.status.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.status) }
    if !self.snapshotID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.snapshotID) }
    if self.generation != 0 { size &+= 1 &+ ProtobufSize.uint64(self.generation) }
    if let value = self.published { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.started { size &+= 1 &+ ProtobufSize.message(value) }
    if self.calls != 0 { size &+= 1 &+ ProtobufSize.uint64(self.calls) }
    if !self.sourceProblem.isEmpty { size &+= 1 &+ ProtobufSize.string(self.sourceProblem) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.sourceProblem.isEmpty { writer.string(self.sourceProblem); writer.tag(58) }
    if self.calls != 0 { writer.uint64(self.calls); writer.tag(48) }
    if let value = self.started { writer.message(value); writer.tag(42) }
    if let value = self.published { writer.message(value); writer.tag(34) }
    if self.generation != 0 { writer.uint64(self.generation); writer.tag(24) }
    if !self.snapshotID.isEmpty { writer.string(self.snapshotID); writer.tag(18) }
    if self.status.rawValue != 0 { writer.enumeration(self.status); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("status", "status", into: &self.status)
    try json.scalar("snapshotId", "snapshot_id", into: &self.snapshotID)
    try json.scalar("generation", "generation", into: &self.generation)
    try json.message("published", "published", into: &self.published)
    try json.message("started", "started", into: &self.started)
    try json.scalar("calls", "calls", into: &self.calls)
    try json.scalar("sourceProblem", "source_problem", into: &self.sourceProblem)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("status", self.status)
    try json.scalar("snapshotId", self.snapshotID)
    try json.scalar("generation", self.generation)
    try json.message("published", self.published)
    try json.message("started", self.started)
    try json.scalar("calls", self.calls)
    try json.scalar("sourceProblem", self.sourceProblem)
  }
}
