// stream := block*                                       RFC 1951, bits from the lowest of each byte
// block  := isLast u1 | type u2 | stored, or symbols of fixed codes, or codes and symbols

/// The tables of a block's codes; kept from block to block for their memory.
struct DecodingTables {
  fileprivate(set) var literals = DecodingTable(.literals)
  fileprivate(set) var distances = DecodingTable(.distances)
  private var codeLengths = DecodingTable(.codeLengths)
  private var lengths = [UInt8](repeating: 0, count: 320)
  private var areFixed = false

  /// RFC 1951, 3.2.6.
  fileprivate mutating func setFixed() {
    guard !areFixed else { return }
    let lengths =
      [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
      + [UInt8](repeating: 8, count: 8)
    areFixed = literals.set(lengths[...]) && distances.set([UInt8](repeating: 5, count: 32)[...])
  }

  /// Reads the codes of a block: RFC 1951, 3.2.7.
  @unsafe fileprivate mutating func read(_ decoder: inout BlockDecoder) throws(ZlibError) {
    areFixed = false
    let literalCount = 257 + Int(try unsafe decoder.bits(5))
    let distanceCount = 1 + Int(try unsafe decoder.bits(5))
    let lengthCount = 4 + Int(try unsafe decoder.bits(4))
    guard literalCount <= DeflateSymbols.literalCount, distanceCount <= DeflateSymbols.distanceCount else {
      throw .corrupt
    }
    for index in 0..<19 { lengths[index] = 0 }
    for index in 0..<lengthCount { lengths[CodeLengths.order[index]] = UInt8(try unsafe decoder.bits(3)) }
    guard codeLengths.set(lengths[..<19]) else { throw .corrupt }
    let count = literalCount + distanceCount
    var next = 0
    while next < count {
      let symbol = Int(try unsafe decoder.symbol(codeLengths) >> 16)
      if symbol < 16 {
        lengths[next] = UInt8(symbol)
        next += 1
        continue
      }
      guard symbol > 16 || next > 0 else { throw .corrupt }
      let value = symbol == 16 ? lengths[next - 1] : 0
      let times =
        switch symbol {
        case 16: 3 + Int(try unsafe decoder.bits(2))
        case 17: 3 + Int(try unsafe decoder.bits(3))
        default: 11 + Int(try unsafe decoder.bits(7))
        }
      guard times <= count - next else { throw .corrupt }
      for index in next..<next + times { lengths[index] = value }
      next += times
    }
    // A block without an end is none.
    guard lengths[DeflateSymbols.endOfBlock] > 0, literals.set(lengths[..<literalCount]),
      distances.set(lengths[literalCount..<count])
    else { throw .corrupt }
  }
}

/// Decodes the blocks of a stream whose content has a known length.
///
/// Where at least 16 bytes of the stream and 280 of the room are left, symbols are decoded without looking at either end.
@unsafe struct BlockDecoder {
  private static let inputSlack = 16
  private static let outputSlack = 280

  private let source: UnsafeRawBufferPointer
  private let target: UnsafeMutableRawBufferPointer
  /// What stands before the content: the preset dictionary, at most 32 KiB.
  private let dictionary: UnsafeRawBufferPointer
  /// The next byte of the stream.
  private var next: Int
  /// How much content there is.
  private(set) var made = 0
  // Bits that were taken from the stream and not used; those above the count are 0.
  private var reservoir: UInt64 = 0
  private var count = 0

  /// - Parameters:
  ///   - source: the stream; it begins at `start`.
  ///   - target: room for the content, uninitialised.
  init(
    _ source: UnsafeRawBufferPointer, from start: Int, into target: UnsafeMutableRawBufferPointer,
    dictionary: UnsafeRawBufferPointer
  ) {
    unsafe (self.source, self.target, self.dictionary) = (source, target, dictionary)
    unsafe next = start
  }

  /// Decodes all blocks.
  ///
  /// - Returns: where the stream ends.
  mutating func decode(_ tables: inout DecodingTables) throws(ZlibError) -> Int {
    var isLast = false
    while !isLast {
      isLast = try unsafe bits(1) == 1
      switch try unsafe bits(2) {
      case 0: try unsafe copyStored()
      case 1:
        tables.setFixed()
        try unsafe decodeSymbols(tables)
      case 2:
        try unsafe tables.read(&self)
        try unsafe decodeSymbols(tables)
      default: throw .corrupt
      }
    }
    return unsafe next - count / 8
  }

  // Bits

  /// Takes as many whole bytes from the stream as there is room for.
  private mutating func refill() {
    while unsafe count <= 56, unsafe next < source.count {
      unsafe reservoir |= UInt64(source[next]) &<< UInt64(count)
      unsafe next += 1
      unsafe count += 8
    }
  }

