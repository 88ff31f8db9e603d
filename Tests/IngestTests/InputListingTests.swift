import Foundation
import Testing

@testable import EntenteIngest

#if canImport(Glibc)
  import Glibc
#endif

/// Each file is found once, and whatever is not taken is named with its reason.
@Suite(.timeLimit(.minutes(10))) struct InputListingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func link(_ name: String, to target: String) throws {
    let path = folder.path(name)
    try FileManager.default.createDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  private func reasons(_ listing: InputListing) -> [String] { listing.findings.rejections.map(\.description) }

  @Test func `links to folders above end, and no file is found twice`() throws {
    try folder.write("in/a.txt", "Texte.")
    try folder.write("in/sub/b.txt", "Texte.")
    try link("in/up", to: ".")
    try link("in/sub/up", to: "..")
    try link("in/sub/here", to: "../sub")
    let listing = InputListing([folder.path("in")])
    #expect(listing.files.map(\.name) == ["a.txt", "sub/b.txt"])
    #expect(reasons(listing).isEmpty)
  }

  @Test func `a link inside the folder is followed, one that leads out of it is not`() throws {
    try folder.write("other/secret.txt", "Secret.")
    try folder.write("in/.data/a.txt", "Texte.")
    try link("in/a.txt", to: ".data/a.txt")
    try link("in/out.txt", to: "../other/secret.txt")
    try link("in/out", to: "../other")
    try link("in/nowhere.txt", to: "none")
    try link("in/loop.txt", to: "loop.txt")
    let listing = InputListing([folder.path("in")])
    #expect(listing.files.map(\.name) == ["a.txt"])
    let real = URL(filePath: folder.path).resolvingSymlinksInPath().path
    #expect(
      reasons(listing) == [
        "loop.txt: a broken symbolic link", "nowhere.txt: a broken symbolic link",
        "out: a symbolic link out of the folder; pass \(real)/other itself to ingest it",
        "out.txt: a symbolic link out of the folder; pass \(real)/other/secret.txt itself to ingest it",
      ])
    // What is named is read, link or not.
    #expect(InputListing([folder.path("in/out.txt"), folder.path("in/out")]).files.map(\.name) == ["out.txt"])
  }

  @Test func `other names of a file are told of, whatever the order of the paths`() throws {
    try folder.write("in/a.txt", "Texte.")
    try FileManager.default.linkItem(atPath: folder.path("in/a.txt"), toPath: folder.path("in/hard.txt"))
    try link("in/soft.txt", to: "a.txt")
    try folder.write("in/sub/b.txt", "Texte.")
    for paths in [["in", "in/sub"], ["in/sub", "in"]] {
      let listing = InputListing(paths.map(folder.path))
      #expect(listing.files.map(\.name) == ["a.txt", "b.txt"])
      #expect(
        listing.findings.remarks.map(\.description).sorted() == [
          "hard.txt: the same file as a.txt, which is read instead",
          "soft.txt: the same file as a.txt, which is read instead",
          "sub/b.txt: the same file as b.txt, which is read instead",
        ])
    }
  }

  @Test func `pipes and folders with the names of files are refused at once, by what they are`() throws {
    // Sound: the kernel reads the path as a C string that lives through the call.
    #expect(unsafe mkfifo(folder.path("pipe.txt"), 0o600) == 0)
    try folder.write("folder.txt/a.txt", "Texte.")
    #expect(reasons(InputListing([folder.path])) == ["pipe.txt: it is a named pipe, not a regular file"])
    #expect(reasons(InputListing([folder.path("pipe.txt")])) == ["pipe.txt: it is a named pipe, not a regular file"])
  }

  @Test func `a name in Latin-1 is refused for what it is`() throws {
    try folder.write("a.txt", "Texte.")
    let name = Array(folder.path.utf8) + Array("/d".utf8) + [0xE9] + Array(".txt".utf8) + [0]
    // Sound: the array is a C string that lives through the call.
    let descriptor = unsafe name.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return Int32(-1) }
        return unsafe open(start, O_WRONLY | O_CREAT, 0o600)
      }
    }
    close(descriptor)
    let listing = InputListing([folder.path])
    #expect(listing.files.map(\.name) == ["a.txt"])
    #expect(reasons(listing) == ["d\u{FFFD}.txt: its name is not UTF-8; rename it"])
  }

  @Test func `endings count in whatever case`() throws {
    for name in ["a.TXT", "b.Md", "c.html.GZ", "d.JSONL.Gz"] { try folder.write(name, "x") }
    let files = InputListing([folder.path]).files
    #expect(files.map(\.id) == ["a", "b", "c", "d"])
    #expect(files.map(\.isCompressed) == [false, false, true, true])
  }

  @Test func `a folder that goes deeper than a stack is walked`() throws {
    let depth = 300
    let path = "in/" + (0..<depth).map { "d\($0 % 10)" }.joined(separator: "/")
    try folder.write("\(path)/a.txt", "Texte.")
    #expect(InputListing([folder.path("in")]).files.count == 1)
  }
}
