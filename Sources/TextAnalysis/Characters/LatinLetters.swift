/// Latin letters with diacritics and the ASCII letter under them.
enum LatinLetters {
  /// The lower-case ASCII letter that the letter `value` is built on; nil for other characters.
  @inline(__always)
  static func base(of value: UInt32) -> UInt8? {
    let byte: UInt8
    switch value {
    case 0xC0...0x24F:
      byte = first[Int(value - 0xC0)]
    case 0x1E00...0x1EFF:
      byte = additional[Int(value - 0x1E00)]
    default: return nil
    }
    return byte == UInt8(ascii: ".") ? nil : byte
  }

  /// U+00C0 to U+024F; a full stop where a character has no single base letter.
  private static let first = Array(
    ("aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggggggg"
      + "hh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz........."
      + "........................oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoo"
      + "oo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................").utf8)

  /// U+1E00 to U+1EFF.
  private static let additional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
      + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
      + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)
}
