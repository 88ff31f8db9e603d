internal import EntenteFileMapping
public import EntenteSearchIndex

// column := strings | number of a string packed              SectionParts.swift, PackedNumbers.swift

/// A value for each document or entity, from a small set.
public struct FilterColumn: Sendable {
  private let values: SectionStrings
  private let numbers: PackedNumbers
  /// The end of the column in the section.
  let end: Int

  /// - Parameter count: how many values there must be.
  init(_ bytes: SectionBytes, count: Int) throws(SnapshotError) {
    values = try SectionStrings(bytes, at: 0)
    numbers = try PackedNumbers(bytes, at: values.end, count: count, of: "records")
    end = numbers.end
    guard values.count > 0 || count == 0 else { throw bytes.error(0, "it has no values") }
  }

  public var count: Int { numbers.count }

  /// How many values there are.
  public var valueCount: Int { values.count }

  public func value(_ number: Int) throws(SnapshotError) -> String { try values[number] }

  /// The number of the value at `ordinal`, which is below the count.
  @inline(__always)
  public func number(_ ordinal: Int) -> Int { min(Int(numbers[ordinal]), max(values.count - 1, 0)) }

  /// The ordinals whose values are wanted.
  ///
  /// - Parameter wanted: for the number of each value, whether it is.
  public func ordinals(where wanted: [Bool]) -> OrdinalSet {
    OrdinalSet(count: count) { ordinal in
      let number = number(ordinal)
      return number < wanted.count && wanted[number]
    }
  }

  /// How many of `ordinals` have each value, by its number.
  public func counts(over ordinals: OrdinalSet) -> [Int] {
    var counts = [Int](repeating: 0, count: max(values.count, 1))
    ordinals.forEachOrdinal { counts[number($0)] += 1 }
    return counts
  }
}
