/// An append-only run of bytes, in memory up to a limit, then transparently in a temporary file.
///
/// ```swift
/// var spool = ByteSpool(limit: 64 << 20, file: SpillFile(folder: "."))
/// let offset = try spool.append([1, 2, 3])
/// let bytes = try spool.read(offset, 3)
/// ```
public struct ByteSpool: Sendable {
  private enum Piece {
    case memory([UInt8])
    case file(offset: Int)
  }

  /// The size of a piece in bytes, which is also a good size for reads.
  public static let pieceSize = 1 << 20

  private let limit: Int
  private let file: SpillFile
  /// Closed pieces, and where each begins.
  private var pieces: [Piece] = []
  private var starts: [Int] = []
  private var held = 0
  /// The open piece.
  private var tail: [UInt8] = []

  public private(set) var count = 0

  /// - Parameters:
  ///   - limit: the most bytes in memory, apart from a 1 MiB piece that is being filled.
  ///   - file: receives what exceeds the limit.
  public init(limit: Int, file: SpillFile) {
    self.limit = limit
    self.file = file
  }

  /// Creates a spool that holds `bytes`, and anything appended, in memory.
  public init(_ bytes: [UInt8]) throws(SpillError) {
    self.init(limit: .max, file: SpillFile(folder: "."))
    try append(bytes)
  }

  /// - Returns: where the bytes begin.
  @discardableResult
  public mutating func append(_ bytes: [UInt8]) throws(SpillError) -> Int {
    let offset = count
    if !tail.isEmpty, tail.count + bytes.count > Self.pieceSize { try closeTail() }
    if tail.isEmpty, bytes.count >= Self.pieceSize / 2 {
      tail = bytes
    } else {
      if tail.isEmpty { tail.reserveCapacity(Self.pieceSize) }
      tail += bytes
    }
    count += bytes.count
    if tail.count >= Self.pieceSize { try closeTail() }
    return offset
  }

  /// `length` bytes from `offset`; fewer if the spool ends before that.
  public func read(_ offset: Int, _ length: Int) throws(SpillError) -> [UInt8] {
    let end = min(offset + length, count)
    guard offset >= 0, offset < end else { return [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - offset)
    var position = offset
    var piece = piece(at: offset)
    while position < end {
      let start = piece < starts.count ? starts[piece] : count - tail.count
      let pieceEnd = piece + 1 < starts.count ? starts[piece + 1] : piece < starts.count ? count - tail.count : count
      let range = position - start..<min(end, pieceEnd) - start
      if piece == pieces.count {
        bytes += tail[range]
      } else {
        switch pieces[piece] {
        case .memory(let held): bytes += held[range]
        case .file(let base): bytes += try file.read(base + range.lowerBound, range.count)
        }
      }
      position += range.count
      piece += 1
    }
    return bytes
  }

  /// The piece that holds `offset`; the number of closed pieces for the open one.
  private func piece(at offset: Int) -> Int {
    guard offset < count - tail.count else { return pieces.count }
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private mutating func closeTail() throws(SpillError) {
    let piece = tail
    tail = []
    if piece.count > limit - held {
      pieces.append(.file(offset: try file.append(piece)))
    } else {
      pieces.append(.memory(piece))
      held += piece.count
    }
    starts.append(count - piece.count)
  }
}
