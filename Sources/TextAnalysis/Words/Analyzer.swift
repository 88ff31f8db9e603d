/// Splits French text into the tokens of the index, working on UTF-8 bytes in place without creating a `String`.
///
/// A word is a run of letters and digits, or what ``WordBounds`` joins: `O.T.A.N.` → `otan`, `1 000` → `1000`, `3,5` →
/// `3.5`. Elided articles are dropped (`l'OTAN` → `otan`); case, diacritics and ligatures are folded; stop words only take
/// up a position; the rest is stemmed. The parts of `Indo-Pacifique` have successive positions, and first parts that French
/// also writes joined (`Lexicon/compounds.txt`) additionally give the joined form: `indo`, `pacif` and `indopacif`. A code
/// is one word however it is written: `C-130`, `C130` → `c130`; if it has three letters or more, its parts are added:
/// `MiG-29` → `mig29`, `mig` and `29`.
///
/// Each distinct spelling is folded and stemmed once; after that, a word costs a hash look-up. Tokens refer to terms by
/// number, in order of first appearance in this analyser, so an index builder needs no hashing of its own.
///
/// ```swift
/// var analyzer = Analyzer()
/// var tokens: [Token] = []
/// unsafe analyzer.analyze("Le chef de l'OTAN".utf8.span.bytes, into: &tokens)
/// tokens.map { analyzer.termString(Int($0.term)) }  // ["chef", "otan"], at positions 1 and 3
/// ```
public struct Analyzer: Sendable {
  /// The longest term; longer ones are truncated, because nobody searches for them and they would bloat the dictionary.
  public static let maximumTermLength = 64
  /// Longer spellings are not remembered.
  private static let maximumSpellingLength = 96
  /// What begins the terms of stop words: no folded word has it.
  static let stopMark: UInt8 = 1

  private let rules: LanguageRules
  private let keepsEveryWord: Bool
  private var terms = ByteTable()
  private var spellings = ByteTable()
  private var words: [SurfaceWord] = []
  private var folded: [UInt8] = []

  public init(_ profile: LanguageProfile = .french) { self.init(profile, keepingEveryWord: false) }

  /// - Parameter keepsEveryWord: whether stop words and elided words are tokens too, each at a position of its own. Their
  ///   terms begin with `stopMark`.
  init(_ profile: LanguageProfile, keepingEveryWord keepsEveryWord: Bool) {
    rules = profile.rules
    self.keepsEveryWord = keepsEveryWord
  }

  // MARK: Terms

  /// The number of distinct terms so far; terms are numbered from 0.
  public var termCount: Int { terms.count }

  /// The bytes of a term, folded and stemmed; empty if there is no term with this number.
  public func term(_ number: Int) -> ArraySlice<UInt8> { terms.bytes(number) }

  /// Whether a term comes before another in byte order.
  public func precedes(_ left: Int, _ right: Int) -> Bool { terms.precedes(left, right) }

  public func termString(_ number: Int) -> String { String(decoding: terms.bytes(number), as: UTF8.self) }

  /// Gives a term a number, without analysis.
  public mutating func intern(term: [UInt8]) -> Int {
    let bytes = term.span
    return terms.intern(bytes, 0..<bytes.count, ByteTable.Key(bytes, 0..<bytes.count))
  }

  /// The memory used by the vocabulary, in bytes, for deciding when to `forget`.
  public var memory: Int { terms.byteCount + spellings.byteCount + words.count * MemoryLayout<SurfaceWord>.stride }

  /// Forgets all terms and restarts numbering.
  public mutating func forget() {
    terms = ByteTable()
    spellings = ByteTable()
    words = []
  }

  // MARK: Analysis

  /// Replaces `tokens` with those of `text`, in order of their offsets. Bytes past 4 GiB are not read.
  public mutating func analyze(_ text: RawSpan, into tokens: inout [Token]) {
    var stopWords = StopWordSet()
    analyze(text, into: &tokens, stopWords: &stopWords)
  }

  /// The same, and adds the stop words of `text` to a set.
  public mutating func analyze(_ text: RawSpan, into tokens: inout [Token], stopWords: inout StopWordSet) {
    tokens.removeAll(keepingCapacity: true)
    let bytes = Span<UInt8>(_bytes: text)
    var state = State(end: min(bytes.count, Int(UInt32.max)))
    state.stopWords = stopWords
    while let start = nextWord(bytes, &state) { readWord(bytes, start, &state, &tokens) }
    stopWords = state.stopWords
  }

