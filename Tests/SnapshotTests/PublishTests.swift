import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct PublishTests {
  @Test func `a partial file that a killed writer left is replaced, and the old snapshot stays until the rename`()
    throws
  {
    let fixture = try SnapshotFixture(documentCount: 3)
    defer { fixture.remove() }
    let old = try fixture.bytes
    let partial = URL(fileURLWithPath: fixture.path + ".partial")
    try Data(repeating: 0xFF, count: 100_000).write(to: partial)
    var writer = try SnapshotWriter(path: fixture.path)
    try writer.append(section: "dictionary", [1, 2, 3])
    #expect(try fixture.bytes == old)
    _ = try writer.publish(.init())
    #expect(try fixture.bytes != old)
    #expect(!FileManager.default.fileExists(atPath: partial.path))
  }

  @Test func `a snapshot that is open stays readable when a new one takes its place`() throws {
    let name = UUID().uuidString
    let fixture = try SnapshotFixture(documentCount: 20, name: name)
    defer { fixture.remove() }
    let open = try SnapshotReader(path: fixture.path)
    _ = try SnapshotFixture(documentCount: 3, name: name)
    #expect(try open.document(19).text == SnapshotFixture.text(19))
    #expect(try SnapshotReader(path: fixture.path).documents.count == 3)
  }

  @Test func `a folder that is not there is an error that names the step`() {
    let error = #expect(throws: SnapshotWriteError.self) { _ = try SnapshotWriter(path: "/nowhere/at/all.snapshot") }
    #expect(error?.step == "create")
    #expect(error?.code == ENOENT)
  }
}
