internal import Synchronization

/// How often what was asked for was kept.
public struct CacheCounts: Hashable, Sendable {
  public var hits: UInt64 = 0
  public var misses: UInt64 = 0

  static func + (first: Self, second: Self) -> Self {
    CacheCounts(hits: first.hits &+ second.hits, misses: first.misses &+ second.misses)
  }
}

/// What was read last, up to a number of bytes, for all threads.
///
/// The clock algorithm (F. J. Corbató, "A Paging Experiment with the Multics System", 1968): a hand goes round the places,
/// and what was not asked for since it came by last makes room. This keeps about what a list of least recent uses would
/// keep, and a hit costs one look into a table and a mark.
final class RecordCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Place {
    let key: Key
    let value: Value
    let size: Int
    var isAskedFor = false
  }

  private struct Clock {
    var numbers: [Key: Int] = [:]
    var places: [Place?] = []
    var free: [Int] = []
    var hand = 0
    var size = 0
    var counts = CacheCounts()

    mutating func value(of key: Key) -> Value? {
      guard let number = numbers[key] else {
        counts.misses &+= 1
        return nil
      }
      counts.hits &+= 1
      places[number]?.isAskedFor = true
      return places[number]?.value
    }

    mutating func insert(_ place: Place) {
      if let number = numbers[place.key] {
        size -= places[number]?.size ?? 0
        places[number] = place
      } else if let number = free.popLast() {
        numbers[place.key] = number
        places[number] = place
      } else {
        numbers[place.key] = places.count
        places.append(place)
      }
      size += place.size
    }

    /// Moves the hand on, past one place.
    mutating func tick() {
      if let place = places[hand] {
        if place.isAskedFor {
          places[hand]?.isAskedFor = false
        } else {
          numbers[place.key] = nil
          places[hand] = nil
          free.append(hand)
          size -= place.size
        }
      }
      hand = hand + 1 < places.count ? hand + 1 : 0
    }
  }

  private let capacity: Int
  private let clock = Mutex(Clock())

  /// - Parameter capacity: in bytes, as the sizes given to `insert` count them.
  init(capacity: Int) { self.capacity = capacity }

  var counts: CacheCounts { clock.withLock { $0.counts } }

  subscript(key: Key) -> Value? { clock.withLock { $0.value(of: key) } }

  /// A value that would take more than half of the room is not kept.
  func insert(_ value: Value, size: Int, for key: Key) {
    guard size >= 0, size <= capacity / 2 else { return }
    clock.withLock { clock in
      while clock.size > capacity - size { clock.tick() }
      clock.insert(Place(key: key, value: value, size: size))
    }
  }
}
