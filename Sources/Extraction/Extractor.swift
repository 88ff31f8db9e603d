public import EntenteSchema
internal import ProtobufCoding

/// What a document is beside its text: what was said about it where it came from.
public struct DocumentInput: Sendable {
  public var id: String
  public var text: String
  /// Nil where the text has to tell.
  public var title: String?
  /// A day, ISO 8601; nil where the text has to tell.
  public var date: String?
  public var publisher: String
  /// A day that dates of the text may be resolved against; what comes of it is of basis MANIFEST.
  public var referenceDate: String?
  /// BCP 47. What is not French keeps its title, and nothing else is read of it.
  public var language: String

  public init(
    id: String, text: String, title: String? = nil, date: String? = nil, publisher: String = "",
    referenceDate: String? = nil, language: String = "fr"
  ) {
    self.language = language
    self.id = id
    self.text = text
    self.title = title
    self.date = date
    self.publisher = publisher
    self.referenceDate = referenceDate
  }
}

extension DocumentInput {
  fileprivate var isUnderstood: Bool {
    language.isEmpty || language == "fr" || language.lowercased().split(separator: "-").first == "fr"
  }
}

/// What extraction knows of one document. Every span counts in the bytes of its text.
public struct DocumentKnowledge: Sendable {
  public var title = ""
  /// Unset where the title was given beside the text, or there is none.
  public var titleSpan: TextSpan?
  public var kind = DocumentKind.unspecified
  public var published: PartialDate?
  public var updated: PartialDate?
  /// The day by which the document is ordered; its subject says which it is. Nil where nothing tells.
  public var effective: PartialDate?
  public var boilerplate: [TextSpan] = []
  /// Unset where the document is no programme.
  public var programme: Programme?
  /// As printed, in the order of the text.
  public var dates: [PartialDate] = []
  /// With what this document says of them; one id for an entity in all documents.
  public var entities: [Entity] = []
  public var events: [Event] = []
  public var quotations: [Quotation] = []
  public var evidence: [Evidence] = []

  public init() {}
}

/// Reads documents: a pure function of each, so that documents may be read in parallel.
///
/// ```swift
/// let knowledge = Extractor().read(DocumentInput(id: "a", text: text, publisher: "OTAN"))
/// ```
public struct Extractor: Sendable {
  public init() {}

  public func read(_ input: DocumentInput) -> DocumentKnowledge {
    var text = AnnotatedText(input.text)
    let structure = DocumentStructure(text, documentID: input.id, titleIsGiven: input.title != nil)
    var knowledge = DocumentKnowledge()
    knowledge.title = input.title ?? structure.title.map { text.source($0) } ?? ""
    knowledge.titleSpan = structure.title.map(Self.span)
    knowledge.published = input.date.flatMap(Self.given) ?? structure.published
    knowledge.updated = structure.updated
    knowledge.boilerplate = structure.boilerplate.map(Self.span)
    guard input.isUnderstood else {
      knowledge.published = input.date.flatMap(Self.given)
      knowledge.updated = nil
      knowledge.kind = .other
      knowledge.effective = DocumentDate.effective(published: knowledge.published, reference: input.referenceDate)
      return knowledge
    }
    knowledge.programme = ProgrammeReader.read(
      text, structure: structure, documentID: input.id, title: knowledge.title)
    knowledge.kind =
      knowledge.programme != nil
      ? .programme
      : DocumentKindReader(text: text, structure: structure).kind(title: knowledge.title, publisher: input.publisher)
    classify(&text, structure)
    // A page that says only when it was changed was written about then.
    let given = input.referenceDate ?? input.date
    let printed = (structure.published ?? (given == nil ? structure.updated : nil))
      .flatMap { CivilDate(iso8601: $0.start) }
    let dates = DateReader(
      text: text, documentID: input.id, published: printed,
      reference: given.flatMap { CivilDate(iso8601: $0) })
    knowledge.dates = dates.dates()
    knowledge.effective = DocumentDate.effective(published: knowledge.published, reference: input.referenceDate) {
      dates.latestPast(of: knowledge.dates)
    }
    knowledge.entities = EntityReader.entities(of: text, documentID: input.id, asOf: knowledge.published)
    knowledge.quotations = QuotationReader(
      text: text, documentID: input.id, entities: knowledge.entities, isInterview: knowledge.kind == .interview
    ).quotations()
    let standIn = DocumentDate.standIn(published: knowledge.published, reference: input.referenceDate)
    let spoken = QuotationDates(
      documentID: input.id, dates: knowledge.dates, published: knowledge.published, standIn: standIn)
    for index in knowledge.quotations.indices {
      knowledge.quotations[index].date = spoken.date(of: knowledge.quotations[index])
    }
    let asOf = structure.published?.start ?? input.referenceDate ?? input.date
    readActivity(in: text, of: input, asOf: asOf ?? "", into: &knowledge)
    for index in knowledge.evidence.indices where knowledge.evidence[index].date?.start.isEmpty ?? true {
      knowledge.evidence[index].date = standIn ?? knowledge.evidence[index].date
    }
    return knowledge
  }

  /// So that title and boilerplate are not read as sentences.
  private func classify(_ text: inout AnnotatedText, _ structure: DocumentStructure) {
    for number in text.blocks.indices {
      let line = text.blocks[number].line
      if structure.boilerplate.contains(where: { $0.overlaps(line) }) {
        text.classify(block: number, as: .boilerplate)
      } else if let title = structure.title, title.overlaps(line) {
        text.classify(block: number, as: .title)
      }
    }
  }

  private func readActivity(
    in text: AnnotatedText, of input: DocumentInput, asOf: String, into knowledge: inout DocumentKnowledge
  ) {
    let facts = DocumentFacts(
      documentID: input.id, kind: knowledge.kind, asOf: asOf, entities: knowledge.entities, dates: knowledge.dates,
      quotations: knowledge.quotations)
    knowledge.events = EventFinder(text: text, facts: facts).events()
    knowledge.evidence = EvidenceFinder(text: text, facts: facts, publisher: input.publisher)
      .evidence(events: knowledge.events)
    let links = GoalLinks(knowledge.evidence)
    for index in knowledge.events.indices {
      knowledge.events[index].goalIDs = links.goals(of: knowledge.events[index].evidence)
    }
    for index in knowledge.quotations.indices {
      knowledge.quotations[index].goalIDs = links.goals(of: knowledge.quotations[index].source)
    }
  }

  private static func span(_ bytes: Range<Int>) -> TextSpan {
    TextSpan(offset: UInt32(clamping: bytes.lowerBound), length: UInt32(clamping: bytes.count))
  }

  /// The effective date of a document that is not read: of what was given beside its text.
  public static func effective(published: PartialDate?, reference: String?) -> PartialDate? {
    DocumentDate.effective(published: published, reference: reference)
  }

  /// A date that was given beside the text.
  public static func given(_ date: String) -> PartialDate? {
    let day = String(date.prefix(10))
    return day.isEmpty ? nil : PartialDate(start: day, end: day, precision: .day, basis: .manifest)
  }
}
