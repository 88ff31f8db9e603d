import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct PublishTests {
  @Test func `the old snapshot stays until the new one is whole`() throws {
    let fixture = try SnapshotFixture(documentCount: 3)
    defer { fixture.remove() }
    let old = try fixture.bytes
    var writer = try SnapshotWriter(path: fixture.path)
    try writer.append(section: "dictionary", [1, 2, 3])
    #expect(try fixture.bytes == old)
    _ = try writer.publish(.init())
    #expect(try fixture.bytes != old)
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
    let error = #expect(throws: PublicationError.self) { _ = try SnapshotWriter(path: "/nowhere/at/all.snapshot") }
    #expect(error == .failed(path: "/nowhere/at/all.snapshot", step: .create, code: ENOENT))
  }
}
