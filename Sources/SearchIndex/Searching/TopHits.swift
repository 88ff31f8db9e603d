/// The best hits of many, in a heap whose root is the worst of them.
struct TopHits {
  let limit: Int
  private var heap: [Hit] = []

  init(limit: Int) { self.limit = limit }

  /// What a hit must reach to be among the best; nil while every hit is.
  var threshold: Float? { heap.count < limit ? nil : heap.first?.score ?? .infinity }

  mutating func add(_ hit: Hit) {
    if heap.count < limit {
      heap.append(hit)
      var child = heap.count - 1
      while child > 0, isWorse(heap[child], heap[(child - 1) / 2]) {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if limit > 0, isWorse(heap[0], hit) {
      heap[0] = hit
      sink()
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isWorse(heap[child], heap[worst]) {
        worst = child
      }
      if worst == parent { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }

  private func isWorse(_ left: Hit, _ right: Hit) -> Bool {
    left.score != right.score ? left.score < right.score : left.document > right.document
  }

  func sorted() -> [Hit] { heap.sorted { isWorse($1, $0) } }
}
