import Foundation
import ProtobufCoding
import Testing

@Suite struct RoundTripTests {
  let message = Everything(
    singular: Singular(
      aDouble: -0.0, aFloat: 1.5, anInt32: -1, anInt64: .min, aUint32: .max, aUint64: .max, aSint32: -2, aSint64: .min,
      aFixed32: 7, aFixed64: 8, anSfixed32: -9, anSfixed64: -10, aBool: true, aString: "l’été", someBytes: [0, 255],
      aColour: .negative, aLeaf: Leaf(name: "x", weight: 3),
      aTimestamp: ProtobufTimestamp(seconds: 1, nanos: 500_000_000),
      aDuration: ProtobufDuration(seconds: -1, nanos: -5)),
    optional: Optional(anInt32: 0, aString: ""),
    repeated: Repeated(
      doubles: [1, 2], int32s: [-1, 300], strings: ["", "a"], colours: [.red, .unrecognized(99)], unpacked: [1, 2]),
    maps: Maps(texts: ["k": "v", "": ""], leaves: [-1: Leaf()], doubles: [true: 1]),
    choice: Choice(value: .choice(Choice(value: .number(-5)))),
    tree: Tree(left: Tree(mark: Tree.Mark(height: 2)), others: [Tree(), Tree()], named: ["a": Tree()]))

  @Test func `a message survives its binary form`() throws {
    let bytes = message.protobufBytes()
    #expect(bytes.count == message.protobufSize)
    let decoded = try Everything(protobuf: bytes)
    #expect(decoded == message)
  }

  @Test func `a message survives its JSON form`() throws {
    let json = try JSONEncoder().encode(message)
    let decoded = try JSONDecoder().decode(Everything.self, from: json)
    #expect(decoded == message)
  }

  @Test func `every truncation is an error or a message, and every flipped bit too`() {
    let bytes = message.protobufBytes()
    for end in bytes.indices { _ = try? Everything(protobuf: Array(bytes[..<end])) }
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        _ = try? Everything(protobuf: damaged)
      }
    }
  }
}
