import Foundation
import Testing

@testable import EntenteFormats

@Suite struct TextDecoderTests {
  private let french =
    "À l’été 2023, le ministre français a déclaré : « Où êtes-vous ? » – dès Noël, l’œuvre naïve coûtera 5 €… Élysée, garçon, là."

  private func decode(_ bytes: [UInt8], _ encoding: TextEncoding? = nil, isPage: Bool = false) throws(DecodingFailure)
    -> DecodedText
  {
    try TextDecoder(encoding: encoding).decode(unsafe bytes.span.bytes, isPage: isPage)
  }

  /// The bytes of what the encoding can say of a text.
  private func encoded(_ text: String, _ table: SingleByteTable) -> [UInt8] {
    text.unicodeScalars.compactMap { scalar in
      scalar.isASCII ? UInt8(scalar.value) : table.scalars.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }
  }

  @Test(arguments: [TextEncoding.windows1252, .latin9, .macRoman, .cp850])
  func `French is recognised in each encoding of one byte a character`(_ encoding: TextEncoding) throws {
    let table = try #require(encoding.table)
    let sentences = [
      french, "Le Conseil de sécurité s'est réuni à Genève.", "L’œuvre coûte 5 €.", "« C’est là », a-t-il déclaré.",
      "Une coopération étroite entre l'Alliance et le Japon.", "École, été, élève, Église.",
      "Il s'agit d'un problème de fond.",
    ]
    for sentence in sentences {
      let bytes = encoded(sentence, table)
      guard bytes.contains(where: { $0 >= 0x80 }) else { continue }
      let right = String(String.UnicodeScalarView(bytes.map { table[$0] }))
      #expect(try decode(bytes, encoding).text == right)
      // A word or two may be refused, and are never read wrong.
      if sentence == french {
        #expect(try decode(bytes).text == right)
      } else if let decoded = try? decode(bytes) {
        #expect(decoded.text == right, "\(encoding) as \(decoded.encoding)")
      }
    }
  }

  @Test func `ISO-8859-1 and -15 are told apart`() throws {
    #expect(try decode(encoded("Le cœur de l'œuvre", .latin9)).text == "Le cœur de l'œuvre")
    #expect(try decode(encoded("Cela coûte 5 € à l'été", .latin9)).text == "Cela coûte 5 € à l'été")
    #expect(try decode(encoded("Une cuillère ½, soit 1½ et 2¾ à 5 µm", .windows1252)).text.contains("1½"))
    #expect(try decode(encoded("D’été en hiver", .windows1252)).text == "D’été en hiver")
  }

