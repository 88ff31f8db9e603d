internal import EntenteSchema

/// Tells whether an event has happened, is planned or is only proposed, by the cues and tenses of its clause.
struct EventStatusReader {
  let text: AnnotatedText

  /// The status of what `trigger` tells. `isDeadline`: its date is a "d'ici …".
  func status(of trigger: EventTrigger, in sentence: TextSentence, isDeadline: Bool) -> EventStatus {
    if let status = trigger.status { return status }
    if isAsked(trigger, in: sentence) { return .proposed }
    let clause = clause(around: trigger.tokens, in: sentence)
    var isPlanned = isDeadline || isListedAhead(sentence)
    var isHeld = false
    let told = isTold(trigger) ? clause.lowerBound..<trigger.tokens.lowerBound : clause
    for token in told {
      for match in text.matches(at: token) where match.category == .eventCue {
        switch text.entry(match).value(0) {
        case "proposed" where !isPlanned: return .proposed
        case "planned": isPlanned = true
        // `sera tenu` is not held yet.
        case "held" where token <= trigger.tokens.upperBound + 1 && text.eventCue("will", at: token - 1) == nil:
          isHeld = true
        default: break
        }
      }
      if text.isFuture(token) { isPlanned = true }
      if text.isConditional(token) {
        // `a confirmé qu'il se rendrait`: the future of what was said.
        guard isSaid(before: clause.lowerBound, in: sentence) else { return .proposed }
        isPlanned = true
      }
    }
    if !isPlanned, !isHeld, isStagedAhead(trigger, in: sentence) { return .planned }
    return isPlanned && !(isHeld && !isDeadline) ? .planned : .past
  }

  /// `Nous vous prions : – de rencontrer les maires le 6 mars`: an infinitive of a list.
  private func isAsked(_ trigger: EventTrigger, in sentence: TextSentence) -> Bool {
    guard trigger.isVerb, text.blocks[sentence.block].kind == .listItem,
      trigger.tokens.lowerBound - sentence.tokens.lowerBound <= 2, text.isInfinitive(trigger.tokens.lowerBound)
    else { return false }
    return text.match(.dateAim, at: sentence.tokens.lowerBound) != nil
  }

  /// How many tokens behind its noun the verb of an event may stand.
  private static let reach = 28

  /// `l'exercice, qui se déroulera en mai`, `Un exercice, auquel le Japon prendra part, se tiendra en mai`: past what stands
  /// between, the event is to take place.
  private func isStagedAhead(_ trigger: EventTrigger, in sentence: TextSentence) -> Bool {
    guard !trigger.isVerb else { return false }
    for token in trigger.tokens.upperBound..<min(trigger.tokens.upperBound + Self.reach, sentence.tokens.upperBound) {
      if opensAnother(token, after: trigger) { return false }
      guard let stage = text.eventCue("stage", at: token) ?? text.eventCue("place", at: token) else { continue }
      return stage.tokens.contains {
        text.isFuture($0) || text.eventCue("will", at: $0) != nil || text.eventCue("planned", at: $0) != nil
      }
    }
    return false
  }

  /// `le sommet`, but neither `de simulation` nor the name of an exercise.
  private func opensAnother(_ token: Int, after trigger: EventTrigger) -> Bool {
    guard token > trigger.tokens.upperBound, text.match(.eventNoun, at: token) != nil else { return false }
    return (token - 2..<token).contains {
      text.match(.eventDeterminer, at: $0) != nil && text.tokens[$0].length > 2
    }
  }

  /// `a séjourné à Tokyo pour préparer …`: the verb itself is past, whatever follows it.
  func isTold(_ trigger: EventTrigger) -> Bool {
    if trigger.isErrand { return false }
    let start = trigger.tokens.lowerBound
    // `le mémorandum, signé lundi, prévoit`
    if trigger.isVerb, start > 0, text.isParticiple(start), text.tokens[start - 1].kind == .punctuation,
      text.tokens[start - 1].value == Punctuation.comma
    {
      return true
    }
    return trigger.isVerb
      && (max(0, start - 2)..<start).contains { token in
        text.match(.sayAuxiliary, at: token) != nil
      }
  }

  /// `a annoncé que`, right before a clause.
  private func isSaid(before token: Int, in sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, token - 5)..<token).contains { text.match(.sayVerb, at: $0) != nil }
  }

  /// The tokens about the trigger up to commas, colons, quotation marks and words that open a clause.
  private func clause(around tokens: Range<Int>, in sentence: TextSentence) -> Range<Int> {
    var start = tokens.lowerBound
    while start > sentence.tokens.lowerBound {
      if !isBoundary(start - 1) {
        start -= 1
      } else if var comma = asideStart(endingAt: start - 1, in: sentence) {
        while let earlier = asideStart(endingAt: comma, in: sentence) { comma = earlier }
        start = comma
      } else {
        break
      }
    }
    var end = tokens.upperBound
    while end < sentence.tokens.upperBound, !isBoundary(end) { end += 1 }
    // `l'exercice, prévu en mai`: an apposition goes on with it.
    if end + 1 < sentence.tokens.upperBound, text.tokens[end].value == Punctuation.comma,
      text.eventCue("planned", at: end + 1) != nil
    {
      end += 2
    }
    return start..<end
  }

  /// How long a place or a day between two commas may be, in tokens.
  private static let aside = 6

  /// `accueillera, en mai, à Oslo, un exercice`: the comma that opens a place or a day which ends at another.
  private func asideStart(endingAt comma: Int, in sentence: TextSentence) -> Int? {
    guard text.tokens[comma].value == Punctuation.comma, text.tokens[comma].kind == .punctuation else { return nil }
    let start = (max(sentence.tokens.lowerBound, comma - Self.aside)..<comma).last {
      text.tokens[$0].kind == .punctuation
    }
    guard let start, start + 1 < comma, text.tokens[start].value == Punctuation.comma else { return nil }
    let leads = text.matches(at: start + 1).contains {
      $0.category == .eventPreposition && text.entry($0).value(0) == "at" || $0.category == .dateIntro
    }
    return leads ? start : nil
  }

  /// `À venir : sommet d'Oslo`.
  private func isListedAhead(_ sentence: TextSentence) -> Bool {
    let start = sentence.tokens.lowerBound
    guard let cue = text.eventCue("planned", at: start), cue.tokens.upperBound < sentence.tokens.upperBound else {
      return false
    }
    let next = text.tokens[cue.tokens.upperBound]
    return next.kind == .punctuation && next.value == Punctuation.colon
  }

  private func isBoundary(_ token: Int) -> Bool {
    switch text.tokens[token].kind {
    case .punctuation: text.tokens[token].value != Punctuation.slash && text.tokens[token].value != Punctuation.dash
    case .number: false
    case .word: text.match(.eventBoundary, at: token) != nil
    }
  }
}
