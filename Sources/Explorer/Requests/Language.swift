/// A language of the explorer's labels. The documents stay in their own.
enum Language: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"

  /// The best match for an `Accept-Language` header (RFC 9110, section 12.5.4); French when nothing matches.
  init(acceptLanguage header: String) {
    var best: (language: Language, quality: Double) = (.french, 0)
    for range in header.prefix(1024).split(separator: ",") {
      let parts = range.split(separator: ";")
      guard let tag = parts.first?.trimmed.lowercased(),
        let language = Language.allCases.first(where: { tag == $0.rawValue || tag.hasPrefix($0.rawValue + "-") })
      else { continue }
      let weight = parts.dropFirst().lazy.map(\.trimmed).first { $0.hasPrefix("q=") }
      let quality = weight.flatMap { Double($0.dropFirst(2)) } ?? 1
      if quality > best.quality { best = (language, quality) }
    }
    self = best.language
  }

  var other: Language { self == .french ? .english : .french }
}

extension StringProtocol {
  /// The text without spaces at either end.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
