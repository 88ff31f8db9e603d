/// The words that attribute a quotation: "a déclaré X", "selon elle".
struct Attribution {
  enum Subject {
    case reference(SpeakerReference)
    /// A gender, or nothing for "ce dernier"; where it stands.
    case pronoun(String, at: Int)
    /// "en ajoutant": whoever the text tells of.
    case unstated
  }

  var subject: Subject
  var tokens: Range<Int>
  /// The speaker cites somebody: the one who speaks goes on after.
  var isCited = false

  /// "il", "le président": who is not named, and is no first person.
  var tellsOfAnother: Bool {
    switch subject {
    case .pronoun(let gender, _): gender != "self" && gender != "addressee"
    case .unstated: false
    case .reference(let reference):
      if case .description = reference.referent { true } else { false }
    }
  }

  /// The words of nobody whom the text names.
  static func nobody(_ tokens: Range<Int>) -> Attribution {
    let nobody = SpeakerReference(tokens: tokens, referent: .nobody, isGoverned: false, isQuoted: false)
    return Attribution(subject: .reference(nobody), tokens: tokens)
  }

  /// Words that somebody is said not to have spoken; who was spoken of stays so.
  static func denied(_ tokens: Range<Int>) -> Attribution {
    var attribution = nobody(tokens)
    attribution.isCited = true
    return attribution
  }

  /// What speaks, when it is a document.
  var document: Range<Int>? {
    guard case .reference(let reference) = subject, case .document = reference.referent else { return nil }
    return reference.tokens
  }
}
