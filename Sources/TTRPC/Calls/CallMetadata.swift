/// The key–value pairs that travel beside a request, in the order of the wire.
///
/// Keys are lower case by convention. A key may stand more than once.
public struct CallMetadata: Hashable, Sendable {
  /// One pair.
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
