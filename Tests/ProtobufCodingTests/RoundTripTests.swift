import Foundation
import ProtobufCoding
import Testing

/// Messages are compared by their bytes, in which NaN is equal to itself.
@Suite struct RoundTripTests {
  @Test func `a random message survives its binary form, of exactly the announced size`() throws {
    var random = RandomSource(seed: 1)
    for _ in 0..<500 {
      let message = random.everyField()
      let bytes = message.protobufBytes()
      #expect(bytes.count == message.protobufSize)
      let decoded = try EveryField(protobuf: bytes)
      #expect(decoded.protobufBytes() == bytes)
    }
  }

  @Test func `a random message survives its JSON form`() throws {
    var random = RandomSource(seed: 2)
    for _ in 0..<200 {
      let message = random.everyField()
      let json = try JSONEncoder().encode(message)
      let decoded = try JSONDecoder().decode(EveryField.self, from: json)
      #expect(decoded.protobufBytes() == message.protobufBytes())
    }
  }

  @Test func `equal messages give equal bytes, whatever the order in which their maps were filled`() {
    let keys = (0..<100).map { "key \($0)" }
    let forward = Maps(stringString: Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) }))
    var backward = Maps()
    for key in keys.reversed() { backward.stringString[key] = key }
    #expect(forward == backward)
    #expect(forward.protobufBytes() == backward.protobufBytes())
  }

  @Test func `merging two encodings gives what decoding them in one gives`() throws {
    var random = RandomSource(seed: 3)
    for _ in 0..<200 {
      let bytes = random.everyField().protobufBytes() + random.everyField().protobufBytes()
      let merged = try EveryField(protobuf: bytes)
      let again = try EveryField(protobuf: merged.protobufBytes())
      #expect(again.protobufBytes() == merged.protobufBytes())
    }
  }

  @Test func `recursive fields behave as the plain optionals that they seem to be`() {
    var tree = Tree(name: "root")
    #expect(tree.left == nil)
    tree.left = Tree(name: "left", right: Tree(name: "inner"))
    tree.left?.right?.name = "changed"
    #expect(tree.left?.right == Tree(name: "changed"))
    let copy = tree
    tree.left = nil
    #expect(tree == Tree(name: "root"))
    #expect(copy.left?.name == "left")
  }
}
