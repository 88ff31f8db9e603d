internal import Extraction
internal import Schema

/// What is known of the documents of a corpus, in their order.
struct CorpusKnowledge {
  private(set) var documents: [Document] = []
  private(set) var dates: [DocumentDates] = []
  private(set) var programmes: [Programme] = []

  init(
    _ inputs: [InputDocument], _ options: IngestOptions, _ progress: (IngestProgress) -> Void
  ) async throws {
    // Runs are small enough for progress to show, and large enough that a task is worth its cost.
    let runSize = 64
    let runs = (inputs.count + runSize - 1) / runSize
    let known = try await parallelMap(runs, threads: options.threads) { run in
      inputs[run * runSize..<min((run + 1) * runSize, inputs.count)].map { Self.read($0, extracts: options.extracts) }
    }
    for (document, knowledge) in known.joined() {
      documents.append(document)
      dates.append(
        DocumentDates(dates: [knowledge.published, knowledge.updated].compactMap(\.self).filter { $0.source != nil }))
      if let programme = knowledge.programme { programmes.append(programme) }
    }
    progress(IngestProgress(step: .understanding, done: inputs.count, total: inputs.count))
  }

  private static func read(_ input: InputDocument, extracts: Bool) -> (Document, DocumentKnowledge) {
    var document = Document(id: input.id, title: input.title ?? "", language: input.language ?? "fr")
    document.publisher = input.publisher ?? ""
    document.sourceUrl = input.source ?? ""
    document.file = input.file
    let knowledge = Extractor().read(
      DocumentInput(
        id: input.id, text: extracts ? input.text : "", title: input.title, date: input.date,
        publisher: document.publisher, referenceDate: input.referenceDate))
    document.title = knowledge.title
    document.titleSpan = knowledge.titleSpan
    document.kind = extracts ? knowledge.kind : .unspecified
    document.published = knowledge.published
    document.updated = knowledge.updated
    document.boilerplate = knowledge.boilerplate
    return (document, knowledge)
  }
}
