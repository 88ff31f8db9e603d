import Testing

@testable import EntenteSnapshot

@Suite struct RecordCacheTests {
  @Test func `what is asked for stays, and what is not is forgotten`() {
    let cache = RecordCache<Int, Int>(capacity: 100)
    cache.insert(1, size: 10, for: 1)
    for key in 2..<200 {
      cache.insert(key, size: 10, for: key)
      #expect(cache[1] == 1)
    }
    #expect(cache[2] == nil)
    #expect(cache[199] == 199)
  }

  @Test func `it counts what was kept and what was not`() {
    let cache = RecordCache<Int, Int>(capacity: 100)
    #expect(cache[1] == nil)
    cache.insert(1, size: 10, for: 1)
    #expect(cache[1] == 1)
    #expect(cache[1] == 1)
    #expect(cache.counts == CacheCounts(hits: 2, misses: 1))
  }

  @Test func `it never holds more than its capacity`() {
    let cache = RecordCache<Int, Int>(capacity: 100)
    for key in 0..<1000 { cache.insert(key, size: 1 + key % 30, for: key) }
    let held = (0..<1000).filter { cache[$0] != nil }.reduce(0) { $0 + 1 + $1 % 30 }
    #expect(held <= 100)
    #expect(held > 0)
  }

  @Test func `a value that is too large is not kept`() {
    let cache = RecordCache<Int, Int>(capacity: 100)
    cache.insert(1, size: 51, for: 1)
    #expect(cache[1] == nil)
  }

  @Test func `many threads may use it at once`() async {
    let cache = RecordCache<Int, Int>(capacity: 1000)
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          var isRight = true
          for step in 0..<2000 {
            let key = (step * 7 + task) % 300
            if let value = cache[key] {
              isRight = isRight && value == key
            } else {
              cache.insert(key, size: 9, for: key)
            }
          }
          return isRight
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
