/// Why bytes cannot be decoded as a message.
public struct ProtobufError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The bytes end inside a field.
    case truncated
    /// A varint of more than ten bytes, or of more than 64 bits.
    case overlongVarint
    /// A length that exceeds the remaining bytes or the range of a signed 32-bit integer.
    case lengthOutOfBounds
    /// A tag with field number 0, or of more than 32 bits.
    case invalidTag
    /// Wire type 6 or 7, which protobuf does not use.
    case invalidWireType
    /// An end-of-group tag without a matching start.
    case unmatchedGroupEnd
    /// A string that is not UTF-8.
    case invalidUTF8
    /// Messages and groups nested more than `ProtobufReader.maximumDepth` deep.
    case nestedTooDeep
  }

  public let reason: Reason
  /// The offset at which decoding stopped, from the start of the outermost message.
  public let offset: Int

  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension ProtobufError: CustomStringConvertible {
  public var description: String { "\(reason.text) at byte \(offset) of the message" }
}

extension ProtobufError.Reason {
  fileprivate var text: String {
    switch self {
    case .truncated: "the field is truncated"
    case .overlongVarint: "the varint is too long"
    case .lengthOutOfBounds: "the length runs past the end"
    case .invalidTag: "the tag is not valid"
    case .invalidWireType: "unknown wire type"
    case .unmatchedGroupEnd: "a group ends without a start"
    case .invalidUTF8: "the string is not UTF-8"
    case .nestedTooDeep: "messages are nested too deep"
    }
  }
}
