internal import Schema
internal import Snapshot
internal import TextAnalysis

/// What filters, facets and lists need of every document, in memory: a few dozen bytes each.
struct DocumentCatalog: Sendable {
  private(set) var kinds: [DocumentKind] = []
  /// First and last day of publication; empty when unknown.
  private(set) var published: [(start: String, end: String)] = []
  /// Publisher and address, folded.
  private(set) var sources: [UInt32] = []
  private(set) var sourceNames: [String] = []
  /// Ordinals by day of publication, undated ones last, then by id.
  private(set) var byDate: [Int] = []

  init(_ snapshot: SnapshotReader) throws(SnapshotError) {
    var numbers: [String: UInt32] = [:]
    var kinds: [DocumentKind] = []
    var published: [(start: String, end: String)] = []
    var sources: [UInt32] = []
    var sourceNames: [String] = []
    try snapshot.documents.visit { (_, document) throws(SnapshotError) in
      kinds.append(document.kind)
      published.append((document.published?.start ?? "", document.published?.end ?? ""))
      let name = Folding.fold(document.publisher) + " " + Folding.fold(Self.host(document.sourceUrl))
      if numbers[name] == nil {
        numbers[name] = UInt32(clamping: sourceNames.count)
        sourceNames.append(name)
      }
      sources.append(numbers[name] ?? 0)
    }
    self.kinds = kinds
    self.published = published
    self.sources = sources
    self.sourceNames = sourceNames
    byDate = published.indices.sorted { left, right in
      let (a, b) = (published[left].start, published[right].start)
      if a.isEmpty != b.isEmpty { return b.isEmpty }
      return a == b ? left < right : a < b
    }
  }

  var count: Int { kinds.count }

  func documents(where isIncluded: (Int) -> Bool) -> DocumentBits {
    var set = DocumentBits(count: count)
    for ordinal in 0..<count where isIncluded(ordinal) { set.insert(ordinal) }
    return set
  }

  func documents(ofSource name: String) -> DocumentBits {
    let folded = Folding.fold(name)
    let matching = sourceNames.map { $0.contains(folded) }
    return documents { matching[Int(sources[$0])] }
  }

  private static func host(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    return String(url[scheme.upperBound...].prefix { $0 != "/" })
  }
}
