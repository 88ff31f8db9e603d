import ProtobufCoding
import Testing

/// Every byte string decodes or throws a `ProtobufError`: nothing traps, and what decodes is a message like any other.
@Suite struct DamageTests {
  /// What decodes must encode, and decode again to the same.
  private func check(_ bytes: [UInt8]) {
    do throws(ProtobufError) {
      let message = try EveryField(protobuf: bytes)
      let encoded = message.protobufBytes()
      let again = try EveryField(protobuf: encoded)
      #expect(again.protobufBytes() == encoded)
    } catch {
      #expect((0...bytes.count).contains(error.offset))
    }
  }

  @Test func `a message cut at any byte decodes or throws`() {
    var random = RandomSource(seed: 10)
    for _ in 0..<8 {
      let bytes = random.everyField().protobufBytes().prefix(3000)
      for end in bytes.indices { check(Array(bytes[..<end])) }
    }
  }

  @Test func `a cut inside a field throws`() throws {
    let bytes = Singular(fixed64Field: 1, stringField: "abc", twoByteTag: 300).protobufBytes()
    // Between the fields of 9, 5 and 4 bytes a shorter message ends.
    let boundaries: Set = [0, 9, 14]
    for end in bytes.indices {
      let cut = Array(bytes[..<end])
      if boundaries.contains(end) {
        _ = try Singular(protobuf: cut)
      } else {
        #expect(throws: ProtobufError.self) { try Singular(protobuf: cut) }
      }
    }
  }

  @Test func `a message with any bit flipped decodes or throws`() {
    var random = RandomSource(seed: 11)
    for _ in 0..<4 {
      var bytes = Array(random.everyField().protobufBytes().prefix(600))
      for index in bytes.indices {
        for bit in 0..<8 {
          bytes[index] ^= 1 << UInt8(bit)
          check(bytes)
          bytes[index] ^= 1 << UInt8(bit)
        }
      }
    }
  }

  @Test func `random bytes decode or throw`() {
    var random = RandomSource(seed: 12)
    for _ in 0..<3000 {
      // Small numbers make plausible tags and lengths.
      let small = random.once(in: 2)
      check(random.array(upTo: 40) { UInt8.random(in: 0...(small ? 40 : 255), using: &$0) })
    }
  }

  @Test func `many short runs of a packed field take time in proportion`() throws {
    // Runs of two values each: reserving room for each of them would copy the array as many times.
    let run: [UInt8] = [3 << 3 | 2, 2, 1, 1]
    let message = try Repeated(protobuf: repeated(run, 400_000))
    #expect(message.int32Field.count == 800_000)
  }

  @Test func `a field that is merged many times is not copied each time`() throws {
    // Each occurrence adds a child to the left tree, or a string to the message of the oneof.
    let tree = try Tree(protobuf: repeated([2 << 3 | 2, 2, 4 << 3 | 2, 0], 100_000))
    #expect(tree.left?.children.count == 100_000)
    let names = try AwkwardNames(protobuf: repeated([0xC2, 0x01, 2, 9 << 3 | 2, 0], 100_000))
    #expect(names.switch == .func(AwkwardNames(reader: [String](repeating: "", count: 100_000))))
  }

  private func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    [UInt8]((0..<count).map { _ in bytes }.joined())
  }
}
