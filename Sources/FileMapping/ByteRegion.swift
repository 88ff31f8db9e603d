/// An immutable run of bytes together with the memory that holds it: a mapped file or an array.
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
  @usableFromInline let base: UnsafeRawPointer
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
      unsafe _overrideLifetime(RawSpan(_unsafeStart: base, byteCount: count), borrowing: self)
    }
  }

  /// The byte at `offset`, which the caller has checked to be below `count`.
  @unsafe @inlinable @inline(__always)
  public func uncheckedByte(_ offset: Int) -> UInt8 { unsafe base.load(fromByteOffset: offset, as: UInt8.self) }

  /// The eight bytes from `offset` on, little-endian; the caller has checked that they are there.
  @unsafe @inlinable @inline(__always)
  public func uncheckedWord(_ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// `length` bytes from `offset`; nil if the region does not have them.
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
