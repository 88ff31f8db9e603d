internal import ProtobufCoding
internal import TTRPC

// token := hexadecimal( snapshot u64 | request u64 | offset u64 )
// The first two are hashes: of the snapshot's id, and of the request without its paging fields.

/// Where the next page begins, bound to the snapshot and to the request: opaque to clients.
struct PageToken: Hashable {
  let snapshot: UInt64
  let request: UInt64
  let offset: UInt64

  var text: String {
    [snapshot, request, offset].map { value in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  init(snapshot: UInt64, request: UInt64, offset: UInt64) {
    self.snapshot = snapshot
    self.request = request
    self.offset = offset
  }

  init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 48 else { return nil }
    func number(_ start: Int) -> UInt64? {
      UInt64(String(decoding: digits[start..<start + 16], as: UTF8.self), radix: 16)
    }
    guard let snapshot = number(0), let request = number(16), let offset = number(32) else { return nil }
    self.init(snapshot: snapshot, request: request, offset: offset)
  }
}

/// A page of a list: what a request asks for, and the token of the page after it.
struct Page {
  private static let maximumSize = 200
  /// Deeper pages cost more than they are worth: narrow the request instead.
  private static let maximumOffset: UInt64 = 1_000_000

  let offset: Int
  let size: Int
  private let snapshot: UInt64
  private let request: UInt64

  /// - Parameters:
  ///   - request: without its paging fields.
  ///   - defaultSize: where the request names none.
  /// - Throws: INVALID_ARGUMENT for a token that is none or belongs to another request, FAILED_PRECONDITION for one of
  ///   another snapshot.
  init(
    size: UInt32, token: String, of request: some ProtobufMessage, snapshotID: String, defaultSize: Int = 20
  ) throws(RPCError) {
    self.size = size == 0 ? defaultSize : min(Int(size), Self.maximumSize)
    snapshot = fnv1a(snapshotID.utf8)
    self.request = fnv1a(request.protobufBytes())
    guard !token.isEmpty else {
      offset = 0
      return
    }
    guard let token = PageToken(token), token.offset <= Self.maximumOffset else {
      throw RPCError(.invalidArgument, "the page token is not one that this service gave")
    }
    guard token.snapshot == snapshot else {
      throw RPCError(
        .failedPrecondition, "the page token belongs to another snapshot; begin again without a page token")
    }
    guard token.request == self.request else {
      throw RPCError(.invalidArgument, "the page token belongs to another request; repeat the request that gave it")
    }
    offset = Int(token.offset)
  }

  /// The elements of the page.
  func cut<Element>(_ all: [Element]) -> ArraySlice<Element> { all.dropFirst(offset).prefix(size) }

  /// Empty on the last page.
  func nextToken(total: Int) -> String {
    let next = offset + size
    return next < total ? PageToken(snapshot: snapshot, request: request, offset: UInt64(next)).text : ""
  }
}

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
private func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
