internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// What the generations held that this process has seen, so that two of them can be compared. Nothing is kept on disk.
actor GenerationLog {
  /// One generation in the domain's terms.
  struct Entry: Sendable {
    var reference: SnapshotReference
    /// Titles by document id.
    var documents: [String: String]
    var documentCount: UInt64
    var entityCount: UInt64
    var eventCount: UInt64
    var quotationCount: UInt64
    var goals: [GoalReview]

    /// Whether every document is listed; very large corpora are not.
    var isComplete: Bool { UInt64(documents.count) == documentCount }
  }

  private static let kept = 5
  private static let maximumDocuments = 20_000

  private(set) var entries: [Entry] = []

  /// Reads what a new generation holds. A failure leaves the log as it was: the next page asks again.
  func note(_ reference: SnapshotReference, _ corpus: QueryClient) async {
    guard !entries.contains(where: { $0.reference == reference }) else { return }
    do throws(RPCError) {
      let description = try await corpus.describe(DescribeRequest())
      let documents = try await Self.documents(corpus)
      let goals = try await corpus.listGoals(ListGoalsRequest()).goals
      entries.append(
        Entry(
          reference: description.snapshot ?? reference, documents: documents, documentCount: description.documentCount,
          entityCount: description.entityCount, eventCount: description.eventCount,
          quotationCount: description.quotationCount, goals: goals))
      if entries.count > Self.kept { entries.removeFirst(entries.count - Self.kept) }
    } catch {
      return
    }
  }

  private static func documents(_ corpus: QueryClient) async throws(RPCError) -> [String: String] {
    var titles: [String: String] = [:]
    var token = ""
    repeat {
      let page = try await corpus.listDocuments(ListDocumentsRequest(pageSize: 200, pageToken: token))
      for document in page.documents { titles[document.id] = document.title.isEmpty ? document.id : document.title }
      token = page.nextPageToken
    } while !token.isEmpty && titles.count < maximumDocuments
    return titles
  }
}
