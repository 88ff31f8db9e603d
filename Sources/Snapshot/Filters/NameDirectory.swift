internal import EntenteFileMapping
internal import EntenteTextAnalysis

// filters/names := strings | entity parts          by folded name, acronym, code or form: the entities that are called so
//
// A part holds the gaps of `ordinals` alone (OrdinalList.swift). The text of all names is one run of bytes, so that a part of a
// name is found by one pass over it.

/// The folded names of entities, in ascending byte order.
package struct NameDirectory: Sendable {
  private let names: SectionStrings
  private let lists: SectionParts
  private let entityCount: Int

  package var count: Int { names.count }

  init(_ bytes: SectionBytes, entityCount: Int) throws(SnapshotError) {
    names = try SectionStrings(bytes, at: 0)
    lists = try SectionParts(bytes, at: names.end)
    self.entityCount = entityCount
    guard names.count == lists.count else { throw bytes.error(names.end, "names and lists differ in number") }
  }

  /// The folded name at an index.
  package subscript(index: Int) -> String { get throws(SnapshotError) { try names[index] } }

  /// The index of a name; nil if no entity has it.
  ///
  /// - Parameter folded: the name, folded by `Folding.foldName`.
  package func find(_ folded: String) throws(SnapshotError) -> Int? { try names.find(folded) }

  /// Calls `body` with the ordinals of the entities with a name, ascending.
  package func visitEntities(_ index: Int, _ body: (Int) -> Void) throws(SnapshotError) {
    var cursor = try lists.cursor(index)
    var next = 0
    while !cursor.isAtEnd {
      next += try cursor.varint(below: entityCount - next)
      body(next)
      next += 1
    }
  }

  /// Calls `body` with the index of each name that contains `part`, in order, until it returns false.
  ///
  /// The cost is one pass over the bytes of the names, sixteen at a time, plus the names that are found.
  ///
  /// - Parameter part: folded text; nothing contains an empty one.
  package func visit(
    containing part: [UInt8], _ body: (Int) throws(SnapshotError) -> Bool
  ) throws(SnapshotError) {
    guard count > 0, !part.isEmpty else { return }
    let region = names.parts.bytes.region
    let end = try names.parts.range(count - 1).upperBound
    var offset = try names.parts.range(0).lowerBound
    var index = 0
    while let found = SubstringScan.first(part, in: region.bytes, from: offset, to: end) {
      index = try names.parts.index(holding: found, from: index, to: count)
      let name = try names.parts.range(index)
      guard name.contains(found) else { throw names.parts.bytes.error(found, "names are out of order") }
      // Of what is found across the border of two names, the first byte alone is skipped.
      offset = found + 1
      guard found + part.count <= name.upperBound else { continue }
      guard try body(index) else { return }
      offset = name.upperBound
      index += 1
      guard index < count else { return }
    }
  }
}