  /// The next bits as a number.
  fileprivate mutating func bits(_ width: Int) throws(ZlibError) -> UInt64 {
    unsafe refill()
    guard unsafe count >= width else { throw .truncated }
    let value = unsafe reservoir & (1 &<< UInt64(width) &- 1)
    unsafe reservoir &>>= UInt64(width)
    unsafe count -= width
    return value
  }

  /// The entry of the next symbol; only its code is consumed.
  fileprivate mutating func symbol(_ table: DecodingTable) throws(ZlibError) -> UInt32 {
    unsafe refill()
    var entry = unsafe table.entries[Int(truncatingIfNeeded: reservoir & (1 &<< UInt64(table.rootBits) &- 1))]
    if entry & DecodingTable.Kind.subtable != 0 {
      let rest = unsafe reservoir &>> UInt64(table.rootBits)
      entry = table.entries[Int(entry >> 16) + Int(truncatingIfNeeded: rest & (1 &<< UInt64(entry & 63) &- 1))]
    }
    guard entry & DecodingTable.Kind.invalid == 0 else { throw .corrupt }
    let length = Int(entry >> 8 & 15)
    guard unsafe length <= count else { throw .truncated }
    unsafe reservoir &>>= UInt64(length)
    unsafe count -= length
    return entry
  }

  /// The value of an entry with the further bits.
  private mutating func value(_ entry: UInt32) throws(ZlibError) -> Int {
    try unsafe Int(entry >> 16) + Int(bits(Int(entry & 63) - Int(entry >> 8 & 15)))
  }

  // Blocks

