internal import EntenteZlib
internal import Synchronization

/// Inflaters that wait for their next block: a new one costs more than a small block.
final class InflaterPool: Sendable {
  private struct Idle: ~Copyable {
    var inflater: Inflater?
  }

  private let dictionary: [UInt8]
  // One is enough: it is taken only while a block inflates, and a thread that finds none makes its own.
  private let idle = Mutex(Idle(inflater: nil))

  init(dictionary: [UInt8]) { self.dictionary = dictionary }

  /// The bytes of a stream of known length, as `Inflater.decompress` gives them.
  func decompress(_ input: RawSpan, exactly length: Int) throws(ZlibError) -> [UInt8] {
    var inflater = try takeOrMake()
    let bytes = try inflater.decompress(input, exactly: length)
    giveBack(inflater)
    return bytes
  }

  private func takeOrMake() throws(ZlibError) -> Inflater {
    let taken = idle.withLock { idle in idle.inflater.take() }
    if let taken { return taken }
    return try Inflater(dictionary: dictionary)
  }

  private func giveBack(_ inflater: consuming Inflater) {
    var given: Inflater? = inflater
    idle.withLock { idle in idle.inflater = given.take() }
  }
}
