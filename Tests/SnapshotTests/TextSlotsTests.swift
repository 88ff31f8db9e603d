import EntenteFileMapping
import Testing

@testable import EntenteSnapshot

@Suite struct TextSlotsTests {
  private func open(_ bytes: [UInt8], count: Int) throws(SnapshotError) -> TextSlots {
    try TextSlots(SectionBytes(section: "texts.slots", region: ByteRegion(bytes)), count: count)
  }

  @Test(arguments: [0, 1, 2, 3, 17, 255, 256, 1000]) func `slots are read as they were written`(count: Int) throws {
    let given = (0..<count).map { ($0 * 7919) % max(count, 1) }
    let slots = try open(TextSlots.encode(given), count: count)
    #expect((0..<count).map { slots[$0] } == given)
  }

  @Test func `a section of another size, or of another count, is refused`() throws {
    let bytes = TextSlots.encode(Array(0..<100))
    for end in 0..<bytes.count {
      #expect(throws: SnapshotError.self) { try open(Array(bytes[..<end]), count: 100) }
    }
    #expect(throws: SnapshotError.self) { try open(bytes, count: 110) }
    #expect(throws: SnapshotError.self) { try open(bytes + [0], count: 100) }
  }
}
