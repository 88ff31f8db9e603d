/// What an entry of the lexicon is for: the first column of its line. Add a case here, and lines to a file.
///
/// Numbered, so that a ``CategorySet`` holds one bit for each.
enum LexiconCategory: UInt8, CaseIterable, Sendable {
  // dates.tsv: how dates are stated; the columns stand at its top
  /// A month; its number, and whether it may stand alone.
  case dateMonth
  /// A weekday; its number, from Monday.
  case dateWeekday
  /// A season; its first and last day.
  case dateSeason
  /// A number in letters.
  case dateCount
  /// `premier`, `dernier`; its number, -1 for the last.
  case dateOrdinal
  /// `Noël`, `Pâques`; its day, or days after Easter.
  case dateFeast
  /// What a number before it counts: `km`, `euro`.
  case dateMeasure
  case dateUnit
  /// `au`, `et` between two dates.
  case dateLink
  /// What stands before a date: `en`, `fin`, `années`.
  case dateIntro
  /// `d'ici`, `avant`.
  case dateDeadline
  /// `dernier`, `prochain`.
  case dateSide
  /// `dernières`, `prochains`, after a count.
  case dateWindow
  /// `avant`, `depuis`: on which side of what is told a date of the same phrase lies.
  case dateFrame
  /// What counts from another date: `hier`, `la veille`, `l'an prochain`.
  case dateRelative
  /// `il y a`, `plus tard`.
  case dateOffset
  /// A part of a year; its months.
  case datePart
  /// A word that says where so many days end or begin.
  case dateSpan
  /// A verb or participle that says whether its clause is past or upcoming.
  case dateTense
  /// A participle that its ending does not tell, or a verb that sets a day.
  case dateVerb
  /// `de`, `à`: before an infinitive that says what is to come.
  case dateAim

  // kinds.tsv: what tells the kind of a document
  case kindTitle
  case kindLine
  case kindPublisher

  // programme.tsv: how programmes name their sections
  case programmePart
  case programmeOrdinal
  case programmeObjective
  case programmePriority

  // goals.tsv: the fields of partnership goals
  /// The telling words of a goal's title; its slug.
  case goalTitle
  /// A word of a goal's field; the slug and a weight.
  case goalTerm
  /// One of two words that name a goal's field together; the slug and the side.
  case goalPair

  // events.tsv: how events are told
  /// A noun that names an event; its type and what it needs beside it.
  case eventNoun
  /// A verb that tells of an event; its type and what it needs beside it.
  case eventVerb
  /// A phrase that is an event of its own; its type and status.
  case eventPhrase
  /// A word that tells whether an event is planned, proposed, held, adopted or agreed.
  case eventCue
  /// How a noun is determined: demonstrative, definite, indefinite, possessive.
  case eventDeterminer
  case eventNegation
  /// at, between, by.
  case eventPreposition
  /// A word that opens a clause.
  case eventBoundary
  /// `se`, `s'`.
  case eventReflexive
  /// `il`, `les deux ministres`: one or two people told of before.
  case eventPronoun
  /// The article before a name.
  case eventArticle
  /// Whoever is received.
  case eventRole
  /// A country whose article its ending does not tell.
  case nameArticle
  /// `la guerre en`: a country that is spoken of.
  case eventElsewhere
  /// `sur`, before what an event is about.
  case eventTopic
  /// A type of the taxonomy; how its title begins.
  case eventType

  // evidence.tsv: what makes a mention of a field evidence
  /// A word of joint activity, intent or progress.
  case activityCue
  /// A word of not doing: `a refusé`.
  case refusalCue
  /// A word of blame: what follows is others' doing.
  case blameCue
  /// What opens a sentence of other news.
  case asideCue
  /// An alliance that has partners.
  case alliance
  /// `nous`, `nos`: the partners, where they speak themselves.
  case partnerPronoun
  /// The ISO codes of states whose doings are no evidence.
  case outsider
  /// A participle that its ending does not tell: `mis`, `conçu`.
  case irregularParticiple
  /// Another name of an outsider: `le Nord`.
  case outsiderName
  /// `selon`, `d'après`: before whoever only says so.
  case hearsay
  /// Goals that are about what outsiders do.
  case threatGoal
  /// The ISO codes of the alliance's own states.
  case ownState
  /// A region that stands for the partners in it.
  case partnerRegion
  /// A word that opens a clause with a subject of its own.
  case clauseBreak

