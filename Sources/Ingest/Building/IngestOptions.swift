public import EntenteFormats
internal import EntenteSchema

/// How a snapshot is built.
public struct IngestOptions: Sendable {
  /// Nil to recognise it, file by file.
  public var encoding: TextEncoding?
  public var limits = InputLimits()
  /// Of work in parallel; the snapshot does not depend on it.
  public var threads = 2
  /// What the ingestion may hold of documents, indexed runs and sections, in bytes; the rest waits in a temporary file
  /// beside the output. The snapshot does not depend on it.
  public var memory = 512 << 20
  /// The least that `memory` may be.
  public static let minimumMemory = 64 << 20
  /// An earlier snapshot: documents that are as they were there are not understood again. The new one has the same bytes
  /// without it. One that is damaged, or of another version, is passed over.
  public var base: String?
  /// Files of the program that may stand among the documents, beside the snapshot and its report.
  public var passedOver: [String] = []
  /// Written into the snapshot; a client may ask for a minimum.
  public var generation: UInt64 = 1
  /// Find people, events, quotations and evidence; off, the snapshot serves search alone.
  public var extracts = true
  /// Written into the snapshot; one of another version is no base.
  public var writerVersion = EntenteVersion.current

  public init() {}
}

/// What came of it.
public struct IngestReport: Sendable, Codable {
  public internal(set) var snapshotID = ""
  public internal(set) var documents = 0
  /// Of all texts, in bytes of UTF-8.
  public internal(set) var textSize = 0
  /// Of the snapshot, in bytes.
  public internal(set) var size = 0
  /// How many documents were taken from the base.
  public internal(set) var reused = 0
  /// Why the base was passed over; nil where it was used, or there is none.
  public internal(set) var unusableBase: String?
  public internal(set) var findings = InputFindings()
}

/// Why there is no snapshot.
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

/// How far the work is, for a progress bar.
public struct IngestProgress: Sendable {
  public enum Step: String, Sendable {
    case reading, understanding, compressing, publishing
  }

  public let step: Step
  public let done: Int
  /// 0 where it is not known yet.
  public let total: Int
}
