internal import EntenteTextAnalysis

/// The word at hand without case and diacritics, eight bytes to a number: the first byte lowest, zeros at the end.
struct FoldedWord: ~Copyable {
  /// A longer word is unknown to any lexicon.
  static let limit = 64

  private var full = InlineArray<8, UInt64>(repeating: 0)
  /// The bytes after those of ``full``.
  private var open: UInt64 = 0
  private var mixed: UInt64 = 0
  /// Of the whole word in bytes, also beyond the limit.
  private(set) var length = 0

  init() {}

  /// - Parameter written: folded already.
  init(_ written: String) {
    for byte in written.utf8 { append(byte) }
  }

  var isTooLong: Bool { length > Self.limit }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    open |= UInt64(byte) &<< (UInt64(truncatingIfNeeded: length) &* 8)
    length &+= 1
    if length & 7 == 0 { close(at: length) }
  }

  /// Appends eight bytes or fewer, of which the first is the lowest; the others are zero.
  @inline(__always)
  mutating func append(_ bytes: UInt64, count: Int) {
    let held = length & 7
    open |= bytes &<< (UInt64(truncatingIfNeeded: held) &* 8)
    length &+= count
    guard held &+ count >= 8 else { return }
    close(at: length &- (length & 7))
    // What the word that is full had no room for.
    if held > 0 { open = bytes &>> (UInt64(truncatingIfNeeded: 8 &- held) &* 8) }
  }

  /// Appends what a token's bytes fold to: no diacritics, no marks of numbers and acronyms, no apostrophe at the end.
  mutating func append(folding bytes: borrowing Span<UInt8>, in range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let eight = bytes.eightBytes(offset, upTo: range.upperBound)
      let count = ASCII.letterPrefix(eight)
      if count > 0 {
        append((eight | 0x2020_2020_2020_2020) & ASCII.mask(count), count: count)
        offset += count
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(bytes, at: offset)
      let letter = FoldedLetters.latin[scalar]
      switch letter.kind {
      case .letter where letter.first != 0:
        append(letter.first)
        if letter.second != 0 { append(letter.second) }
        if letter.third != 0 { append(letter.third) }
      case .letter, .ideograph, .digit: for index in offset..<offset + length { append(bytes[index]) }
      case .apostrophe where offset + length < range.upperBound: append(0x27)
      default: break
      }
      offset += length
    }
  }

  /// - Parameter end: a multiple of eight, up to which the word is full.
  private mutating func close(at end: Int) {
    if end <= Self.limit { full[end / 8 - 1] = open }
    mixed = Self.mixed(mixed, open)
    open = 0
  }

  @inline(__always)
  mutating func removeAll() { (length, open, mixed) = (0, 0, 0) }

  /// How many numbers hold it.
  @inline(__always)
  var count: Int { (length &+ 7) / 8 }

  /// One of the numbers, of a word that is not too long.
  @inline(__always)
  subscript(index: Int) -> UInt64 { index == length / 8 ? open : full[index] }

  @inline(__always)
  var hash: UInt64 {
    let hash = Self.mixed(mixed, open)
    return hash ^ (hash &>> 32)
  }

  /// The hash of a word of fifteen bytes or fewer: its first eight, and the others.
  @inline(__always)
  static func hash(_ first: UInt64, _ second: UInt64, count: Int) -> UInt64 {
    let hash = count < 8 ? mixed(0, first) : mixed(mixed(0, first), second)
    return hash ^ (hash &>> 32)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product &>> 29)
  }

  private func byte(_ index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: self[index / 8] >> UInt64(index % 8 * 8))
  }

  /// The bytes from `start` on as one number, where they are eight or fewer; 0 otherwise.
  func packed(from start: Int = 0) -> UInt64 {
    guard start < length, length - start <= 8, !isTooLong else { return 0 }
    return (start..<length).reversed().reduce(0) { $0 << 8 | UInt64(byte($1)) }
  }

  var text: String {
    String(decoding: (0..<min(length, Self.limit)).map { byte($0) }, as: UTF8.self)
  }
}
