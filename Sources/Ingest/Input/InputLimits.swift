/// The limits on inputs.
public struct InputLimits: Sendable {
  /// The most bytes in the text of one document, in UTF-8.
  public var documentSize = 64 << 20
  /// The most bytes in a file after decompression.
  public var fileSize = 4 << 30

  /// Whether the limit of a document follows from the memory.
  private(set) var isByMemory = false

  public init() {}

  /// - Parameter size: that a document may have for the memory's sake.
  func bounded(byMemory size: Int) -> InputLimits {
    guard size < documentSize else { return self }
    var limits = self
    (limits.documentSize, limits.isByMemory) = (size, true)
    return limits
  }

  /// What is too large, and what to do.
  func excess(_ what: String) -> String {
    isByMemory
      ? "\(what) exceeds the document limit for this memory (\(documentSize)); split it or raise --memory"
      : "\(what) exceeds the document limit (\(documentSize)); split it"
  }
}
