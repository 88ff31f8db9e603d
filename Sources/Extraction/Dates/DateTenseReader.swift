/// Tells whether the clause of a date is past or upcoming, by the words that govern it.
///
/// In this order: a deadline or preposition before the date (`avant le sommet du 9 juillet`), what sets a day (`fixé au
/// 24 avril`), else the verb that stands nearest. A verb that governs the date makes it certain; a date inside a noun
/// phrase (`le sommet du 9 juillet`) is governed by none.
struct DateTenseReader {
  let text: AnnotatedText

  /// How far a verb may stand from its date, in tokens.
  private static let reach = 16
  /// The same for a date that opens its sentence.
  static let openingReach = 28
  /// What `avant de` leaves of the way to the verb.
  private static let beforeDoing = -10
  /// How far the preposition of a noun phrase may stand from the date in it.
  private static let phrase = 9

  func tense(around tokens: Range<Int>) -> DateTense {
    guard let number = text.sentence(ofToken: tokens.lowerBound) else { return .unknown }
    let sentence = text.sentences[number].tokens
    var tense = tense(around: tokens, in: sentence)
    tense.opens = opens(sentence, tokens.lowerBound)
    return tense
  }

  private func tense(around tokens: Range<Int>, in sentence: Range<Int>) -> DateTense {
    let isComplement = isComplement(tokens.lowerBound, sentence)
    if isComplement, let side = frame(before: tokens.lowerBound, in: sentence) { return DateTense(side: side) }
    let before = nearest(from: tokens.lowerBound - 1, by: -1, in: sentence)
    let isOpening = before == nil && opens(sentence, tokens.lowerBound)
    let after = nearest(from: tokens.upperBound, by: 1, in: sentence, isOpening: isOpening)
    let verb: Verb? =
      switch (before, after) {
      case (let before?, let after?): before.isPhrase || before.cost <= after.cost ? before : after
      default: before ?? after
      }
    // `a promis un pont pour septembre`
    if isAimed(tokens.lowerBound) { return DateTense(side: .upcoming) }
    if isComplement, isDocument(tokens.lowerBound - 2), !(verb.map { isSurelyAhead($0.token) } ?? false) {
      return DateTense(side: .past)
    }
    guard let verb else {
      return isCondition(before: tokens.lowerBound, sentence) ? DateTense(side: .upcoming) : .unknown
    }
    if isComplement { return DateTense(side: verb.side) }
    return governed(verb, tokens)
  }

  // MARK: Phrases

  /// `pour septembre`, `pour le 3 mai`
  private func isAimed(_ token: Int) -> Bool {
    let before = token > 1 && isArticle(token - 1) ? token - 2 : token - 1
    return before >= 0 && text.bytes[text.tokens[before].bytes].elementsEqual("pour".utf8)
  }

  /// `le sommet du 9 juillet`, `la réunion de mardi`; not `du 3 au 5 mai`.
  private func isComplement(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound + 1 else { return false }
    let word = text.bytes[text.tokens[token - 1].bytes]
    let noun = text.tokens[token - 2]
    return Self.ofWords.contains { word.elementsEqual($0) } && noun.kind == .word && !isVerbal(token - 2)
  }

  /// `dans ma note du 14 octobre`: what is cited has been written.
  private func isDocument(_ token: Int) -> Bool {
    text.match(.documentNoun, at: token)?.tokens.count == 1
      || text.match(.sayBorrowed, at: token).map { $0.tokens.count == 1 && text.entry($0).value(0) == "missive" }
        ?? false
  }

  /// `S'il tient debout lundi soir,`
  private func isCondition(before token: Int, _ sentence: Range<Int>) -> Bool {
    let start = max(sentence.lowerBound, token - Self.phrase)
    return (start..<max(start, token)).contains { before in
      let word = text.bytes[text.tokens[before].bytes]
      return Self.conditions.contains { word.elementsEqual($0) }
        || Self.elidedConditions.contains { word.elementsEqual($0) } && before + 1 < token
          && ["il", "ils"].contains { text.bytes[text.tokens[before + 1].bytes].elementsEqual($0.utf8) }
    }
  }

