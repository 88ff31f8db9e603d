internal import Schema

/// Reads the words between quotation marks: who speaks, by which words the text attributes them, and whether they are
/// speech at all.
///
/// A quotation is a closed pair of marks inside one block; pairs may be nested. Straight marks open and close in turn.
struct QuotationReader {
  let text: AnnotatedText
  let documentID: String
  let entities: [Entity]
  private let names: [Name]
  /// m or f, of the people whose civility or given name tells.
  private var genders: [Int: String] = [:]
  /// Who answers, where the document is an interview.
  private let interviewee: Int?

  /// An entity where the text names it, by its first byte.
  private struct Name {
    let bytes: Range<Int>
    let entity: Int
  }

  /// A pair of marks, by their tokens.
  private struct Pair {
    let open: Int
    let close: Int
    let depth: Int
  }

  /// Who speaks, and the words that say so.
  private struct Attribution {
    var speaker: Int?
    var tokens: Range<Int>
    /// The document that is cited.
    var cites: String?
    /// The speaker cites somebody: the one who speaks goes on after.
    var isCited = false
  }

  private static let reach = 40

  init(text: AnnotatedText, documentID: String, entities: [Entity], isInterview: Bool = false) {
    self.text = text
    self.documentID = documentID
    self.entities = entities
    var names: [Name] = []
    for (number, entity) in entities.enumerated() where entity.kind != .place {
      for mention in entity.mentions where mention.form != .adjective {
        if let bytes = mention.source?.bytes(of: documentID) { names.append(Name(bytes: bytes, entity: number)) }
      }
    }
    self.names = names.sorted { ($0.bytes.lowerBound, $0.entity) < ($1.bytes.lowerBound, $1.entity) }
    // The title and the first lines name who is asked.
    interviewee = isInterview ? self.names.first { entities[$0.entity].kind == .person }?.entity : nil
    for name in self.names where entities[name.entity].kind == .person && genders[name.entity] == nil {
      if let token = text.token(atByte: name.bytes.lowerBound) { genders[name.entity] = gender(at: token) }
    }
  }

  /// Of the person whose name begins at a token; nil when neither civility nor given name tells.
  private func gender(at token: Int) -> String? {
    guard let match = text.match(.civility, at: token) ?? text.match(.givenName, at: token) else { return nil }
    let gender = text.entry(match).value(0)
    return gender == "m" || gender == "f" ? gender : nil
  }

  /// The quotations in the order of the text.
  func quotations() -> [Quotation] {
    var quotations: [Quotation] = []
    var last = interviewee
    for pair in pairs() {
      let inside = pair.open + 1..<pair.close
      let words = inside.count { text.tokens[$0].kind == .word }
      let attribution = attribution(pair, words: words, last)
      var quotation = Quotation(id: "\(documentID)#\(quotations.count + 1)")
      quotation.source = Source(text.bytes(of: inside), of: text, documentID: documentID)
      quotation.kind = kind(pair, attribution, words: words, last)
      if quotation.kind == .speech, let speaker = attribution?.speaker ?? (attribution == nil ? last : nil) {
        quotation.speakerId = entities[speaker].id
        quotation.speaker = entities[speaker].name
        if attribution?.isCited != true { last = speaker }
      }
      if quotation.kind == .document { quotation.citedDocument = attribution?.cites ?? "" }
      if quotation.kind == .speech || quotation.kind == .document,
        let tokens = attribution.flatMap({ trimmed($0.tokens) })
      {
        quotation.attribution = Source(text.bytes(of: tokens), of: text, documentID: documentID)
      }
      quotations.append(quotation)
    }
    return quotations
  }

  /// One small word far from the verb is no speech: initiatives « phares ».
  private func attribution(_ pair: Pair, words: Int, _ last: Int?) -> Attribution? {
    guard pair.depth == 0 else { return nil }
    if let after = after(pair, last) { return after }
    guard let before = before(pair, last) else { return nil }
    let isFar = pair.open - before.tokens.upperBound > 4
    return words == 1 && isFar && !text.tokens[pair.open + 1].flags.contains(.capitalised) ? nil : before
  }

