/// How much metadata a request may carry.
public struct MetadataLimits: Hashable, Sendable {
  /// The most key–value pairs.
  public var entries: Int
  /// The most encoded bytes of all pairs together.
  public var bytes: Int

  public init(entries: Int = 64, bytes: Int = 16 << 10) {
    self.entries = entries
    self.bytes = bytes
  }
}
