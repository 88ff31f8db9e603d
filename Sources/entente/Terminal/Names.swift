import EntenteSchema

extension DocumentSummary {
  /// Its title, else its first words in guillemets, else its id.
  var name: String {
    if !title.isEmpty { return title }
    var words = opening[...]
    while let last = words.last, ",;:.".contains(last) { words.removeLast() }
    return words.isEmpty ? id : quoted(words + "…")
  }
}

/// Words in guillemets, which no line break parts from them.
func quoted(_ words: some StringProtocol) -> String { "«\u{A0}\(words)\u{A0}»" }
