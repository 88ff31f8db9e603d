// French, from the lexicon files of this module.

extension LanguageRules {
  static let french = LanguageRules(
    stopWords: WordList.words(EmbeddedText.stopWords),
    elisions: WordList.words(EmbeddedText.elisions),
    keptWords: FrenchForms.terms,
    compoundParts: Dictionary(
      WordList.pairs(EmbeddedText.compounds).map { (Array($0.utf8), $1 == "apart") }, uniquingKeysWith: { $1 }),
    stem: FrenchStemmer.stem)
}

extension SentenceWords {
  static let french = SentenceWords(EmbeddedText.sentences, stops: WordList.words(EmbeddedText.stopWords))
}

extension Equivalents {
  static let french = Equivalents(EmbeddedText.equivalents + EmbeddedText.englishNames, .french)
}

extension RelatedWords {
  static let french = RelatedWords(EmbeddedText.relatedWords, .french)
}

extension OpenQuestion {
  static let french = OpenQuestion(EmbeddedText.questionWords, .french)
}