  private static let conditions = ["si", "Si"].map { Array($0.utf8) }
  private static let elidedConditions = ["s'", "s’", "S'", "S’"].map { Array($0.utf8) }

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

  struct Verb {
    let side: DateTense.Side
    let cost: Int
    let token: Int
    var isAim = false
    /// A participle that the date is a part of the phrase of.
    var isPhrase = false
  }

  /// `Mardi, à Oslo, …`, `Le 12 mai, …`: nothing but an article or a preposition stands before the date.
  private func opens(_ sentence: Range<Int>, _ token: Int) -> Bool {
    token - sentence.lowerBound < 3
      && (sentence.lowerBound..<token).allSatisfy { text.tokens[$0].kind == .word && text.tokens[$0].length < 5 }
  }

  /// - Parameter isOpening: the date opens its sentence, so that the first verb after it is its own, however long its
  ///   subject.
  private func nearest(
    from start: Int, by step: Int, in sentence: Range<Int>, isOpening: Bool = false
  ) -> Verb? {
    var token = start
    var cost = 0
    let reach = isOpening ? Self.openingReach : Self.reach
    // The verb of a clause inside the subject is not the date's: `Mardi, le navire qui avait sombré sera…`
    var inner: Range<Int>?
    while sentence.contains(token), cost < reach {
      if let end = aside(at: token, by: step, in: sentence) {
        token = end + step
        cost += 1
        continue
      }
      // A name of many words is one step.
      if !isWithinName(token, step, sentence) { cost += 1 }
      switch text.tokens[token].kind {
      case .punctuation:
        let mark = text.tokens[token].value
        // `Au menu : une rencontre mercredi`
        if mark == Punctuation.colon, step < 0, announces(before: token, in: sentence) {
          return Verb(side: .upcoming, cost: cost, token: token)
        }
        if mark == Punctuation.semicolon || mark == Punctuation.colon { return nil }
        // That of `M. Roy` ends nothing.
        if mark == Punctuation.fullStop {
          guard token > sentence.lowerBound, text.match(.civility, at: token - 1) != nil else { return nil }
          break
        }
        // A clause between commas is read past, dearly.
        cost += mark == Punctuation.comma ? 2 : 4
      case .word:
        // `fera mardi, a annoncé Paul Roy`: how it is told.
        if step > 0, text.match(.sayAuxiliary, at: token) != nil, text.match(.sayVerb, at: token + 1) != nil {
          return nil
        }
        if isOpening, let clause = inner, side(at: token, isBefore: false, start) != nil {
          if clause.isEmpty { inner = token..<token + Self.verbLength }
          if inner?.contains(token) ?? false { break }
          inner = nil
        }
        if let side = side(at: token, isBefore: step < 0, start) {
          // `le contrat signé en avril entrera en vigueur`
          let isPhrase = step < 0 && side == .past && isReducedRelative(token) && isOfClause(token, start)
          return Verb(side: side, cost: cost, token: token, isPhrase: isPhrase)
        }
        if step < 0, token == sentence.lowerBound, isOpeningParticiple(token, start, sentence) {
          return Verb(side: .past, cost: cost, token: token, isPhrase: true)
        }
        if step < 0, isReducedRelative(token), isOfClause(token, start) {
          return Verb(side: .past, cost: cost, token: token, isPhrase: true)
        }
        if step < 0, isAim(token) { return Verb(side: .upcoming, cost: cost, token: token, isAim: true) }
        if text.match(.eventBoundary, at: token) != nil {
          if isOpening { inner = token..<token } else { cost += 6 }
        }
        // `est arrivée le 2 avril et repartira`: what a second verb tells has dates of its own.
        if step > 0, isAnd(token), !isOpening { cost += 4 }
        // `rencontrera Paul Roy, avant de regagner Oslo samedi`: the verb before tells the side.
        if step < 0, isBeforeDoing(token) { cost = Self.beforeDoing }
      case .number: break
      }
      token += step
    }
    return nil
  }

