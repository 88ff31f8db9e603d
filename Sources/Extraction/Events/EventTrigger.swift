internal import EntenteSchema

/// Words that tell of an event, before it is known when, where and by whom.
struct EventTrigger: Sendable {
  /// Which noun it is told with.
  enum Determination: Sendable, Equatable {
    /// `cette rencontre`: an event that was told before.
    case demonstrative
    /// `la déclaration`, `les discussions`: perhaps one that was told before.
    case definite
    case indefinite
    case possessive
    /// A verb, or a noun without determiner.
    case none
  }

  /// At first `edition` or `round` where the other events of the text decide: `la prochaine édition`.
  var type: String
  let tokens: Range<Int>
  let determination: Determination
  /// Fixed by the phrase; nil where tense and cues decide.
  var status: EventStatus?
  /// A verb tells of it.
  var isVerb = false
  /// `se sont réunis`: the encounter itself stands beside it, where the sentence names one.
  var isGathering = false
  /// `ira à`, `était à`: that somebody is somewhere tells of an event only where the sentence tells of no other.
  var isJourney = false
  /// `a dépêché`, `a convoqué`: what was said or done has happened, but not yet what it is for.
  var isErrand = false
}
