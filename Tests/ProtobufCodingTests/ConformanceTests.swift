import ProtobufCoding
import Testing

/// The corners of the encoding that the protobuf specification fixes, byte by byte.
@Suite struct ConformanceTests {
  private func decode<Message: ProtobufMessage>(_ type: Message.Type = Message.self, _ bytes: UInt8...) throws
    -> Message
  {
    try Message(protobuf: bytes)
  }

  private func reason(_ bytes: [UInt8]) -> ProtobufError.Reason? {
    do throws(ProtobufError) {
      _ = try Singular(protobuf: bytes)
      return nil
    } catch {
      return error.reason
    }
  }

  // Values

  @Test func `the examples of the specification encode as it says`() {
    #expect(Singular(int32Field: 150).protobufBytes() == [0x18, 0x96, 0x01])
    #expect(Singular(stringField: "testing").protobufBytes() == [0x72, 7] + Array("testing".utf8))
    #expect(Repeated(int32Field: [3, 270, 86942]).protobufBytes() == [0x1A, 6, 0x03, 0x8E, 0x02, 0x9E, 0xA7, 0x05])
    #expect(Singular(int32Field: -2).protobufBytes() == [0x18] + [0xFE] + [UInt8](repeating: 0xFF, count: 8) + [1])
    #expect(Singular(sint32Field: -2).protobufBytes() == [0x38, 3])
    #expect(Singular(lastTag: "a").protobufBytes() == [0xFA, 0xFF, 0xFF, 0xFF, 0x0F, 1, 0x61])
  }

  @Test func `a default is not encoded, negative zero is`() {
    #expect(Singular().protobufBytes() == [])
    #expect(Singular(doubleField: -0.0).protobufBytes() == [9, 0, 0, 0, 0, 0, 0, 0, 0x80])
    #expect(Optional(int32Field: 0, boolField: false, stringField: "").protobufBytes() == [0x18, 0, 0x68, 0, 0x72, 0])
    #expect(Choice(chosenValue: .int32Case(0)).protobufBytes() == [0x10, 0])
  }

  @Test func `a varint may be longer than it need be, up to ten bytes and 64 bits`() throws {
    #expect(try decode(Singular.self, 0x18, 0x81, 0x80, 0x00).int32Field == 1)
    #expect(try Singular(protobuf: [0x30] + [UInt8](repeating: 0xFF, count: 9) + [1]).uint64Field == .max)
    #expect(reason([0x30] + [UInt8](repeating: 0xFF, count: 9) + [2]) == .overlongVarint)
    #expect(reason([0x30] + [UInt8](repeating: 0x80, count: 10) + [0]) == .overlongVarint)
    #expect(reason([0x30] + [UInt8](repeating: 0x80, count: 9)) == .truncated)
  }

  @Test func `a varint is cut to the bits of a 32-bit type, and any other than 0 is true`() throws {
    #expect(try decode(Singular.self, 0x18, 0x81, 0x80, 0x80, 0x80, 0x10).int32Field == 1)
    #expect(try decode(Singular.self, 0x28, 0x82, 0x80, 0x80, 0x80, 0x70).uint32Field == 2)
    #expect(try decode(Singular.self, 0x68, 0x80, 0x80, 0x80, 0x80, 0x10).boolField)
  }

  @Test func `an enum keeps numbers that it does not name, and names a number once`() throws {
    let message = try decode(Singular.self, 0x80, 0x01, 99)
    #expect(message.enumField == .unrecognized(99))
    #expect(message.protobufBytes() == [0x80, 0x01, 99])
    let negative: [UInt8] = [0x80, 0x01] + [UInt8](repeating: 0xFF, count: 9) + [1]
    #expect(try Singular(protobuf: negative).enumField == .infrared)
    #expect(Colour.vert == .green)
    #expect(Colour(protobufName: "COLOUR_VERT") == .green)
    #expect(Colour.green.protobufName == "COLOUR_GREEN")
  }

  // Fields

  @Test func `the last value of a singular field wins, whatever the order of the fields`() throws {
    #expect(try decode(Singular.self, 0x28, 5, 0x18, 1, 0x18, 2) == Singular(int32Field: 2, uint32Field: 5))
  }

  @Test func `a message field that appears twice is merged`() throws {
    let message = try decode(Singular.self, 0x8A, 1, 3, 0x0A, 1, 0x61, 0x8A, 1, 2, 0x10, 7)
    #expect(message.messageField == Leaf(name: "a", number: 7))
  }

