import EntenteFileMapping
import Foundation
import Testing

@Suite struct ByteSpoolTests {
  private let folder = FileManager.default.temporaryDirectory.path

  @Test(arguments: [0, 1 << 20, 3 << 20, Int.max])
  func `bytes are read as they were appended, from memory and from the file`(_ limit: Int) throws {
    let file = SpillFile(folder: folder)
    var spool = ByteSpool(limit: limit, file: file)
    var whole: [UInt8] = []
    for index in 0..<200 {
      let bytes = (0..<(index * 7919 % 90_000)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ index) }
      let offset = try spool.append(bytes)
      #expect(offset == whole.count)
      whole += bytes
    }
    #expect(spool.count == whole.count)
    #expect((file.size > 0) == (limit < whole.count))
    for start in stride(from: 0, to: whole.count, by: 300_007) {
      for length in [0, 1, 5000, 3_000_000, whole.count] {
        let bytes = try spool.read(start, length)
        let isEqual = bytes[...] == whole[start..<min(start + length, whole.count)]
        #expect(isEqual)
      }
    }
    let past = try spool.read(whole.count, 10)
    #expect(past.isEmpty)
  }

  @Test func `spools that share a file do not mix`() throws {
    let file = SpillFile(folder: folder)
    var spools = (0..<3).map { _ in ByteSpool(limit: 0, file: file) }
    for _ in 0..<5 {
      for index in spools.indices {
        try spools[index].append([UInt8](repeating: UInt8(index), count: ByteSpool.pieceSize))
      }
    }
    for (index, spool) in spools.enumerated() {
      let bytes = try spool.read(0, spool.count)
      #expect(bytes == [UInt8](repeating: UInt8(index), count: 5 * ByteSpool.pieceSize))
    }
  }

  @Test func `a folder that cannot be written is an error that names it`() throws {
    let error = #expect(throws: SpillError.self) { _ = try SpillFile(folder: "/nowhere/at/all").append([1]) }
    #expect(error?.step == "create")
    #expect(error?.description.contains("/nowhere/at/all") == true)
  }
}
