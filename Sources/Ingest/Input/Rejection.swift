/// An input that was not ingested, and why: nothing is dropped silently.
public struct Rejection: Error, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The file, with the line for JSON Lines: `a.jsonl:12`.
  public let input: String
  /// What is wrong and what to do.
  public let reason: String

  public init(_ input: String, _ reason: String) {
    self.input = input
    self.reason = reason
  }

  public var description: String { "\(input): \(reason)" }
}
