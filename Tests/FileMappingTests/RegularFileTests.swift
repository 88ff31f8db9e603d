import EntenteFileMapping
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct RegularFileTests {
  private let folder = ScratchFolder()

  @Test(.timeLimit(.minutes(10))) func `what is no regular file is refused at once, by what it is`() throws {
    try folder.makePipe("pipe")
    for (path, kind) in [
      (folder.path("pipe"), FileKind.namedPipe), (folder.path, .folder), ("/dev/null", .characterDevice),
    ] {
      let opening = #expect(throws: FileMappingError.self) { _ = try RegularFile(path: path) }
      #expect(opening?.kind == kind)
      #expect(opening?.description == "\(path): it is \(kind), not a regular file")
      let mapping = #expect(throws: FileMappingError.self) { _ = try ByteRegion(mapping: path) }
      #expect(mapping == opening)
    }
    let missing = #expect(throws: FileMappingError.self) { _ = try RegularFile(path: folder.path("none")) }
    #expect(missing?.reason == "No such file or directory")
  }

  @Test func `a file is read to its end, or to a limit`() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try folder.write("a", bytes)
    for (limit, isRead) in [(bytes.count, true), (bytes.count - 1, false), (.max - 1, true), (0, false)] {
      var file = try RegularFile(path: folder.path("a"))
      let read = try file.readAll(limit: limit)
      let isSame = read == bytes
      #expect(isSame == isRead)
      #expect((read == nil) == !isRead)
    }
  }

  @Test func `two names of one file have one identity`() throws {
    try folder.write("a", [1])
    try folder.write("b", [1])
    try FileManager.default.linkItem(atPath: folder.path("a"), toPath: folder.path("hard"))
    try FileManager.default.createSymbolicLink(atPath: folder.path("soft"), withDestinationPath: "a")
    let identity = try FileStatus(path: folder.path("a")).identity
    #expect(try FileStatus(path: folder.path("hard")).identity == identity)
    #expect(try FileStatus(path: folder.path("soft")).identity == identity)
    #expect(try FileStatus(path: folder.path("soft"), followsLinks: false).kind == .link)
    #expect(try FileStatus(path: folder.path("b")).identity != identity)
  }

  @Test func `names are listed in the order of their bytes; those that are not UTF-8 apart`() throws {
    for name in ["é", "b", "a", "Z", ".hidden"] { try folder.write(name, []) }
    // Latin-1.
    let latin = Array(folder.path.utf8) + Array("/d".utf8) + [0xE9, 0]
    let descriptor = unsafe latin.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { name in
        guard let start = name.baseAddress else { return Int32(-1) }
        return unsafe open(start, O_WRONLY | O_CREAT, 0o600)
      }
    }
    #expect(descriptor >= 0)
    close(descriptor)
    let listing = try FolderListing(path: folder.path)
    #expect(listing.names == [".hidden", "Z", "a", "b", "é"])
    #expect(listing.undecodedNames == ["d\u{FFFD}"])
    #expect(throws: FileMappingError.self) { _ = try FolderListing(path: folder.path("a")) }
  }
}
