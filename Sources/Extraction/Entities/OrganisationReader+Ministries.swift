/// The country of ministries that are named without one.
extension OrganisationReader {
  /// The country of the ministries that are named without one: the only one that the sentences of these name, else that the
  /// document names.
  func home(of found: [Found]) -> String? {
    var near: Set<String> = []
    for one in found.lazy.filter({ $0.type == "ministry" && !$0.hasAdjective }).prefix(32) {
      guard let number = text.sentence(ofToken: one.tokens.lowerBound) else { continue }
      near.formUnion(countries(in: text.sentences[number].tokens.prefix(200)))
    }
    if near.count == 1 { return near.first }
    guard near.isEmpty else { return nil }
    let all = countries(in: text.tokens.indices.prefix(4_000))
    return all.count == 1 ? all.first : nil
  }

  /// The countries that are named, by themselves, their adjectives or their seats of government.
  func countries(in tokens: Range<Int>) -> Set<String> {
    var countries: Set<String> = []
    for token in tokens {
      guard text.tokens[token].kind == .word else { continue }
      let match =
        text.match(.country, at: token) ?? text.match(.countryAdjective, at: token)
        ?? text.match(.capital, at: token)
      guard let match, match.category == .countryAdjective || text.tokens[token].flags.contains(.capitalised) else {
        continue
      }
      countries.insert(text.entry(match).value(0))
    }
    return countries
  }
}
