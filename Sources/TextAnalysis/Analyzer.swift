/// Cuts French text into the tokens of the index, on UTF-8 bytes in place: no `String` is made.
///
/// A word is a run of letters and digits. Elided articles fall away (`l'OTAN` → `otan`); case, diacritics and ligatures
/// are folded; stop words take a position and no more; the rest is stemmed. The parts of `Indo-Pacifique` stand at
/// successive positions, and first parts that French joins as well (`Lexicon/compounds.txt`) give the joined form
/// besides: `indo`, `pacif` and `indopacif`. Dotted acronyms are one word: `O.T.A.N.` → `otan`.
///
/// Each distinct spelling is folded and stemmed once; from then on a word costs a hash look-up. Tokens name terms by the
/// number of their first appearance in this analyser, so an index builder needs no hashing of its own.
///
/// ```swift
/// var analyzer = Analyzer()
/// var tokens: [Token] = []
/// unsafe analyzer.analyze("Le chef de l'OTAN".utf8.span.bytes, into: &tokens)
/// tokens.map { analyzer.termString(Int($0.term)) }  // ["chef", "otan"], at positions 1 and 3
/// ```
public struct Analyzer: Sendable {
  /// Longer terms are cut: nobody looks for them, and they would bloat the dictionary.
  public static let maximumTermLength = 64
  /// Longer spellings are not remembered.
  private static let maximumSpellingLength = 96

  private var terms = ByteTable()
  private var spellings = ByteTable()
  private var words: [SurfaceWord] = []
  private var folded: [UInt8] = []

  public init() {}

  // MARK: Terms

  /// Distinct terms so far: terms are numbered from 0 up to this.
  public var termCount: Int { terms.count }

  /// The bytes of a term, folded and stemmed; empty when there is none of this number.
  public func term(_ number: Int) -> ArraySlice<UInt8> { terms.bytes(number) }

  /// Whether a term comes before another in the order of their bytes.
  public func precedes(_ left: Int, _ right: Int) -> Bool { terms.precedes(left, right) }

  public func termString(_ number: Int) -> String { String(decoding: terms.bytes(number), as: UTF8.self) }

  /// Gives a term a number, without analysis.
  public mutating func intern(term: [UInt8]) -> Int {
    let bytes = term.span
    return terms.intern(bytes, 0..<bytes.count, ByteTable.Key(bytes, 0..<bytes.count))
  }

  /// Memory of the vocabulary, in bytes, to decide when to `forget`.
  public var memory: Int { terms.byteCount + spellings.byteCount + words.count * MemoryLayout<SurfaceWord>.stride }

  /// Forgets all terms; numbering begins anew.
  public mutating func forget() { self = Analyzer() }

  // MARK: Analysis

  /// Replaces `tokens` by those of `text`, in order of their offsets. Bytes past 4 GiB are not read.
  public mutating func analyze(_ text: RawSpan, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    let bytes = Span<UInt8>(_bytes: text)
    var state = State(end: min(bytes.count, Int(UInt32.max)))
    while let start = nextWord(bytes, &state) { readWord(bytes, start, &state, &tokens) }
  }

  /// Replaces `tokens` by those of `text` whose terms are looked for, and perhaps some more: the tokens that
  /// `analyze(_:into:)` gives, in a fraction of its time, because other words are passed over. Their positions mean nothing.
  public mutating func analyze(_ text: RawSpan, wordsBeginningWith initials: WordInitials, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    let bytes = Span<UInt8>(_bytes: text)
    var state = State(end: min(bytes.count, Int(UInt32.max)))
    while let candidate = initials.candidate(in: text, from: state.index, to: state.end) {
      // Words are told apart from the space before on: what an apostrophe or a full stop precedes may be part of one.
      var start = candidate
      while start > state.index, !ASCII.isSpace(bytes[start &- 1]) { start &-= 1 }
      state.index = start
      while state.index <= candidate || state.part != nil, let start = nextWord(bytes, &state) {
        if !skipWord(bytes, start, &state, initials) { readWord(bytes, start, &state, &tokens) }
      }
      // No word is left.
      if state.index <= candidate { return }
    }
  }

  /// Passes over a word that cannot give a token; false for those that must be read to tell.
  @inline(__always)
  private func skipWord(_ text: Span<UInt8>, _ start: Int, _ state: inout State, _ initials: WordInitials) -> Bool {
    guard text[start] < 0x80, state.part == nil else { return false }
    let second = start &+ 1 < state.end ? text[start &+ 1] : 0
    guard !initials.contains(text[start], second >= 0x80 || ASCII.isWord(second) ? second : 0) else { return false }
    let end = endOfRun(text, start, state.end)
    if end < state.end {
      // What an apostrophe follows may be elided, or go on; a full stop may be that of an acronym.
      let next = text[end]
      if next == 0x27 || next > 0xC2 || (next == UInt8(ascii: ".") && end == start &+ 1) { return false }
    }
    state.index = end
    return true
  }

