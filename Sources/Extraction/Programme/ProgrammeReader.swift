internal import Schema

// programme := title, then part*
// part      := heading "PARTIE" number separator title, then paragraph*
// paragraph := numbered item of the outermost level
// objective := item "objectif stratégique" number separator text
// priority  := item in capitals that ends with a colon, however deep it stands
// goal      := item: title in capitals, separator, commitment
// separator := " – " | " - " | " : "

/// Reads a partnership programme by the structure that is printed.
struct ProgrammeReader {
  private let text: AnnotatedText
  private let vocabulary = StructureWords.standard
  private let lexicon: Lexicon
  private var programme: Programme
  private var goalIDs: Set<String> = []
  private var goalCount: UInt32 = 0
  /// Of the paragraphs of the current part.
  private var paragraphIndent: Int?

  /// The programme in the text; nil where it prints neither parts nor goals.
  static func read(
    _ text: AnnotatedText, structure: DocumentStructure, documentID: String, title: String
  ) -> Programme? {
    var reader = ProgrammeReader(text, documentID: documentID, title: title)
    for number in structure.body { reader.read(text.blocks[number]) }
    let programme = reader.programme
    guard !programme.parts.isEmpty, programme.priorities.contains(where: { !$0.goals.isEmpty }) else { return nil }
    return programme
  }

  private init(_ text: AnnotatedText, documentID: String, title: String) {
    self.text = text
    lexicon = text.lexicon
    programme = Programme(documentId: documentID, title: title)
    readTitle(title)
  }

  /// Partners between "entre", "et" and "pour"; years as `2023-2026`.
  private mutating func readTitle(_ title: String) {
    let words = title.split(whereSeparator: \.isWhitespace).map(String.init)
    for word in words {
      let years = word.split(whereSeparator: { !$0.isNumber }).compactMap { UInt32($0) }
      if years.count == 2, years.allSatisfy({ (1900...2100).contains($0) }) {
        (programme.firstYear, programme.lastYear) = (years[0], years[1])
      }
    }
    guard let between = words.firstIndex(where: { $0.lowercased() == "entre" }) else { return }
    let names = words[(between + 1)...].prefix { !["pour", "("].contains($0.lowercased()) }
    programme.partners = names.split { $0.lowercased() == "et" }.map { Self.withoutArticle($0.joined(separator: " ")) }
  }

