/// Words whose term no rule of the stemmer tells, read from `Lexicon/french-forms.tsv`, whose head says what its classes are.
enum FrenchForms {
  /// The term of each word, folded.
  static let terms: [[UInt8]: [UInt8]] = {
    let lines = WordList.pairs(EmbeddedText.frenchForms)
    var terms: [[UInt8]: [UInt8]] = [:]
    terms.reserveCapacity(EmbeddedText.frenchForms.utf8.count / 2)
    for (kind, text) in lines {
      switch kind {
      case "whole": for word in words(text) { terms[word] = FrenchStemmer.withoutFinalLetters(word) }
      case "same": add(words(text), to: &terms)
      case "verb":
        let parts = text.split(separator: "|")
        guard parts.count == 2 else { continue }
        let forms = words(parts[1])
        for prefix in words(parts[0]) {
          add(forms.map { prefix == [UInt8(ascii: "-")] ? $0 : prefix + $0 }, to: &terms)
        }
      case "finish": for verb in words(text) { add(conjugated(verb, cutting: 2, secondGroup), to: &terms) }
      case "third": for verb in words(text) { add(conjugated(verb, cutting: 2, ["er", "ent"]), to: &terms) }
      default: continue
      }
    }
    // Last: what a word is by itself counts for more than what it is a form of.
    let whole = Set(lines.filter { $0.0 == "whole" }.flatMap { words($0.1) })
    for (kind, text) in lines where kind == "apart" {
      for forms in words(text) { addApart(forms, to: &terms, but: whole) }
    }
    return terms
  }()

  private static let secondGroup = [
    "ir", "i", "ie", "is", "ies", "it", "irent", "ira", "iront", "irait", "iraient", "issent", "issait", "issaient",
    "issant", "issante", "issants", "issantes", "isse", "issons", "issez",
  ]

  private static func conjugated(_ verb: [UInt8], cutting count: Int, _ endings: [String]) -> [[UInt8]] {
    endings.map { verb.dropLast(count) + Array($0.utf8) }
  }

  /// - Parameter forms: the lemma first.
  private static func add(_ forms: [[UInt8]], to terms: inout [[UInt8]: [UInt8]]) {
    guard var term = forms.first else { return }
    FrenchStemmer.cutEnding(&term)
    for form in forms { terms[form] = term }
  }

  /// - Parameter forms: joined by `/`. Their term ends with an apostrophe, which no other term does.
  private static func addApart(_ forms: [UInt8], to terms: inout [[UInt8]: [UInt8]], but whole: Set<[UInt8]>) {
    let forms = forms.split(separator: UInt8(ascii: "/")).map(Array.init)
    guard let lemma = forms.first else { return }
    let term = lemma + [UInt8(ascii: "'")]
    for form in forms {
      terms[form] = term
      let plural = form + [UInt8(ascii: "s")]
      if form.last != UInt8(ascii: "s"), !whole.contains(plural) { terms[plural] = term }
    }
  }

  private static func words(_ text: some StringProtocol) -> [[UInt8]] { WordList.words(in: text) }
}
