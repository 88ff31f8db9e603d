internal import EntenteSchema

/// Finds the words of the goals' fields in a sentence, and drops those that do not tell of the partners: a word inside
/// somebody's role or a ministry's name, or in a clause that an outsider is the subject of.
struct FieldTermReader {
  let text: AnnotatedText
  let facts: DocumentFacts

  /// States whose doings are no evidence, by ISO code.
  static let outsiders: Set<String> = Set(
    Lexicon.standard.entries(of: .outsider).flatMap(\.forms).map { String($0.drop { $0 == "=" }) })

  /// The terms of a sentence, in order. Of overlapping words the longest counts, for every goal that it belongs to.
  func terms(in sentence: TextSentence) -> [FieldTerm] {
    var terms: [FieldTerm] = []
    var end = sentence.tokens.lowerBound
    var last = 0..<0
    guard sentence.categories.contains(.goalTerm) else { return pairs(in: sentence, besides: []) }
    for token in sentence.tokens where text.categories(at: token).contains(.goalTerm) {
      let matches = text.matches(at: token).filter { $0.category == .goalTerm }
      guard let longest = matches.first, longest.tokens.upperBound > end else { continue }
      let matchesLongest = matches.filter { $0.tokens == longest.tokens }
      end = longest.tokens.upperBound
      guard isUsable(longest.tokens, in: sentence) else { continue }
      let isOwned = isOwnedByOutsider(longest.tokens, sentence) || isBlamed(longest.tokens, sentence)
      let name = name(around: longest.tokens, sentence)
      let isNamed = name.map { facts.kind(of: $0) != .organisation || $0.bytes == last || isSetting($0) } ?? false
      // `a prononcé une allocution à l'Institut de recherche sur la paix`
      let isVisited = name.map { isSetting($0) && Self.houses.contains(facts.type(of: $0)) } ?? false
      last = name?.bytes ?? last
      for match in matchesLongest {
        let entry = text.entry(match)
        if isOwned, !Self.threats.contains(entry.value(0)) { continue }
        let weight = Float(entry.value(1)) ?? 0
        if isNamed, weight < Self.pairWeight || isVisited { continue }
        terms.append(FieldTerm(tokens: match.tokens, goal: entry.value(0), weight: weight))
      }
    }
    return terms + pairs(in: sentence, besides: terms)
  }

  /// How far the two words of a pair may stand from each other, in tokens.
  private static let reach = 9
  private static let pairWeight: Float = 0.75
  /// A term of less weight only says that its words are the name of something else.
  private static let named: Float = 0.1

  /// A word of either side of a goal's pairs.
  private struct Half {
    let tokens: Range<Int>
    let goal: String
    let isFirst: Bool
  }

  /// `produire des missiles`, `attaques contre les réseaux`: words that name a field together. Those that a longer term
  /// holds already tell nothing more.
  private func pairs(in sentence: TextSentence, besides terms: [FieldTerm]) -> [FieldTerm] {
    var recent: [Half] = []
    var found: [FieldTerm] = []
    guard sentence.categories.contains(.goalPair) else { return [] }
    for token in sentence.tokens where text.categories(at: token).contains(.goalPair) {
      recent.removeAll { $0.tokens.upperBound + Self.reach < token }
      for match in text.matches(at: token) where match.category == .goalPair {
        let entry = text.entry(match)
        let half = Half(tokens: match.tokens, goal: entry.value(0), isFirst: entry.value(1) == "a")
        if let other = recent.last(where: { joins($0, half) }), !found.contains(where: { $0.goal == half.goal }),
          isUsable(other.tokens, in: sentence, asPair: true), isUsable(half.tokens, in: sentence, asPair: true),
          Self.threats.contains(half.goal)
            || !isOwnedByOutsider(half.tokens, sentence) && !isBlamed(half.tokens, sentence)
        {
          let tokens = other.tokens.lowerBound..<half.tokens.upperBound
          if !terms.contains(where: {
            ($0.weight >= Self.pairWeight || $0.weight < Self.named)
              && claims($0, other.tokens, half.tokens, of: half.goal)
          }) {
            found.append(FieldTerm(tokens: tokens, goal: half.goal, weight: Self.pairWeight))
          }
        }
        recent.append(half)
      }
    }
    return found
  }

  /// Whether a term says already what a pair would, or has one of its words for another field: `normes pour les armes
  /// autonomes`.
  private func claims(_ term: FieldTerm, _ first: Range<Int>, _ second: Range<Int>, of goal: String) -> Bool {
    term.goal == goal
      ? term.tokens.overlaps(first.lowerBound..<second.upperBound)
      : term.tokens.overlaps(first) || term.tokens.overlaps(second)
  }

  private func joins(_ first: Half, _ second: Half) -> Bool {
    first.goal == second.goal && first.isFirst != second.isFirst
      && first.tokens.upperBound <= second.tokens.lowerBound
      && !text.tokens[first.tokens.upperBound..<second.tokens.lowerBound].contains {
        $0.kind == .punctuation && $0.value != Punctuation.slash && $0.value != Punctuation.openQuote
          && $0.value != Punctuation.closeQuote
      }
  }

  private func isUsable(_ tokens: Range<Int>, in sentence: TextSentence, asPair: Bool = false) -> Bool {
    let start = text.tokens[tokens.lowerBound].bytes.lowerBound
    return !facts.isInRole(start) && !isDenied(tokens, in: sentence) && !isInInstitution(tokens, sentence, asPair)
      && !isOfOutsider(tokens, sentence)
  }

