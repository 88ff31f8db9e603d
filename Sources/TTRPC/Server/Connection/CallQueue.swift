internal import NIOCore

/// A unary call whose method is found, ready to be answered.
struct ReadyCall: Sendable {
  let streamID: UInt32
  let method: Method
  let payload: ByteBuffer
  var context: CallContext
  let arrival: NIODeadline
  /// When the caller stops waiting, on the event loop's clock.
  let deadline: NIODeadline?
}

/// The calls of one connection that wait for their turn, in the order in which they came.
struct CallQueue: Sendable {
  enum Item: Sendable {
    case call(ReadyCall)
    /// A frame that is inflated when its turn comes, so that its inflated content takes no memory before.
    case compressed(streamID: UInt32, ByteBuffer, arrival: NIODeadline)
  }

  /// The place of a call; empty once the call has left it.
  private struct Place: Sendable {
    let streamID: UInt32
    var item: Item?
  }

  /// What a call takes beside its payload, in bytes, about.
  static let overhead = 256

  private var places = Queue<Place>()
  private(set) var count = 0
  /// How many bytes the calls take.
  private(set) var bytes = 0
  private var earliestDeadline: NIODeadline?

  var isEmpty: Bool { count == 0 }

  mutating func append(_ item: Item) {
    places.append(Place(streamID: item.streamID, item: item))
    count += 1
    bytes += item.size
    if let deadline = item.deadline { earliestDeadline = min(deadline, earliestDeadline ?? deadline) }
  }

  mutating func popFirst() -> Item? {
    while let place = places.popFirst() {
      guard let item = place.item else { continue }
      note(left: item)
      return item
    }
    return nil
  }

  /// Takes out the calls whose deadlines have passed.
  mutating func takeExpired(now: NIODeadline) -> [ReadyCall] {
    guard let earliest = earliestDeadline, earliest <= now else { return [] }
    var expired: [ReadyCall] = []
    earliestDeadline = nil
    for index in 0..<places.count {
      guard let deadline = places[index]?.item?.deadline else { continue }
      if deadline > now {
        earliestDeadline = min(deadline, earliestDeadline ?? deadline)
      } else if case .call(let call)? = leave(index) {
        expired.append(call)
      }
    }
    return expired
  }

  /// Takes out the call of a stream that was given up. Streams stand in ascending order.
  mutating func cancel(_ streamID: UInt32) -> Item? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if let place = places[middle], place.streamID < streamID { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, places[low]?.streamID == streamID else { return nil }
    return leave(low)
  }

  private mutating func leave(_ index: Int) -> Item? {
    guard let item = places[index]?.item else { return nil }
    places[index]?.item = nil
    note(left: item)
    return item
  }

  private mutating func note(left item: Item) {
    count -= 1
    bytes -= item.size
  }
}

extension CallQueue.Item {
  var streamID: UInt32 {
    switch self {
    case .call(let call): call.streamID
    case .compressed(let streamID, _, _): streamID
    }
  }

  var arrival: NIODeadline {
    switch self {
    case .call(let call): call.arrival
    case .compressed(_, _, let arrival): arrival
    }
  }

  fileprivate var deadline: NIODeadline? {
    if case .call(let call) = self { call.deadline } else { nil }
  }

  fileprivate var size: Int {
    switch self {
    case .call(let call): call.payload.readableBytes + CallQueue.overhead
    case .compressed(_, let payload, _): payload.readableBytes + CallQueue.overhead
    }
  }
}
