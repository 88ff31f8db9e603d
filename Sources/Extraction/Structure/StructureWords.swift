/// The words by which layout is told from body text: `Lexicon/structure.tsv`.
struct StructureWords: Sendable {
  static let standard = StructureWords(EmbeddedText.structure)

  private var values: [String: [String: String]] = [:]

  init(_ file: String) {
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count >= 2 else { continue }
      for form in columns[1].split(separator: "|") {
        values[columns[0], default: [:]][String(form)] = columns.count > 2 ? columns[2] : ""
      }
    }
  }

  func contains(_ word: String, as use: String) -> Bool { values[use]?[word] != nil }
  func month(_ word: String) -> Int? { values["month"]?[word].flatMap { Int($0) } }
}

/// A short line of a text as its folded words, numbers and marks.
struct LineWords {
  let words: [String]

  /// The first `limit` tokens of a block.
  init(_ block: TextBlock, of text: AnnotatedText, limit: Int = 40) {
    let span = text.bytes.span
    var tokenizer = Tokenizer(vocabulary: text.lexicon.vocabulary)
    words = text.tokens[block.tokens].prefix(limit).map { token in
      token.kind == .punctuation
        ? text.source(token.bytes) : String(decoding: tokenizer.fold(token, of: span), as: UTF8.self)
    }
  }
}
