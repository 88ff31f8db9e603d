internal import Schema

/// What is known of the documents of a corpus, in their order.
struct CorpusKnowledge {
  private(set) var documents: [Document] = []
  private(set) var dates: [DocumentDates] = []
  private(set) var programmes: [Programme] = []

  init(
    _ inputs: [InputDocument], _ options: IngestOptions, _ progress: (IngestProgress) -> Void
  ) async throws {
    documents.reserveCapacity(inputs.count)
    for input in inputs {
      documents.append(Self.facts(of: input))
      dates.append(DocumentDates())
    }
  }

  /// What was said beside the text.
  private static func facts(of input: InputDocument) -> Document {
    var document = Document(id: input.id, title: input.title ?? "", language: input.language ?? "fr")
    document.publisher = input.publisher ?? ""
    document.sourceUrl = input.source ?? ""
    document.file = input.file
    if let date = input.date {
      let day = String(date.prefix(10))
      document.published = PartialDate(start: day, end: day, precision: .day, basis: .manifest)
    }
    return document
  }
}
