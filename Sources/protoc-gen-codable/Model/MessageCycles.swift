/// Which messages may hold themselves, at any depth, so that a Swift struct of them would not be finite.
///
/// Messages of one group reach each other; a field whose message is of the group of its owner is kept behind an array or an
/// indirect case. The groups are the strongly connected components of the graph of singular message fields, found by
/// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972) with a stack of its own.
struct MessageCycles {
  private var groups: [String: Int] = [:]

  init() {}

  /// - Parameter edges: the full names of the messages that each message holds.
  init(_ edges: [String: [String]]) {
    var search = Search(edges: edges)
    for name in edges.keys where search.order[name] == nil { search.visit(name) }
    groups = search.groups
  }

  /// Whether `field`, the type of a singular field of `message`, holds `message` in turn.
  func isClosed(by field: String, in message: String) -> Bool {
    guard let group = groups[message] else { return false }
    return group == groups[field]
  }

  private struct Search {
    let edges: [String: [String]]
    var order: [String: Int] = [:]
    var groups: [String: Int] = [:]
    /// The earliest message on the stack that a message reaches, by its order.
    private var lowest: [String: Int] = [:]
    /// Messages that are in no group yet.
    private var stack: [String] = []

    init(edges: [String: [String]]) { self.edges = edges }

    mutating func visit(_ start: String) {
      var path: [(name: String, next: Int)] = [open(start)]
      while let (name, next) = path.last {
        guard next < edges[name, default: []].count else {
          path.removeLast()
          close(name)
          if let parent = path.last?.name { lower(parent, to: lowest[name]) }
          continue
        }
        path[path.count - 1].next += 1
        let target = edges[name, default: []][next]
        if order[target] == nil {
          path.append(open(target))
        } else if groups[target] == nil {
          lower(name, to: order[target])
        }
      }
    }

    private mutating func open(_ name: String) -> (name: String, next: Int) {
      lowest[name] = order.count
      order[name] = order.count
      stack.append(name)
      return (name, 0)
    }

    private mutating func lower(_ name: String, to number: Int?) {
      if let number, let current = lowest[name], number < current { lowest[name] = number }
    }

    /// Where a message reaches none before itself, the stack from it on is a group.
    private mutating func close(_ name: String) {
      guard let number = order[name], lowest[name] == number else { return }
      while let member = stack.popLast() {
        groups[member] = number
        if member == name { return }
      }
    }
  }
}
