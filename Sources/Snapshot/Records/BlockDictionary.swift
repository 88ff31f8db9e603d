internal import EntenteFileMapping
internal import EntenteZlib
internal import Synchronization

// dictionary := length u32 | RFC 1950 stream, which inflates to so many bytes                       at most 32 KiB

/// What the compressor of record blocks takes as seen before: inflated when the first block is read.
final class BlockDictionary: Sendable {
  /// The window of deflate, in bytes: more could not be used.
  static let maximumSize = 32 << 10
  private static let headSize = 4

  private let section: String
  private let region: ByteRegion
  private let inflated = Mutex<[UInt8]?>(nil)

  init(_ section: String, _ region: ByteRegion) {
    self.section = section
    self.region = region
  }

  func bytes() throws(SnapshotError) -> [UInt8] {
    if let bytes = inflated.withLock({ $0 }) { return bytes }
    let bytes = try inflate()
    inflated.withLock { $0 = bytes }
    return bytes
  }

  private func inflate() throws(SnapshotError) -> [UInt8] {
    guard let length = region.uint32(0), length <= Self.maximumSize,
      let stream = region.slice(Self.headSize, region.count - Self.headSize)
    else { throw .layout(section: section, offset: 0, "it is not a dictionary of at most 32 KiB") }
    do throws(ZlibError) {
      var inflater = Inflater()
      return try inflater.decompress(stream.bytes, exactly: Int(length))
    } catch {
      throw .block(section: section, offset: Self.headSize, error)
    }
  }

  /// The section of a dictionary.
  static func encode(_ dictionary: [UInt8]) throws(ZlibError) -> [UInt8] {
    let dictionary = Array(dictionary.suffix(maximumSize))
    var bytes = littleEndian(UInt32(clamping: dictionary.count))
    var deflater = BlockDeflater()
    try deflater.compress(unsafe dictionary.span.bytes, into: &bytes)
    return bytes
  }
}
