internal import EntenteSchema
internal import EntenteTextAnalysis

/// Names with the articles that the text gives them, so that a title may say `de l'OTAN et du Japon`, `en Australie`. Where
/// the text has another name or none of them, the ending of the name tells, or the lexicon.
struct FrenchNames {
  private enum Article: String, Sendable {
    case le, la, les
    case elided = "l'"
    case none = ""
  }

  private let facts: DocumentFacts
  /// By entity.
  private var articles: [Int: Article] = [:]
  /// Those that the text has with `en`.
  private var withEn: Set<Int> = []

  init(text: AnnotatedText, facts: DocumentFacts) {
    self.facts = facts
    let preposition = text.lexicon.word("en")
    for mention in facts.mentions where articles[mention.entity] == nil {
      // What the article agrees with is the name as it stands there.
      guard let token = text.token(atByte: mention.bytes.lowerBound), token > 0,
        isName(text.source(mention.bytes), of: mention.entity)
      else { continue }
      if text.tokens[token - 1].word == preposition { withEn.insert(mention.entity) }
      let found = text.match(.eventArticle, at: token - 1).flatMap { Article(rawValue: text.entry($0).value(0)) }
      if let found { articles[mention.entity] = found }
    }
  }

  private func isName(_ written: String, of entity: Int) -> Bool {
    let name = facts.entities[entity].name
    return written == name || written.lowercased() == name.lowercased()
  }

  /// `l'OTAN`, `le Japon`, `Mark Rutte`.
  func named(_ entity: Int) -> String {
    let name = facts.entities[entity].name
    switch article(entity) {
    case .none: return name
    case .elided: return "l'" + name
    case let article: return "\(article.rawValue) \(name)"
    }
  }

  /// `de l'OTAN`, `du Japon`, `d'Anthony Albanese`.
  func of(_ entity: Int) -> String {
    let name = facts.entities[entity].name
    switch article(entity) {
    case .le: return "du " + name
    case .les: return "des " + name
    case .la: return "de la " + name
    case .elided: return "de l'" + name
    case .none: return Self.beginsWithVowel(name) ? "d'" + name : "de " + name
    }
  }

  /// `au Japon`, `en Australie`, `à Tokyo`.
  func at(_ entity: Int) -> String {
    let name = facts.entities[entity].name
    if withEn.contains(entity) { return "en " + name }
    guard facts.entities[entity].kind == .country || articles[entity] != nil && isRegion(entity) else {
      switch article(entity) {
      case .le: return "au " + name
      case .les: return "aux " + name
      case .la: return "à la " + name
      case .elided: return "à l'" + name
      case .none: return name.hasPrefix("mer ") ? "en " + name : "à " + name
      }
    }
    switch article(entity) {
    case .le: return "au " + name
    case .les: return "aux " + name
    case .la, .elided: return "en " + name
    case .none: return "à " + name
    }
  }

  private func isRegion(_ entity: Int) -> Bool { ["region", "continent"].contains(facts.entities[entity].type) }

  /// `A, B et C`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " et " + last
  }

  private func article(_ entity: Int) -> Article {
    let found = facts.entities[entity]
    switch found.kind {
    case .person: return .none
    case .country, .organisation: return articles[entity] ?? Self.likely(found.name, isCountry: found.kind == .country)
    default: return articles[entity] ?? .none
    }
  }

  /// By the first word of an organisation's name, or the last of a country's.
  private static func likely(_ name: String, isCountry: Bool) -> Article {
    if let stated = stated[name] { return stated }
    let words = name.split(separator: " ")
    guard let word = isCountry ? words.last : words.first else { return .none }
    if beginsWithVowel(name) { return .elided }
    // An acronym has its article only where it is spoken as a word.
    if !isCountry, words.count == 1 { return .none }
    if word.hasSuffix("s"), !isCountry { return .les }
    return word.hasSuffix("e") || word.hasSuffix("ion") || word.hasSuffix("té") || name.hasPrefix("Corée") ? .la : .le
  }

  private static let stated: [String: Article] = Lexicon.standard.entries(of: .nameArticle).reduce(into: [:]) {
    stated, entry in
    for form in entry.forms { stated[form] = Article(rawValue: entry.value(0)) ?? Article.none }
  }

  private static func beginsWithVowel(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return "aeiou".utf8.contains(FoldedLetters.latin[first.value].first)
  }
}
