internal import EntenteSchema

/// The texts of the snapshot, by their slots; those that were read last are kept as strings alone, because a whole
/// message would take more room than many a text.
struct TextReader: Sendable {
  let records: RecordReader<Document>
  private let cache: RecordCache<Int, String>

  /// - Parameters:
  ///   - records: Documents with nothing but their text.
  ///   - cacheSize: in bytes.
  init(_ records: RecordReader<Document>, cacheSize: Int) {
    self.records = records
    cache = RecordCache(capacity: cacheSize)
  }

  var cacheCounts: CacheCounts { cache.counts }

  subscript(slot: Int) -> String {
    get throws(SnapshotError) {
      if let text = cache[slot] { return text }
      let text = try records.read(slot).0.text
      // What a string and its entry take besides.
      cache.insert(text, size: text.utf8.count + 128, for: slot)
      return text
    }
  }
}
