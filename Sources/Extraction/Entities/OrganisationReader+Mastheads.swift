/// Media named in a line with the date or before a question, and organisations named by an acronym behind their noun.
///
///     masthead = [words separator] article words separator day month year    "L'Écho ligérien, 19 janvier 2025"
///     turn     = "QUESTION" "(" words ")" ":"                                 "QUESTION (The Vesk) :"
///     apposed  = noun "," article letters                                     "Leur syndicat, le SPV, a dit non"
extension OrganisationReader {
  private static let longestMasthead = 5

  func readMastheads(into found: inout [Found], taken: inout [Bool]) {
    readLongerMedia(into: &found, taken: &taken)
    for (number, block) in text.blocks.prefix(8).enumerated() where block.tokens.count < Self.longestLine {
      let isNear = number + 1 < text.blocks.count && text.blocks[number + 1].tokens.prefix(8).contains(where: isYear)
      readByline(block.tokens, isDated: isNear, into: &found, taken: &taken)
      readIssuer(block.tokens, into: &found, taken: &taken)
      if isUndertitle(block.tokens) {
        readParts(block.tokens, into: &found, taken: &taken)
        continue
      }
      guard let day = printedDay(in: block.tokens) else { continue }
      let separator = text.match(.dateWeekday, at: day - 1) != nil ? day - 2 : day - 1
      guard separator > block.tokens.lowerBound, isSeparator(separator) else { continue }
      let start =
        (block.tokens.lowerBound..<separator).last(where: isSeparator).map { $0 + 1 } ?? block.tokens.lowerBound
      let name = start..<separator
      guard (2...Self.longestMasthead).contains(name.count), isMasthead(name, taken) else { continue }
      add(name, "media", into: &found, taken: &taken)
    }
  }

  private static let longestLine = 32

  private func isYear(_ token: Int) -> Bool {
    let number = text.tokens[token]
    return number.kind == .number && (number.length == 4 && (1900...2100).contains(number.value) || number.length > 7)
  }

  /// A line of parts and a date, without a verb: "Le Cahier vesk, n° 212, 30 novembre 2025. Propos recueillis par X".
  private func isUndertitle(_ line: Range<Int>) -> Bool {
    line.contains(where: isYear) && !line.contains { text.match(.sayAuxiliary, at: $0) != nil }
  }

  /// The first part of such a line, or the one after who signs it, with its article.
  private func readParts(_ line: Range<Int>, into found: inout [Found], taken: inout [Bool]) {
    var start = line.lowerBound
    for token in line.lowerBound...line.upperBound {
      let isEnd = token == line.upperBound || isSeparator(token) || isStop(token)
      guard isEnd else { continue }
      let name = start..<token
      start = token + 1
      guard (2...Self.longestMasthead).contains(name.count), isMasthead(name, taken),
        name.lowerBound == line.lowerBound || token < line.upperBound && isDateAhead(token + 1, line),
        !isHouse(at: name.lowerBound + 1), !isPlaceLine(token)
      else { continue }
      add(name, "media", into: &found, taken: &taken)
    }
  }

  /// "Le Vesk-Ville, le 14 février 2025": where a letter is written.
  private func isPlaceLine(_ comma: Int) -> Bool {
    comma + 1 < text.tokens.count && isComma(comma) && text.source(text.tokens[comma + 1].bytes) == "le"
  }

  private func isStop(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.fullStop
  }

  private func isDateAhead(_ token: Int, _ line: Range<Int>) -> Bool {
    (token..<min(token + 5, line.upperBound)).contains(where: isYear)
  }

  /// "L'Ambassade", "Le Conseil": what is no paper.
  private func isHouse(at noun: Int) -> Bool {
    text.match(.organisationHead, at: noun).map { text.entry($0).value(0) != "media" } ?? false
  }

  private static let issues: Set<String> = [
    "rédaction", "bulletin", "lettre", "gazette", "revue", "magazine", "infolettre",
  ]

