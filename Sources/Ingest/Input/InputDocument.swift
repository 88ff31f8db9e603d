internal import ProtobufCoding

// record := string*, the ten of InputDocument in their order, number + 1 varint, or 0 for none
// string := length + 1 varint | bytes, or 0 for none

/// A document as it was read: text in UTF-8, and what was said about it beside the text.
struct InputDocument: Sendable {
  var id: String
  /// The file, with the line for JSON Lines.
  var file: String
  var text: String
  /// Given beside the text; nil where the text has to tell.
  var title: String?
  /// A day, ISO 8601, given beside the text.
  var date: String?
  var language: String?
  var publisher: String?
  var source: String?
  var referenceDate: String?
  var referenceDateBasis: String?
  /// The number of the document in the snapshots that it comes from; nil where it was read from a file.
  var number: Int?

  mutating func apply(_ entry: Manifest.Entry) {
    title = title ?? entry.title
    language = language ?? entry.language
    publisher = publisher ?? entry.publisher
    source = source ?? entry.source
    referenceDate = entry.referenceDate
    referenceDateBasis = entry.referenceDateBasis
  }
}

extension InputDocument {
  private var strings: [String?] {
    [id, file, text, title, date, language, publisher, source, referenceDate, referenceDateBasis]
  }

  /// What the record takes at the most, in bytes.
  var recordBound: Int { strings.reduce(10) { $0 + ($1?.utf8.count ?? 0) + 10 } }

  /// Appends the record of this document, as it waits for its turn.
  func write(into bytes: inout [UInt8]) {
    for string in strings {
      guard let string else {
        bytes.append(0)
        continue
      }
      Varint.append(string.utf8.count + 1, to: &bytes)
      bytes.append(contentsOf: string.utf8)
    }
    Varint.append(number.map { $0 + 1 } ?? 0, to: &bytes)
  }

  init(record: ArraySlice<UInt8>) {
    var position = record.startIndex
    func next() -> String? {
      Self.range(ofNextString: record, &position).map { String(decoding: record[$0], as: UTF8.self) }
    }
    id = next() ?? ""
    file = next() ?? ""
    text = next() ?? ""
    title = next()
    date = next()
    language = next()
    publisher = next()
    source = next()
    referenceDate = next()
    referenceDateBasis = next()
    let number = record.varint(&position)
    self.number = number > 0 ? number - 1 : nil
  }

  /// The text of the document that a record holds.
  static func text(ofRecord record: ArraySlice<UInt8>) -> String {
    var position = record.startIndex
    let ranges = (0..<3).map { _ in range(ofNextString: record, &position) }
    return ranges[2].map { String(decoding: record[$0], as: UTF8.self) } ?? ""
  }

  /// Where the next string of a record is; nil where it has none.
  private static func range(ofNextString record: ArraySlice<UInt8>, _ position: inout Int) -> Range<Int>? {
    let length = record.varint(&position) - 1
    guard length >= 0 else { return nil }
    defer { position += length }
    return position..<position + length
  }
}

extension ArraySlice<UInt8> {
  /// Reads a number as `Varint` writes it.
  func varint(_ position: inout Int) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < endIndex {
      let byte = self[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: value)
  }
}
