private import CEntenteZlib

/// The CRC-32 of zlib, gzip and PNG (ISO 3309), continuing from `initial` with `bytes`.
public func crc32(_ bytes: RawSpan, initial: UInt32 = 0) -> UInt32 {
  // Sound: zlib reads inside the span while the closure runs.
  unsafe bytes.withUnsafeBytes { buffer in
    UInt32(truncatingIfNeeded: unsafe crc32_z(UInt(initial), buffer.baseAddress, buffer.count))
  }
}
