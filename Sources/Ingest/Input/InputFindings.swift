/// Something about an input that is in the snapshot, and that its reader should know.
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

/// What is to be said about the inputs, in a fixed order.
public struct InputFindings: Sendable, Codable {
  /// What is not in the snapshot, and why.
  public internal(set) var rejections: [Rejection] = []
  /// What is in the snapshot, and not quite as it was.
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
