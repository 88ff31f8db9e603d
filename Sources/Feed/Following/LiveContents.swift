internal import Synchronization

/// Counts the contents that are still in use, without retaining them.
final class LiveContents<Content: AnyObject & Sendable>: Sendable {
  private struct Reference {
    weak var content: Content?
  }

  private let references = Mutex<[Reference]>([])

  func add(_ content: Content) {
    references.withLock { $0.append(Reference(content: content)) }
  }

  var count: Int {
    references.withLock { references in
      references.removeAll { $0.content == nil }
      return references.count
    }
  }
}