  /// Replaces `tokens` with those of `text` that may have one of the wanted terms: a subset of what `analyze(_:into:)`
  /// returns, in a fraction of its time, because other words are skipped. Their positions are meaningless.
  public mutating func analyze(_ text: RawSpan, wordsBeginningWith initials: WordInitials, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    let bytes = Span<UInt8>(_bytes: text)
    var state = State(end: min(bytes.count, Int(UInt32.max)))
    while let candidate = initials.candidate(in: text, from: state.index, to: state.end) {
      // Words are told apart from the space before on: what an apostrophe or a full stop precedes may be part of one.
      var start = candidate
      while start > state.index, !ASCII.isSpace(bytes[start &- 1]) || isInNumber(bytes, start, state.index) {
        start &-= 1
      }
      state.index = start
      while state.index <= candidate || state.part != nil, let start = nextWord(bytes, &state) {
        if !skipWord(bytes, start, &state, initials) { readWord(bytes, start, &state, &tokens) }
      }
      // No word is left.
      if state.index <= candidate { return }
    }
  }

  /// Whether a digit stands on both sides of the space before `start`.
  @inline(__always)
  private func isInNumber(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    start &- 2 >= limit && ASCII.isDigit(text[start]) && ASCII.isDigit(text[start &- 2])
  }

