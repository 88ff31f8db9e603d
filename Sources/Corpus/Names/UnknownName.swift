public import EntenteSchema

/// A name that is unknown in the corpus, with suggestions.
public struct UnknownName: Hashable, Sendable {
  /// What kind of thing was looked up.
  public enum Subject: Hashable, Sendable {
    case document, programme, goal, priority, eventType
    /// Unspecified for an entity of any kind.
    case entity(EntityKind)
  }

  public let subject: Subject
  /// The name in the request, truncated if it is long.
  public let name: String
  /// Similar names, the nearest first.
  public let suggestions: [String]
  /// The existing names, or the first of many.
  public let known: [String]
  /// An entity with that name, if another kind was requested.
  public let namesake: EntitySummary?

  private static let longestName = 200
  private static let shownNames = 50

  init(
    _ subject: Subject, _ name: String, suggestions: [String] = [], known: [String] = [],
    namesake: EntitySummary? = nil
  ) {
    self.subject = subject
    self.name = String(name.prefix(Self.longestName))
    self.suggestions = suggestions
    self.known = Array(known.prefix(Self.shownNames))
    self.namesake = namesake
  }
}

extension UnknownName: CustomStringConvertible {
  /// Says what was not found, with suggestions.
  public var description: String { advice.map { what + "; " + $0 } ?? what }

  private var what: String {
    switch subject {
    case .document: "no document has the id \"\(name)\""
    case .programme: known.isEmpty ? "the corpus holds no partnership programme" : "no programme in \"\(name)\""
    case .goal: "no goal is called \"\(name)\""
    case .priority: "there is no priority \"\(name)\""
    case .eventType: "no event in the corpus is of type \"\(name)\""
    case .entity(let kind): "\(kind.noun.map { "no \($0)" } ?? "nothing") in the corpus is called \"\(name)\""
    }
  }

  private var advice: String? {
    if let namesake { return "\(namesake.name) is a \(namesake.kind.noun ?? "name"): \(namesake.id)" }
    if let last = suggestions.last {
      let others = suggestions.dropLast().joined(separator: ", ")
      return "did you mean \(others.isEmpty ? "" : others + " or ")\(last)?"
    }
    let names = known.joined(separator: ", ")
    switch subject {
    case .document: return "list the documents to see their ids"
    case .programme: return names.isEmpty ? nil : "there is one in \(names)"
    case .goal, .priority: return names.isEmpty ? "the corpus holds no programme" : "choose from \(names)"
    case .eventType: return names.isEmpty ? "the corpus has no events" : "choose from \(names)"
    case .entity: return "list the entities to see their names"
    }
  }
}

extension UnknownName {
  /// For programs, as of ``RequestFault``.
  public var kind: RequestFault.Kind {
    switch subject {
    case .document: .unknownDocument
    case .programme: .unknownProgramme
    case .goal: .unknownGoal
    case .priority: .unknownPriority
    case .eventType: .unknownEventType
    case .entity: .unknownName
    }
  }

  /// Of several names, one a line.
  public var values: [String: String] {
    var values = ["name": name]
    if !suggestions.isEmpty { values["suggestions"] = suggestions.joined(separator: "\n") }
    if !known.isEmpty { values["known"] = known.joined(separator: "\n") }
    if let namesake { values["namesake"] = namesake.id }
    if case .entity(let kind) = subject, let noun = kind.noun { values["kind"] = noun }
    return values
  }
}

extension RequestFault {
  /// A name that is unknown where a filter of a query holds it.
  ///
  /// - Parameter position: of the filter.
  init(_ name: UnknownName, at position: Int) {
    self.init(name.kind, name.description, at: position, name.values)
  }
}

extension EntityKind {
  /// The noun for use in a sentence; nil for an unknown kind.
  fileprivate var noun: String? {
    switch self {
    case .person: "person"
    case .organisation: "organisation"
    case .country: "country"
    case .place: "place"
    case .unspecified, .unrecognized: nil
    }
  }
}
