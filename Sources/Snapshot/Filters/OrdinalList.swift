/// Ascending ordinals in few bytes. The grammar is that of FilterBuilder.swift.
enum OrdinalList {
  static func encode(_ ordinals: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    var next: UInt32 = 0
    for ordinal in ordinals {
      var rest = ordinal &- next
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
      next = ordinal &+ 1
    }
    return bytes
  }
}
