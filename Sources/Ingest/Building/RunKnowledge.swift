internal import Extraction
internal import Schema

/// What is known of a run of documents, encoded: a pure function of them.
struct RunKnowledge: Sendable {
  private(set) var titles: [String] = []
  private(set) var documents = EncodedRecords()
  private(set) var dates = EncodedRecords()
  private(set) var programmes = EncodedRecords()
  private(set) var events = EncodedRecords()
  private(set) var quotations = EncodedRecords()
  private(set) var evidence = EncodedRecords()
  /// What each document says of its entities, before those of all documents are brought together.
  private(set) var drafts = EncodedRecords()
  private(set) var draftIDs: [String] = []
  /// The drafts of people, by name alone.
  private(set) var people: [Entity] = []

  /// - Parameter extracts: find more than what was given beside the texts.
  init(_ inputs: [InputDocument], extracts: Bool) {
    for input in inputs { extracts ? add(understood: input) : add(plain: input) }
  }

  private mutating func add(plain input: InputDocument) {
    var document = Document(input)
    document.title = input.title ?? ""
    document.published = input.date.flatMap(Extractor.given)
    titles.append(document.title)
    documents.append(document)
    dates.append(DocumentDates())
  }

  private mutating func add(understood input: InputDocument) {
    let known = Extractor().read(input.extractorInput)
    var document = Document(input)
    document.title = known.title
    document.titleSpan = known.titleSpan
    document.kind = known.kind
    document.published = known.published
    document.updated = known.updated
    document.boilerplate = known.boilerplate
    titles.append(known.title)
    documents.append(document)
    dates.append(DocumentDates(dates: known.dates))
    if let programme = known.programme { programmes.append(programme) }
    for event in known.events { events.append(event) }
    for quotation in known.quotations { quotations.append(quotation) }
    for item in known.evidence { evidence.append(item) }
    for entity in known.entities {
      drafts.append(entity)
      draftIDs.append(entity.id)
      if entity.kind == .person { people.append(Entity(id: entity.id, kind: .person, name: entity.name)) }
    }
  }
}

extension Document {
  /// What was given beside the text, but for title and date.
  fileprivate init(_ input: InputDocument) {
    self.init(
      id: input.id, language: input.language ?? "fr", publisher: input.publisher ?? "",
      sourceUrl: input.source ?? "", file: input.file)
  }
}

extension InputDocument {
  /// As extraction takes it.
  var extractorInput: DocumentInput {
    DocumentInput(
      id: id, text: text, title: title, date: date, publisher: publisher ?? "", referenceDate: referenceDate)
  }
}
