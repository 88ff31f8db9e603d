/// Documents that hold any of them. The score is the sum of those that do.
///
/// The cursors stand in a heap, the one with the lowest document at its root, so that a step costs the logarithm of their
/// number.
final class DisjunctionCursor: DocumentCursor {
  private let cursors: [DocumentCursor]
  private let interruption: Interruption
  /// Cursors by the documents at which they stand.
  private var heap: [(document: UInt32, cursor: Int)] = []

  init(_ cursors: [DocumentCursor], _ interruption: Interruption) {
    self.cursors = cursors
    self.interruption = interruption
  }

  override var document: UInt32 { heap.first?.document ?? Self.end }
  override var cost: Int { cursors.reduce(0) { $0 + $1.cost } }

  override func begin() throws(IndexError) {
    for cursor in cursors { try cursor.begin() }
    heap = cursors.indices.map { (cursors[$0].document, $0) }
    for parent in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(parent) }
  }

  override func advance(to target: UInt32) throws(IndexError) {
    while let least = heap.first, least.document < target {
      if interruption.interrupts() {
        heap = []
        return
      }
      try cursors[least.cursor].advance(to: target)
      heap[0].document = cursors[least.cursor].document
      sink(0)
    }
  }

  override func score() throws(IndexError) -> UInt64 { try score(at: 0, document) }

  /// The score of the cursors at and below a heap node that are at the current document: they are connected at the root.
  private func score(at node: Int, _ document: UInt32) throws(IndexError) -> UInt64 {
    guard node < heap.count, heap[node].document == document else { return 0 }
    return try cursors[heap[node].cursor].score() &+ score(at: 2 * node + 1, document)
      &+ score(at: 2 * node + 2, document)
  }

  private func sink(_ start: Int) {
    var parent = start
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].document < heap[least].document { least = child }
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
