/// The bytes of a page as the parser gets them: rewritten where libxml2 reads otherwise than browsers do.
///
/// Nothing here depends on where in the page it stands, so that a script or a damaged tag cannot mislead it:
///
/// - `&` becomes `&amp;`: the parser gives references back as they were written, and `CharacterReference` resolves them;
/// - `<!x`, `<?x` and `</ x`, which browsers skip as comments, become processing instructions, which the parser passes
///   over;
/// - `<!-->` and `<!--->`, which are whole comments, go.
///
/// The declaration of the document type goes with all that is between its brackets.
enum HTMLSource {
  /// What `&` was made.
  static let ampersand = Array("&amp;".utf8)

  private static let instruction = Array("<?x ".utf8)

  static func rewritten(_ page: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(page.count + page.count / 8)
    var index = endOfDocumentType(page)
    while index < page.count {
      let byte = page[index]
      switch byte {
      case UInt8(ascii: "&"):
        output += ampersand
        index += 1
      case UInt8(ascii: "<"): index = rewriteMark(page, index, &output)
      default:
        output.append(byte)
        index += 1
      }
    }
    return output
  }

  /// - Returns: where to continue.
  private static func rewriteMark(_ page: [UInt8], _ index: Int, _ output: inout [UInt8]) -> Int {
    let rest = page[index...].prefix(6)
    if rest.starts(with: "<!-->".utf8) { return index + 5 }
    if rest.starts(with: "<!--->".utf8) { return index + 6 }
    let next = rest.dropFirst().first ?? 0
    let afterNext = rest.dropFirst(2).first ?? 0
    let isInstruction =
      next == UInt8(ascii: "?") || next == UInt8(ascii: "!") && !rest.starts(with: "<!--".utf8)
      || next == UInt8(ascii: "/") && !afterNext.isASCIILetter
    guard isInstruction else {
      output.append(page[index])
      return index + 1
    }
    output += instruction
    return index + 2
  }

  /// The end of `<!DOCTYPE html [ … ]>`, which may stand behind white space, comments and instructions; 0 if there is none.
  private static func endOfDocumentType(_ page: [UInt8]) -> Int {
    var rest = page[...]
    while true {
      rest = rest.drop { $0.isASCIISpace }
      if rest.starts(with: "<!--".utf8) {
        guard let end = rest.dropFirst(4).firstRange(of: "-->".utf8)?.upperBound else { return 0 }
        rest = rest[end...]
      } else if rest.starts(with: "<?".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return 0 }
        rest = rest[(end + 1)...]
      } else {
        break
      }
    }
    guard rest.beginsIgnoringCase("<!doctype") else { return 0 }
    var isInBrackets = false
    for (index, byte) in zip(rest.indices, rest) {
      switch byte {
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: ">") where !isInBrackets: return index + 1
      default: break
      }
    }
    // Brackets that do not close: the declaration ends where browsers end it.
    return rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
  }
}
