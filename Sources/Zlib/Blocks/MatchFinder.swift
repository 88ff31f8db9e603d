/// Bytes that stood before, to be copied from there.
struct Match {
  /// The length in bytes, at most 258; below 3 if there is no match.
  var length: Int
  /// How far back, at most 32 KiB.
  var distance: Int
}

/// Which places of the bytes so far begin alike.
///
/// Places whose next five bytes have the same hash form a chain, the latest first; of three bytes only the latest place
/// is known. In French text a chain of five is a fourth as long as one of three, and misses little.
struct MatchTables: Sendable {
  static let window = 32 << 10
  private static let bits: UInt64 = 15

  /// The latest place by the hash of five bytes; 0 for none, so the very first place is never found.
  private(set) var heads = [UInt32](repeating: 0, count: 1 << bits)
  /// Likewise of three bytes.
  private(set) var shortHeads = [UInt32](repeating: 0, count: 1 << bits)
  /// By place modulo the window: how far before it the next one of its chain is; what is past the window ends it.
  private(set) var steps = [UInt16](repeating: .max, count: window)

  /// Has the places of `bytes` that do not depend on what follows them.
  init(_ bytes: [UInt8]) {
    let padded = bytes + MatchFinder.slack
    var finder = finder(unsafe padded.span.bytes, next: 1)
    finder.advance(to: bytes.count - 4)
  }

  /// A finder that continues from the place `next`, the first that is not in the tables.
  ///
  /// - Parameter bytes: with `MatchFinder.slack` after them.
  @_lifetime(copy bytes, &self)
  mutating func finder(_ bytes: RawSpan, next: Int) -> MatchFinder {
    MatchFinder(
      bytes: bytes, heads: heads.mutableSpan, shortHeads: shortHeads.mutableSpan, steps: steps.mutableSpan, next: next)
  }

  /// Becomes the same as `other`, without taking memory.
  mutating func reset(to other: MatchTables) {
    Self.copy(other.heads.span, to: heads.mutableSpan)
    Self.copy(other.shortHeads.span, to: shortHeads.mutableSpan)
    Self.copy(other.steps.span, to: steps.mutableSpan)
  }

  private static func copy<Element>(_ source: Span<Element>, to target: consuming MutableSpan<Element>) {
    var target = target
    for index in source.indices { target[index] = source[index] }
  }

  @inline(__always)
  fileprivate static func slot(_ word: UInt64, bytes: UInt64) -> Int {
    Int(truncatingIfNeeded: ((word &<< (64 &- bytes &* 8)) &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- bits))
  }

  @inline(__always)
  fileprivate static func slot(ofFive word: UInt64) -> Int { slot(word, bytes: 5) }

  @inline(__always)
  fileprivate static func slot(ofThree word: UInt64) -> Int { slot(word, bytes: 3) }
}

/// Finds matches in bytes, from place to place.
struct MatchFinder: ~Copyable, ~Escapable {
  /// What must follow the bytes, because they are loaded by eight.
  static let slack = [UInt8](repeating: 0, count: 8)
  static let maximumLength = 258
  /// Longer matches are good enough.
  private static let niceLength = 128
  /// A match of three bytes that is farther away takes more bits than they do.
  private static let maximumShortDistance = 4096

  private let bytes: RawSpan
  private var heads: MutableSpan<UInt32>
  private var shortHeads: MutableSpan<UInt32>
  private var steps: MutableSpan<UInt16>
  /// The first place that is not in the tables.
  private var next: Int

  @_lifetime(copy bytes, copy heads, copy shortHeads, copy steps)
  fileprivate init(
    bytes: RawSpan, heads: consuming MutableSpan<UInt32>, shortHeads: consuming MutableSpan<UInt32>,
    steps: consuming MutableSpan<UInt16>, next: Int
  ) {
    self.bytes = bytes
    self.heads = heads
    self.shortHeads = shortHeads
    self.steps = steps
    self.next = next
  }

  /// Takes the places before `place` into the tables.
  @inline(__always) @_lifetime(self: copy self)
  mutating func advance(to place: Int) {
    while next < place {
      let word = bytes.word(next)
      _ = link(next, MatchTables.slot(ofFive: word), MatchTables.slot(ofThree: word))
      next &+= 1
    }
  }

  /// Takes a place into the tables.
  ///
  /// - Returns: the latest places before it that begin with the same five and three bytes; 0 for none.
  @inline(__always) @_lifetime(self: copy self)
  private mutating func link(_ place: Int, _ slot: Int, _ shortSlot: Int) -> (Int, Int) {
    let (latest, shortLatest) = (Int(heads[slot]), Int(shortHeads[shortSlot]))
    steps[place & (MatchTables.window &- 1)] = UInt16(truncatingIfNeeded: min(place &- latest, Int(UInt16.max)))
    heads[slot] = UInt32(truncatingIfNeeded: place)
    shortHeads[shortSlot] = UInt32(truncatingIfNeeded: place)
    return (latest, shortLatest)
  }

  /// The longest match at `place`, and takes the places up to it into the tables.
  ///
  /// - Parameters:
  ///   - end: of the bytes.
  ///   - length: shorter matches and those as long are left out.
  ///   - tries: how many places are compared.
  /// - Returns: a match of `length` if there is none.
  @inline(__always) @_lifetime(self: copy self)
  mutating func longestMatch(at place: Int, end: Int, over length: Int, tries: Int) -> Match {
    advance(to: place)
    let word = bytes.word(place)
    let (latest, shortLatest) = link(place, MatchTables.slot(ofFive: word), MatchTables.slot(ofThree: word))
    next = place &+ 1
    var match = Match(length: length, distance: 0)
    let longest = min(end &- place, Self.maximumLength)
    guard longest > 4 else { return match }
    if length < 3, shortLatest > 0, place &- shortLatest <= Self.maximumShortDistance,
      (bytes.word(shortLatest) ^ word) & 0xFF_FFFF == 0
    {
      match = Match(length: 3, distance: place &- shortLatest)
    }
    guard match.length < longest else { return match }
    let first = max(place &- MatchTables.window, 1)
    let nice = min(longest, Self.niceLength)
    var candidate = latest
    var left = tries
    // Most candidates fail where a longer match would have to continue.
    var tail = max(match.length &- 3, 0)
    var tailBytes = bytes.half(place &+ tail)
    while candidate >= first, left > 0 {
      left &-= 1
      if bytes.half(candidate &+ tail) == tailBytes {
        let found = commonLength(candidate, place, longest)
        if found > match.length {
          match = Match(length: found, distance: place &- candidate)
          if found >= nice { break }
          tail = max(found &- 3, 0)
          tailBytes = bytes.half(place &+ tail)
        }
      }
      candidate &-= Int(steps[candidate & (MatchTables.window &- 1)])
    }
    return match
  }

  /// How many bytes are the same from two places on.
  @inline(__always)
  private func commonLength(_ left: Int, _ right: Int, _ limit: Int) -> Int {
    var length = 0
    while length < limit {
      let difference = bytes.word(left &+ length) ^ bytes.word(right &+ length)
      if difference != 0 { return min(length &+ difference.trailingZeroBitCount &>> 3, limit) }
      length &+= 8
    }
    return limit
  }
}

extension RawSpan {
  /// Eight bytes from `offset` on, little-endian.
  @inline(__always)
  fileprivate func word(_ offset: Int) -> UInt64 {
    // Sound: any bytes are an integer, and the span checks the offset.
    unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Four bytes.
  @inline(__always)
  fileprivate func half(_ offset: Int) -> UInt32 {
    // Sound: as above.
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }
}