  /// Skips a word that cannot give a token; returns false for words that must be read to know.
  @inline(__always)
  private func skipWord(_ text: Span<UInt8>, _ start: Int, _ state: inout State, _ initials: WordInitials) -> Bool {
    guard text[start] < 0x80, state.part == nil else { return false }
    guard !initials.mayHold(text, start, state.end) else { return false }
    let end = endOfRun(text, start, state.end)
    if end < state.end {
      // What an apostrophe follows may be elided, or continue; a full stop may be that of an acronym, a hyphen that of a code.
      let next = text[end]
      if next == 0x27 || next > 0xC2 { return false }
      if end &- start <= 2, next == UInt8(ascii: ".") || next == UInt8(ascii: "-") { return false }
      if ASCII.isDigit(text[start]), WordBounds.number(text, start, end, limit: state.end) != nil { return false }
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
    var stopWords = StopWordSet()

    init(end: Int) { self.end = end }
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
        let (scalar, length) = UTF8Scalar.decode(text, at: state.index)
        switch ScalarClass(scalar) {
        case .letter, .digit, .ideograph: return state.index
        default: state.index &+= length
        }
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
        let (scalar, length) = UTF8Scalar.decode(text, at: index)
        let kind = ScalarClass(scalar)
        if kind == .ideograph { return index == start ? index &+ length : index }
        guard kind.isInWord else { break }
        index &+= length
      }
    }
    return index
  }

  private mutating func readWord(_ text: Span<UInt8>, _ start: Int, _ state: inout State, _ tokens: inout [Token]) {
    var end = endOfRun(text, start, state.end)
    if ASCII.isDigit(text[start]) {
      if isNumber(text, start, end), let number = WordBounds.number(text, start, end, limit: state.end) {
        end = number.end
        if let mark = number.decimalMark {
          emit(decimal(text, start, mark, end), start, end, text, &state, &tokens)
          state.index = end
          return
        }
      }
    } else if let acronymEnd = WordBounds.acronymEnd(text, start, end, limit: state.end) {
      end = acronymEnd
    } else if let length = WordBounds.apostrophe(text, end, limit: state.end) {
      let next = end &+ length
      let word = lookUp(text, start..<end)
      if word.isElision {
        if keepsEveryWord { emit(word, start, end, text, &state, &tokens) }
        state.index = next
        return
      }
      // "aujourd'hui" is one word, "NATO's" the name without its ending.
      let tail = endOfRun(text, next, state.end)
      let isPossessive = tail == next &+ 1 && text[next] | 0x20 == UInt8(ascii: "s")
      if isPossessive {
        emit(word, start, end, text, &state, &tokens)
        state.index = tail
        return
      }
      if tail &- start <= Self.maximumSpellingLength { end = tail }
    } else if end &- start <= 2, let digits = codeDigits(text, end, state.end), isLetters(text, start, end) {
      end = endOfRun(text, digits, state.end)
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
    } else if word.isStopWord {
      state.stopWords.insert(word.stopNumber)
    }
    state.part = nil
    if word.isCompoundPart, joins(text, end, state.end, apart: word.joinsApart) {
      state.part = (start, end, state.position)
    } else if word.isCodeLetters, codeDigits(text, end, state.end) != nil {
      state.part = (start, end, state.position)
    }
    state.position &+= 1
  }

  /// The joined form of a compound, put before its second part.
  private mutating func emitCompound(
    _ part: (start: Int, end: Int, position: UInt32), _ start: Int, _ end: Int, _ word: SurfaceWord,
    _ text: Span<UInt8>, _ tokens: inout [Token]
  ) {
    guard word.term != SurfaceWord.noTerm, end &- start >= 3 || ASCII.isDigit(text[start]),
      end &- part.start <= Self.maximumSpellingLength
    else { return }
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

  /// Whether a run is digits alone.
  @inline(__always)
  private func isNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, ASCII.isDigit(text[index]) { index &+= 1 }
    return index == end
  }

  @inline(__always)
  private func isLetters(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, ASCII.isLetter(text[index]) { index &+= 1 }
    return index == end
  }

  /// Where the digit of a code stands after the hyphen at `index`: `-35` in `F-35`; nil if there is none.
  @inline(__always)
  private func codeDigits(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    guard index &+ 1 < end, text[index] == UInt8(ascii: "-") || text[index] == 0xE2 else { return nil }
    let (scalar, length) = UTF8Scalar.decode(text, at: index)
    guard ScalarClass(scalar) == .hyphen, index &+ length < end, ASCII.isDigit(text[index &+ length]) else {
      return nil
    }
    return index &+ length
  }

  /// Whether a hyphen, or a space where `apart`, and then a word follow at `index`.
  private func joins(_ text: Span<UInt8>, _ index: Int, _ end: Int, apart: Bool) -> Bool {
    guard index < end else { return false }
    let (scalar, length) = UTF8Scalar.decode(text, at: index)
    let isJoint = ScalarClass(scalar) == .hyphen || (apart && (scalar == 0x20 || scalar == 0xA0))
    guard isJoint, index &+ length < end else { return false }
    switch ScalarClass(UTF8Scalar.decode(text, at: index &+ length).scalar) {
    case .letter, .digit: return true
    default: return false
    }
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
    word.isElision = rules.elisions.contains(folded)
    if let apart = rules.compoundParts[folded] {
      word.isCompoundPart = true
      word.joinsApart = apart
    } else {
      word.isCodeLetters = (3...5).contains(folded.count) && folded.allSatisfy(ASCII.isLetter)
    }
    if let number = rules.stopWords[folded] {
      word.stopNumber = number
      word.isStopWord = true
      if keepsEveryWord { word.term = intern([Self.stopMark] + folded) }
    } else {
      word.term = internStem()
    }
    return word
  }

  /// A number with decimals: `3,5` and `3.5` are one.
  private mutating func decimal(_ text: Span<UInt8>, _ start: Int, _ mark: Int, _ end: Int) -> SurfaceWord {
    folded.removeAll(keepingCapacity: true)
    Self.fold(text, start..<mark, into: &folded)
    folded.append(UInt8(ascii: "."))
    Self.fold(text, mark &+ 1..<end, into: &folded)
    return SurfaceWord(term: intern(folded))
  }

  /// Appends the folded letters and digits of `range`, without what stands between them.
  private static func fold(_ text: Span<UInt8>, _ range: Range<Int>, into folded: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = UTF8Scalar.decode(text, at: index)
      index += length
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch ScalarClass(value) {
      case .letter, .digit, .ideograph: Folding.append(scalar, to: &folded)
      default: continue
      }
    }
  }

  /// The number of the term for what `folded` holds.
  private mutating func internStem() -> UInt32 {
    if let kept = rules.keptWords[folded] {
      folded = kept
    } else {
      rules.stem(&folded)
    }
    return intern(folded)
  }

  private mutating func intern(_ term: [UInt8]) -> UInt32 {
    let range = 0..<Self.cut(term)
    return UInt32(clamping: terms.intern(term.span, range, ByteTable.Key(term.span, range)))
  }

  /// The length to keep of a term: whole characters, at most `maximumTermLength` bytes.
  private static func cut(_ term: [UInt8]) -> Int {
    guard term.count > maximumTermLength else { return term.count }
    var count = maximumTermLength
    while count > 0, term[count] & 0xC0 == 0x80 { count -= 1 }
    return count
  }
}
