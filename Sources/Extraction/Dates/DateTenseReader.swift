/// Tells whether the clause of a date is past or upcoming, by the words that govern it.
///
/// In this order: a deadline or preposition before the date (`avant le sommet du 9 juillet`), what sets a day (`fixé au
/// 24 avril`), else the verb that stands nearest. A verb that governs the date makes it certain; a date inside a noun
/// phrase (`le sommet du 9 juillet`) is governed by none.
struct DateTenseReader {
  let text: AnnotatedText

  /// How far a verb may stand from its date, in tokens.
  private static let reach = 16
  /// How far the preposition of a noun phrase may stand from the date in it.
  private static let phrase = 9

  func tense(around tokens: Range<Int>) -> DateTense {
    guard let number = text.sentence(ofToken: tokens.lowerBound) else { return .unknown }
    let sentence = text.sentences[number].tokens
    let isComplement = isComplement(tokens.lowerBound, sentence)
    if isComplement, let side = frame(before: tokens.lowerBound, in: sentence) { return DateTense(side: side) }
    let before = nearest(from: tokens.lowerBound - 1, by: -1, in: sentence)
    let after = nearest(from: tokens.upperBound, by: 1, in: sentence)
    let verb: Verb? =
      switch (before, after) {
      case (let before?, let after?): before.cost <= after.cost ? before : after
      default: before ?? after
      }
    guard let verb else { return .unknown }
    if isComplement { return DateTense(side: verb.side) }
    return governed(verb, tokens)
  }

  // MARK: Phrases

  /// `le sommet du 9 juillet`, `la réunion de mardi`; not `du 3 au 5 mai`.
  private func isComplement(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound + 1 else { return false }
    let word = text.bytes[text.tokens[token - 1].bytes]
    let noun = text.tokens[token - 2]
    return Self.ofWords.contains { word.elementsEqual($0) } && noun.kind == .word && !isVerbal(token - 2)
  }

  private static let ofWords = ["du", "de", "d'", "d’", "des"].map { Array($0.utf8) }

  private func isVerbal(_ token: Int) -> Bool {
    text.isParticiple(token) || text.match(.dateVerb, at: token) != nil || text.match(.dateFrame, at: token) != nil
      || text.isFuture(token)
  }

  /// The side that a preposition of the phrase tells: `avant le sommet du 9 juillet`.
  private func frame(before token: Int, in sentence: Range<Int>) -> DateTense.Side? {
    for before in (max(sentence.lowerBound, token - Self.phrase)..<token).reversed() {
      if text.tokens[before].kind == .punctuation || text.match(.dateTense, at: before) != nil { return nil }
      guard let match = text.match(.dateFrame, at: before) else { continue }
      switch text.entry(match).value(0) {
      case "ahead": return .upcoming
      case "behind": return .past
      default: return nil
      }
    }
    return nil
  }

  // MARK: Verbs

  private struct Verb {
    let side: DateTense.Side
    let cost: Int
    let token: Int
    var isAim = false
  }

  private func nearest(from start: Int, by step: Int, in sentence: Range<Int>) -> Verb? {
    var token = start
    var cost = 0
    while sentence.contains(token), cost < Self.reach {
      cost += 1
      switch text.tokens[token].kind {
      case .punctuation:
        let mark = text.tokens[token].value
        if mark == Punctuation.semicolon || mark == Punctuation.colon { return nil }
        // That of `M. Roy` ends nothing.
        if mark == Punctuation.fullStop, token == sentence.lowerBound || text.match(.civility, at: token - 1) == nil {
          return nil
        }
        // A clause between commas is read past, dearly.
        cost += mark == Punctuation.comma ? 2 : 4
      case .word:
        // `fera mardi, a annoncé Paul Roy`: how it is told.
        if step > 0, text.match(.sayAuxiliary, at: token) != nil, text.match(.sayVerb, at: token + 1) != nil {
          return nil
        }
        if let side = side(at: token, isBefore: step < 0, start) {
          return Verb(side: side, cost: cost, token: token)
        }
        if step < 0, isAim(token) { return Verb(side: .upcoming, cost: cost, token: token, isAim: true) }
        if text.match(.eventBoundary, at: token) != nil { cost += 6 }
        // `est arrivée le 2 avril et repartira`: what a second verb tells has dates of its own.
        if step > 0, isAnd(token) { cost += 4 }
        // `rencontrera Paul Roy, avant de regagner Oslo samedi`: the verb before tells the side.
        if step < 0, isBeforeDoing(token) { cost = 2 }
      case .number: break
      }
      token += step
    }
    return nil
  }

