internal import EntenteFileMapping

// The grammar is that of SectionParts.swift.

/// Strings in ascending order of their bytes, each once, read in place.
struct SectionStrings: Sendable {
  let parts: SectionParts

  var count: Int { parts.count }
  /// The end of the strings in the section.
  var end: Int { parts.end }

  /// - Parameter offset: of the ends.
  init(_ bytes: SectionBytes, at offset: Int) throws(SnapshotError) {
    parts = try SectionParts(bytes, at: offset)
    // One of them may be empty. This bounds every loop over a forged section.
    guard count <= bytes.region.count + 1 else {
      throw bytes.error(offset, "it is too short for its number of strings")
    }
  }

  /// The string at an index.
  subscript(index: Int) -> String {
    get throws(SnapshotError) { String(decoding: try parts.bytes.array(try parts.range(index)), as: UTF8.self) }
  }

  /// The index of a string; nil when it is not there.
  func find(_ string: String) throws(SnapshotError) -> Int? {
    let index = try firstIndex(notBefore: string)
    guard index < count, try parts.bytes.array(try parts.range(index)).elementsEqual(string.utf8) else { return nil }
    return index
  }

  /// The index of the first string that is `string` or comes after it; the count if there is none.
  func firstIndex(notBefore string: String) throws(SnapshotError) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      let found = try parts.bytes.array(try parts.range(middle))
      if found.lexicographicallyPrecedes(string.utf8) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The strings as a section holds them.
  ///
  /// - Parameter sorted: in ascending order of their bytes, each once.
  static func encode(_ sorted: [String], of section: String) throws(SnapshotError) -> [UInt8] {
    try SectionParts.encode(sorted.map { Array($0.utf8) }, of: section)
  }
}
