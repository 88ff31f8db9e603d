/// What the analyser remembers of a word as written, so that each distinct spelling is folded and stemmed once.
struct SurfaceWord: Sendable {
  static let noTerm = UInt32.max

  /// The term to index; `noTerm` for stop words and for what folds to nothing.
  var term: UInt32
  /// The number of a stop word among those of its language.
  var stopNumber: UInt8 = 0
  var isStopWord = false
  /// Falls away before an apostrophe.
  var isElision = false
  /// Joins with the next word after a hyphen.
  var isCompoundPart = false
  /// Joins with the next word after a space too.
  var joinsApart = false
  /// Letters that are the first part of a code, where a hyphen and digits follow.
  var isCodeLetters = false
}
