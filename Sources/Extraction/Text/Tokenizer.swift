internal import EntenteTextAnalysis

/// Cuts UTF-8 into tokens; the rules stand at ``TextToken``. One pass, no allocation per token.
struct Tokenizer: ~Copyable {
  private let vocabulary: Vocabulary
  private let folding = FoldedLetters.latin
  private var folded = FoldedWord()

  /// Particles that lose their vowel before a vowel, folded, without the apostrophe.
  private static let elidable = LanguageProfile.french.elidedWords.map { FoldedWord($0).packed() }
  private let elidable = Self.elidable

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Appends the tokens of `bytes[range]` to `tokens`. The range should not cut a word.
  mutating func tokenize(_ bytes: borrowing Span<UInt8>, in range: Range<Int>, into tokens: inout [TextToken]) {
    var offset = range.lowerBound
    var afterSpace = true
    var afterHyphen = false
    var marks = QuotationMarks()
    while offset < range.upperBound {
      if bytes[offset] == 0x20 {
        afterSpace = true
        offset += 1
        continue
      }
      if var token = Self.shortWord(bytes, from: offset, to: range.upperBound, vocabulary, elidable)
        ?? Self.longWord(bytes, from: offset, to: range.upperBound, vocabulary, folding)
      {
        if afterSpace { token.flags.insert(.afterSpace) }
        if afterHyphen { token.flags.insert(.afterHyphen) }
        tokens.append(token)
        offset += Int(token.length)
        let joint = Self.joiner(bytes, at: offset, to: range.upperBound, folding)
        (afterSpace, afterHyphen) = (false, joint > 0)
        offset += joint
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(bytes, at: offset)
      switch folding[scalar].kind {
      case .space, .lineBreak:
        afterSpace = true
        offset += length
        continue
      case .ignorable, .mark:
        offset += length
        continue
      case .letter, .digit, .ideograph:
        var token = word(bytes, from: offset, to: range.upperBound)
        if afterSpace { token.flags.insert(.afterSpace) }
        if afterHyphen { token.flags.insert(.afterHyphen) }
        tokens.append(token)
        offset += Int(token.length)
        let joint = Self.joiner(bytes, at: offset, to: range.upperBound, folding)
        (afterSpace, afterHyphen) = (false, joint > 0)
        offset += joint
        continue
      case .apostrophe, .hyphen, .punctuation:
        let twice = Self.twice(scalar)
        let isTwice =
          twice != 0 && offset + length < range.upperBound
          && UTF8Scalar.decode(bytes, at: offset + length).scalar == scalar
        let width = isTwice ? length * 2 : length
        let leadsWord =
          QuotationMarks.isDirected(scalar) && self.leadsWord(bytes, at: offset + width, to: range.upperBound)
        tokens.append(
          TextToken(
            start: UInt32(truncatingIfNeeded: offset), length: UInt32(truncatingIfNeeded: width), word: .unknown,
            value: isTwice
              ? twice : marks.read(scalar, afterSpace: afterSpace, leadsWord: leadsWord) ?? Self.normalised(scalar),
            kind: .punctuation, flags: afterSpace ? .afterSpace : []))
        (afterSpace, afterHyphen) = (false, false)
        offset += width
      }
    }
  }

  /// Length of a hyphen at `offset` that joins the token before to a letter or digit after; 0 when there is none.
  @inline(__always)
  private static func joiner(
    _ bytes: borrowing Span<UInt8>, at offset: Int, to limit: Int, _ folding: FoldedLetters
  ) -> Int {
    // A hyphen, or the first byte of one.
    guard offset < limit, bytes[offset] == 0x2D || bytes[offset] >= 0x80 else { return 0 }
    return hyphen(bytes, at: offset, to: limit, folding)
  }

  private static func hyphen(
    _ bytes: borrowing Span<UInt8>, at offset: Int, to limit: Int, _ folding: FoldedLetters
  ) -> Int {
    let (scalar, length) = UTF8Scalar.decode(bytes, at: offset)
    let isDash = scalar == 0x2013 || scalar == 0x2014
    guard folding[scalar].kind == .hyphen || isDash, offset + length < limit else { return 0 }
    switch folding[UTF8Scalar.decode(bytes, at: offset + length).scalar].kind {
    case .letter, .digit, .ideograph: return length
    default: return 0
    }
  }

  private func leadsWord(_ bytes: borrowing Span<UInt8>, at offset: Int, to limit: Int) -> Bool {
    guard offset < limit else { return false }
    switch folding[UTF8Scalar.decode(bytes, at: offset).scalar].kind {
    case .letter, .ideograph, .digit: return true
    default: return false
    }
  }

  private func isLetter(_ bytes: borrowing Span<UInt8>, at offset: Int) -> Bool {
    switch folding[UTF8Scalar.decode(bytes, at: offset).scalar].kind {
    case .letter, .ideograph: true
    default: false
    }
  }

  /// Takes letters of ASCII, eight bytes at a time, and says where they end.
  @inline(__always)
  private mutating func letterRun(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, upper: inout Int
  ) -> Int {
    let cases: UInt64 = 0x2020_2020_2020_2020
    var offset = start
    while true {
      let eight = bytes.eightBytes(offset, upTo: end)
      let count = ASCII.letterPrefix(eight)
      let letters = eight & ASCII.mask(count)
      let capitals = ~letters & cases & ASCII.mask(count)
      if capitals != 0 { upper &+= capitals.nonzeroBitCount }
      folded.append(letters | cases & ASCII.mask(count), count: count)
      offset &+= count
      if count < 8 { return offset }
    }
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a byte ends a run of letters for sure: no letter of another kind, digit, apostrophe, nor the full stop of an
  /// acronym.
  @inline(__always)
  private static func endsWord(_ byte: UInt8, letters: Int) -> Bool {
    letters > 0 && byte < 0x80 && byte &- 0x30 > 9 && byte != 0x27 && (byte != 0x2E || letters > 1)
  }

  /// The token of a word of one to seven letters of ASCII, with its apostrophe where it is elided, as most words are; nil for
  /// anything else. No loop, and nothing written to memory.
  @inline(__always)
  private static func shortWord(
    _ bytes: borrowing Span<UInt8>, from start: Int, to limit: Int, _ vocabulary: Vocabulary, _ elidable: [UInt64]
  ) -> TextToken? {
    let eight = bytes.eightBytes(start, upTo: limit)
    let count = ASCII.letterPrefix(eight)
    guard count > 0, count < 8 else { return nil }
    let rest = eight &>> UInt64(truncatingIfNeeded: count &* 8)
    let mask = ASCII.mask(count)
    let upperCase: UInt64 = 0x2020_2020_2020_2020 & mask
    let word = eight & mask | upperCase
    var length = count
    var flags: TextToken.Flags = .latin
    // Past the end of the text are zeros, which end a word.
    if !endsWord(UInt8(truncatingIfNeeded: rest), letters: count) {
      let apostrophe = rest & 0xFF == 0x27 ? 1 : rest & 0xFF_FFFF == 0x99_80E2 ? 3 : 0
      guard apostrophe > 0, elidable.contains(word) else { return nil }
      length &+= apostrophe
      flags.insert(.elided)
    }
    let capitals = ~eight & upperCase
    if capitals & 0xFF != 0 { flags.insert(.capitalised) }
    if count > 1, capitals == upperCase { flags.insert(.allCaps) }
    return TextToken(
      start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: length),
      word: vocabulary.word(word, 0, count: count), value: 0, kind: .word, flags: flags)
  }

  /// The token of a word of one to fifteen letters of ASCII or of the supplement of Latin; nil for anything else. One loop,
  /// and nothing written to memory.
  private static func longWord(
    _ bytes: borrowing Span<UInt8>, from start: Int, to limit: Int, _ vocabulary: Vocabulary, _ folding: FoldedLetters
  ) -> TextToken? {
    var (first, second): (UInt64, UInt64) = (0, 0)
    var (letters, upper) = (0, 0)
    var flags: TextToken.Flags = .latin
    var offset = start
    while true {
      let eight = bytes.eightBytes(offset, upTo: limit)
      var count = ASCII.letterPrefix(eight)
      var run = eight
      if count > 0 {
        let upperCase: UInt64 = 0x2020_2020_2020_2020 & ASCII.mask(count)
        let capitals = ~eight & upperCase
        if letters == 0, capitals & 0xFF != 0 { flags.insert(.capitalised) }
        upper &+= capitals.nonzeroBitCount
        run = eight & ASCII.mask(count) | upperCase
        offset &+= count
      } else if eight & 0xC0FF == 0x80C3 {
        // `é` has one letter, `æ` has two.
        let letter = folding[0xC0 | UInt32(truncatingIfNeeded: eight &>> 8) & 0x3F]
        guard letter.first != 0, letter.second == 0 else { return nil }
        if letters == 0, letter.isUpper { flags.insert(.capitalised) }
        if letter.isUpper { upper &+= 1 }
        flags.insert(.accented)
        (run, count) = (UInt64(letter.first), 1)
        offset &+= 2
      } else if endsWord(UInt8(truncatingIfNeeded: eight), letters: letters) {
        break
      } else {
        return nil
      }
      guard letters &+ count < 16 else { return nil }
      let shift = UInt64(truncatingIfNeeded: letters & 7) &* 8
      if letters < 8 {
        first |= run &<< shift
        if letters &+ count > 8 { second = run &>> (64 &- shift) }
      } else {
        second |= run &<< shift
      }
      letters &+= count
    }
    if letters > 1, upper == letters { flags.insert(.allCaps) }
    return TextToken(
      start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: offset &- start),
      word: vocabulary.word(first, second, count: letters), value: 0, kind: .word, flags: flags)
  }