  private func isBeforeDoing(_ token: Int) -> Bool {
    text.bytes[text.tokens[token].bytes].elementsEqual("avant".utf8) && token + 1 < text.tokens.count
      && text.match(.dateAim, at: token + 1) != nil
  }

  private func isAnd(_ token: Int) -> Bool {
    let word = text.bytes[text.tokens[token].bytes]
    return word.elementsEqual("et".utf8) || word.elementsEqual("puis".utf8)
  }

  private func isUpcoming(_ token: Int) -> Bool {
    text.match(.dateTense, at: token).map { text.entry($0).value(0) == "upcoming" } ?? false
  }

  /// `ont convenu de publier`, `a invité Paul Roy à participer`, before the date: what was agreed lies ahead. `vient de`
  /// and `avant de` tell of something else.
  private func isAim(_ token: Int) -> Bool {
    guard token > 1, text.isInfinitive(token), text.match(.dateMonth, at: token) == nil else { return false }
    let before = text.match(.eventReflexive, at: token - 1) == nil ? token - 1 : token - 2
    guard before > 0, text.match(.dateAim, at: before) != nil else { return false }
    return text.match(.dateDeadline, at: before - 1) == nil && text.match(.dateOffset, at: before - 1) == nil
      && text.match(.dateTense, at: before - 1).map { $0.tokens.count == 1 } ?? true
  }

  /// What a word tells that stands before or after the date, which begins or ends next to `edge`.
  private func side(at token: Int, isBefore: Bool, _ edge: Int) -> DateTense.Side? {
    if isBefore, sets(token), !isTold(token, edge) { return .upcoming }
    if let match = text.match(.dateTense, at: token) {
      switch text.entry(match).value(0) {
      case "upcoming": return .upcoming
      // `jeudi depuis la plage` is about the place.
      case "since": return isBefore ? .past : nil
      default: break
      }
      // `sera ouvert`, `doit être signé`
      return (max(0, token - 2)..<token).contains { isUpcoming($0) } ? .upcoming : .past
    }
    if text.isFuture(token) || text.isConditional(token) { return .upcoming }
    if text.isPastTense(token) { return .past }
    if isBefore, edge - token < 2, isApposition(token) { return .past }
    // `part mercredi`, but not `prend part`, `de sa part`
    if isBefore, token == edge, departs(token) { return .upcoming }
    return nil
  }

  /// `fixé`, `invité`, `rendez-vous`: what it tells lies ahead of it.
  private func sets(_ token: Int) -> Bool {
    guard text.match(.dateVerb, at: token).map({ text.entry($0).value(0) == "set" }) ?? false else { return false }
    // `était l'invité` is a noun.
    return token == 0 || text.match(.eventDeterminer, at: token - 1) == nil
  }

  /// `a annoncé mardi`, `a convenu le 12 mai`: the day on which it was set. `fixé au 24 avril` sets that day.
  private func isTold(_ token: Int, _ edge: Int) -> Bool {
    let isAdjacent = edge == token || edge == token + 1 && isArticle(edge)
    return isAdjacent && auxiliary(before: token) != nil && !isPlanned(token)
  }

  private func isPlanned(_ token: Int) -> Bool {
    text.match(.dateTense, at: token).map { text.entry($0).value(0) == "upcoming" } ?? false
  }

  private func isArticle(_ token: Int) -> Bool {
    let word = text.bytes[text.tokens[token].bytes]
    return ["le", "ce", "en"].contains { word.elementsEqual($0.utf8) }
  }

  /// `les travaux, commencés en septembre`: a participle after a comma, right before the date.
  private func isApposition(_ token: Int) -> Bool {
    token > 0 && isParticiple(token) && text.tokens[token - 1].kind == .punctuation
      && text.tokens[token - 1].value == Punctuation.comma
  }

  private static let partBefore = [
    "prend", "prendre", "pris", "fait", "la", "sa", "leur", "autre", "une", "quelque", "à",
  ]
  .map { Array($0.utf8) }

  private func departs(_ token: Int) -> Bool {
    guard token > 0, text.bytes[text.tokens[token].bytes].elementsEqual("part".utf8) else { return false }
    let before = text.bytes[text.tokens[token - 1].bytes]
    return !Self.partBefore.contains { before.elementsEqual($0) }
  }

  // MARK: What a verb governs

  /// How far a subject may push a verb from the date that opens its clause.
  private static let subject = 12

