internal import EntenteSchema
internal import EntenteTextAnalysis

/// Finds the words of a query in texts, and the passage of a text that shows most of them.
///
/// Reuse one finder for many texts, because it remembers every spelling it has seen.
struct PassageFinder: Sendable {
  /// How much of a text is searched for passages, in bytes.
  private static let maximumText = 256 << 10
  /// A passage is filled up with the next sentence below the one, and cut above the other. In bytes.
  private static let shortPassage = 120
  private static let longPassage = 420
  /// What must be cut into sentences after the last match, so that the end of the cut does not show.
  private static let splitMargin = 640
  private static let maximumMemory = 2 << 20

  private let profile: LanguageProfile
  private var analyzer: Analyzer
  private var phraseFinder: PhraseFinder
  private var tokens: [Token] = []
  private var sentences: [Range<Int>] = []
  private var found: [Match] = []
  /// Terms of the sentence under consideration.
  private var seen: [UInt32] = []
  /// By term number: what it weighs, 0 if it is not looked for, and the look that decided so.
  private var weights: [(look: UInt32, weight: Float)] = []
  private var look: UInt32 = 0
  private var targets = HighlightTargets()
  private var initials = WordInitials(terms: [])
  private var weigh: @Sendable ([UInt8]) -> Float = { _ in 1 }
  /// What was read since the last look, in words: skipping a text counts as a few.
  private(set) var effort = 0
  private static let passedBytesPerWord = 128

  /// - Parameter profile: the profile that the documents were analysed with.
  init(_ profile: LanguageProfile) {
    self.profile = profile
    analyzer = Analyzer(profile)
    phraseFinder = PhraseFinder(profile)
  }

  /// Looks for `targets` from now on.
  ///
  /// - Parameter weigh: how much a term tells: rare ones more.
  mutating func look(for targets: HighlightTargets, weigh: @escaping @Sendable ([UInt8]) -> Float) {
    if analyzer.memory > Self.maximumMemory || look == .max {
      analyzer.forget()
      weights.removeAll()
      look = 0
    }
    look += 1
    effort = 0
    self.targets = targets
    initials = targets.initials(profile)
    self.weigh = weigh
  }

  /// Where the words stand in `text`, ordered, without overlap.
  mutating func highlights(in text: String) -> [TextSpan] {
    findMatches(text)
    return spans(found[...])
  }

  /// The best passage of a document; nil when its text has none of the words.
  mutating func passage(of document: Document) -> Passage? {
    findMatches(document.text)
    guard let first = found.first, let last = found.last else { return nil }
    split(document.text, from: first.offset, to: last.offset + last.length)
    guard let best = bestSentence(document) else { return nil }
    let range = fit(best, document.text)
    let inside = found.drop { $0.offset < range.lowerBound }.prefix { $0.offset < range.upperBound }
    return Passage(
      source: Source(
        documentID: document.id, span: TextSpan(offset: UInt32(range.lowerBound), length: UInt32(range.count)),
        text: Self.cut(document.text, range)),
      highlights: spans(inside.filter { $0.offset + $0.length <= range.upperBound }[...]))
  }

  // MARK: Matching

  private struct Match {
    var offset: Int
    var length: Int
    var term: UInt32
    var weight: Float
  }

  /// Fills `found`, in order of offsets.
  private mutating func findMatches(_ text: String) {
    let bytes = unsafe text.utf8Span.span.bytes
    analyzer.analyze(
      bytes.extracting(0..<min(bytes.byteCount, Self.maximumText)), wordsBeginningWith: initials, into: &tokens)
    found.removeAll(keepingCapacity: true)
    effort += tokens.count + bytes.byteCount / Self.passedBytesPerWord
    for token in tokens {
      let weight = weight(Int(token.term))
      guard weight > 0 else { continue }
      found.append(Match(offset: Int(token.offset), length: Int(token.length), term: token.term, weight: weight))
    }
    findPhrases(bytes)
  }

  private mutating func findPhrases(_ text: RawSpan) {
    guard !targets.phrases.isEmpty else { return }
    let text = text.extracting(0..<min(text.byteCount, Self.maximumText))
    for (number, phrase) in targets.phrases.enumerated() {
      for place in phraseFinder.places(of: phrase, in: text) {
        // No term has a number that great.
        found.append(
          Match(offset: place.lowerBound, length: place.count, term: .max - UInt32(clamping: number), weight: 0.05))
      }
    }
    found.sort { ($0.offset, $1.length) < ($1.offset, $0.length) }
  }

  private mutating func weight(_ number: Int) -> Float {
    if number < weights.count, weights[number].look == look { return weights[number].weight }
    let weight = decideWeight(Array(analyzer.term(number)))
    while weights.count <= number { weights.append((0, 0)) }
    weights[number] = (look, weight)
    return weight
  }

  private func decideWeight(_ term: [UInt8]) -> Float {
    let matches =
      targets.terms.contains(term) || targets.prefixes.contains { term.starts(with: $0) }
      || targets.fuzzy.contains { EditDistance.isWithin($0.edits, term, $0.word) }
    return matches ? max(weigh(term), 0.05) : 0
  }

  /// The longest match at each place; none overlaps another.
  private func spans(_ matches: ArraySlice<Match>) -> [TextSpan] {
    var spans: [TextSpan] = []
    for match in matches {
      let span = TextSpan(offset: UInt32(match.offset), length: UInt32(match.length))
      if let last = spans.last, span.offset < last.offset + last.length {
        // The joined form of a compound comes after its first part.
        if span.offset == last.offset, span.length > last.length { spans[spans.count - 1] = span }
      } else {
        spans.append(span)
      }
    }
    return spans
  }

