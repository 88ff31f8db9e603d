/// Words that may stand for a speaker: a name, the description of an office, a document.
struct SpeakerReference {
  enum Referent {
    /// In the entities of the document.
    case entity(Int)
    /// "la ministre": somebody who holds the office, or whoever was spoken of.
    case description(head: String, gender: String, country: String, isShort: Bool)
    /// "une source diplomatique": a person whom the text does not name.
    case nobody
    case document
  }

  let tokens: Range<Int>
  var referent: Referent
  /// A preposition stands before it: "avec le ministre".
  var isGoverned: Bool
  /// Inside somebody's words.
  let isQuoted: Bool
}
