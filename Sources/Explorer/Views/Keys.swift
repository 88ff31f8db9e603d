internal import EntenteSchema

// Names of enum values as labels, classes and addresses spell them.

extension DocumentKind {
  var key: String {
    switch self {
    case .pressRelease: "press-release"
    case .news: "news"
    case .programme: "programme"
    case .interview: "interview"
    case .declaration: "declaration"
    case .speech: "speech"
    case .other, .unspecified, .unrecognized: "other"
    }
  }
}

extension EntityKind {
  var key: String {
    switch self {
    case .person: "person"
    case .organisation: "organisation"
    case .country: "country"
    case .place: "place"
    case .unspecified, .unrecognized: "any"
    }
  }

  /// - Parameter key: as an address spells it; anything else is any kind.
  init(key: String) {
    self = [EntityKind.person, .organisation, .country, .place].first { $0.key == key } ?? .unspecified
  }
}

extension EventStatus {
  var key: String {
    switch self {
    case .past: "past"
    case .planned: "planned"
    case .proposed: "proposed"
    case .unspecified, .unrecognized: "any"
    }
  }

  init(key: String) {
    self = [EventStatus.past, .planned, .proposed].first { $0.key == key } ?? .unspecified
  }
}

extension FacetKind {
  static let shown: [FacetKind] = [.documentKind, .year, .goal, .person, .organisation, .country]

  /// The filter of the query language that takes the facet's values.
  var filter: String {
    switch self {
    case .documentKind: "kind"
    case .year: "date"
    case .goal: "goal"
    case .person: "person"
    case .organisation: "organisation"
    case .country: "country"
    case .unspecified, .unrecognized: ""
    }
  }
}
