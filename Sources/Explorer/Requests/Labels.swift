/// The words of the explorer's own, in both languages, from `Resources/labels.tsv`.
struct Labels: Sendable {
  private let words: [Language: [String: String]]
  private let templateWords: [Language: [String: String]]

  /// Reads lines of `key TAB French TAB English`; lines that begin with `#` are comments.
  init(table: String) {
    var words: [Language: [String: String]] = [.french: [:], .english: [:]]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3 else { continue }
      words[.french]?[cells[0]] = Self.spaced(cells[1])
      words[.english]?[cells[0]] = cells[2]
    }
    self.words = words
    templateWords = words.mapValues { labels in
      Dictionary(uniqueKeysWithValues: labels.map { ($0.key.replacing(".", with: "_"), $0.value) })
    }
  }

  /// French signs with a space of their own keep it on their line.
  private static func spaced(_ label: String) -> String {
    [" :", " ;", " ?", " !", " »", "« "].reduce(label) { text, sign in
      text.replacing(sign, with: sign.replacing(" ", with: "\u{A0}"))
    }
  }

  static let embedded = Labels(table: EmbeddedText.labels)

  /// All labels of a language, as templates take them: `search.title` is `search_title`, because a template reads a point
  /// as a step into a view.
  func all(_ language: Language) -> [String: String] { templateWords[language] ?? [:] }

  /// One label; the key itself where the table lacks it, so that a gap is seen.
  func callAsFunction(_ key: String, _ language: Language) -> String { words[language]?[key] ?? key }

  /// A count with its noun: `label.one` or `label.many`. French counts 0 and 1 as one, English only 1.
  func count(_ number: some BinaryInteger, _ key: String, _ language: Language) -> String {
    let isOne = language == .french ? number <= 1 : number == 1
    return "\(number) " + self(key + (isOne ? ".one" : ".many"), language)
  }

  var keys: Set<String> { Set((words[.french] ?? [:]).keys) }
}
