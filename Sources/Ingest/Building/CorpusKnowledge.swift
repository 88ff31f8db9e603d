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
    var merger = EntityMerger()
    for (document, knowledge) in known.joined() {
      documents.append(document)
      dates.append(DocumentDates(dates: knowledge.dates))
      if let programme = knowledge.programme { programmes.append(programme) }
      events += knowledge.events
      quotations += knowledge.quotations
      evidence += knowledge.evidence
      for entity in knowledge.entities { merger.add(entity) }
    }
    entities = merger.entities
    progress(IngestProgress(step: .understanding, done: inputs.count, total: inputs.count))
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

/// Joins what documents say of one entity, by its id.
private struct EntityMerger {
  private var byID: [String: Entity] = [:]

  /// Documents are added in their order: the first one names the entity.
  mutating func add(_ entity: Entity) {
    guard var known = byID.removeValue(forKey: entity.id) else {
      byID[entity.id] = entity
      return
    }
    known.roles += entity.roles
    known.mentions += entity.mentions
    known.forms += entity.forms.filter { !known.forms.contains($0) }
    if known.acronym.isEmpty { known.acronym = entity.acronym }
    if known.organisationId.isEmpty { known.organisationId = entity.organisationId }
    if known.countryId.isEmpty { known.countryId = entity.countryId }
    byID[entity.id] = known
  }

  var entities: [Entity] { byID.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } }
}

extension InputDocument {
  /// As extraction takes it.
  var extractorInput: DocumentInput {
    DocumentInput(
      id: id, text: text, title: title, date: date, publisher: publisher ?? "", referenceDate: referenceDate)
  }
}
