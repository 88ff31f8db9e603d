/// Words that may stand for a speaker: a name, the description of an office, a document.
struct SpeakerReference {
  /// What an office or a common noun tells of whom it means.
  struct Description {
    /// The noun, as ``OfficeHolders/plain(_:)`` has it; empty for a noun that is no office.
    let head: String
    let gender: String
    /// The id of the country; empty when none is told.
    let country: String
    /// The id of the organisation; empty when none is told.
    var house = ""
    /// The noun stands alone or nearly so.
    let isShort: Bool
    /// "son hôte": the other one of two who meet.
    var isPartner = false
  }

  enum Referent {
    /// In the entities of the document.
    case entity(Int)
    /// "la ministre": somebody who holds the office, or whoever was spoken of.
    case description(Description)
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

extension [SpeakerReference] {
  /// Those that begin from the token `start` on, before `end`.
  func between(_ start: Int, _ end: Int) -> ArraySlice<SpeakerReference> {
    self[indices(start, end)]
  }

  /// Where those that begin from the token `start` on, before `end`, stand.
  func indices(_ start: Int, _ end: Int) -> Range<Int> {
    let place = first(from: start)
    return place..<Swift.max(place, first(from: end))
  }

  /// The first one that begins at a token or after it; they are in order.
  func first(from token: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
