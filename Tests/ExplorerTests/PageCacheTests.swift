import Testing

@testable import EntenteExplorer

@Suite struct PageCacheTests {
  private static func entry(_ length: Int) -> PageCache.Entry {
    PageCache.Entry(tag: "\(length)", body: CodedBody([UInt8](repeating: 0x61, count: length)))
  }

  @Test func `it keeps the pages of two snapshots, as replicas take over a new one`() {
    let cache = PageCache()
    cache.insert(Self.entry(1), "/", of: "a")
    cache.insert(Self.entry(2), "/", of: "b")
    #expect(cache.entry("/", of: "a")?.tag == "1" && cache.entry("/", of: "b")?.tag == "2")
    #expect(cache.entry("/timeline", of: "a") == nil)
    cache.insert(Self.entry(3), "/", of: "c")
    #expect(cache.entry("/", of: "a") == nil)
    #expect(cache.entry("/", of: "b")?.tag == "2" && cache.entry("/", of: "c")?.tag == "3")
  }

  @Test func `it is bounded, and keeps no page that would fill it`() {
    let cache = PageCache(limit: 40_000)
    cache.insert(Self.entry(5_000), "large", of: "a")
    #expect(cache.entry("large", of: "a") == nil)
    for number in 0..<1_000 { cache.insert(Self.entry(500), "\(number)", of: "a") }
    let kept = (0..<1_000).count { cache.entry("\($0)", of: "a") != nil }
    #expect((1...28).contains(kept))
    #expect(cache.entry("999", of: "a") != nil)
  }

  @Test func `a page that is made twice counts once`() {
    let cache = PageCache(limit: 40_000)
    cache.insert(Self.entry(400), "other", of: "a")
    for _ in 0..<1_000 { cache.insert(Self.entry(500), "/", of: "a") }
    #expect(cache.entry("other", of: "a") != nil)
  }
}