  // MARK: Sentences

  /// Cuts the lines that hold the bytes `start..<end`, and a little more, into sentences: what precedes the first match, or
  /// follows the last by more than a passage, is never shown.
  private mutating func split(_ text: String, from start: Int, to end: Int) {
    let utf8 = text.utf8Span.span
    let limit = min(utf8.count, Self.maximumText, end + Self.splitMargin)
    var line = min(start, limit)
    while line > 0, utf8[line - 1] != 0x0A { line -= 1 }
    unsafe SentenceSplitter.split(utf8.bytes.extracting(line..<limit), profile, into: &sentences)
    for index in sentences.indices {
      sentences[index] = sentences[index].lowerBound + line..<sentences[index].upperBound + line
    }
  }

  /// The sentence whose distinct words weigh most; what is no body counts little.
  private mutating func bestSentence(_ document: Document) -> Int? {
    var best: (index: Int, score: Float)?
    var next = 0
    for (index, sentence) in sentences.enumerated() where next < found.count {
      seen.removeAll(keepingCapacity: true)
      var score: Float = 0
      while next < found.count, found[next].offset < sentence.upperBound {
        let match = found[next]
        next += 1
        guard match.offset >= sentence.lowerBound else { continue }
        if seen.contains(match.term) {
          score += match.weight * 0.1
        } else {
          score += match.weight
          seen.append(match.term)
        }
      }
      guard score > 0 else { continue }
      if isOutsideBody(sentence, document) { score *= 0.2 }
      if score > best?.score ?? 0 { best = (index, score) }
    }
    return best?.index
  }

  private func isOutsideBody(_ sentence: Range<Int>, _ document: Document) -> Bool {
    func covers(_ span: TextSpan) -> Bool {
      Int(span.offset) < sentence.upperBound && Int(span.offset) + Int(span.length) > sentence.lowerBound
    }
    return document.titleSpan.map(covers) ?? false || document.boilerplate.contains(where: covers)
  }

  /// A sentence made longer with the next, or cut around its first words that match.
  private func fit(_ index: Int, _ text: String) -> Range<Int> {
    var range = sentences[index]
    var next = index + 1
    while range.count < Self.shortPassage, next < sentences.count,
      sentences[next].upperBound - range.lowerBound <= Self.longPassage,
      sentences[next].lowerBound - range.upperBound <= 4
    {
      range = range.lowerBound..<sentences[next].upperBound
      next += 1
    }
    guard range.count > Self.longPassage else { return range }
    let first = found.first { $0.offset >= range.lowerBound }?.offset ?? range.lowerBound
    let start = max(range.lowerBound, min(first - Self.longPassage / 4, range.upperBound - Self.longPassage))
    return Self.wholeWords(text, start..<min(start + Self.longPassage, range.upperBound), within: range)
  }

  /// Moves both ends inwards to spaces, or at least to the borders of characters.
  private static func wholeWords(_ text: String, _ range: Range<Int>, within outer: Range<Int>) -> Range<Int> {
    let bytes = text.utf8Span.span
    var start = range.lowerBound
    var end = range.upperBound
    if start > outer.lowerBound {
      let limit = min(start + 40, end)
      while start < limit, bytes[start] != 0x20 { start += 1 }
      while start < end, bytes[start] == 0x20 || bytes[start] & 0xC0 == 0x80 { start += 1 }
    }
    if end < outer.upperBound {
      let limit = max(end - 40, start)
      while end > limit, bytes[end] != 0x20 { end -= 1 }
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return start < end ? start..<end : outer
  }

  /// The bytes of a range, as text.
  static func cut(_ text: String, _ range: Range<Int>) -> String {
    let utf8 = text.utf8
    guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return "" }
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<utf8.index(start, offsetBy: range.count)])
  }

  // MARK: Words

  /// How `text` writes a term, with the number of times; for completions and corrections.
  mutating func spellings(of term: [UInt8], in text: String) -> [String: Int] {
    let bytes = unsafe text.utf8Span.span.bytes
    analyzer.analyze(
      bytes.extracting(0..<min(bytes.byteCount, Self.maximumText)),
      wordsBeginningWith: WordInitials(terms: [term], profile),
      into: &tokens)
    var spellings: [String: Int] = [:]
    for token in tokens where analyzer.term(Int(token.term)).elementsEqual(term) {
      spellings[Self.cut(text, Int(token.offset)..<Int(token.offset) + Int(token.length)), default: 0] += 1
    }
    return spellings
  }

  /// The terms of a text with their counts.
  mutating func termCounts(of text: String) -> [[UInt8]: (count: Int, spelling: String)] {
    let bytes = unsafe text.utf8Span.span.bytes
    analyzer.analyze(bytes.extracting(0..<min(bytes.byteCount, Self.maximumText)), into: &tokens)
    var counts: [UInt32: (count: Int, first: Token)] = [:]
    for token in tokens { counts[token.term, default: (0, token)].count += 1 }
    var result: [[UInt8]: (count: Int, spelling: String)] = [:]
    for (term, entry) in counts {
      let range = Int(entry.first.offset)..<Int(entry.first.offset) + Int(entry.first.length)
      result[Array(analyzer.term(Int(term)))] = (entry.count, Self.cut(text, range))
    }
    return result
  }
}
