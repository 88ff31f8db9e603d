public import Extraction

/// Shows what is understood of documents, without building anything.
///
/// ```swift
/// let extraction = try await CorpusExtraction(["seeds"], options: IngestOptions())
/// for record in extraction.records { print(String(decoding: try JSONEncoder().encode(record), as: UTF8.self)) }
/// ```
public struct CorpusExtraction: Sendable {
  /// One a document, in the order of ids.
  public let records: [ExtractionRecord]
  public let rejections: [Rejection]

  /// - Throws: `IngestError.noDocuments` when none of `paths` could be read.
  public init(_ paths: [String], options: IngestOptions) async throws(IngestError) {
    let corpus = Corpus(paths, options) { _ in }
    guard !corpus.documents.isEmpty else { throw .noDocuments(corpus.rejections) }
    rejections = corpus.rejections
    let inputs = corpus.documents
    let extractor = Extractor()
    do {
      records = try await parallelMap(inputs.count, threads: options.threads) {
        let input = inputs[$0].extractorInput
        return ExtractionRecord(extractor.read(input), of: input, file: inputs[$0].file)
      }
    } catch {
      throw .failed("\(error)")
    }
  }
}
