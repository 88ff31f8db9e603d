import EntenteFileMapping
import Testing

@testable import EntenteSearchIndex

@Suite struct UnaryNumberTests {
  @Test func `unary numbers set the bits that they say`() {
    var bits = BitWriter()
    bits.append(unary: [0, 0, 3, 130], size: 140)
    var output: [UInt8] = [42]
    bits.move(to: &output)
    var set: [Int] = []
    for bit in 0..<(output.count - 1) * 8 where output[1 + bit / 8] >> UInt8(bit % 8) & 1 == 1 { set.append(bit) }
    #expect(set == [0, 1, 5, 133])
    #expect(output.count == 1 + 18)
    bits.append(1, width: 1)
    #expect(bits.finish() == [1])
  }
}
