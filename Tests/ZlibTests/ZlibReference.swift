import CEntenteZlib

/// What zlib makes of the blocks of a stream, between its header and its checksum.
///
/// - Parameter limit: of the content, in bytes.
/// - Returns: the content, and how many bytes the blocks take; nil if they are damaged, or hold more.
func zlibInflate(_ blocks: [UInt8], limit: Int, dictionary: [UInt8]) -> (content: [UInt8], end: Int)? {
  var state = unsafe z_stream()
  // Sound: zlib reads and writes inside the buffers while their closures run, and keeps no address of them.
  guard unsafe inflateInit2_(&state, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { unsafe inflateEnd(&state) }
  var status = Z_OK
  let content = unsafe [UInt8](unsafeUninitializedCapacity: limit + 1) { target, count in
    unsafe blocks.withUnsafeBufferPointer { source in
      unsafe dictionary.withUnsafeBufferPointer { history in
        if !history.isEmpty { unsafe inflateSetDictionary(&state, history.baseAddress, UInt32(history.count)) }
        unsafe state.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe state.avail_in = UInt32(source.count)
        unsafe state.next_out = target.baseAddress
        unsafe state.avail_out = UInt32(limit + 1)
        status = unsafe inflate(&state, Z_FINISH)
        count = unsafe limit + 1 - Int(state.avail_out)
      }
    }
  }
  guard status == Z_STREAM_END, content.count <= limit else { return nil }
  return (content, unsafe blocks.count - Int(state.avail_in))
}

/// The stream of some blocks: with the header of a dictionary unless it is empty, and the checksum of the content.
func zlibStream(_ blocks: ArraySlice<UInt8>, of content: [UInt8], dictionary: [UInt8]) -> [UInt8] {
  (dictionary.isEmpty ? [0x78, 0x9C] : [0x78, 0xBB] + zlibChecksum(dictionary)) + blocks + zlibChecksum(content)
}

/// The Adler-32 of some bytes, the highest byte first.
private func zlibChecksum(_ bytes: [UInt8]) -> [UInt8] {
  // Sound: zlib reads inside the buffer while the closure runs.
  let sum = unsafe bytes.withUnsafeBufferPointer { unsafe adler32(1, $0.baseAddress, UInt32($0.count)) }
  let initial: UInt = 1
  let checked = bytes.isEmpty ? initial : sum
  return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: checked >> UInt($0)) }
}