  @Test(arguments: [
    TextEncoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
  ])
  func `wide encodings are read with a mark, without one, and by name`(_ encoding: TextEncoding) throws {
    let foundation: [TextEncoding: String.Encoding] = [
      .utf16LittleEndian: .utf16LittleEndian, .utf16BigEndian: .utf16BigEndian, .utf32LittleEndian: .utf32LittleEndian,
      .utf32BigEndian: .utf32BigEndian,
    ]
    let code = try #require(foundation[encoding])
    let text = french + " Tōkyō 😀"
    let bytes = [UInt8](try #require(text.data(using: code)))
    let marked = [UInt8](try #require(("\u{FEFF}" + text).data(using: code)))
    for (bytes, name) in [(bytes, nil), (marked, nil), (bytes, encoding), (marked, .windows1252)]
      as [([UInt8], TextEncoding?)]
    {
      let decoded = try decode(bytes, name)
      #expect(decoded.text == text)
      #expect(decoded.encoding == encoding)
    }
    let unordered: TextEncoding = encoding.rawValue.hasPrefix("utf-16") ? .utf16 : .utf32
    #expect(try decode(bytes, unordered).text == text)
    #expect(throws: DecodingFailure.self) { try decode(Array(bytes.dropLast()), encoding) }
  }

  @Test func `a few bytes that are no UTF-8 are shown and counted, and nothing else changes`() throws {
    for (damage, count) in [([0xFF], 1), ([0xC3], 1), ([0xE2, 0x80], 1), ([0xFF, 0x20, 0xFE], 2)] as [([UInt8], Int)] {
      let bytes = Array(french.utf8.prefix(40)) + damage + Array(french.utf8)
      let decoded = try decode(bytes)
      #expect(decoded.encoding == .utf8)
      #expect(decoded.replaced?.count == count)
      #expect(decoded.replaced?.first == 40)
      #expect(decoded.text.hasSuffix(french))
      #expect(decoded.text.contains("\u{FFFD}"))
      #expect(try decode(bytes, .utf8).text == decoded.text)
    }
    #expect(try decode(Array(french.utf8)).replaced == nil)
  }

  @Test func `two encodings in one text are refused`() {
    let bytes = Array("Été à Gênes. ".utf8) + encoded("Été à Gênes, déjà là.", .windows1252)
    let failure = #expect(throws: DecodingFailure.self) { try decode(bytes) }
    #expect(failure?.reason.contains("mixes UTF-8 with another encoding, from byte 17 on") == true)
  }

  @Test(arguments: [
    #"<meta charset="iso-8859-15">"#, "<META CHARSET=iso-8859-15>",
    #"<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15">"#,
    #"<?xml version="1.0" encoding="iso-8859-15"?>"#,
  ])
  func `a page in one byte a character is read as it declares`(_ declaration: String) throws {
    let bytes = Array(declaration.utf8) + encoded(" 5 ¤", .windows1252)
    #expect(try decode(bytes, isPage: true).text.hasSuffix(" 5 €"))
  }

  @Test func `a declaration does not stand against the bytes`() throws {
    let page = Array(#"<meta charset="iso-8859-1">"#.utf8) + Array(french.utf8)
    #expect(try decode(page, isPage: true).text.hasSuffix(french))
    let other = Array(#"<meta charset="utf-8">"#.utf8) + encoded("L'été à Genève, déjà.", .windows1252)
    #expect(try decode(other, isPage: true).text.hasSuffix("L'été à Genève, déjà."))
    let unknown = Array(#"<meta charset="shift_jis">"#.utf8) + [0x93, 0xFA, 0x96, 0x7B]
    let failure = #expect(throws: DecodingFailure.self) { try decode(unknown, isPage: true) }
    #expect(failure?.reason.contains("declared as shift_jis") == true)
  }

  @Test func `what is no French in any of them is refused`() {
    // Japanese, Russian, Polish.
    for bytes in [
      [0x93, 0xFA, 0x96, 0x7B, 0x82, 0xC6, 0x96, 0x6B, 0x91, 0xE5, 0x90, 0xBC, 0x97, 0x6D],
      [0xCF, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x20, 0xCD, 0xC9, 0xD2, 0x20, 0xCB, 0xC1, 0xCB],
      Array("s".utf8) + [0xB3] + Array("owo za".utf8) + [0xBF] + Array("\u{F3}".utf8) + [0xB3] + Array("ty".utf8),
    ] as [[UInt8]] {
      #expect(throws: DecodingFailure.self) { try decode(bytes) }
    }
  }

  @Test func `bytes that are no text`() {
    for bytes in [[0x89, 0x50, 0x4E, 0x47, 0, 1, 2], [0x41, 0x00, 0x42], [0x41, 0x07], [0x81, 0x8D]] as [[UInt8]] {
      #expect(throws: DecodingFailure.self) { try decode(bytes) }
    }
  }

  @Test func `the mark that MS-DOS ends a text with is none of it`() throws {
    #expect(try decode(Array("Texte".utf8) + [0x1A]).text == "Texte")
  }

  @Test func `names of encodings are those of the web`() {
    #expect(TextEncoding(label: "Latin1") == .latin1)
    #expect(TextEncoding(label: "UTF8") == .utf8)
    #expect(TextEncoding(label: "x-mac-roman") == .macRoman)
    #expect(TextEncoding(label: "koi8-r") == nil)
  }
}
