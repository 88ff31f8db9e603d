import EntenteSchema

/// A date as honest as its precision: `2023-11-15`, `2023-07`, `2023`, `2023-11-13…2023-11-15`, `« vendredi »`; and as
/// honest as its subject: `published 2023-07-12`, `as of 2024-07-12*`, `after 2023-11-15`.
func shown(_ date: PartialDate?) -> String {
  guard let date else { return "undated" }
  switch date.subject {
  case .publication: return "published " + days(date)
  case .reference: return "as of " + days(date)
  case .latestTold: return "after " + days(date)
  case .unspecified, .unrecognized: return days(date)
  }
}

/// The effective date of a document: like ``shown(_:)``, but that a date of publication needs no word.
func shownEffective(_ date: PartialDate?) -> String {
  guard var date else { return "undated" }
  if date.subject == .publication { date.subject = .unspecified }
  return shown(date)
}

/// With `about` before a round figure and `by` before the last moment of something.
private func days(_ date: PartialDate) -> String {
  let isResolved = !date.start.isEmpty
  return (isResolved && date.deadline ? "by " : "") + (isResolved && date.approximate ? "about " : "") + plain(date)
}

private func plain(_ date: PartialDate) -> String {
  let manifest = date.basis == .manifest ? "*" : ""
  switch date.precision {
  case .day: return date.start + manifest
  case .month: return date.start.prefix(7) + manifest
  case .year: return date.start.prefix(4) + manifest
  case .season, .range: return date.start == date.end ? date.start + manifest : "\(date.start)…\(date.end)" + manifest
  default:
    let words = date.source?.text ?? ""
    return words.isEmpty ? "undated" : quoted(words)
  }
}

/// What the `*` behind a date means, where one of `dates` has it.
func footnote(_ dates: [PartialDate?], style: Style) -> [String] {
  guard dates.contains(where: { $0?.basis == .manifest }) else { return [] }
  let note = MarkedText("* by a date given beside the text, in a manifest or a JSON line")
  return [""] + note.lines(width: style.width, style: style).map(style.dim)
}
