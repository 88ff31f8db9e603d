import EntenteFileMapping
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) struct FolderWatchTests {
  @Test func `a folder in which nothing happens is looked at once an interval, not in a loop`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let watch = FolderWatch(paths: [folder.path])
    let end = ContinuousClock.now + .milliseconds(500)
    var waits = 0
    while ContinuousClock.now < end {
      await watch.wait(atMost: .milliseconds(50))
      waits += 1
    }
    #expect((1...20).contains(waits))
  }

  @Test func `a change ends the wait, and a cancelled task does not wait`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let watch = FolderWatch(paths: [folder.path])
    try Data("a".utf8).write(to: folder.appending(path: "a.txt"))
    await watch.wait(atMost: .seconds(3600))
    let waiting = Task { await watch.wait(atMost: .seconds(3600)) }
    waiting.cancel()
    await waiting.value
  }
}
