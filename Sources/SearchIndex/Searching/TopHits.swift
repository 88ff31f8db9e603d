/// A document and its score, as BM25 counts.
struct ScoredDocument {
  let document: UInt32
  let score: UInt64
}

/// The best hits of many, in a heap whose root is the worst of them.
struct TopHits {
  let limit: Int
  private var heap: [ScoredDocument] = []
  /// What a score must reach for its document to be among the best.
  private(set) var threshold: UInt64

  init(limit: Int) {
    self.limit = max(limit, 0)
    threshold = limit > 0 ? 0 : .max
  }

  mutating func add(_ document: UInt32, _ score: UInt64) {
    guard score >= threshold else { return }
    let hit = ScoredDocument(document: document, score: score)
    if heap.count < limit {
      heap.append(hit)
      rise()
    } else if limit > 0, Self.isWorse(heap[0], hit) {
      heap[0] = hit
      sink()
    }
    // An equal score may still win, by a lower document.
    if heap.count == limit { threshold = heap[0].score }
  }

  private mutating func rise() {
    var child = heap.count - 1
    while child > 0, Self.isWorse(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var worst = parent
      for child in 2 * parent + 1..<min(2 * parent + 3, max(heap.count, 2 * parent + 1))
      where Self.isWorse(heap[child], heap[worst]) {
        worst = child
      }
      if worst == parent { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }

  private static func isWorse(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
    left.score != right.score ? left.score < right.score : left.document > right.document
  }

  /// Best first.
  func sorted() -> [Hit] {
    heap.sorted { Self.isWorse($1, $0) }.map { Hit(document: $0.document, score: BM25.value($0.score)) }
  }
}