  /// Whether words end right before a colon that tell what is to come: `au menu`.
  private func announces(before colon: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, colon - 4)..<colon).contains { token in
      text.match(.dateTense, at: token).map {
        $0.tokens.count > 1 && $0.tokens.upperBound == colon && text.entry($0).value(0) == "upcoming"
      } ?? false
    }
  }

  private func isBeforeDoing(_ token: Int) -> Bool {
    text.bytes[text.tokens[token].bytes].elementsEqual("avant".utf8) && token + 1 < text.tokens.count
      && text.match(.dateAim, at: token + 1) != nil
  }

  func isAnd(_ token: Int) -> Bool {
    let word = text.bytes[text.tokens[token].bytes]
    return word.elementsEqual("et".utf8) || word.elementsEqual("puis".utf8)
  }

  func isUpcoming(_ token: Int) -> Bool {
    text.match(.dateTense, at: token).map { text.entry($0).value(0) == "upcoming" } ?? false
  }

  /// `ont convenu de publier`, `a invité Paul Roy à participer`, before the date: what was agreed lies ahead. `vient de`
  /// and `avant de` tell of something else.
  func isAim(_ token: Int) -> Bool {
    guard token > 1, text.isInfinitive(token), text.match(.dateMonth, at: token) == nil else { return false }
    let before = text.match(.eventReflexive, at: token - 1) == nil ? token - 1 : token - 2
    guard before > 0, text.match(.dateAim, at: before) != nil else { return false }
    return text.match(.dateDeadline, at: before - 1) == nil && text.match(.dateOffset, at: before - 1) == nil
      && text.match(.dateTense, at: before - 1).map { $0.tokens.count == 1 } ?? true
  }

  /// What a word tells that stands before or after the date, which begins or ends next to `edge`.
  private func side(at token: Int, isBefore: Bool, _ edge: Int) -> DateTense.Side? {
    if isBefore, sets(token), !isTold(token, edge) { return .upcoming }
    if isBefore, token == edge, isUnderWay(token) { return .upcoming }
    if let match = text.match(.dateTense, at: token) {
      switch text.entry(match).value(0) {
      // `a débuté` is spelt like `débute`, but for its accent.
      case "upcoming" where isPerfect(token) || isReported(token): return .past
      // `leur rencontre de lundi`
      case "upcoming" where isNoun(match): return nil
      case "upcoming": return .upcoming
      // `jeudi depuis la plage` is about the place.
      case "since": return isBefore ? .past : nil
      default: break
      }
      // `sera ouvert`, `doit être signé`
      return (max(0, token - 2)..<token).contains { isUpcoming($0) } ? .upcoming : .past
    }
    if text.isFuture(token) || text.isConditional(token) { return .upcoming }
    if text.isPastTense(token) || isImperfect(token) { return .past }
    if isBefore, isApposition(token), isOfClause(token, edge) { return .past }
    if isBefore, token > 0, isSubjunctive(token - 1) { return .upcoming }
    // `part mercredi`, but not `prend part`, `de sa part`
    if isBefore, token == edge, departs(token) { return .upcoming }
    return nil
  }

  /// `aurait évoqué`: what others say that somebody did.
  private func isReported(_ token: Int) -> Bool {
    let word = text.bytes[text.tokens[token].bytes]
    guard ["aurait", "auraient", "aurais", "auriez"].contains(where: { word.elementsEqual($0.utf8) }) else {
      return false
    }
    return (token + 1..<min(token + 4, text.tokens.count)).contains { isParticiple($0) && !sets($0) }
  }

  /// `déclarait`, `travaillait`: no conditional, and no noun behind its article as `le portrait`.
  private func isImperfect(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard word.length > 6, !word.flags.contains(.capitalised), word.kind == .word,
      text.bytes[word.bytes].suffix(3).elementsEqual("ait".utf8), !text.isConditional(token), token > 0
    else { return false }
    return text.match(.eventDeterminer, at: token - 1) == nil && text.match(.nameLinker, at: token - 1) == nil
      && text.match(.dateVerb, at: token) == nil
  }

  /// `fixé`, `invité`, `rendez-vous`: what it tells lies ahead of it.
  func sets(_ token: Int) -> Bool {
    guard text.match(.dateVerb, at: token).map({ text.entry($0).value(0) == "set" }) ?? false else { return false }
    // `était l'invité` is a noun.
    return token == 0 || text.match(.eventDeterminer, at: token - 1) == nil
  }

  /// `a annoncé mardi`, `a convenu le 12 mai`: the day on which it was set. `fixé au 24 avril` sets that day.
  private func isTold(_ token: Int, _ edge: Int) -> Bool {
    let isAdjacent = edge == token || edge == token + 1 && isArticle(edge) || isTellingAside(edge)
    // `le plan annoncé en mars`
    let isSaid = text.match(.dateVerb, at: token).map { text.entry($0).value(1) == "said" } ?? false
    // `a proposé un plan mardi, lors d'un séminaire`
    if isSaid, !isAdjacent, hasTold(token), isOccasion(after: edge) || isIncise(token, edge) { return true }
    return isAdjacent && (isSaid && !isPassive(token) || hasTold(token)) && !isPlanned(token)
  }

  /// `est annoncée lundi`: what is said of her lies ahead.
  private func isPassive(_ token: Int) -> Bool {
    guard let auxiliary = auxiliary(before: token) else { return false }
    let word = text.bytes[text.tokens[auxiliary].bytes]
    return word.elementsEqual("est".utf8) || word.elementsEqual("sont".utf8)
  }

  /// `mardi, lors d'un séminaire`: where something was said.
  private func isOccasion(after edge: Int) -> Bool {
    (edge + 2..<max(edge + 2, min(edge + 7, text.tokens.count))).contains { token in
      let word = text.bytes[text.tokens[token].bytes]
      return Self.occasions.contains { word.elementsEqual($0) }
    }
  }

  private static let occasions = ["lors", "devant", "marge", "issue", "terme", "antenne", "micro"].map {
    Array($0.utf8)
  }

  /// `a convoqué le 4 mai`; `est convoqué le 4 mai` sets that day.
  private func hasTold(_ token: Int) -> Bool {
    guard let auxiliary = auxiliary(before: token) else { return false }
    let word = text.bytes[text.tokens[auxiliary].bytes]
    return !(word.elementsEqual("est".utf8) || word.elementsEqual("sont".utf8))
      || text.match(.eventReflexive, at: max(0, auxiliary - 1)) != nil
  }

  private func isPlanned(_ token: Int) -> Bool {
    text.match(.dateTense, at: token).map { text.entry($0).value(0) == "upcoming" } ?? false
  }

  func isArticle(_ token: Int) -> Bool {
    let word = text.bytes[text.tokens[token].bytes]
    return ["le", "ce", "en"].contains { word.elementsEqual($0.utf8) }
  }

  /// `les travaux, commencés en septembre`: a participle after a comma, right before the date.
  func isApposition(_ token: Int) -> Bool {
    token > 0 && isParticiple(token) && text.tokens[token - 1].kind == .punctuation
      && text.tokens[token - 1].value == Punctuation.comma
  }

  /// `commandés à Oslo en août`: what a participle goes on with.
  func isOfClause(_ token: Int, _ edge: Int) -> Bool {
    edge - token < Self.complement
      && !text.tokens[token + 1..<max(token + 1, edge)].contains { $0.kind == .punctuation }
  }

  private static let complement = 7

  private static let partBefore = [
    "prend", "prendre", "pris", "fait", "la", "sa", "leur", "autre", "une", "quelque", "à",
  ]
  .map { Array($0.utf8) }

  private func departs(_ token: Int) -> Bool {
    guard token > 0, text.bytes[text.tokens[token].bytes].elementsEqual("part".utf8) else { return false }
    let before = text.bytes[text.tokens[token - 1].bytes]
    return !Self.partBefore.contains { before.elementsEqual($0) }
  }
}
