import EntenteSchema

@testable import EntenteExtraction

/// The dates that a text states: a day, a range, `?` for what is left open.
///
/// - Parameters:
///   - day: of the text, ISO 8601; nil for a text without one.
///   - isAfterOpening: whether another sentence stands before the text, which then has no title or dateline of its own.
func statedDates(_ text: String, on day: String?, isAfterOpening: Bool = false) -> [String] {
  let opening = isAfterOpening ? "Un mot pour commencer. " : ""
  return Extractor().read(DocumentInput(id: "a", text: opening + text, title: "Titre", date: day)).dates.map { date in
    date.start.isEmpty ? "?" : date.start == date.end ? date.start : date.start + ".." + date.end
  }
}
