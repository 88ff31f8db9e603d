import EntenteFileMapping
import Testing

@Suite struct BitWriterTests {
  @Test func `numbers are packed from the least significant bit of each byte on`() {
    var bits = BitWriter()
    for number in [5, 0, 7] as [UInt64] { bits.append(number, width: 3) }
    #expect(bits.finish() == [0b1100_0101, 0b1])
  }

  @Test func `numbers of any widths read back bit by bit`() {
    var state: UInt64 = 9
    var numbers: [(value: UInt64, width: Int)] = []
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let width = Int(state >> 40) % 57
      numbers.append((width == 0 ? 0 : (state & 0xFFFF_FFFF_FFFF) << 8 & (1 << UInt64(width) - 1), width))
    }
    var bits = BitWriter()
    for number in numbers { bits.append(number.value, width: number.width) }
    let bytes = bits.finish()
    var place = 0
    for number in numbers {
      var value: UInt64 = 0
      for bit in 0..<number.width {
        value |= UInt64(bytes[(place + bit) / 8] >> UInt8((place + bit) % 8) & 1) << UInt64(bit)
      }
      place += number.width
      #expect(value == number.value)
    }
    #expect(bytes.count == (place + 7) / 8)
  }
}
