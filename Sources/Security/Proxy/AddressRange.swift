internal import NIOCore

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Addresses that begin with the same bits: `10.0.0.0/8`, or one alone: `::1`.
public struct AddressRange: Hashable, Sendable {
  private let bytes: [UInt8]
  private let bits: Int

  /// - Returns: nil for text that is no address, or has more bits than one.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let bytes = Self.bytes(String(parts[0])) else { return nil }
    let most = bytes.count * 8
    guard let bits = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(bits) else { return nil }
    self.bytes = bytes
    self.bits = bits
  }

  func contains(_ address: SocketAddress) -> Bool {
    guard let other = address.ipAddress.flatMap(Self.bytes), other.count == bytes.count else { return false }
    let (whole, rest) = (bits / 8, bits % 8)
    guard bytes[..<whole] == other[..<whole] else { return false }
    return rest == 0 || (bytes[whole] ^ other[whole]) >> (8 - rest) == 0
  }

  static func isAddress(_ text: String) -> Bool { bytes(text) != nil }

  /// 4 or 16 bytes. An IPv4 address in the form of IPv6, `::ffff:10.0.0.1`, is the IPv4 address.
  private static func bytes(_ text: String) -> [UInt8]? {
    var (four, six) = (in_addr(), in6_addr())
    // Sound: the text is a C string, and the address large enough, through the calls; then its bytes are copied.
    if unsafe inet_pton(AF_INET, text, &four) == 1 { return unsafe withUnsafeBytes(of: four) { unsafe Array($0) } }
    guard unsafe inet_pton(AF_INET6, text, &six) == 1 else { return nil }
    let bytes = unsafe withUnsafeBytes(of: six) { unsafe Array($0) }
    return bytes.starts(with: mappedPrefix) ? Array(bytes.dropFirst(mappedPrefix.count)) : bytes
  }

  private static let mappedPrefix = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
}
