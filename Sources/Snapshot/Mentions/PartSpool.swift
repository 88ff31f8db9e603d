package import EntenteFileMapping

// The grammar is that of SectionParts.swift.

/// A section of parts that grows at its end, in memory up to a limit.
package struct PartSpool: Sendable {
  private(set) var bytes: ByteSpool
  private(set) var sizes: [Int] = []

  package init(_ bytes: ByteSpool) { self.bytes = bytes }

  package mutating func append(_ part: [UInt8]) throws(SpillError) {
    try bytes.append(part)
    sizes.append(part.count)
  }
}
