/// Cuts the tokens of a block into sentences.
///
/// A sentence ends after `.`, `!`, `?` or `…` and the quotation marks and parentheses that close there, unless the text
/// goes on in lower case or with a comma, or the full stop belongs to an abbreviation (`M.`, `art. 5`) or an initial.
struct SentenceReader {
  let lexicon: Lexicon

  func sentences(_ tokens: [TextToken], in block: Range<Int>, number: Int, into sentences: inout [TextSentence]) {
    var start = block.lowerBound
    var index = start
    while index < block.upperBound {
      guard isTerminator(tokens[index]), let end = sentenceEnd(tokens, from: index, in: start..<block.upperBound) else {
        index += 1
        continue
      }
      sentences.append(sentence(tokens, start..<end, number))
      start = end
      index = end
    }
    if start < block.upperBound { sentences.append(sentence(tokens, start..<block.upperBound, number)) }
  }

  private func sentence(_ tokens: [TextToken], _ range: Range<Int>, _ block: Int) -> TextSentence {
    let bytes = tokens[range.lowerBound].bytes.lowerBound..<tokens[range.upperBound - 1].bytes.upperBound
    return TextSentence(bytes: bytes, tokens: range, block: block)
  }

  private func isTerminator(_ token: TextToken) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch token.value {
    case Punctuation.fullStop, Punctuation.exclamation, Punctuation.question, Punctuation.ellipsis: return true
    default: return false
    }
  }

  /// Where the sentence that the terminator at `index` may end does end; nil when it goes on.
  private func sentenceEnd(_ tokens: [TextToken], from index: Int, in range: Range<Int>) -> Int? {
    var end = index + 1
    while end < range.upperBound, isTerminator(tokens[end]), !tokens[end].flags.contains(.afterSpace) { end += 1 }
    while end < range.upperBound, closes(tokens, at: end, in: range) { end += 1 }
    guard end < range.upperBound else { return end }
    let next = tokens[end]
    guard next.flags.contains(.afterSpace) || end > index + 1 else { return nil }
    if next.kind == .punctuation {
      switch next.value {
      case Punctuation.comma, Punctuation.semicolon, Punctuation.colon, Punctuation.closeParenthesis: return nil
      default: break
      }
    }
    if next.kind == .word, !next.flags.contains(.capitalised), isLatin(next) { return nil }
    if tokens[index].value == Punctuation.fullStop, end == index + 1, index > range.lowerBound,
      isAbbreviation(tokens, at: index - 1, dot: tokens[index], before: next)
    {
      return nil
    }
    return end
  }

  /// A closing mark after a terminator. A straight quotation mark closes when no space stands before it.
  private func closes(_ tokens: [TextToken], at index: Int, in range: Range<Int>) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation else { return false }
    switch token.value {
    case Punctuation.closeQuote, Punctuation.closeParenthesis, 0x5D: return true
    case Punctuation.straightQuote:
      let next = index + 1
      return !token.flags.contains(.afterSpace) || next == range.upperBound || tokens[next].flags.contains(.afterSpace)
    default: return false
    }
  }

  /// Scripts without case tell nothing by a "lower-case" letter.
  private func isLatin(_ token: TextToken) -> Bool { token.flags.contains(.latin) }

  private func isAbbreviation(_ tokens: [TextToken], at index: Int, dot: TextToken, before next: TextToken) -> Bool {
    let word = tokens[index]
    guard word.kind == .word, word.bytes.upperBound == dot.bytes.lowerBound else { return false }
    // An initial: "J. Stoltenberg", "Ph. Roy". A single letter at the end of a sentence is rarer than an initial, and "La"
    // or "IA" is none.
    if word.flags.contains(.capitalised), next.kind == .word, word.length <= 2,
      word.length == 1 || !word.flags.contains(.allCaps) && !lexicon.has(.eventDeterminer, word: word.word)
    {
      return true
    }
    if lexicon.has(.courtesy, word: word.word) { return next.kind == .word && word.flags.contains(.capitalised) }
    return next.kind == .number && lexicon.has(.abbreviation, word: word.word)
  }
}
