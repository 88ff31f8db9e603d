/// An answer of a shard that is none: it contradicts the request, the manifest or itself.
package struct ShardFault: Error, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