  // countries.tsv, regions.tsv, cities.tsv, organisations.tsv: names; the columns stand at the top of each file
  case country
  case countryAdjective
  case capital
  case region
  case regionAdjective
  case city
  /// A town or region of the gazetteer, where the words beside it tell a place.
  case town
  case province
  case organisation
  /// `Figaro`, behind `au` and `du`: a medium whose name has an article; the whole name, and "common" for a common noun.
  case mediaTail
  /// `ats`: the sign of an agency in a dateline.
  case agencySign

  // organisation-heads.tsv: nouns before names
  case organisationHead
  /// `RIMa`: the letters of a unit, after its number.
  case organisationCode
  /// The last word of an English name: `Institute`.
  case organisationTail
  /// `sur les ondes de`, before the name of a medium.
  case mediaCue
  /// `écrit`, before `dans` and a medium between marks.
  case mediaVerb
  case buildingHead
  /// `village`, before `de` and a place.
  case placeHead
  /// `né`, before `à` and a place.
  case placeVerb
  /// `golfe`, `stade`: makes the name of a place with the name after it; its type, and what may stand between.
  case placeNoun
  /// `Arena`: ends an English name of a place; its type.
  case placeTail
  /// `attribué`, before `à` and somebody.
  case placeDative
  case regionHead
  case eventName

  // roles.tsv and given-names.tsv: how people are named
  case role
  case roleModifier
  /// Offices that may mean one and the same: `président`, `chef de l'État`.
  case roleKin
  /// A noun for anybody who was spoken of: `responsable`.
  case roleGeneric
  /// What stands before a role and is no part of it: `nouveau`, `plus haut`.
  case roleAdjective
  /// `est`, `devenu`: the role of its subject follows.
  case roleCopula
  /// What stands before people: `entretien avec`.
  case personCue
  /// Nouns for one person that are no office: `victime`, `doyenne`.
  case personNoun
  case civility
  case formerWord
  case nameParticle
  /// `MP`, `OBE`: letters after a name.
  case nameSuffix
  case speechVerb
  case clauseWord
  case nameLinker
  /// `libre`, `arabe`: goes on with the name of a force after its country.
  case forceAdjective
  /// `publique`, `écologique`: goes on with the name of a ministry after a noun.
  case fieldAdjective
  case givenName
  /// `Plutarque`: a name that alone tells who is meant.
  case famousName

  // quotations.tsv: how quotations are attributed
  case sayVerb
  case sayMarker
  case documentNoun
  case sayPronoun
  case sayAuxiliary
  case sayFiller
  case sayPreposition
  case sayDeterminer
  case sayIndefinite
  case saySource
  /// `est`, `restait`, `jugée`: what follows is said of something.
  case sayCopula
  /// `on`, `certains`: a subject that is nobody in particular.
  case sayNobody
  /// `à`, `de`, `vers`: before a place.
  case placePreposition
  /// `pas`, `jamais`.
  case sayNot
  /// `reçu`, `lu`: the words after its colon are another's.
  case sayBorrowed
  /// `démenti`, before `avoir dit`.
  case sayDenial
  /// A noun that tells when: `veille`.
  case sayTime
  case titleCue

  /// Whether forms also stand for their plural or singular.
  var hasBothNumbers: Bool { self == .goalTerm || self == .goalPair }

  /// By the names that the files use: those of the cases.
  static let named: [String: LexiconCategory] = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// A set of categories: what a text, a sentence or a token has nothing of is told by a bit, without looking.
///
///     static let events: CategorySet = [.eventNoun, .eventVerb]
///     guard sentence.categories.intersects(Self.events) else { return }
struct CategorySet: Sendable, ExpressibleByArrayLiteral {
  // Two words, since a shift of one of 128 bits costs many times more.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(arrayLiteral categories: LexiconCategory...) {
    for category in categories { insert(category) }
  }

  @inline(__always)
  mutating func insert(_ category: LexiconCategory) {
    let bit: UInt64 = 1 &<< UInt64(category.rawValue)
    if category.rawValue < 64 { low |= bit } else { high |= bit }
  }

  @inline(__always)
  mutating func formUnion(_ other: CategorySet) {
    low |= other.low
    high |= other.high
  }

  @inline(__always)
  func contains(_ category: LexiconCategory) -> Bool {
    (category.rawValue < 64 ? low : high) &>> UInt64(category.rawValue) & 1 == 1
  }

  /// Whether both have a category.
  @inline(__always)
  func intersects(_ other: CategorySet) -> Bool { low & other.low | high & other.high != 0 }
}