  /// "Bulletin du Cercle Vesk, n° 212", "Rédaction d'Îles Skeld": whose paper it is, between marks or to the end of the line.
  private func readIssuer(_ line: Range<Int>, into found: inout [Found], taken: inout [Bool]) {
    for noun in line where text.tokens[noun].flags.contains(.capitalised) {
      guard noun == line.lowerBound || isSeparator(noun - 1), noun + 3 < text.tokens.count,
        Self.issues.contains(text.source(text.tokens[noun].bytes).lowercased()),
        ["de", "du", "d'", "d’", "des"].contains(text.source(text.tokens[noun + 1].bytes))
      else { continue }
      let first = ["la", "l'", "l’"].contains(text.source(text.tokens[noun + 2].bytes)) ? noun + 3 : noun + 2
      var end = first
      while end < line.upperBound, text.tokens[end].kind == .word, end < first + Self.longestMasthead { end += 1 }
      guard end > first + 1 || end > first && text.tokens[first].word == .unknown,
        end == line.upperBound || text.tokens[end].kind == .punctuation,
        text.tokens[first].flags.contains(.capitalised),
        !(first..<end).contains(where: { taken[$0] }), text.match(.country, at: first) == nil,
        text.match(.givenName, at: first) == nil, text.match(.role, at: first) == nil
      else { continue }
      add(first..<end, "media", into: &found, taken: &taken)
    }
  }

  /// "Alizée Vesk / Le Franc-Skeld / 25.01.2026": a name with its article between two bars or bullets, beside a number, or
  /// above the line with the date.
  private func readByline(_ line: Range<Int>, isDated: Bool, into found: inout [Found], taken: inout [Bool]) {
    let hasNumber = line.contains(where: { text.tokens[$0].kind == .number })
    guard hasNumber || isDated else { return }
    let bars = line.filter { text.tokens[$0].kind == .punctuation && Self.bars.contains(text.tokens[$0].value) }
    guard let first = bars.first, hasNumber || text.tokens[first].value != Punctuation.slash else { return }
    let edges = [line.lowerBound - 1] + bars + [line.upperBound]
    for (before, after) in zip(edges, edges.dropFirst()) where after > before + 1 {
      let name = before + 1..<after
      if (2...Self.longestMasthead).contains(name.count), isMasthead(name, taken) {
        add(name, "media", into: &found, taken: &taken)
      }
    }
  }

  /// A bar, a slash, and two kinds of bullets.
  private static let bars: Set<UInt32> = [0x7C, 0x2F, 0x2022, 0xB7]

  /// "Le Télégramme d'Helvétie": a medium whose name goes on behind one that is known.
  private func readLongerMedia(into found: inout [Found], taken: inout [Bool]) {
    let gazetteer = Gazetteer(text: text)
    for match in text.matches(of: [.organisation])
    where text.entry(match).value(1) == "media" && gazetteer.isLonger(media: match) {
      let name = match.tokens.upperBound + 1
      guard isEnglish(name, taken), text.match(.country, at: name) == nil, text.match(.givenName, at: name) == nil,
        !match.tokens.contains(where: { taken[$0] })
      else { continue }
      var end = name + 1
      while end < text.tokens.count, end < name + 3,
        text.tokens[end].flags.contains(.afterHyphen) || isEnglish(end, taken)
      {
        end += 1
      }
      guard text.sentence(ofToken: name) == text.sentence(ofToken: end - 1) else { continue }
      add(match.tokens.lowerBound..<end, "media", into: &found, taken: &taken)
    }
  }

  /// "sur les ondes de Vesk", "au micro de Radio Skeld": a medium that somebody spoke in.
  func readBroadcasts(into found: inout [Found], taken: inout [Bool]) {
    for match in text.matches(of: [.mediaCue]) {
      let name = match.tokens.upperBound
      guard name < text.tokens.count, isEnglish(name, taken), text.match(.givenName, at: name) == nil,
        text.match(.country, at: name) == nil
      else { continue }
      var end = name + 1
      while end < text.tokens.count, end < name + 3, isEnglish(end, taken) { end += 1 }
      guard text.sentence(ofToken: name) == text.sentence(ofToken: end - 1) else { continue }
      add(name..<end, "media", into: &found, taken: &taken)
    }
  }

  /// "Chez Vesk, à Skeld, on attend": a house that somebody works at, at the start of a sentence and before its place.
  func readHouses(into found: inout [Found], taken: inout [Bool]) {
    for sentence in text.sentences where sentence.tokens.count > 4 {
      let (first, name) = (sentence.tokens.lowerBound, sentence.tokens.lowerBound + 1)
      guard text.tokens[first].length == 4, text.source(text.tokens[first].bytes) == "Chez", isEnglish(name, taken),
        text.tokens[name].word == .unknown, text.match(.givenName, at: name) == nil
      else { continue }
      var end = name + 1
      while end < sentence.tokens.upperBound, end < name + 3, isEnglish(end, taken) { end += 1 }
      guard end + 2 < sentence.tokens.upperBound, isComma(end),
        ["à", "en", "on"].contains(text.source(text.tokens[end + 1].bytes))
      else { continue }
      add(name..<end, "company", into: &found, taken: &taken)
    }
  }

