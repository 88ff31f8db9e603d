/// Why the bytes of an index are not one: damage, or a forgery.
public struct IndexError: Error, Hashable, Sendable, CustomStringConvertible {
  public let section: String
  /// In the section, in bytes.
  public let offset: Int
  public let reason: String

  public init(section: String, offset: Int, _ reason: String) {
    self.section = section
    self.offset = offset
    self.reason = reason
  }

  public var description: String { "the index section \(section) is damaged at byte \(offset): \(reason)" }
}
