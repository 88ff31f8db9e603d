public import EntenteFormats
internal import EntenteSchema

/// How a snapshot is built.
public struct IngestOptions: Sendable {
  /// The encoding of all inputs; nil to detect it for each file.
  public var encoding: TextEncoding?
  public var limits = InputLimits()
  /// How many threads to use; the snapshot does not depend on it.
  public var threads = 2
  /// The memory for documents, indexed runs and sections, in bytes; the rest goes to a temporary file beside the output. The
  /// snapshot does not depend on it.
  public var memory = 512 << 20
  /// The smallest value of `memory`.
  public static let minimumMemory = 64 << 20
  /// An earlier snapshot, whose unchanged documents are not analysed again. The new snapshot has the same bytes without it.
  /// A base that is damaged, or of another version, is ignored.
  public var base: String?
  /// The program's own files that may be among the documents, apart from the snapshot and its report.
  public var passedOver: [String] = []
  /// The generation to record in the snapshot; clients may require a minimum.
  public var generation: UInt64 = 1
  /// Whether to find people, events, quotations and evidence; if not, the snapshot only supports search.
  public var extracts = true
  /// The version to record in the snapshot; a snapshot of another version cannot be a base.
  public var writerVersion = EntenteVersion.current

  public init() {}
}

/// The result of an ingestion.
public struct IngestReport: Sendable, Codable {
  public internal(set) var snapshotID = ""
  public internal(set) var documents = 0
  /// The total size of all texts, in bytes of UTF-8.
  public internal(set) var textSize = 0
  /// The size of the snapshot, in bytes.
  public internal(set) var size = 0
  /// How many unchanged documents were reused from the base.
  public internal(set) var reused = 0
  /// Why the base was ignored; nil if it was used, or there is none.
  public internal(set) var unusableBase: String?
  public internal(set) var findings = InputFindings()
}

/// Why no snapshot was written.
public enum IngestError: Error, CustomStringConvertible {
  /// Not one document could be read.
  case noDocuments(InputFindings)
  case failed(String)

  public var description: String {
    switch self {
    case .noDocuments(let findings):
      findings.rejections.isEmpty
        ? "there are no documents to ingest" : "none of the \(findings.rejections.count) inputs could be ingested"
    case .failed(let reason): reason
    }
  }
}

/// The progress of the work, for a progress bar.
public struct IngestProgress: Sendable {
  public enum Step: String, Sendable {
    case reading, understanding, compressing, publishing
  }

  public let step: Step
  public let done: Int
  /// The total amount of work in this step; 0 if not known yet.
  public let total: Int
}
