/// Why a key or a signature cannot be used.
public enum SignatureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text does not hold the expected kind of key.
  case notAKey(String)
  /// The library could not sign.
  case failed

  public var description: String {
    switch self {
    case .notAKey(let wanted): "it does not hold \(wanted); entente snapshot keygen creates a pair"
    case .failed: "the snapshot could not be signed"
    }
  }
}