  /// `ne dépendent pas des satellites`.
  private func isDenied(_ tokens: Range<Int>, in sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound).contains {
      text.match(.eventNegation, at: $0).map { text.entry($0).value(0) == "negation" } ?? false
    }
      // `n'emporte aucune obligation de transfert`
      || (max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound).contains { token in
        text.match(.eventNegation, at: token) != nil && text.source(text.tokens[token].bytes).hasPrefix("aucun")
      }
  }

  /// `la mer du Japon`, `l'Institut de recherche sur l'énergie`: a place tells of no field but by words that are sure of it,
  /// and an organisation by the first word of one.
  private func name(around tokens: Range<Int>, _ sentence: TextSentence) -> DocumentFacts.Mention? {
    guard let mention = mention(around: tokens, sentence) else { return nil }
    let isOwn = facts.type(of: mention) == "alliance" || facts.type(of: mention) == "programme"
    return [.place, .country, .organisation].contains(facts.kind(of: mention)) && !isOwn ? mention : nil
  }

  /// Types of organisations in which something may happen that has nothing to do with what they are called after.
  private static let houses: Set<String> = ["institute", "university", "company", "ngo"]

  /// `à l'Institut de recherche sur la paix`: where something happens.
  private func isSetting(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), token > 1 else { return false }
    let before = text.match(.eventDeterminer, at: token - 1) != nil && !isAt(token - 1) ? token - 2 : token - 1
    return isAt(before)
  }

  private func isAt(_ token: Int) -> Bool {
    text.matches(at: token).contains {
      $0.category == .eventPreposition && text.entry($0).value(0) == "at" && $0.tokens.count == 1
    } && text.tokens[token].length <= 3
  }

  private func mention(around tokens: Range<Int>, _ sentence: TextSentence) -> DocumentFacts.Mention? {
    let bytes = text.bytes(of: tokens)
    let before = sentence.bytes.lowerBound..<bytes.lowerBound + 1
    return facts.mentions(in: before).last.flatMap { $0.bytes.upperBound >= bytes.upperBound ? $0 : nil }
  }

  /// `analyse Paul Roy, de l'Université d'Oslo`: whose somebody is.
  private func isAffiliation(_ mention: DocumentFacts.Mention, _ sentence: TextSentence) -> Bool {
    let before = facts.mentions(in: sentence.bytes.lowerBound..<mention.bytes.lowerBound)
    guard let person = before.last, facts.entities[person.entity].kind == .person else { return false }
    return mention.bytes.lowerBound - person.bytes.upperBound < Self.affiliation
  }

  /// How many bytes stand between somebody and the institution, in `, de l'`.
  private static let affiliation = 12

  /// A ministry or university names a field without doing anything in it, but where another word says that a university
  /// does: `étudié par l'université`.
  private func isInInstitution(_ tokens: Range<Int>, _ sentence: TextSentence, _ asPair: Bool) -> Bool {
    guard let mention = mention(around: tokens, sentence) else { return false }
    let type = facts.type(of: mention)
    return ["ministry", "university", "government", "office", "media"].contains(type)
      && !(asPair && type == "university" && !isAffiliation(mention, sentence))
      || asPair && facts.kind(of: mention) == .place
  }

  /// Whether the clause names an outsider, and no partner, before the words.
  private func isOfOutsider(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    var start = tokens.lowerBound
    while start > sentence.tokens.lowerBound, text.match(.clauseBreak, at: start - 1) == nil { start -= 1 }
    guard let first = text.tokens[start..<tokens.upperBound].first else { return false }
    let clause = first.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound
    var outsider: Int?
    for mention in facts.mentions(in: clause) {
      if facts.isOutsider(mention) || isOutsiderCapital(mention) {
        outsider = outsider ?? text.token(atByte: mention.bytes.lowerBound)
      } else if facts.kind(of: mention) != .place {
        return false
      }
    }
    guard let outsider else { return false }
    // `Nous condamnons la Russie`, `Elles ont condamné les tirs de la Corée du Nord`.
    return !(start..<max(start, outsider)).contains {
      text.match(.partnerPronoun, at: $0) != nil || text.match(.eventPronoun, at: $0) != nil
    } && !(min(outsider, tokens.lowerBound)..<tokens.lowerBound).contains { text.match(.partnerPronoun, at: $0) != nil }
  }

  /// Goals that are about what outsiders do: `les cyberattaques de la Russie` belong to them.
  private static let threats: Set<String> = Set(
    Lexicon.standard.entries(of: .threatGoal).flatMap(\.forms))

  /// `ont condamné le transfert de technologies balistiques`: within the clause of a word of blame.
  private func isBlamed(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    var token = tokens.lowerBound
    while token > sentence.tokens.lowerBound {
      token -= 1
      if text.match(.blameCue, at: token) != nil { return true }
      if text.match(.clauseBreak, at: token) != nil { return false }
    }
    return false
  }

  /// `l'industrie de défense de la Russie`, `les capacités croissantes de la Chine`.
  private func isOwnedByOutsider(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let near = tokens.upperBound..<min(tokens.upperBound + 2, sentence.tokens.upperBound)
    guard let next = near.first(where: { text.match(.eventDeterminer, at: $0) != nil }) else { return false }
    let last = min(next + 3, sentence.tokens.upperBound) - 1
    let after = text.tokens[next].bytes.lowerBound..<text.tokens[last].bytes.upperBound
    return facts.mentions(in: after).first.map { facts.isOutsider($0) } ?? false
  }

  /// `Pyongyang a tiré un missile`: the capital for its government.
  func isOutsiderCapital(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), let capital = text.match(.capital, at: token) else {
      return false
    }
    return Self.outsiders.contains(text.entry(capital).value(0))
      && (token == 0 || text.match(.eventPreposition, at: token - 1) == nil)
  }
}
