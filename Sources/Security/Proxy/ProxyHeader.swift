internal import NIOCore

// What a proxy sends before the bytes of its client (haproxy.org, proxy-protocol.txt, section 2.2), big-endian:
//
//     header     = signature(12 bytes) command(1 byte) family(1 byte) length(u16) body(length bytes)
//     command    = 0x20 LOCAL: the proxy itself calls, as for a health check   /  0x21 PROXY: for a client
//     family     = 0x11 TCP over IPv4   /  0x21 TCP over IPv6   /  others, which say nothing of use here
//     body       = source(4 or 16 bytes) destination(4 or 16 bytes) source-port(u16) destination-port(u16) *extension
//
// Extensions are passed over.

/// The head of a connection in version 2 of the PROXY protocol.
struct ProxyHeader: Hashable, Sendable {
  /// Where the client calls from; nil where the proxy calls for itself, or for one without an IP address.
  let source: SocketAddress?

  enum Failure: Error, Hashable, Sendable {
    /// The connection begins with something else.
    case notThere
    case unknownVersion
    /// Longer than anything that proxies send.
    case tooLong
    /// Shorter than its addresses.
    case tooShort
  }

  static let signature: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A]
  private static let fixedSize = 16
  private static let longestBody = 4_096

  /// Takes the header from the front of `bytes`.
  ///
  /// - Returns: nil while it is not whole.
  init?(from bytes: inout ByteBuffer) throws(Failure) {
    let head = bytes.readableBytesView.prefix(Self.signature.count)
    guard head.elementsEqual(Self.signature.prefix(head.count)) else { throw .notThere }
    let start = bytes.readerIndex
    guard
      let command = bytes.getInteger(at: start + 12, as: UInt8.self),
      let family = bytes.getInteger(at: start + 13, as: UInt8.self),
      let length = bytes.getInteger(at: start + 14, as: UInt16.self)
    else { return nil }
    guard command == 0x20 || command == 0x21 else { throw .unknownVersion }
    guard length <= Self.longestBody else { throw .tooLong }
    guard bytes.readableBytes >= Self.fixedSize + Int(length) else { return nil }
    bytes.moveReaderIndex(forwardBy: Self.fixedSize)
    guard var body = bytes.readSlice(length: Int(length)) else { return nil }
    source = command == 0x20 ? nil : try Self.source(in: &body, family: family)
  }

  private static func source(in body: inout ByteBuffer, family: UInt8) throws(Failure) -> SocketAddress? {
    let size: Int
    switch family {
    case 0x11: size = 4
    case 0x21: size = 16
    default: return nil
    }
    guard
      let address = body.readSlice(length: size), body.readSlice(length: size) != nil,
      let port = body.readInteger(as: UInt16.self), body.readInteger(as: UInt16.self) != nil
    else { throw .tooShort }
    return try? SocketAddress(packedIPAddress: address, port: Int(port))
  }
}
