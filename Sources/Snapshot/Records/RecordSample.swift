internal import ProtobufCoding

/// Takes records that are spread over a section as its dictionary: what most records share stands in a few of them.
package struct RecordSample {
  /// How many records are taken.
  package static let count = 128
  /// A section with fewer records would not gain what its dictionary takes.
  package static let fewestRecords = 512

  /// The ordinals of the sample; none where the section has too few records.
  ///
  /// - Parameter minimum: of records; fewer will do where they are large.
  package static func ordinals(of recordCount: Int, atLeast minimum: Int = fewestRecords) -> [Int] {
    guard recordCount >= minimum, recordCount > 0 else { return [] }
    let taken = min(count, recordCount)
    return (0..<taken).map { ($0 * 2 + 1) * recordCount / (taken * 2) }
  }

  package private(set) var dictionary: [UInt8] = []

  package init() {}

  /// Adds the next record.
  package mutating func append(_ record: some SnapshotRecord) {
    var record = record
    record.compact()
    let bytes = record.protobufBytes()
    Varint.append(bytes.count, to: &dictionary)
    dictionary += bytes
    dictionary.removeFirst(max(dictionary.count - BlockDictionary.maximumSize, 0))
  }
}
