import EntenteFileMapping
import Testing

@testable import EntenteSnapshot

@Suite struct TextPlacesTests {
  @Test(arguments: [0, 1, 2, 3, 17, 255, 256, 1000]) func `places are read as they were written`(count: Int) throws {
    let given = (0..<count).map { ($0 * 7919) % max(count, 1) }
    let places = try TextPlaces(ByteRegion(TextPlaces.encode(given)), count: count)
    #expect((0..<count).map { places[$0] } == given)
  }

  @Test func `a section of another size, or of another count, is refused`() throws {
    let bytes = TextPlaces.encode(Array(0..<100))
    for end in 0..<bytes.count {
      #expect(throws: SnapshotError.self) { try TextPlaces(ByteRegion(Array(bytes[..<end])), count: 100) }
    }
    #expect(throws: SnapshotError.self) { try TextPlaces(ByteRegion(bytes), count: 110) }
    #expect(throws: SnapshotError.self) { try TextPlaces(ByteRegion([64] + bytes.dropFirst()), count: 100) }
  }

  @Test func `a place past the end of the texts is an error when the text is read`() throws {
    let bytes = TextPlaces.encode([0, 3, 1])
    let places = try TextPlaces(ByteRegion(bytes), count: 3)
    #expect(places[1] == 3)
    #expect(places[99] == 99)
  }
}
