/// Turns of a parliament's minutes, which a full stop alone parts from the words: "M. Virtanen (VAS). Merci."
extension TurnReader {
  /// Who is named behind a civility or a rank: "M. Virtanen", "M. le président Virtanen", "Général Virtanen".
  func titled(_ first: Int, _ names: [Int: (Int, Int)]) -> (Int, Int)? {
    guard let civility = text.match(.civility, at: first) else { return ranked(first, names) }
    let next = civility.tokens.upperBound
    guard next < text.tokens.count else { return nil }
    return names[first] ?? names[next] ?? ranked(next, names)
  }

  /// "M. le président. La séance est ouverte.": an office without a name.
  func isPresided(_ first: Int, _ bound: Int) -> Bool {
    guard let civility = text.match(.civility, at: first), civility.tokens.upperBound < bound,
      let article = text.match(.sayDeterminer, at: civility.tokens.upperBound), article.tokens.upperBound < bound,
      let office = text.match(.role, at: article.tokens.upperBound)
    else { return false }
    return closes(office.tokens.upperBound, bound)
  }

  /// Whether a full stop stands behind a name, its group or its office, and words follow in the same paragraph.
  func closes(_ end: Int, _ bound: Int) -> Bool {
    let bound = min(bound, text.tokens.count)
    var token = end
    var depth = 0
    while token + 1 < bound, token < end + Self.longest {
      let mark = text.tokens[token]
      if mark.kind == .punctuation {
        switch mark.value {
        case Punctuation.openParenthesis where token == end: depth += 1
        case Punctuation.closeParenthesis where depth > 0: depth -= 1
        case Punctuation.comma where token == end || depth > 0: break
        case Punctuation.dash where depth > 0: break
        case Punctuation.fullStop where depth == 0: return text.tokens[token + 1].kind != .punctuation
        default: return false
        }
      } else if depth == 0, token == end || text.match(.sayAuxiliary, at: token) != nil {
        return false
      }
      token += 1
    }
    return false
  }
}
