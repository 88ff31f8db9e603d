internal import EntenteSchema
internal import EntenteTextAnalysis

/// An entity while its document is read.
struct EntityDraft {
  /// A mention by tokens of the text.
  struct Mention {
    let tokens: Range<Int>
    let form: MentionForm
  }

  /// A role by tokens of the text.
  struct Role {
    let tokens: Range<Int>
    let former: Bool
    /// The id of the organisation or country that the role belongs to; empty when the text does not say.
    let of: String
  }

  var id: String
  var kind: EntityKind
  var name: String
  var acronym = ""
  var iso2 = ""
  var type = ""
  var owner = ""
  var mentions: [Mention] = []
  var roles: [Role] = []
}

/// The entities of a document by id, in the order in which they are first found.
struct EntityTable {
  private(set) var drafts: [EntityDraft] = []
  private var numbers: [String: Int] = [:]

  /// The number of an entity, added when it is new.
  mutating func number(_ draft: EntityDraft) -> Int {
    if let known = numbers[draft.id] { return known }
    numbers[draft.id] = drafts.count
    drafts.append(draft)
    return drafts.count - 1
  }

  /// The mentions of the entities of a kind, or of all of them.
  func mentions(of kind: EntityKind? = nil) -> [EntityDraft.Mention] {
    var mentions: [EntityDraft.Mention] = []
    // By index: a draft is not copied to be asked for its kind.
    for number in drafts.indices where kind == nil || drafts[number].kind == kind {
      mentions += drafts[number].mentions
    }
    return mentions
  }

  mutating func mention(_ number: Int, _ tokens: Range<Int>, _ form: MentionForm = .name) {
    drafts[number].mentions.append(EntityDraft.Mention(tokens: tokens, form: form))
  }

  mutating func setAcronym(_ number: Int, _ acronym: String) {
    if drafts[number].acronym.isEmpty { drafts[number].acronym = acronym }
  }

  mutating func addRole(_ number: Int, _ role: EntityDraft.Role) {
    drafts[number].roles.append(role)
  }
}

/// Stable ids from names: `organisation/institut-national-d-etudes-de-defense`.
enum EntityID {
  static func make(_ kind: EntityKind, _ name: String) -> String {
    "\(prefix(kind))/\(slug(name))"
  }

  private static func prefix(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "person"
    case .organisation: "organisation"
    case .country: "country"
    default: "place"
    }
  }

  /// Letters and digits without case and diacritics, everything else one hyphen.
  static func slug(_ name: String) -> String {
    let hyphen = UInt8(ascii: "-")
    var slug: [UInt8] = []
    slug.reserveCapacity(name.utf8.count)
    let letters = FoldedLetters.latin
    for scalar in name.unicodeScalars {
      let letter = letters[scalar.value]
      if letter.first != 0 {
        slug.append(letter.first)
        if letter.second != 0 { slug.append(letter.second) }
        if letter.third != 0 { slug.append(letter.third) }
      } else if (0x30...0x39).contains(scalar.value) || !scalar.isASCII && scalar.properties.isAlphabetic {
        Folding.append(scalar, to: &slug)
      } else if !slug.isEmpty, slug.last != hyphen {
        slug.append(hyphen)
      }
    }
    if slug.last == hyphen { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }
}