  /// Without the colon or comma at its end.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int>? {
    tokens.last { text.tokens[$0].kind == .word }.map { tokens.lowerBound..<$0 + 1 }
  }

  private func kind(_ pair: Pair, _ attribution: Attribution?, words: Int, _ last: Int?) -> QuotationKind {
    if let attribution { return attribution.cites == nil ? .speech : .document }
    let first = text.tokens[pair.open + 1]
    if pair.open > 0, first.flags.contains(.capitalised), words < 9,
      text.match(.organisationHead, at: pair.open - 1) != nil || text.match(.eventName, at: pair.open - 1) != nil
    {
      return .title
    }
    return words > 3 && pair.depth == 0 && last != nil ? .speech : .scare
  }

  // Pairs of marks

  private func pairs() -> [Pair] {
    var pairs: [Pair] = []
    for block in text.blocks where block.kind != .boilerplate {
      let first = pairs.count
      var open: [Int] = []
      var straight: Int?
      for token in block.tokens where text.tokens[token].kind == .punctuation {
        switch text.tokens[token].value {
        case Punctuation.openQuote: if open.count < 8 { open.append(token) }
        case Punctuation.closeQuote:
          if let start = open.popLast(), start + 1 < token {
            pairs.append(Pair(open: start, close: token, depth: open.count))
          }
        case Punctuation.straightQuote:
          if let start = straight {
            if start + 1 < token { pairs.append(Pair(open: start, close: token, depth: open.count)) }
            straight = nil
          } else {
            straight = token
          }
        default: break
        }
      }
      // A mark that is never closed made its pairs look nested.
      guard let lost = open.first else { continue }
      for index in first..<pairs.count where pairs[index].open > lost {
        let pair = pairs[index]
        pairs[index] = Pair(open: pair.open, close: pair.close, depth: max(0, pair.depth - open.count))
      }
    }
    return pairs.sorted { $0.open < $1.open }
  }

  // Attribution

  /// « … », a déclaré X; « … », selon X; « … », a-t-il ajouté.
  private func after(_ pair: Pair, _ last: Int?) -> Attribution? {
    guard let number = text.sentence(ofToken: pair.close) else { return nil }
    let end = min(text.sentences[number].tokens.upperBound, pair.close + Self.reach)
    var token = pair.close + 1
    var isClauseStart = true
    while token < end {
      let word = text.tokens[token]
      if word.kind == .punctuation {
        if word.value == Punctuation.openQuote { return nil }
        isClauseStart = true
        token += 1
        continue
      }
      if isClauseStart, let found = incise(token, end: end, last) { return introduces(found.tokens) ? nil : found }
      if isClauseStart, let marker = text.match(.sayMarker, at: token), token <= pair.close + 2,
        let name = name(from: marker.tokens.upperBound, to: min(end, marker.tokens.upperBound + 8))
      {
        return Attribution(speaker: name.entity, tokens: token..<self.end(of: name, end))
      }
      if isClauseStart, let marker = text.match(.sayMarker, at: token), token <= pair.close + 2,
        text.tokens[token].length == 5
      {
        let close = (marker.tokens.upperBound..<end).first { text.tokens[$0].kind == .punctuation } ?? end
        return Attribution(speaker: nil, tokens: token..<close)
      }
      isClauseStart = false
      token += 1
    }
    return nil
  }

  /// "il a déclaré : « … »", "il a déclaré que": the words belong to what follows.
  private func introduces(_ attribution: Range<Int>) -> Bool {
    let next = attribution.upperBound
    guard next < text.tokens.count else { return false }
    if text.tokens[next].kind == .punctuation {
      return text.tokens[next].value == Punctuation.colon || text.tokens[next].value == Punctuation.openQuote
    }
    return ["que", "qu'", "qu’"].contains(text.source(text.tokens[next].bytes).lowercased())
  }

  /// "a déclaré X", "a-t-il ajouté", "déclare X" at the start of a clause.
  private func incise(_ start: Int, end: Int, _ last: Int?) -> Attribution? {
    var token = start
    var pronoun: LexiconMatch?
    while token < min(end, start + 6), text.match(.sayVerb, at: token) == nil {
      if let match = text.match(.sayPronoun, at: token) {
        pronoun = match
      } else if text.tokens[token].kind != .word || text.tokens[token].length > 4 {
        return nil
      }
      token += 1
    }
    guard token < end, let verb = text.match(.sayVerb, at: token) else { return nil }
    if let pronoun {
      return Attribution(
        speaker: antecedent(before: text.tokens[start].bytes.lowerBound, gender: text.entry(pronoun).value(0), last),
        tokens: start..<verb.tokens.upperBound)
    }
    // "répond-elle"
    let next = verb.tokens.upperBound
    if next < end, text.tokens[next].flags.contains(.afterHyphen), let pronoun = text.match(.sayPronoun, at: next) {
      return Attribution(
        speaker: antecedent(before: text.tokens[start].bytes.lowerBound, gender: text.entry(pronoun).value(0), last),
        tokens: start..<pronoun.tokens.upperBound)
    }
    guard token > start || text.tokens[start].flags.contains(.afterSpace) else { return nil }
    if let name = name(from: verb.tokens.upperBound, to: min(end, verb.tokens.upperBound + 14), stopsAtQuote: true) {
      return Attribution(speaker: name.entity, tokens: start..<self.end(of: name, end))
    }
    guard token > start else { return nil }
    return Attribution(speaker: nil, tokens: start..<verb.tokens.upperBound)
  }

  /// X a déclaré : « … »; il a ajouté que « … »; selon X, « … »; la déclaration soulignait que « … ».
  private func before(_ pair: Pair, _ last: Int?) -> Attribution? {
    guard let number = text.sentence(ofToken: pair.open) else { return nil }
    let start = max(text.sentences[number].tokens.lowerBound, pair.open - Self.reach)
    if let document = openingDocument(start, pair) { return document }
    var token = pair.open - 1
    var depth = 0
    while token >= start {
      let word = text.tokens[token]
      if word.kind == .punctuation {
        if word.value == Punctuation.closeQuote { depth += 1 }
        if word.value == Punctuation.openQuote { depth = max(0, depth - 1) }
      } else if depth == 0, let verb = text.match(.sayVerb, at: token), !isBefore(verb, pair) {
        return subject(of: verb, from: start, pair, last)
      } else if depth == 0, let marker = text.match(.sayMarker, at: token), isMarker(token, start),
        let name = name(from: marker.tokens.upperBound, to: pair.open)
      {
        return Attribution(
          speaker: name.entity, tokens: token..<self.end(of: name, pair.open),
          isCited: text.source(tokens: marker.tokens).lowercased() == "citant"
            || text.entry(marker).value(0) == "cited")
      } else if depth == 0, let marker = text.match(.sayMarker, at: token), isMarker(token, start),
        let pronoun = text.match(.sayPronoun, at: marker.tokens.upperBound)
      {
        let speaker = antecedent(before: word.bytes.lowerBound, gender: text.entry(pronoun).value(0), last)
        return Attribution(speaker: speaker, tokens: token..<pronoun.tokens.upperBound)
      }
      token -= 1
    }
    return nil
  }

  /// "annoncé … à « X »": a verb with an article after it has an object, and reports no words.
  private func isBefore(_ verb: LexiconMatch, _ pair: Pair) -> Bool {
    let next = verb.tokens.upperBound
    guard next < pair.open - 8, text.tokens[next].kind == .word else { return false }
    return ["le", "la", "les", "l'", "l’", "une"].contains(text.source(text.tokens[next].bytes).lowercased())
  }

  /// "Dans cette déclaration, …": a document speaks, whoever signed it.
  private func openingDocument(_ start: Int, _ pair: Pair) -> Attribution? {
    guard start + 2 < pair.open, text.source(text.tokens[start].bytes) == "Dans",
      ["cette", "ce", "la", "le", "cet"].contains(text.source(text.tokens[start + 1].bytes)),
      let noun = text.match(.documentNoun, at: start + 2)
    else { return nil }
    let end = min(pair.open, start + 20)
    return Attribution(speaker: nil, tokens: start..<end, cites: text.source(tokens: noun.tokens))
  }

  /// "pour" and "selon" only where they open a clause.
  private func isMarker(_ token: Int, _ start: Int) -> Bool {
    token == start || text.tokens[token - 1].kind == .punctuation || text.tokens[token].length > 4
  }

  private func subject(of verb: LexiconMatch, from start: Int, _ pair: Pair, _ last: Int?) -> Attribution? {
    var first = verb.tokens.lowerBound
    let end = max(verb.tokens.upperBound, min(pair.open, verb.tokens.upperBound + 2))
    let limit = text.tokens[start].bytes.lowerBound
    let verbAt = text.tokens[verb.tokens.lowerBound].bytes.lowerBound
    let gerund = text.source(tokens: verb.tokens).hasSuffix("ant")
    if gerund, verb.tokens.upperBound <= pair.open {
      if let last, isQuoted(start, verb.tokens.lowerBound) {
        return Attribution(speaker: last, tokens: verb.tokens.lowerBound..<end)
      }
      if let person = names[firstName(from: limit)..<firstName(from: verbAt)].first(where: {
        entities[$0.entity].kind == .person
      }) {
        return Attribution(speaker: person.entity, tokens: verb.tokens.lowerBound..<end)
      }
      return Attribution(speaker: last, tokens: verb.tokens.lowerBound..<end)
    }
    if !gerund {
      var token = first - 1
      while token >= max(start, first - 4) {
        // "X a, lui, estimé": between commas it stands beside the subject.
        if let pronoun = text.match(.sayPronoun, at: token), text.tokens[token + 1].kind == .word {
          let before = text.tokens[token].bytes.lowerBound
          let speaker = antecedent(before: before, gender: text.entry(pronoun).value(0), last)
          return Attribution(speaker: speaker, tokens: token..<end)
        }
        token -= 1
      }
    }
    let index = firstName(from: verbAt)
    for name in names[..<index].suffix(6).reversed() where name.bytes.lowerBound >= limit {
      let at = text.token(atByte: name.bytes.lowerBound) ?? first
      if let document = document(from: at, to: verb.tokens.lowerBound) {
        return Attribution(speaker: nil, tokens: document.lowerBound..<end, cites: text.source(tokens: document))
      }
      guard isSubject(at, start) || entities[name.entity].kind == .person else { continue }
      first = at
      return Attribution(speaker: name.entity, tokens: (gerund ? verb.tokens.lowerBound : first)..<end)
    }
    if let document = document(from: start, to: verb.tokens.lowerBound) {
      return Attribution(speaker: nil, tokens: document.lowerBound..<end, cites: text.source(tokens: document))
    }
    // "Citant X": the name follows.
    if let name = name(from: verb.tokens.upperBound, to: pair.open), entities[name.entity].kind == .person {
      return Attribution(speaker: name.entity, tokens: verb.tokens.lowerBound..<self.end(of: name, pair.open))
    }
    return Attribution(speaker: last, tokens: verb.tokens.lowerBound..<end)
  }

  /// Whether a quotation ends in a run of tokens.
  private func isQuoted(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, end)).contains {
      text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.closeQuote
    }
  }

  /// Not the object of "de", "avec", "par": an article or nothing stands before it.
  private func isSubject(_ token: Int, _ start: Int) -> Bool {
    guard token > start else { return true }
    let before = text.tokens[token - 1]
    guard before.kind == .word else { return true }
    let word = text.source(before.bytes).lowercased()
    return ["le", "la", "les", "l'", "l’"].contains(word)
      && (token - 1 == start || text.tokens[token - 2].kind == .punctuation
        || !["de", "à", "et", "que", "avec"].contains(text.source(text.tokens[token - 2].bytes).lowercased()))
  }

  /// The last noun of a document in a run of tokens.
  private func document(from start: Int, to end: Int) -> Range<Int>? {
    var token = end - 1
    while token >= max(start, end - 12) {
      if let match = text.match(.documentNoun, at: token) { return match.tokens }
      token -= 1
    }
    return nil
  }

  // Names

  /// The first name that begins in a run of tokens; a person before the organisation of the same role.
  private func name(from start: Int, to end: Int, stopsAtQuote: Bool = false) -> Name? {
    guard start < end, start < text.tokens.count else { return nil }
    let range = text.tokens[start].bytes.lowerBound..<text.tokens[min(end, text.tokens.count) - 1].bytes.upperBound
    let first = firstName(from: range.lowerBound)
    var found: Name?
    for name in names[first...].prefix(8) where range.contains(name.bytes.lowerBound) {
      if entities[name.entity].kind == .person { return name }
      if found == nil { found = name }
    }
    return found
  }

  private func end(of name: Name, _ limit: Int) -> Int {
    let last = text.token(atByte: name.bytes.upperBound - 1).map { $0 + 1 } ?? limit
    return min(max(last, 1), limit)
  }

  private func firstName(from offset: Int) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].bytes.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Who "il" or "elle" is: the last speaker, unless the gender tells that it is another; the last person who was named.
  private func antecedent(before offset: Int, gender: String, _ last: Int?) -> Int? {
    let people = names[..<firstName(from: offset)].suffix(30).reversed().filter { entities[$0.entity].kind == .person }
    guard !gender.isEmpty else { return people.first?.entity ?? last }
    if let last, entities[last].kind == .person, genders[last] ?? gender == gender {
      // Somebody named since then, whose gender is known to fit, goes before one who only might be meant.
      guard genders[last] == nil else { return last }
      return people.first { genders[$0.entity] == gender }?.entity ?? last
    }
    return people.first { genders[$0.entity] ?? gender == gender }?.entity ?? last
  }
}
