/// The key–value pairs sent with a request, in wire order.
///
/// Keys are lower case by convention. A key may occur more than once.
public struct CallMetadata: Hashable, Sendable {
  /// One key–value pair.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var value: String

    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  /// The first value of `key`.
  public subscript(key: String) -> String? {
    entries.first { $0.key == key }?.value
  }
}

extension CallMetadata: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { Entry(key: $0.0, value: $0.1) })
  }
}
