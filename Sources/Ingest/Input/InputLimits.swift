/// The bounds of what is read.
public struct InputLimits: Sendable {
  /// Of the text of one document, in bytes of UTF-8.
  public var documentSize = 64 << 20
  /// Of a file after decompression, in bytes.
  public var fileSize = 4 << 30

  public init() {}
}
