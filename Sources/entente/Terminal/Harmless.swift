/// The text without what commands a terminal, so that no document can move the cursor, rename the window or hide words.
///
/// Line feeds, tabs and the colours of `Style` stay.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var kept = String.UnicodeScalarView()
  var rest = text.unicodeScalars[...]
  while let scalar = rest.first {
    if let colour = colour(at: rest) {
      kept.append(contentsOf: colour)
      rest = rest[colour.endIndex...]
      continue
    }
    if !isControl(scalar) { kept.append(scalar) }
    rest = rest.dropFirst()
  }
  return String(kept)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
}

/// `ESC [ digits ; … m`, at the start of `text`.
private func colour(at text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
  guard text.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
  let end = text.dropFirst(2).firstIndex { !("0"..."9").contains($0) && $0 != ";" }
  guard let end, text[end] == "m" else { return nil }
  return text[...end]
}
