import EntenteSchema

extension DocumentKind {
  var shown: String {
    switch self {
    case .pressRelease: "press release"
    case .news: "news"
    case .programme: "programme"
    case .interview: "interview"
    case .declaration: "declaration"
    case .speech: "speech"
    case .other: "other"
    case .unspecified, .unrecognized: "–"
    }
  }
}

extension EntityKind {
  var shown: String {
    switch self {
    case .person: "person"
    case .organisation: "organisation"
    case .country: "country"
    case .place: "place"
    case .unspecified, .unrecognized: "–"
    }
  }
}

extension EventStatus {
  var shown: String {
    switch self {
    case .past: "past"
    case .planned: "planned"
    case .proposed: "proposed"
    case .unspecified, .unrecognized: "–"
    }
  }
}
