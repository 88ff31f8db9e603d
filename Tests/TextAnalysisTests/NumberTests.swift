import EntenteTextAnalysis
import Testing

@Suite struct NumberTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var analyzer = Analyzer()
    var tokens: [Token] = []
    unsafe analyzer.analyze(bytes.span.bytes, into: &tokens)
    return tokens.map { analyzer.termString(Int($0.term)) }
  }

  @Test(arguments: [" ", "\u{A0}", "\u{202F}", "\u{2009}", ".", "'", "’"])
  func `thousands are one number, whatever stands between their groups`(mark: String) {
    #expect(words("1\(mark)000") == ["1000"])
    #expect(words("les 12\(mark)345\(mark)678 hommes") == ["12345678"] + words("hommes"))
    #expect(LanguageProfile.french.queryWord("1\(mark)000").parts.map(\.term) == [Array("1000".utf8)])
  }

  @Test(arguments: [
    ("2023 100", ["2023", "100"]), ("1 00", ["1", "00"]), ("1 0000", ["1", "0000"]), ("1 000e", ["1", "000e"]),
    ("0 123", ["0", "123"]),
    ("12.07.2023", ["12", "07", "2023"]), ("1.000.00", ["1", "000", "00"]), ("article 5, 200", ["articl", "5", "200"]),
    ("1 000\u{A0}000,5", ["1000000.5"]), ("3,5 %", ["3.5"]), ("3.5", ["3.5"]), ("1,2,3", ["1", "2", "3"]),
    ("2023-2026", ["2023", "2026"]),
    ("14h30", ["14h30"]), ("1\n000", ["1", "000"]), ("3,", ["3"]), ("5.", ["5"]),
  ])
  func `other runs of digits stay apart`(pair: (text: String, words: [String])) {
    #expect(words(pair.text) == pair.words)
  }

  @Test(arguments: [
    "C-130", "C130", "c‑130", "S-400", "T-72", "A-400M", "A400M", "F35", "F-35", "L'A-400M", "le Su-27",
  ])
  func `a code is one word, with its hyphen and without`(text: String) {
    let code = text.filter { $0.isASCII ? $0.isLetter || $0.isNumber : false }.lowercased()
    #expect(words(text).count == 1)
    #expect(words(text) == words(text.replacing("-", with: "").replacing("‑", with: "")) || code.isEmpty)
  }

  @Test func `a code of three letters or more has its parts beside it`() {
    #expect(words("MiG-29") == ["mig", "mig29", "29"])
    #expect(words("MiG29") == ["mig29"])
    #expect(LanguageProfile.french.queryWord("MiG-29").joined == Array("mig29".utf8))
  }
}
