import EntenteFileMapping
import Testing

@testable import EntenteSnapshot

@Suite struct LayoutTests {
  private func bytes(_ bytes: [UInt8]) -> SectionBytes { SectionBytes(section: "test", region: ByteRegion(bytes)) }

  @Test(
    arguments: [
      [], [0], [7, 7, 7], [0, .max], [.max], [1 << 31, 1 << 30, 5], Array(0..<1000), [3, 1 << 17, 9, 0, 131_071],
    ] as [[UInt32]])
  func `packed numbers are read as they were written`(given: [UInt32]) throws {
    let section = PackedNumbers.encode(given)
    let numbers = try PackedNumbers(bytes([9, 9] + section + [9]), at: 2)
    #expect(given.indices.map { numbers[$0] } == given)
    #expect(numbers.end == section.count + 2)
    #expect(numbers[-1] == 0 && numbers[given.count] == 0)
    for length in 0..<section.count {
      #expect(throws: SnapshotError.self) { try PackedNumbers(bytes(Array(section[..<length])), at: 0) }
    }
  }

  @Test func `packed numbers of more than 32 bits are refused`() {
    let section = PackedNumbers.encode([1, 2, 3])
    var wide = section
    wide[8] = 33
    let damaged = wide
    #expect(throws: SnapshotError.layout(section: "test", offset: 8, "numbers are too wide")) {
      try PackedNumbers(bytes(damaged), at: 0)
    }
  }

  @Test func `strings are found, and so is where they would stand`() throws {
    let given = ["", "a", "ab", "b", "été"]
    let strings = try SectionStrings(bytes(try SectionStrings.encode(given, of: "test")), at: 0)
    for (index, string) in given.enumerated() {
      let found = (try strings[index], try strings.find(string), try strings.firstIndex(notBefore: string))
      #expect(found == (string, index, index))
    }
    let missing = (try strings.find("aa"), try strings.firstIndex(notBefore: "aa"), try strings.find("zzz"))
    #expect(missing == (nil, 2, nil))
  }

  @Test func `more strings than there are bytes are refused`() {
    // No bits for each end: a few bytes could announce four billions of them.
    let section = [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 8)
    #expect(throws: SnapshotError.self) { try SectionStrings(bytes(section), at: 0) }
  }

  @Test func `the part that holds a byte is found from any part before it`() throws {
    let parts = try SectionParts(bytes(try SectionParts.encode([[1], [], [2, 3], [4]], of: "test")), at: 0)
    let start = try parts.range(0).lowerBound
    for (offset, expected) in [(0, 0), (1, 2), (2, 2), (3, 3)] {
      for first in 0...expected {
        let found = try parts.index(holding: start + offset, from: first, to: 4)
        #expect(found == expected)
      }
    }
  }

  @Test(arguments: [[], [0], [5], [0, 1, 2], [3, 1000, 1_000_000]] as [[UInt32]])
  func `ordinals are read as they were written`(given: [UInt32]) throws {
    var encoded: [UInt8] = []
    OrdinalList.append(given, to: &encoded)
    var cursor = SectionCursor(bytes(encoded), 0..<encoded.count)
    let list = try OrdinalList(&cursor, below: 1_000_001)
    let (all, second) = (try list.all(), try list.ordinals(1..<2))
    #expect(list.count == given.count && all == given.map { Int($0) } && cursor.isAtEnd)
    #expect(second == given.dropFirst().prefix(1).map { Int($0) })
  }

  @Test func `ordinals beyond their limit, or more than fit, are refused`() throws {
    for encoded in [[2, 2, 3, 9], [2, 1, 3], [9, 2, 1, 1], [1, 1, 0x80]] as [[UInt8]] {
      #expect(throws: SnapshotError.self) {
        var cursor = SectionCursor(bytes(encoded), 0..<encoded.count)
        _ = try OrdinalList(&cursor, below: 10).all()
      }
    }
  }
}
