internal import EntenteExtraction
internal import EntenteSchema
internal import EntenteSnapshot
internal import EntenteTextAnalysis

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
  /// The documents of the drafts, by their ordinals.
  private(set) var draftDocuments: [UInt32] = []
  /// The drafts of people, by name alone.
  private(set) var people: [Entity] = []
  /// By document: the sentences that hold two mentions or more.
  private(set) var sentences: [[UInt8]] = []
  /// The ordinal of the first document.
  let firstDocument: Int
  /// How many documents were taken from an earlier snapshot.
  private(set) var reused = 0
  private(set) var remarks: [InputRemark] = []

  /// - Parameters:
  ///   - firstDocument: the ordinal of the first one; the others follow.
  ///   - extracts: find more than what was given beside the texts.
  ///   - earlier: what is known already.
  init(_ inputs: [InputDocument], firstDocument: Int, extracts: Bool, earlier: (any EarlierKnowledge)?) {
    self.firstDocument = firstDocument
    for (index, input) in inputs.enumerated() {
      guard extracts else {
        add(plain: input)
        continue
      }
      let known = earlier?.knowledge(of: input)
      if known != nil { reused += 1 }
      add(input, known ?? understand(input), ordinal: UInt32(clamping: firstDocument + index))
    }
  }

  private mutating func understand(_ input: InputDocument) -> DocumentKnowledge {
    let understanding = DocumentUnderstanding(input.extractorInput)
    if understanding.isCut { remarks.append(InputRemark(input.file, DocumentUnderstanding.remark)) }
    return understanding.knowledge
  }

  private mutating func add(plain input: InputDocument) {
    var document = Document(input)
    document.title = input.title ?? ""
    document.published = input.date.flatMap(Extractor.given)
    document.effectiveDate = Extractor.effective(published: document.published, reference: input.referenceDate)
    titles.append(document.title)
    documents.append(document)
    dates.append(DocumentDates())
  }

  private mutating func add(_ input: InputDocument, _ known: DocumentKnowledge, ordinal: UInt32) {
    var document = Document(input)
    document.title = known.title
    document.titleSpan = known.titleSpan
    document.kind = known.kind
    document.published = known.published
    document.updated = known.updated
    document.effectiveDate = known.effective
    document.boilerplate = known.boilerplate
    titles.append(known.title)
    documents.append(document)
    dates.append(DocumentDates(dates: known.dates))
    if var programme = known.programme {
      programme.removeParagraphs(of: input.text)
      programmes.append(programme)
    }
    for event in known.events { events.append(event) }
    for quotation in known.quotations { quotations.append(quotation) }
    for item in known.evidence { evidence.append(item) }
    var text = input.text
    text.makeContiguousUTF8()
    let offsets = known.entities.flatMap { $0.mentions.compactMap { $0.source?.span?.offset } }.sorted()
    sentences.append(MentionedSentences.encoded(unsafe text.utf8.span.bytes, mentions: offsets))
    for entity in known.entities {
      drafts.append(entity)
      draftIDs.append(entity.id)
      draftDocuments.append(ordinal)
      if entity.kind == .person { people.append(Entity(id: entity.id, kind: .person, name: entity.name)) }
    }
  }
}

extension Document {
  /// What was given beside the text, but for title and date.
  fileprivate init(_ input: InputDocument) {
    self.init(
      id: input.id, language: input.spokenLanguage, publisher: input.publisher ?? "",
      sourceURL: input.source ?? "", file: input.file, referenceDate: input.referenceDate ?? "")
  }
}

extension InputDocument {
  /// As extraction takes it.
  var extractorInput: DocumentInput {
    DocumentInput(
      id: id, text: text, title: title, date: date, publisher: publisher ?? "", referenceDate: referenceDate,
      language: spokenLanguage)
  }

  /// As given beside the text, else as its words tell.
  var spokenLanguage: String { language ?? LanguageGuess.language(of: text) ?? "fr" }
}
