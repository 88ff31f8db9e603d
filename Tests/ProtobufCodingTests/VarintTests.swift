import ProtobufCoding
import Testing

@Suite struct VarintTests {
  @Test func `what is appended reads back, in as many bytes as its size says`() throws {
    var values: [UInt64] = [0, .max]
    for shift in 0..<64 { values += [1 << shift, 1 << shift - 1, 1 << shift + 1] }
    for value in values {
      var bytes: [UInt8] = []
      Varint.append(value, to: &bytes)
      #expect(bytes.count == ProtobufSize.varint(value))
      var reader = ProtobufReader(bytes.span.bytes)
      #expect(try reader.varint() == value)
    }
  }

  @Test func `three hundred takes the bytes that protobuf documents`() {
    var bytes: [UInt8] = []
    Varint.append(300 as Int, to: &bytes)
    Varint.append(1 as UInt32, to: &bytes)
    #expect(bytes == [0xAC, 0x02, 0x01])
  }
}
