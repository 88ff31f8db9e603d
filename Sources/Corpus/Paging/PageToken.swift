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
