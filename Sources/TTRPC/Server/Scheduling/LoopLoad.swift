internal import NIOCore
internal import Synchronization

/// How busy an event loop is, readable from other threads.
final class LoopLoad: Sendable {
  let connections = Atomic<Int>(0)
  let waitingCalls = Atomic<Int>(0)

  var total: Int { connections.load(ordering: .relaxed) + waitingCalls.load(ordering: .relaxed) }
}

/// The event loops of a server, each with its load and its scheduler.
final class LoopTable: Sendable {
  private struct Seat: Sendable {
    let eventLoop: any EventLoop
    let load: LoopLoad
    /// Made by the first connection, on the loop.
    let scheduler: NIOLoopBoundBox<LoopScheduler?>
  }

  private let group: any EventLoopGroup
  private let seats: [Seat]
  private let slice: TimeAmount
  private let busyPoll: TimeAmount

  init(_ group: any EventLoopGroup, slice: TimeAmount, busyPoll: TimeAmount) {
    self.group = group
    self.slice = slice
    self.busyPoll = busyPoll
    seats = group.makeIterator().map { loop in
      Seat(
        eventLoop: loop, load: LoopLoad(),
        scheduler: .makeEmptyBox(valueType: LoopScheduler.self, eventLoop: loop))
    }
  }

  var connectionsPerLoop: [Int] { seats.map { $0.load.connections.load(ordering: .relaxed) } }

  /// The scheduler of the loop that runs this.
  func scheduler(on eventLoop: any EventLoop) -> LoopScheduler {
    guard let seat = seats.first(where: { $0.eventLoop === eventLoop }) else {
      return LoopScheduler(eventLoop: eventLoop, load: LoopLoad(), slice: slice, busyPoll: busyPoll)
    }
    if let scheduler = seat.scheduler.value { return scheduler }
    let scheduler = LoopScheduler(eventLoop: eventLoop, load: seat.load, slice: slice, busyPoll: busyPoll)
    seat.scheduler.value = scheduler
    return scheduler
  }

  /// Counts a connection on its loop as long as it is open.
  func count(_ channel: any Channel) {
    guard let load = seats.first(where: { $0.eventLoop === channel.eventLoop })?.load else { return }
    load.connections.add(1, ordering: .relaxed)
    channel.closeFuture.whenComplete { _ in load.connections.subtract(1, ordering: .relaxed) }
  }

  /// Makes the group return its least busy loop next.
  ///
  /// A group hands out its loops in turn, so the ones before the least busy loop are taken and discarded. If another thread
  /// takes one in the meantime, a different loop comes next, which only makes the load less even.
  func turnToLeastBusy() {
    guard seats.count > 1, let least = seats.indices.min(by: { seats[$0].load.total < seats[$1].load.total }) else {
      return
    }
    let before = seats[(least + seats.count - 1) % seats.count].eventLoop
    for _ in seats where group.next() === before { return }
  }
}
