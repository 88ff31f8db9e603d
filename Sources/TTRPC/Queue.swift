/// A first-in, first-out queue; taking the first element costs the same at any length.
struct Queue<Element> {
  private var elements: [Element?] = []
  private var head = 0

  var count: Int { elements.count - head }
  var isEmpty: Bool { head == elements.count }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    let element = elements[head].take()
    head += 1
    // At most half of the array is behind the head, so each element moves once on average.
    if head == elements.count || head >= 32 && head * 2 >= elements.count {
      elements.removeFirst(head)
      head = 0
    }
    return element
  }

  /// The element at `offset` from the head.
  subscript(offset: Int) -> Element? {
    get { elements[head + offset] }
    _modify { yield &elements[head + offset] }
  }
}

extension Queue: Sendable where Element: Sendable {}
