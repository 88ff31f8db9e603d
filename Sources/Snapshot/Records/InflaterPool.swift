internal import EntenteZlib
internal import Synchronization

/// Inflaters that wait for their next block: a new one costs more than a small block.
final class InflaterPool: Sendable {
  private struct Idle: ~Copyable {
    var inflater: Inflater?
  }

  private let dictionary: BlockDictionary?
  // One is enough: it is taken only while a block inflates, and a thread that finds none makes its own.
  private let idle = Mutex(Idle(inflater: nil))

  /// - Parameter dictionary: that the blocks were made with.
  init(_ dictionary: BlockDictionary?) { self.dictionary = dictionary }

  /// The bytes of a block of known length.
  ///
  /// - Parameters:
  ///   - section: of the block, for the error.
  ///   - offset: of the block in its section.
  func inflate(
    _ block: RawSpan, exactly length: Int, section: String, offset: Int
  ) throws(SnapshotError) -> [UInt8] {
    let bytes = try dictionary?.bytes() ?? []
    do throws(ZlibError) {
      var inflater = try takeOrMake(bytes)
      let inflated = try inflater.decompress(block, exactly: length)
      giveBack(inflater)
      return inflated
    } catch {
      throw .block(section: section, offset: offset, error)
    }
  }

  private func takeOrMake(_ dictionary: [UInt8]) throws(ZlibError) -> Inflater {
    let taken = idle.withLock { idle in idle.inflater.take() }
    if let taken { return taken }
    return Inflater(dictionary: dictionary)
  }

  private func giveBack(_ inflater: consuming Inflater) {
    var given: Inflater? = inflater
    idle.withLock { idle in idle.inflater = given.take() }
  }
}