  private mutating func copyStored() throws(ZlibError) {
    // The rest of the byte is skipped, and what was taken of whole bytes is given back.
    unsafe next -= count / 8
    unsafe (reservoir, count) = (0, 0)
    guard unsafe source.count - next >= 4 else { throw .truncated }
    let length = unsafe Int(source[next]) | Int(source[next + 1]) << 8
    guard unsafe length ^ 0xFFFF == Int(source[next + 2]) | Int(source[next + 3]) << 8 else { throw .corrupt }
    unsafe next += 4
    guard unsafe length <= source.count - next else { throw .truncated }
    guard unsafe length <= target.count - made else { throw unsafe .tooLong(limit: target.count) }
    if length > 0 {
      // Sound: both ranges were checked.
      unsafe UnsafeMutableRawBufferPointer(rebasing: target[made..<made + length]).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: source[next..<next + length]))
    }
    unsafe next += length
    unsafe made += length
  }

  private mutating func decodeSymbols(_ tables: DecodingTables) throws(ZlibError) {
    while true {
      if unsafe source.count - next >= Self.inputSlack, unsafe target.count - made >= Self.outputSlack {
        if try unsafe decodeQuickly(tables) { return }
      }
      let entry = try unsafe symbol(tables.literals)
      if entry & DecodingTable.Kind.literal != 0 {
        guard unsafe made < target.count else { throw unsafe .tooLong(limit: target.count) }
        unsafe target[made] = UInt8(truncatingIfNeeded: entry >> 16)
        unsafe made += 1
      } else if entry & DecodingTable.Kind.endOfBlock != 0 {
        return
      } else {
        let length = try unsafe value(entry)
        let distance = try unsafe value(symbol(tables.distances))
        guard unsafe distance <= made + dictionary.count else { throw .corrupt }
        guard unsafe length <= target.count - made else { throw unsafe .tooLong(limit: target.count) }
        unsafe copy(length, distance)
      }
    }
  }

  /// Copies a match whose place and room were checked.
  private mutating func copy(_ length: Int, _ distance: Int) {
    var place = unsafe made - distance
    for index in unsafe made..<made + length {
      unsafe target[index] = place < 0 ? dictionary[dictionary.count + place] : target[place]
      place += 1
    }
    unsafe made += length
  }

  /// Decodes symbols while there is slack at both ends.
  ///
  /// - Returns: whether the block ended.
  private mutating func decodeQuickly(_ tables: DecodingTables) throws(ZlibError) -> Bool {
    // Sound: an index into a table has the bits of its root, or is within a subtable, which `set` laid out within the table.
    try unsafe tables.literals.entries.withUnsafeBufferPointer { literals throws(ZlibError) in
      try unsafe tables.distances.entries.withUnsafeBufferPointer { distances throws(ZlibError) in
        try unsafe decodeQuickly(
          literals, tables.literals.rootBits, distances, tables.distances.rootBits)
      }
    }
  }

  private mutating func decodeQuickly(
    _ literals: UnsafeBufferPointer<UInt32>, _ literalBits: Int, _ distances: UnsafeBufferPointer<UInt32>,
    _ distanceBits: Int
  ) throws(ZlibError) -> Bool {
    guard let literals = literals.baseAddress, let distances = distances.baseAddress,
      let source = unsafe source.baseAddress, let target = unsafe target.baseAddress
    else { return false }
    let literalMask = 1 &<< UInt64(literalBits) &- 1
    let distanceMask = 1 &<< UInt64(distanceBits) &- 1
    let lastInput = unsafe self.source.count &- Self.inputSlack
    let lastOutput = unsafe self.target.count &- Self.outputSlack
    var (reservoir, count) = unsafe (self.reservoir, self.count)
    var (next, made) = unsafe (self.next, self.made)
    defer {
      // Whole bytes above the count stay in the stream.
      unsafe (self.reservoir, self.count) = (reservoir & (1 &<< UInt64(count) &- 1), count)
      unsafe (self.next, self.made) = (next, made)
    }

    @inline(__always) func refill() {
      // Sound: at most two refills, each of up to 7 bytes, follow a check that 16 are left.
      unsafe reservoir |=
        UInt64(littleEndian: source.loadUnaligned(fromByteOffset: next, as: UInt64.self)) &<< UInt64(count)
      next &+= (63 &- count) &>> 3
      count |= 56
    }
    @inline(__always) func look(_ table: UnsafePointer<UInt32>, _ mask: UInt64, _ bits: Int) -> UInt32 {
      let entry = unsafe table[Int(truncatingIfNeeded: reservoir & mask)]
      if entry & DecodingTable.Kind.subtable == 0 { return entry }
      let rest = reservoir &>> UInt64(bits)
      return unsafe table[
        Int(entry &>> 16) &+ Int(truncatingIfNeeded: rest & (1 &<< UInt64(entry & 63) &- 1))]
    }
    @inline(__always) func consume(_ entry: UInt32) {
      reservoir &>>= UInt64(entry & 63)
      count &-= Int(entry & 63)
    }
    /// The value of an entry that was consumed, with its further bits.
    @inline(__always) func value(_ entry: UInt32, _ before: UInt64) -> Int {
      let length = UInt64(entry &>> 8 & 15)
      let extra = (before & (1 &<< UInt64(entry & 63) &- 1)) &>> length
      return Int(entry &>> 16) &+ Int(truncatingIfNeeded: extra)
    }

    while next <= lastInput, made <= lastOutput {
      refill()
      var entry = unsafe look(literals, literalMask, literalBits)
      // Two literals take 30 bits at the most, a length after them 20.
      if entry & DecodingTable.Kind.literal != 0 {
        consume(entry)
        unsafe target.storeBytes(of: UInt8(truncatingIfNeeded: entry &>> 16), toByteOffset: made, as: UInt8.self)
        made &+= 1
        entry = unsafe look(literals, literalMask, literalBits)
        if entry & DecodingTable.Kind.literal != 0 {
          consume(entry)
          unsafe target.storeBytes(of: UInt8(truncatingIfNeeded: entry &>> 16), toByteOffset: made, as: UInt8.self)
          made &+= 1
          entry = unsafe look(literals, literalMask, literalBits)
          if entry & DecodingTable.Kind.literal != 0 {
            consume(entry)
            unsafe target.storeBytes(of: UInt8(truncatingIfNeeded: entry &>> 16), toByteOffset: made, as: UInt8.self)
            made &+= 1
            continue
          }
        }
      }
      if entry & (DecodingTable.Kind.endOfBlock | DecodingTable.Kind.invalid) != 0 {
        guard entry & DecodingTable.Kind.invalid == 0 else { throw .corrupt }
        consume(entry)
        return true
      }
      var before = reservoir
      consume(entry)
      let length = value(entry, before)
      refill()
      entry = unsafe look(distances, distanceMask, distanceBits)
      guard entry & DecodingTable.Kind.invalid == 0 else { throw .corrupt }
      before = reservoir
      consume(entry)
      let distance = value(entry, before)
      if distance <= made {
        let end = made &+ length
        if distance >= 8 {
          // Sound: up to 7 bytes more are written than the match has, which the slack holds.
          repeat {
            unsafe target.storeBytes(
              of: target.loadUnaligned(fromByteOffset: made &- distance, as: UInt64.self), toByteOffset: made,
              as: UInt64.self)
            made &+= 8
          } while made < end
          made = end
        } else {
          while made < end {
            unsafe target.storeBytes(
              of: target.load(fromByteOffset: made &- distance, as: UInt8.self), toByteOffset: made, as: UInt8.self)
            made &+= 1
          }
        }
      } else {
        guard unsafe distance <= made &+ dictionary.count else { throw .corrupt }
        unsafe self.made = made
        unsafe copyFromDictionary(length, distance)
        made = unsafe self.made
      }
    }
    return false
  }

  /// Copies a match that begins in the dictionary, whose place and room were checked.
  private mutating func copyFromDictionary(_ length: Int, _ distance: Int) {
    let before = unsafe min(distance - made, length)
    let start = unsafe dictionary.count - (distance - made)
    // Sound: both ranges were checked by the caller.
    unsafe UnsafeMutableRawBufferPointer(rebasing: target[made..<made + before]).copyMemory(
      from: UnsafeRawBufferPointer(rebasing: dictionary[start..<start + before]))
    unsafe made += before
    if before < length { unsafe copy(length - before, distance) }
  }
}
