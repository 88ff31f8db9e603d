public import EntenteExtraction
internal import EntenteFileMapping

/// Extracts the facts from documents, without building a snapshot.
///
/// ```swift
/// let findings = try await CorpusExtraction(["seeds"], options: IngestOptions()).run { record in
///   print(String(decoding: try JSONEncoder().encode(record), as: UTF8.self))
/// }
/// ```
public struct CorpusExtraction: Sendable {
  private let paths: [String]
  private let options: IngestOptions

  public init(_ paths: [String], options: IngestOptions) {
    self.paths = paths
    self.options = options
  }

  /// Calls `body` with a record for each document, in order of ids.
  ///
  /// - Returns: the inputs that could not be read, or not exactly.
  /// - Throws: `IngestError.noDocuments` if none of the paths could be read, and any error of `body`, as `failed`.
  public func run(_ body: (ExtractionRecord) throws -> Void) async throws(IngestError) -> InputFindings {
    do {
      // No file is written, so what memory cannot hold waits where temporary files do.
      let plan = MemoryPlan(limit: options.memory, folder: "/tmp")
      let workers = Workers(options.threads)
      let corpus = try await Corpus(paths, options, plan, workers) { _ in }
      guard corpus.table.count > 0 else { throw IngestError.noDocuments(corpus.findings) }
      var runs = DocumentRuns(corpus.table.entries).ranges.makeIterator()
      try await orderedMap(workers, weightLimit: plan.underWay) {
        runs.next()
      } weight: {
        corpus.table.textSize($0)
      } work: { run in
        try corpus.table.documents(run).map { input in
          ExtractionRecord(
            DocumentUnderstanding(input.extractorInput).knowledge, of: input.extractorInput, file: input.file)
        }
      } consume: { records in
        for record in records { try body(record) }
      }
      return corpus.findings
    } catch let error as IngestError {
      throw error
    } catch {
      throw .failed("\(error)")
    }
  }
}