  /// The token of the word or number that begins at `start`: where it ends, flags, value, and what the vocabulary calls it.
  private mutating func word(_ bytes: borrowing Span<UInt8>, from start: Int, to limit: Int) -> TextToken {
    folded.removeAll()
    var flags: TextToken.Flags = []
    var (letters, upper, digits, dots) = (0, 0, 0, 0)
    var firstIsUpper = false
    var firstIsDigit = false
    var value: UInt64 = 0
    // Most words are letters of ASCII alone.
    var offset = letterRun(bytes, from: start, to: limit, upper: &upper)
    letters = offset - start
    if letters > 0 { (flags, firstIsUpper) = (.latin, bytes[start] < 0x61) }
    let isWhole = offset == limit || Self.endsWord(bytes[offset], letters: letters)
    var end = limit
    var number: WordBounds.Number?
    scan: while !isWhole, offset < end {
      if letters > 0, Self.isLetter(bytes[offset]) {
        let next = letterRun(bytes, from: offset, to: end, upper: &upper)
        letters &+= next &- offset
        offset = next
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(bytes, at: offset)
      let letter = folding[scalar]
      switch letter.kind {
      case .letter, .ideograph:
        if letter.first != 0 {
          if letters == 0 { flags.insert(.latin) }
          folded.append(letter.first)
          if letter.second != 0 { folded.append(letter.second) }
          if letter.third != 0 { folded.append(letter.third) }
          if letter.isUpper {
            upper &+= 1
            if letters == 0, digits == 0 { firstIsUpper = true }
          }
          if letter.isAccented { flags.insert(.accented) }
        } else {
          for index in offset..<offset + length { folded.append(bytes[index]) }
        }
        letters &+= 1
      case .digit:
        if letters == 0, digits == 0 { firstIsDigit = true }
        folded.append(UInt8(truncatingIfNeeded: scalar))
        digits &+= 1
        if letters == 0, dots == 0, value <= UInt64(UInt32.max) { value = value * 10 + UInt64(scalar - 0x30) }
      case .mark: flags.insert(.accented)
      case .ignorable: break
      case .space, .punctuation, .apostrophe:
        if letters == 0, digits > 0 {
          // The marks of a number: `12 500,75`.
          if number == nil, digits == offset - start {
            number = WordBounds.number(bytes, start, offset, limit: end)
            end = number?.end ?? offset
          }
          guard let number, offset < end else { break scan }
          if number.decimalMark == offset { dots = 1 }
        } else if letter.kind == .apostrophe {
          if folded.length == offset - start, elidable.contains(folded.packed()) {
            flags.insert(.elided)
            offset += length
            break scan
          }
          guard letters > 0, offset + length < end, isLetter(bytes, at: offset + length) else { break scan }
          folded.append(0x27)
        } else if dots == 0 {
          guard let stop = WordBounds.acronymEnd(bytes, start, offset, limit: end) else { break scan }
          end = stop
          dots = 1
        } else if scalar != 0x2E {
          break scan
        }
      case .lineBreak, .hyphen: break scan
      }
      offset += length
    }
    if firstIsUpper { flags.insert(.capitalised) }
    if letters > 1, upper == letters { flags.insert(.allCaps) }
    if dots > 0 { flags.insert(firstIsDigit ? .decimal : .dotted) }
    var token = TextToken(
      start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: offset - start), word: .unknown,
      value: 0, kind: .word, flags: flags)
    if firstIsDigit, letters == 0 || Self.ordinalEndings.contains(folded.packed(from: digits)) {
      token.kind = .number
      if letters > 0 { token.flags.insert(.ordinal) }
      if dots == 0, value <= UInt64(UInt32.max) { token.value = UInt32(truncatingIfNeeded: value) }
    }
    if !folded.isTooLong { token.word = vocabulary.word(folded) }
    return token
  }

  /// After digits: `1er`, `2e`, `75ème`, `3rd`.
  private static let ordinalEndings = ["er", "re", "e", "eme", "nd", "nde", "ere", "st", "rd", "th"].map {
    FoldedWord($0).packed()
  }

  /// The quotation mark that keyboards without one write as two of these: `<<`, `>>`, `''`. 0 for the others.
  @inline(__always)
  private static func twice(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x3C: Punctuation.openQuote
    case 0x3E: Punctuation.closeQuote
    case 0x27, 0x2018, 0x2019: Punctuation.straightQuote
    default: 0
    }
  }

  /// One scalar for what is printed in several ways.
  private static func normalised(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xAB, 0x201C, 0x201E, 0x2039, 0x300C, 0x300E: Punctuation.openQuote
    case 0xBB, 0x201D, 0x203A, 0x300D, 0x300F: Punctuation.closeQuote
    case 0x22, 0xFF02: Punctuation.straightQuote
    case 0x2D, 0x2010...0x2015: Punctuation.dash
    case 0x2019, 0x2018, 0x2BC, 0xB4: 0x27
    case 0x2026: Punctuation.ellipsis
    default: scalar
    }
  }
}
