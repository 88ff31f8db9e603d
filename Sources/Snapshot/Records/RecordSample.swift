internal import ProtobufCoding

/// Uses records spread over a section as its dictionary, because a few records contain what most of them share.
package struct RecordSample {
  /// How many records are sampled.
  package static let count = 128
  /// In a section with fewer records, the dictionary would cost more than it saves.
  package static let fewestRecords = 512

  /// The ordinals of the sample; none if the section has too few records.
  ///
  /// - Parameter minimum: the fewest records; it may be lower if they are large.
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
