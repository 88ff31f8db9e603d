public import EntenteSchema

/// One entity of what several documents say of it, in the order of the documents: without their mentions and roles, which
/// may be more than memory holds.
public struct EntityUnion: Sendable {
  private let id: String
  private var known: Entity?
  /// How often each form names it.
  private var forms: [String: Int] = [:]

  /// - Parameter id: the identity of the entity.
  public init(id: String) { self.id = id }

  /// Adds what the next document says.
  public mutating func add(_ draft: Entity) {
    EntityReader.count(draft.mentions, in: &forms)
    guard var known else {
      var first = draft
      (first.id, first.mentions, first.roles, first.forms) = (id, [], [], [])
      self.known = first
      return
    }
    if known.name.split(separator: " ").count < draft.name.split(separator: " ").count { known.name = draft.name }
    if known.acronym.isEmpty { known.acronym = draft.acronym }
    if known.organisationID.isEmpty { known.organisationID = draft.organisationID }
    if known.countryID.isEmpty { known.countryID = draft.countryID }
    self.known = known
  }

  /// The entity without mentions and roles.
  public var entity: Entity {
    var entity = known ?? Entity(id: id)
    entity.forms = EntityReader.forms(forms)
    return entity
  }

  /// What a document says of an entity, as far as the entity tells: the inverse of `add` but for names and links that
  /// documents differ in.
  ///
  /// - Parameters:
  ///   - mentions: of the document.
  ///   - roles: of the document.
  public static func draft(of entity: Entity, mentions: [Mention], roles: [Role]) -> Entity {
    var draft = entity
    draft.mentions = mentions
    draft.roles = roles
    draft.forms = EntityReader.forms(mentions)
    return draft
  }
}
