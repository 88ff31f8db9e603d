import Foundation
import ProtobufCoding
import Testing

/// The proof of interoperability: Google's Python protobuf reads what Swift writes, and the other way round.
@Suite struct InteropTests {
  private static let batch = 250

  @Test(arguments: 0..<2)
  func `Python reads our binary and our JSON as the same message, and we read it back from both`(_ half: Int) throws {
    let peer = try PythonPeer()
    var random = RandomSource(seed: UInt64(1000 + half))
    for _ in 0..<20 {
      let sent = (0..<Self.batch).map { _ in random.everyField().protobufBytes() }
      let messages = try sent.map {
        PythonPeer.Message(binary: $0, json: try JSONEncoder().encode(EveryField(protobuf: $0)))
      }
      for (bytes, verdict) in zip(sent, try peer.check(messages)) {
        #expect(verdict.complaint == "")
        // Both write fields in the order of their numbers, but maps in an order of their own.
        #expect(try EveryField(protobuf: verdict.message.binary).protobufBytes() == bytes)
        let fromJSON = try JSONDecoder().decode(EveryField.self, from: verdict.message.json)
        #expect(fromJSON.protobufBytes() == bytes)
      }
    }
  }

  @Test func `we read Python's binary and JSON as the same message, and Python reads it back from both`() throws {
    let peer = try PythonPeer()
    for seed in 0..<10 {
      let made = try peer.make(Self.batch, seed: seed)
      let messages = try made.map { message in
        let fromBinary = try EveryField(protobuf: message.binary)
        let fromJSON = try JSONDecoder().decode(EveryField.self, from: message.json)
        #expect(fromBinary.protobufBytes() == fromJSON.protobufBytes())
        return PythonPeer.Message(binary: fromBinary.protobufBytes(), json: try JSONEncoder().encode(fromJSON))
      }
      for (message, verdict) in zip(made, try peer.check(messages)) {
        #expect(verdict.complaint == "")
        #expect(verdict.message.binary == message.binary)
      }
    }
  }
}
