/// A run of bytes that never changes, and the memory that holds it: a mapped file or an array.
///
/// Slices share the memory and keep it alive.
///
/// ```swift
/// let file = try ByteRegion(mapping: "corpus.snapshot")
/// let footer = file.slice(file.count - 32, 32)
/// let magic = footer?.bytes.unsafeLoadUnaligned(as: UInt32.self)
/// ```
@safe public struct ByteRegion: @unchecked Sendable {
  // Sound: `base` points at `count` initialised bytes that `owner` keeps alive and that nobody writes.
  private let owner: AnyObject
  private let base: UnsafeRawPointer
  public let count: Int

  init(owner: AnyObject, base: UnsafeRawPointer, count: Int) {
    self.owner = owner
    unsafe self.base = base
    self.count = count
  }

  /// The bytes, read in place.
  public var bytes: RawSpan {
    @_lifetime(borrow self)
    @inlinable
    borrowing get {
      unsafe _overrideLifetime(RawSpan(_unsafeStart: start, byteCount: count), borrowing: self)
    }
  }

  @usableFromInline var start: UnsafeRawPointer { unsafe base }

  /// `length` bytes from `offset` on; nil when the region does not have them.
  public func slice(_ offset: Int, _ length: Int) -> ByteRegion? {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
    return unsafe ByteRegion(owner: owner, base: base + offset, count: length)
  }
}

extension ByteRegion {
  /// A copy of `bytes` in memory.
  public init(_ bytes: [UInt8]) {
    let storage = HeapBytes(bytes)
    unsafe self.init(owner: storage, base: storage.base, count: bytes.count)
  }
}

@safe private final class HeapBytes {
  let base: UnsafeRawPointer

  init(_ bytes: [UInt8]) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    unsafe buffer.copyBytes(from: bytes)
    unsafe base = UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped)
  }

  deinit { unsafe base.deallocate() }
}
