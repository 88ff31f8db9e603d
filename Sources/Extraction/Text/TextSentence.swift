/// A sentence: never longer than its block, with the closing quotation marks that follow its full stop.
struct TextSentence: Sendable {
  /// In bytes of the text.
  let bytes: Range<Int>
  /// In ``AnnotatedText/tokens``; never empty.
  let tokens: Range<Int>
  /// In ``AnnotatedText/blocks``.
  let block: Int
  /// Of all matches that begin in it.
  var categories: CategorySet = []
}
