internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// Two generations next to each other: which documents came and went, and how each goal's record changed.
struct ComparePage: PageBuilder {
  private static let maximumListed = 200

  let log: GenerationLog

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    await log.note(try await corpus.describe(DescribeRequest()).snapshot ?? SnapshotReference(), corpus)
    let entries = await log.entries
    let title = Labels.embedded("compare.title", request.language)
    let snapshot = entries.last?.reference
    guard entries.count > 1 else {
      return Page(template: "compare", title: title, view: ["hasTwo": false], snapshot: snapshot)
    }
    let new = Self.entry(request["to"], entries) ?? entries[entries.count - 1]
    let old = Self.entry(request["from"], entries) ?? entries[entries.count - 2]
    let added = new.documents.filter { old.documents[$0.key] == nil }.sorted { $0.key < $1.key }
    let removed = old.documents.filter { new.documents[$0.key] == nil }.sorted { $0.key < $1.key }
    let views = FactViews(request)
    return Page(
      template: "compare", title: title,
      view: [
        "hasTwo": true, "from": Int(clamping: old.reference.generation), "to": Int(clamping: new.reference.generation),
        "isComplete": new.isComplete && old.isComplete,
        "choices": entries.map { ["generation": Int(clamping: $0.reference.generation)] as View },
        "counts": [
          Self.change("document", old.documentCount, new.documentCount, request),
          Self.change("entity", old.entityCount, new.entityCount, request),
          Self.change("event", old.eventCount, new.eventCount, request),
          Self.change("quotation", old.quotationCount, new.quotationCount, request),
        ],
        "added": added.prefix(Self.maximumListed).map { id, title in
          ["title": title, "link": views.documentLink(id)] as View
        }, "hasAdded": !added.isEmpty,
        "removed": removed.prefix(Self.maximumListed).map { ["title": $0.value] as View },
        "hasRemoved": !removed.isEmpty,
        "goals": Self.goals(old, new, views),
      ], snapshot: snapshot)
  }

  private static func entry(_ generation: String, _ entries: [GenerationLog.Entry]) -> GenerationLog.Entry? {
    UInt64(generation).flatMap { number in entries.last { $0.reference.generation == number } }
  }

  private static func change(_ key: String, _ old: UInt64, _ new: UInt64, _ request: PageRequest) -> View {
    [
      "name": Labels.embedded(key + ".many", request.language), "old": Int(clamping: old), "new": Int(clamping: new),
      "isChanged": old != new, "change": signed(Int(clamping: new) - Int(clamping: old)),
    ]
  }

  private static func goals(_ old: GenerationLog.Entry, _ new: GenerationLog.Entry, _ views: FactViews) -> [View] {
    let before = Dictionary(
      old.goals.map { ($0.goal?.id ?? "", $0.evidenceCount) }, uniquingKeysWith: { first, _ in first })
    return new.goals.compactMap { review in
      guard let goal = review.goal else { return nil }
      let change = Int(review.evidenceCount) - Int(before[goal.id] ?? 0)
      guard change != 0 else { return nil }
      return ["title": goal.title, "link": views.goalLink(goal.id), "change": signed(change)]
    }
  }

  private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
}