  @Test func `the last field of a oneof wins, and a message in it is merged`() throws {
    #expect(try decode(Choice.self, 0x10, 1, 0x20, 1).chosenValue == .boolCase(true))
    #expect(
      try decode(Choice.self, 0x42, 3, 0x0A, 1, 0x61, 0x42, 2, 0x10, 7).chosenValue
        == .messageCase(Leaf(name: "a", number: 7)))
    #expect(try decode(Choice.self, 0x42, 3, 0x0A, 1, 0x61, 0x10, 1, 0x42, 0).chosenValue == .messageCase(Leaf()))
  }

  @Test func `repeated numbers are read packed and not, whichever the schema says`() throws {
    #expect(try decode(Repeated.self, 0x18, 1, 0x1A, 2, 2, 3, 0x18, 4, 0x1A, 0).int32Field == [1, 2, 3, 4])
    #expect(try decode(Repeated.self, 0xA2, 1, 2, 1, 2, 0xA0, 1, 3).looseInt32 == [1, 2, 3])
    #expect(Repeated(looseInt32: [1, 2]).protobufBytes() == [0xA0, 1, 1, 0xA0, 1, 2])
    #expect(throws: ProtobufError(.truncated, at: 7)) { try Repeated(protobuf: [0x4A, 5, 1, 0, 0, 0, 2]) }
  }

  @Test func `a map entry may lack its key or its value, hold them in any order, twice, or with others`() throws {
    #expect(try decode(Maps.self, 0x62, 0).stringString == ["": ""])
    #expect(try decode(Maps.self, 0x62, 3, 0x12, 1, 0x61).stringString == ["": "a"])
    #expect(try decode(Maps.self, 0x62, 6, 0x12, 1, 0x61, 0x0A, 1, 0x6B).stringString == ["k": "a"])
    #expect(try decode(Maps.self, 0x62, 8, 0x0A, 1, 0x6B, 0x18, 1, 0x12, 1, 0x61).stringString == ["k": "a"])
    // The value under another wire type is an unknown field.
    #expect(try decode(Maps.self, 0x62, 5, 0x0A, 1, 0x6B, 0x10, 1).stringString == ["k": ""])
    let twice = try decode(Maps.self, 0x62, 3, 0x12, 1, 0x61, 0x62, 3, 0x12, 1, 0x62)
    #expect(twice.stringString == ["": "b"])
  }

  @Test func `unknown fields are skipped, and so are known ones under another wire type`() throws {
    let unknown: [UInt8] = [
      0xA0, 0x06, 0x80, 0x01, 0xA1, 0x06, 1, 2, 3, 4, 5, 6, 7, 8, 0xA2, 0x06, 2, 9, 9, 0xA5, 0x06, 1, 2, 3, 4,
    ]
    #expect(try Singular(protobuf: unknown + [0x18, 5]) == Singular(int32Field: 5))
    #expect(try decode(Singular.self, 0x1D, 1, 0, 0, 0, 0x70, 1) == Singular())
  }

  // Errors

  @Test func `a tag with field number 0 or of more than 32 bits is an error`() {
    #expect(reason([0x00]) == .invalidTag)
    #expect(reason([0x07]) == .invalidTag)
    #expect(reason([0x80, 0x80, 0x80, 0x80, 0x10]) == .invalidTag)
    #expect(reason([0x18, 1, 0x02, 0]) == .invalidTag)
  }

  @Test func `an unknown group is skipped with all that it holds`() throws {
    let group: [UInt8] = [
      0xA3, 0x06,  // group 100
      0x08, 0x80, 0x01, 0x11, 1, 2, 3, 4, 5, 6, 7, 8,  // a field of each wire type
      0x1A, 2, 0xA4, 0x06, 0x25, 1, 2, 3, 4,
      0x2B, 0x33, 0x34, 0x2C,  // groups in it
      0xA4, 0x06,
    ]
    #expect(try Singular(protobuf: group + [0x18, 5]) == Singular(int32Field: 5))
    // A known field that comes as a group.
    #expect(try Singular(protobuf: [0x1B, 0x1C, 0x18, 5]) == Singular(int32Field: 5))
    #expect(try Maps(protobuf: [0x62, 7, 0x1B, 0x1C, 0x0A, 1, 0x6B, 0x1B, 0x1C]).stringString == ["k": ""])
  }

  @Test func `an empty message passes over all that it holds`() throws {
    #expect(try ProtobufEmpty(protobuf: [0x18, 5, 0x72, 1, 0x61]).protobufBytes() == [])
    #expect(throws: ProtobufError(.truncated, at: 1)) { try ProtobufEmpty(protobuf: [0x18]) }
  }

  @Test func `a group that does not end, or ends without its start, is an error`() {
    #expect(reason([0x1B]) == .truncated)
    #expect(reason([0x1B, 0x18, 1]) == .truncated)
    #expect(reason([0x1B, 0x23, 0x24]) == .truncated)
    #expect(reason([0x1C]) == .unmatchedGroupEnd)
    #expect(reason([0x1B, 0x24]) == .unmatchedGroupEnd)
    #expect(reason([0x1B, 0x00, 0x1C]) == .invalidTag)
    // The group begins in the inner message and ends in the outer one.
    #expect(reason([0x8A, 1, 1, 0x1B, 0x1C]) == .truncated)
    #expect(throws: ProtobufError(.unmatchedGroupEnd, at: 3)) { try Singular(protobuf: [0x18, 1, 0x1B, 0x24]) }
  }

  @Test func `groups may be nested a hundred deep, and no deeper`() throws {
    let deepest = [UInt8](repeating: 0x1B, count: 100) + [UInt8](repeating: 0x1C, count: 100)
    #expect(try Singular(protobuf: deepest) == Singular())
    #expect(reason([0x1B] + deepest + [0x1C]) == .nestedTooDeep)
    // Messages around them count, and far deeper than the stack.
    #expect(reason([0x8A, 1, 0xC8, 1] + deepest) == .nestedTooDeep)
    #expect(reason([UInt8](repeating: 0x1B, count: 1_000_000)) == .nestedTooDeep)
  }

  @Test func `the wire types 6 and 7 are errors`() {
    #expect(reason([0x1E]) == .invalidWireType)
    #expect(reason([0x1F]) == .invalidWireType)
    #expect(reason([0x1B, 0x1F, 0x1C]) == .invalidWireType)
  }

  @Test func `a length past the end of its message, over 2 GiB or negative is an error`() {
    #expect(reason([0x72, 1]) == .lengthOutOfBounds)
    #expect(reason([0x72, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]) == .lengthOutOfBounds)
    #expect(reason([0x72, 0x80, 0x80, 0x80, 0x80, 0x08]) == .lengthOutOfBounds)
    #expect(reason([0x72] + [UInt8](repeating: 0xFF, count: 9) + [1]) == .lengthOutOfBounds)
    // The inner message has three bytes; the string in it claims four more, which the outer one has.
    #expect(reason([0x8A, 1, 3, 0x0A, 4, 0x61, 0x62, 0x63, 0x64]) == .lengthOutOfBounds)
  }

  @Test(
    arguments: [
      [0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func `a string that is not UTF-8 is an error wherever it stands`(_ text: [UInt8]) {
    let length = UInt8(text.count)
    #expect(reason([0x72, length] + text) == .invalidUTF8)
    #expect(throws: ProtobufError(.invalidUTF8, at: 2)) { try Repeated(protobuf: [0x72, length] + text) }
    #expect(throws: ProtobufError(.invalidUTF8, at: 4)) { try Maps(protobuf: [0x62, length + 2, 0x0A, length] + text) }
    #expect(throws: ProtobufError(.invalidUTF8, at: 2)) { try Choice(protobuf: [0x2A, length] + text) }
  }

  @Test func `an error carries the offset in the outermost message`() {
    #expect(throws: ProtobufError(.invalidTag, at: 5)) { try Singular(protobuf: [0x18, 1, 0x8A, 1, 1, 0x00]) }
  }

  // Depth

  /// A tree with `depth` more of them inside each other, by way of the field with `tag`.
  private func nested(_ depth: Int, tag: UInt8 = 2 << 3 | 2) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<depth {
      var length: [UInt8] = []
      var rest = bytes.count
      while rest >= 0x80 {
        length.append(UInt8(rest & 0x7F | 0x80))
        rest >>= 7
      }
      bytes = [tag] + length + [UInt8(rest)] + bytes
    }
    return bytes
  }

  @Test(arguments: [2 << 3 | 2, 4 << 3 | 2] as [UInt8])
  func `messages may be nested a hundred deep, and no deeper`(_ tag: UInt8) throws {
    let deepest = try Tree(protobuf: nested(100, tag: tag))
    #expect(deepest.protobufBytes() == nested(100, tag: tag))
    let tooDeep = nested(101, tag: tag)
    #expect {
      try Tree(protobuf: tooDeep)
    } throws: {
      ($0 as? ProtobufError)?.reason == .nestedTooDeep
    }
    // Far deeper than the stack.
    #expect(throws: ProtobufError.self) { try Tree(protobuf: nested(5000, tag: tag)) }
  }

  @Test func `maps and oneofs are nested no deeper either`() {
    let map: [UInt8] = (0..<120).reduce([]) { inner, _ in
      let value: [UInt8] = [0x12] + length(inner.count) + inner
      return [5 << 3 | 2] + length(value.count) + value
    }
    #expect(throws: ProtobufError.self) { try Tree(protobuf: map) }
    #expect(throws: ProtobufError.self) { try Choice(protobuf: nested(101, tag: 9 << 3 | 2)) }
  }

  private func length(_ count: Int) -> [UInt8] {
    count < 0x80 ? [UInt8(count)] : [UInt8(count & 0x7F | 0x80)] + length(count >> 7)
  }
}
