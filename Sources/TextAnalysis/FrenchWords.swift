/// What the analyser knows of French words, read once from the lexicon files. All words are folded.
enum FrenchWords {
  static let stopWords = WordList.words(EmbeddedText.stopWords)
  static let elisions = WordList.words(EmbeddedText.elisions)
  static let abbreviations = WordList.words(EmbeddedText.abbreviations)

  /// Words with a stem of their own.
  static let keptWords: [[UInt8]: [UInt8]] = Dictionary(
    WordList.pairs(EmbeddedText.keptWords).map { (Array($0.utf8), Array($1.utf8)) }, uniquingKeysWith: { $1 })

  /// First parts of compounds, and whether a space may stand for the hyphen.
  static let compoundParts: [[UInt8]: Bool] = Dictionary(
    WordList.pairs(EmbeddedText.compounds).map { (Array($0.utf8), $1 == "apart") }, uniquingKeysWith: { $1 })
}
