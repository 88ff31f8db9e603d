/// Ids in ascending byte order, stored contiguously.
///
/// ```swift
/// var ids = SortedIDs()
/// for id in ["a", "b"] { ids.append(id) }
/// ids.index(of: "b")  // 1
/// ```
package struct SortedIDs: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  package var count: Int { ends.count }

  /// Appends an id that sorts after all others.
  package mutating func append(_ id: String) {
    bytes += id.utf8
    ends.append(bytes.count)
  }

  /// The id at an index below the count.
  package subscript(index: Int) -> String { String(decoding: slice(index), as: UTF8.self) }

  /// The index of an id; nil if it does not occur.
  package func index(of id: String) -> Int? {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      let found = slice(middle)
      if found.elementsEqual(id.utf8) { return middle }
      if found.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func slice(_ index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }
}
