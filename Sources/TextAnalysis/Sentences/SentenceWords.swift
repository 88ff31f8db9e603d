/// Words that tell whether a full stop ends a sentence, read from `Lexicon/sentences.tsv`. All of them are folded.
final class SentenceWords: Sendable {
  /// Before the name of a person.
  let titles: Set<[UInt8]>
  /// Before anything.
  let open: Set<[UInt8]>
  /// Before a number.
  let numbered: Set<[UInt8]>
  /// The first words of surnames that are stop words besides.
  let particles: Set<[UInt8]>

  /// Words that no surname is.
  let stops: Set<[UInt8]>

  static let none = SentenceWords("", stops: [])

  /// - Parameters:
  ///   - file: of classes and their words.
  ///   - stops: the stop words of the language.
  init(_ file: String, stops: Set<[UInt8]>) {
    var classes: [String: Set<[UInt8]>] = [:]
    for (name, words) in WordList.pairs(file) { classes[name, default: []].formUnion(WordList.words(words)) }
    titles = classes["title"] ?? []
    open = classes["open"] ?? []
    numbered = classes["number"] ?? []
    self.stops = stops
    particles = classes["particle"] ?? []
  }
}