  private func governed(_ verb: Verb, _ tokens: Range<Int>) -> DateTense {
    let isBefore = verb.token < tokens.lowerBound
    let between = isBefore ? verb.token + 1..<tokens.lowerBound : tokens.upperBound..<verb.token
    var tense = DateTense(side: verb.side)
    if verb.isAim { return tense }
    if sets(verb.token) {
      // `était prévu le 24 avril` may be past.
      if auxiliary(before: verb.token) != nil, isPluperfect(verb.token) { return .unknown }
      tense.isCertain = isSet(verb.token, tokens)
      return tense
    }
    // `le procès, ouvert le 3 juin,`
    if isBefore, tokens.lowerBound - verb.token <= 2, verb.side == .past, isApposition(verb.token) {
      tense.isCertain = true
      return tense
    }
    guard !between.contains(where: opensClause), isBefore || verb.cost <= Self.subject else { return tense }
    switch verb.side {
    case .upcoming: tense.isCertain = isSurelyAhead(verb.token)
    case .past:
      let participle = perfect(verb.token)
      guard participle != nil || text.isPastTense(verb.token) else { return tense }
      if let participle, isBefore, participle < tokens.lowerBound {
        // `a invité Paul Roy le 12 mai` may be either.
        let rest = participle + 1..<tokens.lowerBound
        if rest.contains(where: { isAim($0) || text.isInfinitive($0) }) { return tense }
      }
      tense.isCertain = true
      tense.isAnterior = isPluperfect(verb.token)
    case .unknown: break
    }
    return tense
  }

  /// `est fixée au 24 avril`; `était prévu le 24 avril` may be past.
  private func isSet(_ token: Int, _ date: Range<Int>) -> Bool {
    guard date.lowerBound - token <= 2, let auxiliary = auxiliary(before: token) else { return false }
    let word = text.bytes[text.tokens[auxiliary].bytes]
    if word.elementsEqual("est".utf8) || word.elementsEqual("sont".utf8) { return true }
    // `a été fixée au 24 avril`
    return date.lowerBound - token == 2 && text.bytes[text.tokens[token - 1].bytes].elementsEqual("été".utf8)
      && text.bytes[text.tokens[token + 1].bytes].elementsEqual("au".utf8)
  }

  private func opensClause(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation
      ? text.tokens[token].value != Punctuation.comma
      : text.match(.eventBoundary, at: token) != nil || text.match(.dateFrame, at: token) != nil
  }

  /// A future, or `va`, `vont` and an infinitive.
  private func isSurelyAhead(_ token: Int) -> Bool {
    if text.isFuture(token) { return true }
    let word = text.bytes[text.tokens[token].bytes]
    return Self.futures.contains { word.elementsEqual($0) }
  }

  private static let futures = ["va", "vont", "sera", "seront", "aura", "auront", "ira", "iront", "fera", "feront"].map
  {
    Array($0.utf8)
  }

  /// The participle of a compound past whose auxiliary or participle stands at a token; nil for other words.
  private func perfect(_ token: Int) -> Int? {
    if isAuxiliary(token) {
      return (token + 1..<min(token + 5, text.tokens.count)).first { isParticiple($0) }
    }
    return isParticiple(token) && auxiliary(before: token) != nil ? token : nil
  }

  private func isParticiple(_ token: Int) -> Bool {
    text.isParticiple(token) || text.match(.dateVerb, at: token) != nil
  }

  private func auxiliary(before token: Int) -> Int? {
    (max(0, token - 4)..<token).reversed().first { isAuxiliary($0) }
  }

  private func isAuxiliary(_ token: Int) -> Bool {
    guard text.tokens[token].kind == .word, text.tokens[token].length <= 8 else { return false }
    let word = text.bytes[text.tokens[token].bytes]
    return Self.auxiliaries.contains { word.elementsEqual($0) }
  }

  private func isPluperfect(_ token: Int) -> Bool {
    guard let auxiliary = isAuxiliary(token) ? token : auxiliary(before: token) else { return false }
    let word = text.bytes[text.tokens[auxiliary].bytes]
    return Self.pluperfect.contains { word.elementsEqual($0) }
  }

  private static let pluperfect = ["avait", "avaient", "était", "étaient"].map { Array($0.utf8) }
  private static let auxiliaries =
    ["a", "ont", "est", "sont", "ai", "avons", "avez", "sommes", "êtes", "fut", "furent", "eut", "eurent"].map {
      Array($0.utf8)
    } + pluperfect
}
