// line      := part | objective | priority | goal | heading | other
// part      := section number mark title                  PARTIE 1 – …, Partie II : …
//            | ordinal section mark title                 PREMIÈRE PARTIE – …
// objective := "objectif stratégique" number mark text    objectif stratégique n° 1 : …
// priority  := "priorité" number mark title               Priorité 1 : …
//            | CAPITALS ":"
// goal      := title mark commitment                      title in CAPITALS, or short
// heading   := [letter "."] CAPITALS                      a priority or a goal, by what follows it
// mark      := "–" | "—" | "-" | ":" | "." | ")"

/// What a line of a programme is, by its words and marks alone.
enum ProgrammeLine: Equatable {
  case part(number: UInt32, title: Range<Int>)
  case objective(number: UInt32, text: Range<Int>)
  case priority(title: Range<Int>)
  /// In capitals, a goal for sure; else one only below a priority.
  case goal(title: Range<Int>, commitment: Range<Int>, isInCapitals: Bool)
  case heading(Range<Int>)
  case other
}

/// Reads a block as a line of a programme. Ranges are in bytes of the text.
struct ProgrammeLineReader {
  let text: AnnotatedText

  /// A title is short; a longer run of words before a mark is a sentence.
  private static let longestTitle = 16
  private static let longestHeading = 300

  /// Whether a block may open a part, told without a string: most documents are no programmes.
  func mayOpenPart(_ block: TextBlock) -> Bool {
    guard block.bytes.count <= Self.longestHeading, block.tokens.count > 2 else { return false }
    let first = block.tokens.lowerBound
    return text.match(.programmePart, at: first) != nil || text.match(.programmePart, at: first + 1) != nil
  }

  func line(_ block: TextBlock) -> ProgrammeLine {
    guard let first = block.tokens.first else { return .other }
    if let part = part(block) { return part }
    if let objective = objective(block, from: first) { return objective }
    if let priority = priority(block, from: first) { return priority }
    return goal(block, from: afterLetter(block))
  }

  // MARK: Kinds

  private func part(_ block: TextBlock) -> ProgrammeLine? {
    guard mayOpenPart(block) else { return nil }
    let first = block.tokens.lowerBound
    let section = text.match(.programmePart, at: first) != nil ? first : first + 1
    guard let number = number(at: section == first ? first + 1 : first),
      let title = afterMarks(section == first ? first + 2 : first + 2, in: block), !title.isEmpty
    else { return nil }
    return .part(number: number, title: title)
  }

  private func objective(_ block: TextBlock, from first: Int) -> ProgrammeLine? {
    guard let match = text.match(.programmeObjective, at: first) else { return nil }
    // `n° 1`
    for token in match.tokens.upperBound..<min(match.tokens.upperBound + 4, block.tokens.upperBound) {
      guard let number = number(at: token) else { continue }
      return afterMarks(token + 1, in: block).map { .objective(number: number, text: $0) }
    }
    return nil
  }

  private func priority(_ block: TextBlock, from first: Int) -> ProgrammeLine? {
    if let match = text.match(.programmePriority, at: first), number(at: match.tokens.upperBound) != nil,
      let title = afterMarks(match.tokens.upperBound + 1, in: block), !title.isEmpty
    {
      return .priority(title: title)
    }
    guard block.marker != .none, let last = block.tokens.last, isMark(last, [Punctuation.colon]),
      isInCapitals(block.bytes)
    else { return nil }
    return .priority(title: trimmed(block.bytes))
  }

  private func goal(_ block: TextBlock, from first: Int) -> ProgrammeLine {
    guard first < block.tokens.upperBound else { return .other }
    let start = text.tokens[first].bytes.lowerBound
    if let mark = separator(block, from: first) {
      let title = trimmed(start..<text.tokens[mark].bytes.lowerBound)
      let commitment = trimmed(text.tokens[mark].bytes.upperBound..<block.bytes.upperBound)
      let isInCapitals = isInCapitals(title)
      guard !title.isEmpty, !commitment.isEmpty, isInCapitals || mark - first <= Self.longestTitle else {
        return .other
      }
      return .goal(title: title, commitment: commitment, isInCapitals: isInCapitals)
    }
    let whole = trimmed(start..<block.bytes.upperBound)
    guard block.tokens.count <= Self.longestTitle * 2, isInCapitals(whole) else { return .other }
    return .heading(whole)
  }

  // MARK: Words and marks

  /// Past `A.`.
  private func afterLetter(_ block: TextBlock) -> Int {
    let first = block.tokens.lowerBound
    guard block.tokens.count > 2, text.tokens[first].kind == .word, text.tokens[first].length == 1,
      isMark(first + 1, [Punctuation.fullStop, Punctuation.closeParenthesis])
    else { return first }
    return first + 2
  }

  /// The first dash between spaces, or colon before one.
  private func separator(_ block: TextBlock, from first: Int) -> Int? {
    for token in block.tokens where token > first && token + 1 < block.tokens.upperBound {
      guard text.tokens[token + 1].flags.contains(.afterSpace) else { continue }
      if isMark(token, [Punctuation.colon]) { return token }
      if isMark(token, [Punctuation.dash]), text.tokens[token].flags.contains(.afterSpace) { return token }
    }
    return nil
  }

  /// What follows one mark or more; nil where none stands.
  private func afterMarks(_ token: Int, in block: TextBlock) -> Range<Int>? {
    let marks = [Punctuation.dash, Punctuation.colon, Punctuation.fullStop, Punctuation.closeParenthesis]
    var next = token
    while next < block.tokens.upperBound, isMark(next, marks) { next += 1 }
    guard next > token, next < block.tokens.upperBound else { return nil }
    return trimmed(text.tokens[next].bytes.lowerBound..<block.bytes.upperBound)
  }

  private func isMark(_ token: Int, _ marks: [UInt32]) -> Bool {
    text.tokens.indices.contains(token) && text.tokens[token].kind == .punctuation
      && marks.contains(text.tokens[token].value)
  }

  /// In digits, in letters or as a Roman numeral.
  private func number(at token: Int) -> UInt32? {
    guard text.tokens.indices.contains(token) else { return nil }
    if text.tokens[token].kind == .number { return text.tokens[token].value }
    if let match = text.match(.programmeOrdinal, at: token) { return UInt32(text.entry(match).value(0)) }
    guard text.tokens[token].kind == .word, text.tokens[token].length <= 4 else { return nil }
    let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    let word = text.source(tokens: token..<token + 1).lowercased()
    return numerals.firstIndex(of: word).map { UInt32($0 + 1) }
  }

  private func isInCapitals(_ bytes: Range<Int>) -> Bool {
    // Most lines have a small letter of ASCII, which is told without a string.
    if text.bytes[bytes].contains(where: { (0x61...0x7A).contains($0) }) { return false }
    if text.bytes[bytes].allSatisfy({ $0 < 0x80 }) {
      return text.bytes[bytes].count { (0x41...0x5A).contains($0) } >= 3
    }
    let letters = text.source(bytes).filter { $0.isLetter }
    return letters.count >= 3 && letters.allSatisfy { !$0.isLowercase }
  }

  /// Without white space and marks that lead on at its end.
  private func trimmed(_ bytes: Range<Int>) -> Range<Int> {
    let words = Substring(text.source(bytes))
    let start = words.drop { $0.isWhitespace }
    var end = start
    while let last = end.last, last.isWhitespace || [";", ":"].contains(last) { end.removeLast() }
    let lead = words.utf8.count - start.utf8.count
    return bytes.lowerBound + lead..<bytes.lowerBound + lead + end.utf8.count
  }
}
