internal import EntenteFileMapping

/// The documents of an ingestion: their texts wait in a spool, and memory holds what ordering them needs, some 130 bytes
/// for each.
struct DocumentTable: Sendable {
  /// Where a document waits.
  struct Entry: Sendable {
    /// In the spool.
    let offset: Int
    let size: UInt32
    let textSize: UInt32
    /// In the bytes of all ids.
    let idStart: Int
    let idSize: UInt32
  }

  private(set) var entries: [Entry] = []
  /// For the order of texts, in the order of `entries`.
  private(set) var sketches: [TextSketch] = []
  private var ids: [UInt8] = []
  private var spool: ByteSpool

  init(spool: ByteSpool) { self.spool = spool }

  var count: Int { entries.count }

  /// Of all texts of a range, in bytes.
  func textSize(_ range: Range<Int>) -> Int { entries[range].reduce(0) { $0 + Int($1.textSize) } }

  /// Documents that were read, ready to be added.
  struct Addition: Sendable {
    fileprivate var records: [UInt8] = []
    fileprivate var ids: [UInt8] = []
    fileprivate var sizes: [(record: Int, id: Int, text: Int)] = []
    fileprivate var sketches: [TextSketch] = []

    init(_ documents: [InputDocument]) {
      records.reserveCapacity(documents.reduce(0) { $0 + $1.recordBound })
      sketches.reserveCapacity(documents.count)
      for document in documents {
        let start = records.count
        document.write(into: &records)
        ids += document.id.utf8
        sizes.append((records.count - start, document.id.utf8.count, document.text.utf8.count))
        sketches.append(TextSketch(document.text))
      }
    }
  }

  mutating func add(_ addition: Addition) throws {
    var offset = try spool.append(addition.records)
    var idStart = ids.count
    ids += addition.ids
    sketches += addition.sketches
    for size in addition.sizes {
      entries.append(
        Entry(
          offset: offset, size: UInt32(clamping: size.record), textSize: UInt32(clamping: size.text), idStart: idStart,
          idSize: UInt32(clamping: size.id)))
      offset += size.record
      idStart += size.id
    }
  }

  subscript(index: Int) -> InputDocument {
    get throws {
      let entry = entries[index]
      return InputDocument(record: try spool.read(entry.offset, Int(entry.size))[...])
    }
  }

  func text(_ index: Int) throws -> String {
    let entry = entries[index]
    return InputDocument.text(ofRecord: try spool.read(entry.offset, Int(entry.size))[...])
  }

  /// The documents of `range`, in order.
  func documents(_ range: Range<Int>) throws -> [InputDocument] {
    // Most stand in the order in which they were read: one read brings many.
    var documents: [InputDocument] = []
    var first = range.lowerBound
    while first < range.upperBound {
      var end = first + 1
      while end < range.upperBound, entries[end].offset == entries[end - 1].offset + Int(entries[end - 1].size) {
        end += 1
      }
      let start = entries[first].offset
      let bytes = try spool.read(start, entries[end - 1].offset + Int(entries[end - 1].size) - start)
      for entry in entries[first..<end] {
        let offset = entry.offset - start
        documents.append(InputDocument(record: bytes[offset..<offset + Int(entry.size)]))
      }
      first = end
    }
    return documents
  }

  /// Puts the documents in the order of the bytes of their ids: the order of Unicode depends on the version of its tables.
  ///
  /// Of documents with one id the first by file, then by text, stays, whatever the order in which they were read.
  ///
  /// - Returns: a rejection for each of the others.
  mutating func sort() throws -> [Rejection] {
    var order = entries.indices.map { UInt32(truncatingIfNeeded: $0) }
    order.sort { precedes(Int($0), Int($1)) }
    var rejections: [Rejection] = []
    var kept: [Int] = []
    kept.reserveCapacity(order.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, !precedes(Int(order[first]), Int(order[end])) { end += 1 }
      kept.append(
        end == first + 1 ? Int(order[first]) : try choose(order[first..<end].map(Int.init), &rejections))
      first = end
    }
    entries = kept.map { entries[$0] }
    sketches = kept.map { sketches[$0] }
    return rejections
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (entries[left], entries[right])
    let shorter = Int(min(left.idSize, right.idSize))
    for index in 0..<shorter {
      let (a, b) = (ids[left.idStart &+ index], ids[right.idStart &+ index])
      if a != b { return a < b }
    }
    return left.idSize < right.idSize
  }

  /// Of documents with one id.
  private func choose(_ indices: [Int], _ rejections: inout [Rejection]) throws -> Int {
    var candidates: [(index: Int, document: InputDocument)] = []
    for index in indices { candidates.append((index, try self[index])) }
    candidates.sort { comesFirst($0.document, $1.document) }
    for (previous, next) in zip(candidates, candidates.dropFirst()) {
      rejections.append(
        Rejection(
          next.document.file,
          "its id \(next.document.id) is that of \(previous.document.file) too; rename one of them"))
    }
    return candidates.first?.index ?? indices[0]
  }
}

/// Whether a document comes first, by the bytes of its file, then of its text, then of what else a snapshot tells of it.
private func comesFirst(_ left: InputDocument, _ right: InputDocument) -> Bool {
  for (left, right) in zip(left.merits, right.merits) where !left.utf8.elementsEqual(right.utf8) {
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }
  return false
}

extension InputDocument {
  fileprivate var merits: [String] {
    // A title that is given as empty is another thing than none.
    [
      file, text, title.map { "=" + $0 } ?? "", date ?? "", spokenLanguage, publisher ?? "", source ?? "",
      referenceDate ?? "",
    ]
  }
}