  private static func withoutArticle(_ name: String) -> String {
    for article in ["l’", "l'", "L’", "L'", "le ", "la ", "les ", "Le ", "La ", "Les "] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count))
    }
    return name
  }

  private mutating func read(_ block: TextBlock) {
    // Most documents are no programmes: they are told by their tokens, without a string.
    guard !programme.parts.isEmpty || mayOpenPart(block) else { return }
    let line = text.source(block.bytes)
    if readPart(block, line) || programme.parts.isEmpty { return }
    if readObjective(block, line) || readPriority(block, line) || readGoal(block, line) { return }
    readParagraph(block, line)
  }

  /// Whether the second token may be a number, in digits or in letters.
  private func mayOpenPart(_ block: TextBlock) -> Bool {
    guard block.bytes.count <= 300, block.tokens.count > 2 else { return false }
    let second = text.tokens[block.tokens.lowerBound + 1]
    return second.kind == .number || second.kind == .word && second.length <= 4
  }

  private func span(_ bytes: Range<Int>) -> TextSpan {
    TextSpan(offset: UInt32(clamping: bytes.lowerBound), length: UInt32(clamping: bytes.count))
  }

  /// The words before and after the first separator.
  private func separated(_ line: String) -> (head: String, tail: String)? {
    // A dash between spaces of any kind, or a colon before one.
    let mark = line.indices.first { index in
      let after = line.index(after: index)
      guard after < line.endIndex, line[after].isWhitespace else { return false }
      if line[index] == ":" { return true }
      return "–—-".contains(line[index]) && index > line.startIndex && line[line.index(before: index)].isWhitespace
    }
    guard let mark else { return nil }
    let range = mark..<line.index(after: mark)
    return (trimmed(line[..<range.lowerBound]), trimmed(line[range.upperBound...]))
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last.isWhitespace || [";", ":"].contains(last) { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }

  private mutating func readPart(_ block: TextBlock, _ line: String) -> Bool {
    guard mayOpenPart(block) else { return false }
    let words = LineWords(block, of: text, limit: 2).words
    guard words.count == 2, vocabulary.contains(words[0], as: "part"), let number = Self.number(words[1]),
      let (head, title) = separated(line), head.split(whereSeparator: \.isWhitespace).count == 2, !title.isEmpty
    else { return false }
    programme.parts.append(ProgrammePart(number: number, title: title, span: span(block.bytes)))
    paragraphIndent = nil
    return true
  }

  /// `3` or `III`.
  private static func number(_ word: String) -> UInt32? {
    if let number = UInt32(word) { return number }
    let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    return numerals.firstIndex(of: word).map { UInt32($0 + 1) }
  }

  private mutating func readObjective(_ block: TextBlock, _ line: String) -> Bool {
    let words = LineWords(block, of: text, limit: 3).words
    guard words.count == 3, vocabulary.contains(words[0], as: "objective"),
      vocabulary.contains(words[1], as: "strategic"), let number = Self.number(words[2]),
      let (_, objective) = separated(line)
    else { return false }
    let whole = objective.last == "." ? String(objective.dropLast()) : objective
    programme.strategicObjectives.append(StrategicObjective(number: number, text: whole, span: span(block.bytes)))
    return true
  }

  private func isInCapitals(_ title: String) -> Bool {
    let letters = title.filter { $0.isLetter }
    return letters.count >= 3 && letters.allSatisfy { !$0.isLowercase }
  }

  private mutating func readPriority(_ block: TextBlock, _ line: String) -> Bool {
    guard block.marker != .none, line.last == ":", isInCapitals(line) else { return false }
    programme.priorities.append(
      Priority(number: UInt32(programme.priorities.count + 1), title: trimmed(line[...]), span: span(block.bytes)))
    return true
  }

  private mutating func readGoal(_ block: TextBlock, _ line: String) -> Bool {
    guard block.marker != .none, let (title, commitment) = separated(line), isInCapitals(title), !commitment.isEmpty,
      var priority = programme.priorities.popLast()
    else { return false }
    goalCount += 1
    priority.goals.append(
      Goal(
        id: goalID(title), title: title, commitment: commitment, priorityNumber: priority.number,
        span: span(block.bytes), number: goalCount))
    programme.priorities.append(priority)
    return true
  }

  /// By the goal lexicon, else a slug of the title; never the same twice.
  private mutating func goalID(_ title: String) -> String {
    let annotated = AnnotatedText(title, lexicon: lexicon)
    // The longest telling words decide, then those that stand first.
    let matches = annotated.matches.filter { $0.category == .goalTitle }
      .sorted { ($1.tokens.count, $0.tokens.lowerBound) < ($0.tokens.count, $1.tokens.lowerBound) }
    let slugs = matches.map { lexicon.entries[$0.entry].value(0) }.filter { !goalIDs.contains($0) }
    let words = annotated.blocks.flatMap { LineWords($0, of: annotated).words }.filter { $0.contains { $0.isLetter } }
    var id = slugs.first ?? words.prefix(4).joined(separator: "-")
    while goalIDs.contains(id) { id += "-2" }
    goalIDs.insert(id)
    return id
  }

  /// A numbered item of the outermost level of the part, before its priorities.
  private mutating func readParagraph(_ block: TextBlock, _ line: String) {
    guard case .number(let number) = block.marker, programme.priorities.isEmpty, var part = programme.parts.popLast()
    else { return }
    let level = paragraphIndent ?? block.indent
    paragraphIndent = level
    if block.indent <= level {
      part.paragraphs.append(ProgrammeParagraph(number: number, text: line, span: span(block.bytes)))
    }
    programme.parts.append(part)
  }
}
