/// A remark about an input that was ingested, but not exactly as it was.
public struct InputRemark: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The file, with the line for JSON Lines: `a.jsonl:12`.
  public let input: String
  public let remark: String

  init(_ input: String, _ remark: String) {
    self.input = input
    self.remark = remark
  }

  public var description: String { "\(input): \(remark)" }
}

/// The rejections and remarks about the inputs, in a fixed order.
public struct InputFindings: Sendable, Codable {
  /// The inputs that were not ingested, and why.
  public internal(set) var rejections: [Rejection] = []
  /// Remarks on inputs that were ingested.
  public internal(set) var remarks: [InputRemark] = []

  public init() {}

  private enum CodingKeys: String, CodingKey {
    case rejections = "rejected"
    case remarks
  }

  static func += (findings: inout InputFindings, more: InputFindings) {
    findings.rejections += more.rejections
    findings.remarks += more.remarks
  }
}
