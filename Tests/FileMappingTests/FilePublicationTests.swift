import Foundation
import Testing

@testable import EntenteFileMapping

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct FilePublicationTests {
  private let folder = ScratchFolder()

  private func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: folder.path(name)))) }

  @Test(arguments: [false, true]) func `a file appears whole, in place of an older one`(_ isNamed: Bool) throws {
    for content in [[], [1], [UInt8](repeating: 7, count: 300_000)] as [[UInt8]] {
      let before = try? read("a")
      var file = try FilePublication(path: folder.path("a"), isNamed: isNamed)
      try file.write(content)
      let written = try file.written()
      #expect(written.count == content.count)
      #expect((try? read("a")) == before)
      try file.publish()
      #expect(try read("a") == content)
      #expect(try folder.names == ["a"])
    }
  }

  @Test(arguments: [false, true]) func `a publication that is dropped leaves everything as it was`(_ isNamed: Bool)
    throws
  {
    try folder.write("a", [1])
    do {
      var file = try FilePublication(path: folder.path("a"), isNamed: isNamed)
      try file.write([2, 3])
    }
    #expect(try read("a") == [1])
    #expect(try folder.names == ["a"])
  }

  @Test func `a file that another one writes is refused until that is done`() throws {
    let path = folder.path("a")
    var first = try FilePublication(path: path)
    try first.write([1])
    #expect(throws: PublicationError.busy(path: path)) { _ = try FilePublication(path: path) }
    var other = try FilePublication(path: folder.path("a.b"))
    try other.write([2])
    try first.publish()
    try other.publish()
    var second = try FilePublication(path: path)
    try second.write([3])
    try second.publish()
    #expect(try read("a") == [3])
    #expect(try folder.names == ["a", "a.b"])
  }

  @Test func `what a killed writer left is taken over, and nothing else`() throws {
    let left = [".a.lock", ".a.0z.partial"]
    let others = [".a.b.0z.partial", ".a.partial", ".ab.0z.partial", "a.0z.partial"]
    for name in left + others { try folder.write(name, [1]) }
    var file = try FilePublication(path: folder.path("a"))
    try file.write([2])
    try file.publish()
    #expect(try folder.names == (others + ["a"]).sorted())
  }

  @Test func `a path without a folder is one in the working folder`() throws {
    let name = "entente-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: name) }
    let file = try FilePublication(path: name)
    try file.publish()
    #expect(try FileStatus(path: name).size == 0)
  }

  @Test(.timeLimit(.minutes(10))) func `what is no regular file is never replaced`() throws {
    try folder.write("target", [1])
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "target")
    try FileManager.default.createSymbolicLink(atPath: folder.path("dangling"), withDestinationPath: "nowhere")
    try folder.makePipe("pipe")
    try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: false)
    let before = try folder.names
    for (name, kind) in [("link", FileKind.link), ("dangling", .link), ("pipe", .namedPipe), ("folder", .folder)] {
      let path = folder.path(name)
      #expect(throws: PublicationError.notRegular(path: path, kind)) { _ = try FilePublication(path: path) }
      #expect(try FileStatus(path: path, followsLinks: false).kind == kind)
    }
    #expect(throws: PublicationError.notRegular(path: "/dev/null", .characterDevice)) {
      _ = try FilePublication(path: "/dev/null")
    }
    #expect(try folder.names == before)
    #expect(try read("target") == [1])
  }

  @Test func `what the path names by the end counts, too`() throws {
    let path = folder.path("a")
    #expect(throws: PublicationError.notRegular(path: path, .namedPipe)) {
      let file = try FilePublication(path: path)
      try folder.makePipe("a")
      try file.publish()
    }
    #expect(try folder.names == ["a"])
  }

  @Test func `no folder, and no name`() {
    for (path, code) in [("/nowhere/at/all", ENOENT), ("", ENOENT), ("/tmp/", EISDIR)] {
      let error = #expect(throws: PublicationError.self) { _ = try FilePublication(path: path) }
      if path == "/tmp/" {
        #expect(error == .notRegular(path: path, .folder) || error == .failed(path: path, step: .create, code: code))
      } else {
        #expect(error == .failed(path: path, step: .create, code: code))
      }
    }
  }

  @Test(.timeLimit(.minutes(10))) func `writers of one file never mix, and each reader sees one of their files whole`()
    async throws
  {
    let path = folder.path("a")
    try folder.write("a", [UInt8](repeating: 0, count: 50_000))
    try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 1...4 {
        group.addTask {
          var published = 0
          while published < 20 {
            guard var file = try? FilePublication(path: path) else {
              await Task.yield()
              continue
            }
            for _ in 0..<50 { try file.write([UInt8](repeating: UInt8(writer), count: 1000)) }
            try file.publish()
            published += 1
          }
          return published
        }
      }
      for _ in 0..<300 {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(bytes.count == 50_000)
        #expect(Set(bytes).count == 1)
        await Task.yield()
      }
      for try await published in group { #expect(published == 20) }
    }
    #expect(try folder.names == ["a"])
  }
}
