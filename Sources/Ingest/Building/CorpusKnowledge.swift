internal import Extraction
internal import Schema

/// What is known of the documents of a corpus, in their order.
struct CorpusKnowledge {
  private(set) var documents: [Document] = []
  private(set) var dates: [DocumentDates] = []
  private(set) var programmes: [Programme] = []
  /// Ordered by id, each with its mentions in the order of the documents.
  private(set) var entities: [Entity] = []
  private(set) var events: [Event] = []
  private(set) var quotations: [Quotation] = []
  private(set) var evidence: [Evidence] = []

  init(
    _ inputs: [InputDocument], _ options: IngestOptions, _ progress: (IngestProgress) -> Void
  ) async throws {
    // Runs are small enough for progress to show, and large enough that a task is worth its cost.
    let runSize = 64
    let runs = (inputs.count + runSize - 1) / runSize
    let known = try await parallelMap(runs, threads: options.threads) { run in
      inputs[run * runSize..<min((run + 1) * runSize, inputs.count)].map { Self.read($0, extracts: options.extracts) }
    }
    var resolver = CorpusResolver()
    for (document, knowledge) in known.joined() {
      documents.append(document)
      dates.append(DocumentDates(dates: knowledge.dates))
      if let programme = knowledge.programme { programmes.append(programme) }
      events += knowledge.events
      quotations += knowledge.quotations
      evidence += knowledge.evidence
      if !knowledge.entities.isEmpty { resolver.add(knowledge.entities, of: document.id) }
    }
    resolve(with: resolver)
    progress(IngestProgress(step: .understanding, done: inputs.count, total: inputs.count))
  }

  /// Gives every entity its identity in the corpus, and its name to whatever refers to it.
  private mutating func resolve(with resolver: CorpusResolver) {
    let (resolved, replaced) = resolver.resolved()
    entities = resolved.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let names = Dictionary(entities.map { ($0.id, $0.name) }) { first, _ in first }
    func identity(_ id: String) -> String { replaced[id] ?? id }
    func refer(_ reference: inout EntityReference) {
      reference.id = identity(reference.id)
      reference.name = names[reference.id] ?? reference.name
    }
    for index in events.indices {
      for participant in events[index].participants.indices { refer(&events[index].participants[participant]) }
      if var place = events[index].place {
        refer(&place)
        events[index].place = place
      }
    }
    for index in quotations.indices where !quotations[index].speakerId.isEmpty {
      quotations[index].speakerId = identity(quotations[index].speakerId)
      quotations[index].speaker = names[quotations[index].speakerId] ?? quotations[index].speaker
      quotations[index].quotedById = identity(quotations[index].quotedById)
    }
  }

  private static func read(_ input: InputDocument, extracts: Bool) -> (Document, DocumentKnowledge) {
    var document = Document(id: input.id, title: input.title ?? "", language: input.language ?? "fr")
    document.publisher = input.publisher ?? ""
    document.sourceUrl = input.source ?? ""
    document.file = input.file
    var known = input.extractorInput
    if !extracts { known.text = "" }
    let knowledge = Extractor().read(known)
    document.title = knowledge.title
    document.titleSpan = knowledge.titleSpan
    document.kind = extracts ? knowledge.kind : .unspecified
    document.published = knowledge.published
    document.updated = knowledge.updated
    document.boilerplate = knowledge.boilerplate
    return (document, knowledge)
  }
}

extension InputDocument {
  /// As extraction takes it.
  var extractorInput: DocumentInput {
    DocumentInput(
      id: id, text: text, title: title, date: date, publisher: publisher ?? "", referenceDate: referenceDate)
  }
}
