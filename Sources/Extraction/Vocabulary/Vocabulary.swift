/// The folded words of the lexicon and their numbers: an open-addressing hash table over one arena of bytes.
struct Vocabulary: Sendable {
  /// A place of the table; number 0 is free.
  private struct Slot: Sendable {
    /// The other half of the hash, so that most other words are told without reading the arena.
    var tag: UInt32 = 0
    var number: UInt32 = 0
  }

  private var arena: [UInt8] = []
  /// Where each word begins in the arena, by its number; the first is the unknown word's, and empty.
  private var starts: [UInt32] = [0, 0]
  /// A power of two, at most half full.
  private var slots = [Slot](repeating: Slot(), count: 1024)
  /// Set once all words are known.
  private var filter: HashFilter?

  /// Numbers given so far, the unknown word's included.
  var count: Int { starts.count - 1 }

  /// The number of a folded word; unknown when no entry uses it.
  @inline(__always)
  func word(_ folded: borrowing FoldedWord) -> WordID {
    let hash = folded.hash
    if let filter, !filter.mayHold(hash) { return .unknown }
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.number == 0 { return .unknown }
      if slot.tag == UInt32(truncatingIfNeeded: hash >> 32), holds(slot.number, folded) {
        return WordID(rawValue: slot.number)
      }
      place = (place &+ 1) & mask
    }
  }

  @inline(__always)
  private func holds(_ number: UInt32, _ folded: borrowing FoldedWord) -> Bool {
    let start = Int(starts[Int(number)])
    guard Int(starts[Int(number) + 1]) - start == folded.count else { return false }
    for index in 0..<folded.count where arena[start + index] != folded[index] { return false }
    return true
  }

  /// The number of a folded word, given now if it has none.
  mutating func insert(_ folded: borrowing FoldedWord) -> WordID {
    filter = nil
    guard !folded.isTooLong, folded.count > 0 else { return .unknown }
    let known = word(folded)
    if known != .unknown { return known }
    let number = UInt32(count)
    for index in 0..<folded.count { arena.append(folded[index]) }
    starts.append(UInt32(arena.count))
    place(number, hash: folded.hash)
    if count * 2 > slots.count { grow() }
    return WordID(rawValue: number)
  }

  /// Says that no word will be added, so that unknown ones are told fast.
  mutating func seal() { filter = HashFilter((1..<count).map { folded(UInt32($0)).hash }) }

  private func folded(_ number: UInt32) -> FoldedWord {
    var folded = FoldedWord()
    for byte in arena[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])] { folded.append(byte) }
    return folded
  }

  private mutating func place(_ number: UInt32, hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place].number != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Slot(tag: UInt32(truncatingIfNeeded: hash >> 32), number: number)
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for number in 1..<UInt32(count) { place(number, hash: folded(number).hash) }
  }
}

/// The word at hand without case and diacritics, with a hash that grows with it.
struct FoldedWord: ~Copyable {
  /// A longer word is unknown to any lexicon.
  static let limit = 64

  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  private var mixed: UInt64 = 0
  /// Of the whole word, also beyond the limit.
  private(set) var length = 0

  /// The bytes that are kept.
  @inline(__always)
  var count: Int { length < Self.limit ? length : Self.limit }

  var isTooLong: Bool { length > Self.limit }

  @inline(__always)
  subscript(index: Int) -> UInt8 { bytes[index] }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if length < Self.limit { bytes[length] = byte }
    length &+= 1
    mixed = (mixed &<< 5 | mixed &>> 59) ^ UInt64(byte)
  }

  var text: String {
    String(decoding: (0..<count).map { bytes[$0] }, as: UTF8.self)
  }

  @inline(__always)
  mutating func removeAll() { (length, mixed) = (0, 0) }

  /// Five bits a letter tell short words apart; the product spreads them over all bits.
  @inline(__always)
  var hash: UInt64 {
    let product = (mixed ^ UInt64(truncatingIfNeeded: length) &<< 57) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product &>> 32)
  }

  /// Up to eight bytes from `start` as one number; 0 for more or none.
  func packed(from start: Int = 0) -> UInt64 {
    guard start < count, length - start <= 8 else { return 0 }
    var number: UInt64 = 0
    for index in start..<length { number = number << 8 | UInt64(bytes[index]) }
    return number
  }

  /// The same of a word that is written folded.
  static func packed(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
}
