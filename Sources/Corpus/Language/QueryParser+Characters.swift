/// What the characters of a query mean: operators, signs, words, and what only separates words.
extension QueryParser {
  enum Operator { case and, or, not }

  static let operators: [(String, Operator)] = [
    ("AND", .and), ("ET", .and), ("OR", .or), ("OU", .or), ("NOT", .not), ("SAUF", .not),
  ]

  /// An operator that stands here as a word of its own.
  func operatorAhead() -> (Operator, length: Int)? {
    guard index < characters.count, isWord[index] else { return nil }
    for (name, meaning) in Self.operators where characters[index] == name.first {
      let end = index + name.count
      guard end <= characters.count, characters[index..<end].elementsEqual(name) else { continue }
      if end == characters.count || characters[end].isWhitespace || characters[end] == "(" {
        return (meaning, name.count)
      }
    }
    return nil
  }

  /// `+` or `-` before what it applies to.
  func signAhead() -> Sign? {
    guard isSign(index) else { return nil }
    return characters[index] == "+" ? .required : .excluded
  }

  /// A sign stands before a word and is not joined to what precedes it: "B+E" and "imposé(e)-salarié" have none.
  func isSign(_ index: Int) -> Bool {
    guard index + 1 < characters.count, characters[index] == "+" || characters[index] == "-" else { return false }
    let next = characters[index + 1]
    guard isWord[index + 1] || "(\"«“".contains(next) else { return false }
    guard index > 0 else { return true }
    let previous = characters[index - 1]
    return !isWord[index - 1] && !")\"»”".contains(previous)
  }

  mutating func skipSeparators() {
    while index < characters.count, isSeparator(index) { index += 1 }
  }

  func isSeparator(_ index: Int) -> Bool {
    let character = characters[index]
    if isWord[index] || "()\"«“„*~".contains(character) { return false }
    return !isSign(index)
  }

  /// A character that joins two halves of a word: hyphens, apostrophes, the dots of an acronym.
  func isInside(_ index: Int) -> Bool {
    guard index > 0, index + 1 <= characters.count, isWord[index - 1] else { return false }
    let isFollowed = index + 1 < characters.count && isWord[index + 1]
    switch characters[index] {
    case "-", "\u{2010}", "\u{2011}", "'", "\u{2019}", "\u{2BC}", "_", "/", "@", "&": return isFollowed
    case ".": return isFollowed || (index > 2 && characters[index - 2] == ".")
    default: return false
    }
  }

  /// A letter or a digit, of any script, with its marks.
  static func isWord(_ character: Character) -> Bool {
    if character.utf8.count == 1, let byte = character.utf8.first {
      return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    return character.isLetter || character.isNumber
      || character.unicodeScalars.contains { $0.properties.generalCategory == .nonspacingMark }
  }
}
