/// What the analyser knows of French words, read once from the lexicon files. All words are folded.
enum FrenchWords {
  static let stopWords = WordList.words(EmbeddedText.stopWords)
  static let elisions = WordList.words(EmbeddedText.elisions)
  static let abbreviations = WordList.words(EmbeddedText.abbreviations)

  /// Words with a stem of their own.
  static let keptWords: [[UInt8]: [UInt8]] = Dictionary(
    WordList.pairs(EmbeddedText.keptWords).map { (Array($0.utf8), Array($1.utf8)) }, uniquingKeysWith: { $1 })

  /// Of kept words that begin with other letters than their term: the first two of both.
  static let movedInitials: [(word: [UInt8], term: [UInt8])] = keptWords.compactMap { word, term in
    let (first, kept) = (Array(word.prefix(2)), Array(term.prefix(2)))
    return first.count == 2 && first != kept ? (first, kept) : nil
  }

  /// First parts of compounds, and whether a space may stand for the hyphen.
  static let compoundParts: [[UInt8]: Bool] = Dictionary(
    WordList.pairs(EmbeddedText.compounds).map { (Array($0.utf8), $1 == "apart") }, uniquingKeysWith: { $1 })
}
