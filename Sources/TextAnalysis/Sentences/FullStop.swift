/// A full stop with a space and no lower-case letter after it: the end of a sentence, or of an abbreviation inside one.
struct FullStop: ~Escapable {
  private let text: Span<UInt8>
  /// The start of the sentence.
  private let start: Int
  private let stop: Int
  /// What follows it, after the spaces.
  private let next: Int
  /// The start of the word before it.
  private let first: Int

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, start: Int, stop: Int, next: Int) {
    self.text = text
    self.start = start
    self.stop = stop
    self.next = next
    var first = stop
    while first > start, stop - first <= Self.longest, text[first - 1] >= 0x80 || ASCII.isLetter(text[first - 1]) {
      // A word ends at a typographic apostrophe, U+2019: "l’Adm. Vesk".
      if text[first - 1] == 0x99, first - start >= 3, text[first - 2] == 0x80, text[first - 3] == 0xE2 { break }
      first -= 1
    }
    self.first = first
  }

  /// Longer words are no abbreviations. In bytes.
  private static let longest = 12

  /// Whether the sentence continues.
  func isInside(_ words: SentenceWords) -> Bool {
    if isListNumber { return true }
    guard first < stop, stop - first <= Self.longest else { return false }
    let word = Self.folded(text, first..<stop)
    if words.open.contains(word) || words.numbered.contains(word) && isNumber { return true }
    guard isWord else { return false }
    if words.titles.contains(word) { return isCapital(first) || word.count > 2 && isCapital(next) }
    guard isCapital(first) else { return false }
    return word.count == 1
      ? isInitial(words) : word.count == 2 && !isCapital(first + 1) && word.allSatisfy(Self.isConsonant)
  }

  /// `1.`, `3.2.`, `IV.` or `b.`, and nothing before it.
  private var isListNumber: Bool {
    guard stop > start, stop - start <= 8 else { return false }
    var digits = 0
    var letters = 0
    for index in start..<stop {
      let byte = text[index]
      if ASCII.isDigit(byte) {
        digits += 1
      } else if ASCII.isLetter(byte) {
        letters += 1
      } else if byte != UInt8(ascii: "."), !ASCII.isSpace(byte) {
        return false
      }
    }
    if letters == 0 { return digits > 0 && digits <= 4 }
    return digits == 0 && (letters == 1 || isRoman(first..<stop) && letters == stop - first)
  }

  /// Whether the capital before the stop belongs to the name that follows: not in "le plan B. Il", nor in "O.T.A.N. Le".
  private func isInitial(_ words: SentenceWords) -> Bool {
    let isInAcronym =
      first >= start + 4 && text[first - 1] == UInt8(ascii: ".") && text[first - 3] == UInt8(ascii: ".")
    let following = Self.folded(text, next..<endOfWord(next))
    // After an acronym a particle begins a sentence like any other stop word: nobody is called "O.T.A.N. Le Goff".
    return !words.stops.contains(following) || !isInAcronym && words.particles.contains(following)
  }

  /// Whether a word follows.
  private var isWord: Bool {
    switch ScalarClass(UTF8Scalar.decode(text, at: next).scalar) {
    case .letter, .ideograph: true
    default: false
    }
  }

  /// Whether a number follows, in Arabic or Roman figures.
  private var isNumber: Bool { ASCII.isDigit(text[next]) || isRoman(next..<endOfWord(next)) }

  private func isRoman(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 6 else { return false }
    for index in range {
      switch text[index] {
      case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"): continue
      default: return false
      }
    }
    return true
  }

  private func isCapital(_ index: Int) -> Bool {
    FoldedLetters.latin[UTF8Scalar.decode(text, at: index).scalar].isUpper
  }

  /// The end of the word at `index`, looking no further than the longest word of the lexicon.
  private func endOfWord(_ index: Int) -> Int {
    var end = index
    while end < text.count, end - index <= Self.longest {
      let (scalar, length) = UTF8Scalar.decode(text, at: end)
      guard ScalarClass(scalar).isInWord else { break }
      end += length
    }
    return end
  }

  private static func isConsonant(_ byte: UInt8) -> Bool { !"aeiouy".utf8.contains(byte) }

  private static func folded(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var folded: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      index += length
      if ScalarClass(scalar).isInWord, let scalar = Unicode.Scalar(scalar) { Folding.append(scalar, to: &folded) }
    }
    return folded
  }
}
