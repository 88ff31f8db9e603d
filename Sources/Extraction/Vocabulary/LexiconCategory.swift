/// What an entry of the lexicon is for: the first column of its line. Add a case here, and lines to a file.
enum LexiconCategory: String, CaseIterable, Sendable {
  // text.tsv: how text is cut and told apart
  /// A word whose full stop does not end a sentence: `Mme.`, `art.`
  case abbreviation
  /// A word that ends neither sentence nor name when a full stop follows, whatever comes next: `M.`, `Dr.`
  case courtesy

  // goals.tsv: the fields of partnership goals
  /// The telling words of a goal's title; its slug.
  case goalTitle
  /// A word of a goal's field; the slug and a weight.
  case goalTerm
}
