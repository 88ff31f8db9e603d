internal import EntenteSchema

// programme := title, then part*
// part      := part line, then paragraph*, objective*, priority*
// paragraph := numbered item of the outermost level
// priority  := priority line | heading before another heading or goal; then goal*
// goal      := goal line | heading, then its commitment in the next block

/// Reads a partnership programme by the structure that is printed: ``ProgrammeLine`` tells what each line is by itself,
/// and what stands around it tells the rest. Nothing depends on who the partner is, or on how much there is of anything.
struct ProgrammeReader {
  private let text: AnnotatedText
  private let lexicon: Lexicon
  private var programme: Programme
  private var goalIDs: Set<String> = []
  private var goalCount: UInt32 = 0
  /// Of the paragraphs of the current part.
  private var paragraphIndent: Int?
  /// The title of a goal whose commitment is the next block.
  private var awaited: (title: Range<Int>, block: Range<Int>)?

  /// The programme in the text; nil where it prints neither parts nor goals.
  static func read(
    _ text: AnnotatedText, structure: DocumentStructure, documentID: String, title: String
  ) -> Programme? {
    let lines = ProgrammeLineReader(text: text)
    guard text.categories.contains(.programmePart),
      structure.body.contains(where: { lines.mayOpenPart(text.blocks[$0]) })
    else { return nil }
    var reader = ProgrammeReader(text, documentID: documentID, title: title)
    let read = structure.body.map { lines.line(text.blocks[$0]) }
    for (index, number) in structure.body.enumerated() {
      reader.read(text.blocks[number], read[index], next: index + 1 < read.count ? read[index + 1] : .other)
    }
    let programme = reader.programme
    guard !programme.parts.isEmpty, programme.priorities.contains(where: { !$0.goals.isEmpty }) else { return nil }
    return programme
  }

  private init(_ text: AnnotatedText, documentID: String, title: String) {
    self.text = text
    lexicon = text.lexicon
    programme = Programme(documentID: documentID, title: title)
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
    let names = words[(between + 1)...].prefix { !$0.hasPrefix("(") && $0.lowercased() != "pour" }
    programme.partners = names.split { $0.lowercased() == "et" }.map { Self.withoutArticle($0.joined(separator: " ")) }
  }

  private static func withoutArticle(_ name: String) -> String {
    var name = name
    while let last = name.last, [",", ":"].contains(last) { name.removeLast() }
    for article in ["l’", "l'", "L’", "L'", "le ", "la ", "les ", "Le ", "La ", "Les "] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count))
    }
    return name
  }

  private mutating func read(_ block: TextBlock, _ line: ProgrammeLine, next: ProgrammeLine) {
    if let (title, span) = awaited {
      awaited = nil
      addGoal(title: title, commitment: text.source(block.bytes), span: span.lowerBound..<block.bytes.upperBound)
      return
    }
    switch line {
    case .part(let number, let title):
      programme.parts.append(ProgrammePart(number: number, title: text.source(title), span: span(block.bytes)))
      paragraphIndent = nil
    case .objective(let number, let words) where !programme.parts.isEmpty:
      let whole = text.source(words)
      programme.strategicObjectives.append(
        StrategicObjective(
          number: number, text: whole.last == "." ? String(whole.dropLast()) : whole, span: span(block.bytes)))
    case .priority(let title) where !programme.parts.isEmpty: addPriority(title, block)
    case .goal(let title, let commitment, let isInCapitals)
    where !programme.priorities.isEmpty && block.marker != .none && (isInCapitals || isUnderPriority):
      addGoal(title: title, commitment: text.source(commitment), span: block.bytes)
    case .heading(let title) where !programme.parts.isEmpty:
      readHeading(title, block, next: next)
    default: readParagraph(block)
    }
  }

  /// Goals whose titles are not in capitals stand only below a priority that its own word told.
  private var isUnderPriority: Bool {
    programme.priorities.last.map { !$0.title.contains { $0.isLetter } || $0.title.contains { $0.isLowercase } }
      ?? false
  }

  /// A heading before prose is a goal, where a priority is open; one before another heading or a goal is a priority.
  private mutating func readHeading(_ title: Range<Int>, _ block: TextBlock, next: ProgrammeLine) {
    switch next {
    case .heading, .goal(_, _, isInCapitals: true): addPriority(title, block)
    case .other, .goal: if !programme.priorities.isEmpty { awaited = (title, block.bytes) }
    case .part, .objective, .priority: return
    }
  }

  private func span(_ bytes: Range<Int>) -> TextSpan {
    TextSpan(offset: UInt32(clamping: bytes.lowerBound), length: UInt32(clamping: bytes.count))
  }

  private mutating func addPriority(_ title: Range<Int>, _ block: TextBlock) {
    programme.priorities.append(
      Priority(
        number: UInt32(clamping: programme.priorities.count + 1), title: text.source(title), span: span(block.bytes)))
  }

  private mutating func addGoal(title: Range<Int>, commitment: String, span bytes: Range<Int>) {
    guard var priority = programme.priorities.popLast() else { return }
    goalCount += 1
    let title = text.source(title)
    priority.goals.append(
      Goal(
        id: goalID(title), title: title, commitment: commitment, priorityNumber: priority.number, span: span(bytes),
        number: goalCount))
    programme.priorities.append(priority)
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
  private mutating func readParagraph(_ block: TextBlock) {
    guard case .number(let number) = block.marker, programme.priorities.isEmpty, var part = programme.parts.popLast()
    else { return }
    let level = paragraphIndent ?? block.indent
    paragraphIndent = level
    if block.indent <= level {
      part.paragraphs.append(
        ProgrammeParagraph(number: number, text: text.source(block.bytes), span: span(block.bytes)))
    }
    programme.parts.append(part)
  }
}