  /// Where the analysis of one text stands.
  private struct State {
    let end: Int
    var index = 0
    var position: UInt32 = 0
    /// A compound's first part, if the word before was one and only a hyphen or a space came since.
    var part: (start: Int, end: Int, position: UInt32)?
  }

  /// Moves to the start of the next word; nil at the end of the text.
  @inline(__always)
  private func nextWord(_ text: Span<UInt8>, _ state: inout State) -> Int? {
    while state.index < state.end {
      let byte = text[state.index]
      if byte < 0x80 {
        if ASCII.isWord(byte) { return state.index }
        state.index &+= 1
      } else {
        let (scalar, length) = ScalarReader.scalar(text, state.index)
        if let scalar {
          let kind = ScalarReader.characterClass(scalar)
          if kind == .ideograph || (kind == .word && !Folding.isSilent(scalar.value)) { return state.index }
        }
        state.index &+= length
      }
    }
    return nil
  }

  /// The end of the run of word characters from `start` on.
  @inline(__always)
  private func endOfRun(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      if index &+ 8 <= end {
        index &+= ASCII.wordPrefix(text.eightBytes(index))
        guard index < end else { break }
      }
      let byte = text[index]
      if byte < 0x80 {
        guard ASCII.isWord(byte) else { break }
        index &+= 1
      } else if byte == 0xC3, index &+ 1 < end, ASCII.isLatinSupplementTail(text[index &+ 1]) {
        index &+= 2
      } else {
        let (scalar, length) = ScalarReader.scalar(text, index)
        guard let scalar else { break }
        let kind = ScalarReader.characterClass(scalar)
        if kind == .ideograph { return index == start ? index &+ length : index }
        guard kind == .word else { break }
        index &+= length
      }
    }
    return index
  }

  private mutating func readWord(_ text: Span<UInt8>, _ start: Int, _ state: inout State, _ tokens: inout [Token]) {
    var end = endOfRun(text, start, state.end)
    if let acronymEnd = endOfDottedAcronym(text, start, end, state.end) {
      end = acronymEnd
    } else if let (length, next) = apostrophe(text, end, state.end) {
      if lookUp(text, start..<end).isElision {
        state.index = next
        return
      }
      // "aujourd'hui" is one word, "NATO's" the name without its ending.
      let tail = endOfRun(text, next, state.end)
      let isPossessive = tail == next &+ 1 && text[next] | 0x20 == UInt8(ascii: "s")
      if isPossessive {
        emit(lookUp(text, start..<end), start, end, text, &state, &tokens)
        state.index = tail
        return
      }
      if tail &- start <= Self.maximumSpellingLength, length > 0 { end = tail }
    }
    emit(lookUp(text, start..<end), start, end, text, &state, &tokens)
    state.index = end
  }

  private mutating func emit(
    _ word: SurfaceWord, _ start: Int, _ end: Int, _ text: Span<UInt8>, _ state: inout State, _ tokens: inout [Token]
  ) {
    if let part = state.part { emitCompound(part, start, end, word, text, &tokens) }
    if word.term != SurfaceWord.noTerm {
      tokens.append(token(word.term, state.position, start, end))
    }
    state.part = nil
    if word.isCompoundPart, joins(text, end, state.end, apart: word.joinsApart) {
      state.part = (start, end, state.position)
    }
    state.position &+= 1
  }

  /// The joined form of a compound, put before its second part.
  private mutating func emitCompound(
    _ part: (start: Int, end: Int, position: UInt32), _ start: Int, _ end: Int, _ word: SurfaceWord,
    _ text: Span<UInt8>, _ tokens: inout [Token]
  ) {
    guard word.term != SurfaceWord.noTerm, end &- start >= 3, end &- part.start <= Self.maximumSpellingLength else {
      return
    }
    folded.removeAll(keepingCapacity: true)
    Self.fold(text, part.start..<part.end, into: &folded)
    Self.fold(text, start..<end, into: &folded)
    let term = internStem()
    let joined = token(term, part.position, part.start, end)
    tokens.append(joined)
  }

  private func token(_ term: UInt32, _ position: UInt32, _ start: Int, _ end: Int) -> Token {
    Token(
      term: term, position: position, offset: UInt32(truncatingIfNeeded: start),
      length: UInt32(truncatingIfNeeded: end &- start))
  }

  // MARK: Characters between words

  /// An apostrophe at `index` with a letter after it: its length, and where that letter is.
  @inline(__always)
  private func apostrophe(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> (length: Int, next: Int)? {
    guard index < end else { return nil }
    let byte = text[index]
    let length: Int
    if byte == 0x27 {
      length = 1
    } else if byte >= 0xC2 {
      let (scalar, count) = ScalarReader.scalar(text, index)
      guard let scalar, ScalarReader.characterClass(scalar) == .apostrophe else { return nil }
      length = count
    } else {
      return nil
    }
    let next = index &+ length
    guard next < end else { return nil }
    if text[next] < 0x80 { return ASCII.isWord(text[next]) ? (length, next) : nil }
    guard let scalar = ScalarReader.scalar(text, next).scalar, ScalarReader.characterClass(scalar) == .word else {
      return nil
    }
    return (length, next)
  }

  /// The end of a run such as `O.T.A.N.` or `U.E` that begins with the single letter `start..<end`; nil for others.
  @inline(__always)
  private func endOfDottedAcronym(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ limit: Int) -> Int? {
    guard end &- start == 1, end &+ 1 < limit, text[end] == UInt8(ascii: "."), ASCII.isLetter(text[start]) else {
      return nil
    }
    var index = end
    var letters = 1
    while index &+ 1 < limit, text[index] == UInt8(ascii: "."), ASCII.isLetter(text[index &+ 1]) {
      let next = endOfRun(text, index &+ 1, limit)
      guard next == index &+ 2 else { break }
      index = next
      letters &+= 1
    }
    guard letters > 1 else { return nil }
    return index < limit && text[index] == UInt8(ascii: ".") ? index &+ 1 : index
  }

  /// Whether a hyphen, or a space where `apart`, and then a word follow at `index`.
  private func joins(_ text: Span<UInt8>, _ index: Int, _ end: Int, apart: Bool) -> Bool {
    guard index < end else { return false }
    let (scalar, length) = ScalarReader.scalar(text, index)
    guard let scalar else { return false }
    let isJoint =
      ScalarReader.characterClass(scalar) == .hyphen || (apart && (scalar.value == 0x20 || scalar.value == 0xA0))
    guard isJoint, index &+ length < end else { return false }
    guard let next = ScalarReader.scalar(text, index &+ length).scalar else { return false }
    return ScalarReader.characterClass(next) == .word
  }

  // MARK: Words

  @inline(__always)
  private mutating func lookUp(_ text: Span<UInt8>, _ range: Range<Int>) -> SurfaceWord {
    guard range.count <= Self.maximumSpellingLength else { return read(text, range) }
    let key = ByteTable.Key(text, range)
    if let known = spellings.find(text, range, key) { return words[known] }
    let word = read(text, range)
    _ = spellings.intern(text, range, key)
    words.append(word)
    return word
  }

  /// Folds and stems a spelling that was not seen before.
  private mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) -> SurfaceWord {
    folded.removeAll(keepingCapacity: true)
    Self.fold(text, range, into: &folded)
    var word = SurfaceWord(term: SurfaceWord.noTerm)
    guard !folded.isEmpty else { return word }
    word.isElision = FrenchWords.elisions.contains(folded)
    if let apart = FrenchWords.compoundParts[folded] {
      word.isCompoundPart = true
      word.joinsApart = apart
    }
    if !FrenchWords.stopWords.contains(folded) { word.term = internStem() }
    return word
  }

  /// Appends the folded letters and digits of `range`, without dots and apostrophes.
  private static func fold(_ text: Span<UInt8>, _ range: Range<Int>, into folded: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarReader.scalar(text, index)
      index += length
      guard let scalar else { continue }
      let kind = ScalarReader.characterClass(scalar)
      if kind == .word || kind == .ideograph { Folding.append(scalar, to: &folded) }
    }
  }

  /// The number of the term for what `folded` holds.
  private mutating func internStem() -> UInt32 {
    if let kept = FrenchWords.keptWords[folded] {
      folded = kept
    } else {
      FrenchStemmer.stem(&folded)
    }
    let term = folded
    let range = 0..<Self.cut(term)
    return UInt32(clamping: terms.intern(term.span, range, ByteTable.Key(term.span, range)))
  }

  /// The length to keep of a term: whole characters, `maximumTermLength` bytes at the most.
  private static func cut(_ term: [UInt8]) -> Int {
    guard term.count > maximumTermLength else { return term.count }
    var count = maximumTermLength
    while count > 0, term[count] & 0xC0 == 0x80 { count -= 1 }
    return count
  }
}

/// Classes of single bytes.
enum ASCII {
  @inline(__always) static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (byte >= 0x30 && byte <= 0x39) }
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }
  /// How many of eight bytes, from the lowest on, are letters or digits, up to the first that is none.
  @inline(__always) static func wordPrefix(_ bytes: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = bytes & (ones &* 0x7F)
    let lower = low | (ones &* 0x20)
    // Each sum sets the highest bit of the bytes that are as great as some letter or digit, and carries nothing over.
    let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
    let digits = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
    let others = ~((letters | digits) & ~bytes) & (ones &* 0x80)
    return others.trailingZeroBitCount &>> 3
  }
  /// After 0xC3: U+00C0 to U+00FF but for × and ÷.
  @inline(__always) static func isLatinSupplementTail(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80 && byte != 0x97 && byte != 0xB7
  }
}
