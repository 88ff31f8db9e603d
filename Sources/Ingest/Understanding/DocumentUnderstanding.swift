internal import EntenteExtraction
internal import EntenteSchema

/// What is understood of a document, however long it is.
///
/// A long text is understood part by part, so that memory and time grow with the part, whatever the text is made of. Of
/// each part so much is kept as texts of people have, and more: a text of nothing but quotation marks, or of a million
/// names, does not fill the snapshot.
struct DocumentUnderstanding {
  private(set) var knowledge: DocumentKnowledge
  /// Whether more was found than is kept.
  private(set) var isCut = false
  private var events: Set<EventIdentity> = []

  /// What is said of a document of which more was found.
  static let remark = "it has implausibly many names, quotations or dates close together; not all of them are kept"

  /// The size of a part, in bytes: about 40,000 words. A part made of nothing but quotation marks takes 80 MB.
  static let partSize = 256 << 10
  /// What is kept of a shorter part is not less.
  private static let leastPart = 64 << 10

  /// - Parameter partSize: smaller for a test.
  init(_ input: DocumentInput, partSize: Int = Self.partSize) {
    let extractor = Extractor()
    let parts = TextParts(input.text, size: partSize)
    guard parts.ranges.count > 1 else {
      knowledge = extractor.read(input)
      isCut = KnowledgeLimits(partSize).cut(&knowledge)
      return
    }
    knowledge = DocumentKnowledge()
    var union = EntityIndex()
    for (number, range) in parts.ranges.enumerated() {
      var part = input
      part.text = parts.text(range)
      if number > 0 {
        // What the head of the text says holds for all of it.
        part.title = knowledge.title
        part.date = input.date ?? knowledge.published?.start
      }
      var found = extractor.read(part)
      isCut = KnowledgeLimits(max(range.count, Self.leastPart)).cut(&found) || isCut
      found.shift(by: range.lowerBound)
      add(found, isFirst: number == 0, &union)
    }
    knowledge.number(of: input.id)
  }

  private mutating func add(_ part: DocumentKnowledge, isFirst: Bool, _ union: inout EntityIndex) {
    if isFirst {
      knowledge = part
      events = Set(part.events.map(EventIdentity.init))
      knowledge.entities = []
    } else {
      knowledge.effective = Self.later(knowledge.effective, part.effective)
      knowledge.boilerplate += part.boilerplate
      knowledge.dates += part.dates
      // One event that several parts tell of is one, as it is in a text of one part.
      knowledge.events += part.events.filter { events.insert(EventIdentity($0)).inserted }
      knowledge.quotations += part.quotations
      knowledge.evidence += part.evidence
    }
    for entity in part.entities { union.add(entity, to: &knowledge.entities) }
  }

  /// Of a text that only tells of days, the latest of all parts.
  private static func later(_ date: PartialDate?, _ other: PartialDate?) -> PartialDate? {
    guard let date else { return other }
    guard let other, date.subject == .latestTold, other.subject == .latestTold else { return date }
    return date.start < other.start ? other : date
  }
}

extension DocumentKnowledge {
  /// Events and quotations are numbered through the document.
  fileprivate mutating func number(of documentID: String) {
    for index in events.indices { events[index].id = "\(documentID)#\(index + 1)" }
    for index in quotations.indices { quotations[index].id = "\(documentID)#\(index + 1)" }
  }
}

/// What two parts that tell of one event agree in.
private struct EventIdentity: Hashable {
  let type, title: String
  let start, end, place: String?

  init(_ event: Event) {
    (type, title) = (event.type, event.title)
    (start, end, place) = (event.date?.start, event.date?.end, event.place?.id)
  }
}

/// Brings together what the parts of a document say of one entity.
private struct EntityIndex {
  private var places: [String: Int] = [:]

  mutating func add(_ entity: Entity, to entities: inout [Entity]) {
    guard let place = places[entity.id] else {
      places[entity.id] = entities.count
      entities.append(entity)
      return
    }
    var known = entities[place]
    entities[place] = Entity()
    known.mentions += entity.mentions
    for role in entity.roles where !known.roles.contains(where: { $0.text == role.text }) { known.roles.append(role) }
    for form in entity.forms where !known.forms.contains(form) { known.forms.append(form) }
    if known.acronym.isEmpty { known.acronym = entity.acronym }
    if known.organisationID.isEmpty { known.organisationID = entity.organisationID }
    if known.countryID.isEmpty { known.countryID = entity.countryID }
    entities[place] = known
  }
}