  /// The first number of a day, month and year in a line.
  private func printedDay(in line: Range<Int>) -> Int? {
    line.dropFirst(2).first { token in
      token + 2 < line.upperBound && text.tokens[token].kind == .number
        && text.match(.dateMonth, at: token + 1) != nil && text.tokens[token + 2].kind == .number
    }
  }

  /// An article and words that nothing else knows: "L'Écho ligérien"; "La Haye" is a town.
  private func isMasthead(_ name: Range<Int>, _ taken: [Bool]) -> Bool {
    let (article, noun) = (name.lowerBound, name.lowerBound + 1)
    guard ["L'", "L’", "Le", "La", "Les", "The"].contains(text.source(text.tokens[article].bytes)),
      text.tokens[noun].flags.contains(.capitalised)
    else { return false }
    return name.allSatisfy { text.tokens[$0].kind == .word && !taken[$0] }
      && ![LexiconCategory.country, .region, .role, .givenName].contains {
        text.match($0, at: noun) != nil || text.match($0, at: article) != nil
      }
      // "Les Rives du Skeld", though Rives is a town.
      && ![LexiconCategory.city, .capital, .town, .province].contains {
        text.match($0, at: article) != nil || name.count < 4 && text.match($0, at: noun) != nil
      }
  }

  private func isSeparator(_ token: Int) -> Bool {
    let mark = text.tokens[token]
    return mark.kind == .punctuation
      && (mark.value == Punctuation.comma || mark.value == Punctuation.dash || mark.value == 0x7C
        || mark.value == 0x2022 || mark.value == 0xB7 || mark.value == Punctuation.colon)
  }

  /// "QUESTION (The Vesk) :": for whom somebody asks.
  func readAskers(into found: inout [Found], taken: inout [Bool]) {
    for block in text.blocks where block.tokens.count > 4 {
      let open = block.tokens.lowerBound + 1
      guard text.tokens[open].kind == .punctuation, text.tokens[open].value == Punctuation.openParenthesis,
        ["question", "q"].contains(text.source(text.tokens[open - 1].bytes).lowercased()),
        let close = (open + 1..<min(open + 6, block.tokens.upperBound - 1)).first(where: {
          text.tokens[$0].kind == .punctuation
        }), close > open + 1, text.tokens[close].value == Punctuation.closeParenthesis,
        text.tokens[close + 1].kind == .punctuation, text.tokens[close + 1].value == Punctuation.colon
      else { continue }
      let name = open + 1..<close
      guard name.allSatisfy({ text.tokens[$0].flags.contains(.capitalised) && !taken[$0] }),
        text.match(.country, at: open + 1) == nil, text.match(.givenName, at: open + 1) == nil,
        text.match(.city, at: open + 1) == nil, text.match(.role, at: open + 1) == nil
      else { continue }
      add(name, "media", into: &found, taken: &taken)
    }
  }

  /// "Leur syndicat, le SPV,": letters that nothing knows, behind the noun of a house.
  func readApposedLetters(into found: inout [Found], taken: inout [Bool]) {
    for match in text.matches(of: [.organisationHead]) {
      let comma = match.tokens.upperBound
      guard match.tokens.lowerBound > 0, comma + 3 < text.tokens.count,
        !text.tokens[match.tokens.lowerBound].flags.contains(.capitalised), isComma(comma),
        ["le", "la", "l'", "l’"].contains(text.source(text.tokens[comma + 1].bytes)),
        text.match(.sayDeterminer, at: match.tokens.lowerBound - 1) != nil, !taken[comma + 2],
        isAcronym(text.tokens[comma + 2]), text.tokens[comma + 2].flags.contains(.allCaps),
        text.matches(at: comma + 2).isEmpty,
        text.tokens[comma + 3].kind == .punctuation
          || text.match(.sayAuxiliary, at: comma + 3) != nil
      else { continue }
      let name = comma + 2..<comma + 3
      found.append(
        Found(
          tokens: name, acronym: text.source(tokens: name), type: text.entry(match).value(0),
          stripped: EntityID.slug(text.source(tokens: name)), hasAdjective: false))
      taken[comma + 2] = true
    }
  }
}
