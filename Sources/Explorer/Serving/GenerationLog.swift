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
  private var reading: [SnapshotReference: Task<Entry?, Never>] = [:]

  /// Reads what a new generation holds, once, however many wait for it. A failure leaves the log as it was.
  func note(_ reference: SnapshotReference, _ corpus: QueryClient) async {
    guard !entries.contains(where: { $0.reference == reference }) else { return }
    let task = reading[reference] ?? Task { await Self.entry(reference, corpus) }
    reading[reference] = task
    let entry = await task.value
    guard reading.removeValue(forKey: reference) != nil, let entry,
      !entries.contains(where: { $0.reference == entry.reference })
    else { return }
    entries.append(entry)
    if entries.count > Self.kept { entries.removeFirst(entries.count - Self.kept) }
  }

  private static func entry(_ reference: SnapshotReference, _ corpus: QueryClient) async -> Entry? {
    do throws(RPCError) {
      let description = try await corpus.describe(DescribeRequest())
      let documents = try await documents(corpus)
      let goals = try await corpus.listGoals(ListGoalsRequest()).goals
      // As the page of quotations counts them.
      let quotations = try await corpus.listQuotations(ListQuotationsRequest(pageSize: 1)).total
      return Entry(
        reference: description.snapshot ?? reference, documents: documents, documentCount: description.documentCount,
        entityCount: description.entityCount, eventCount: description.eventCount,
        quotationCount: quotations, goals: goals)
    } catch {
      return nil
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
