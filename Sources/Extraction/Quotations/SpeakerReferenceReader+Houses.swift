internal import EntenteSchema

/// Organisations that a text names again by what they are: "explique l'association", "a précisé le ministère".
extension SpeakerReferenceReader {
  /// An organisation where it is named, by its first token.
  struct HouseMention {
    let token: Int
    let entity: Int
  }

  /// Tokens after a name within which its noun alone may mean it.
  private static let memory = 400
  /// Mentions that are looked at, the nearest first.
  private static let width = 12

  /// The types that a noun of a type may stand for.
  private static let kin: [String: Set<String>] = [
    "ministry": ["ministry"], "agency": ["agency", "media"], "ngo": ["ngo", "union"], "company": ["company"],
    "media": ["media"], "party": ["party"], "institute": ["institute"], "university": ["university"],
    "court": ["court"], "embassy": ["embassy"], "council": ["council"], "parliament": ["parliament"],
    "union": ["union", "agency", "ngo", "alliance"],
  ]

  /// Each noun with an article and nothing after it, and the last organisation before it that it may mean.
  func houses() -> [(Range<Int>, SpeakerReference.Referent)] {
    guard text.categories.contains(.organisationHead) else { return [] }
    let (mentions, named) = self.mentions()
    guard !mentions.isEmpty else { return [] }
    var found: [(Range<Int>, SpeakerReference.Referent)] = []
    for match in text.matches(of: [.organisationHead]) {
      guard let kin = Self.kin[text.entry(match).value(0)], stands(match.tokens),
        !named.contains(match.tokens.lowerBound),
        let entity = house(match, kin, mentions)
      else { continue }
      found.append((match.tokens, .entity(entity)))
    }
    return found
  }

  /// Where organisations are named, by token, and the tokens of their names.
  private func mentions() -> ([HouseMention], Set<Int>) {
    var mentions: [HouseMention] = []
    var named: Set<Int> = []
    for number in entities.indices where entities[number].kind == .organisation {
      for mention in entities[number].mentions {
        guard let bytes = mention.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound),
          let last = text.token(atByte: bytes.upperBound - 1)
        else { continue }
        mentions.append(HouseMention(token: first, entity: number))
        named.formUnion(first...last)
      }
    }
    return (mentions.sorted { $0.token < $1.token }, named)
  }

  /// "l'association," but not "l'association de Bergen", "une association", "son association".
  private func stands(_ noun: Range<Int>) -> Bool {
    let article = noun.lowerBound - 1
    guard article >= 0, !text.tokens[noun.lowerBound].flags.contains(.afterHyphen),
      ["le", "la", "l'", "l’"].contains(text.source(text.tokens[article].bytes).lowercased())
    else { return false }
    let next = noun.upperBound
    guard next < text.tokens.count, text.tokens[next].kind == .word else { return true }
    return !text.tokens[next].flags.contains(.capitalised) && text.match(.nameLinker, at: next) == nil
      && text.match(.countryAdjective, at: next) == nil && text.match(.fieldAdjective, at: next) == nil
      && (text.match(.sayVerb, at: next) != nil || text.match(.sayAuxiliary, at: next) != nil
        || text.match(.sayPreposition, at: next) != nil || text.match(.sayFiller, at: next) != nil
        || text.match(.clauseWord, at: next) != nil)
  }

  /// The last organisation that is called so, else the only one of its kind that stands near.
  private func house(_ noun: LexiconMatch, _ kin: Set<String>, _ mentions: [HouseMention]) -> Int? {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].token < noun.tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    let word = EntityID.slug(text.source(tokens: noun.tokens))
    var similar: Int?
    for mention in mentions[..<low].suffix(Self.width).reversed() {
      guard mention.token + Self.memory > noun.tokens.lowerBound else { break }
      let entity = entities[mention.entity]
      let name = EntityID.slug(entity.name)
      if name.hasPrefix(word + "-") { return mention.entity }
      guard kin.contains(entity.type), entity.type != "ministry" else { continue }
      guard similar == nil || similar == mention.entity else { return nil }
      similar = mention.entity
    }
    return similar
  }
}
