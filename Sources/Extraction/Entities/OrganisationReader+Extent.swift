/// How far a name goes from the noun that begins it.
extension OrganisationReader {
  /// How far the name goes: adjectives, capitals, and what "de", "du", "pour" join to it.
  func extent(_ head: LexiconMatch, bound: Int, isFormal: Bool) -> Range<Int> {
    var end = head.tokens.upperBound
    var token = end
    // Where a known name that belongs to this one ends.
    var wholeEnd = -1
    let isMinistry = text.entry(head).value(0) == "ministry"
    while token < bound {
      let word = text.tokens[token]
      if word.kind == .punctuation {
        // "de l'Économie, du Commerce et de l'Industrie"
        guard isMinistry, word.value == Punctuation.comma, let next = afterLinkers(token + 1, bound: bound),
          next > token + 1, text.tokens[next].flags.contains(.capitalised), text.match(.country, at: next) == nil,
          text.match(.organisationHead, at: next) == nil
        else { break }
        token = next
        continue
      }
      guard word.kind == .word else { break }
      if let adjective = text.match(.countryAdjective, at: token) ?? text.match(.regionAdjective, at: token),
        token == end
      {
        end = adjective.tokens.upperBound
        token = end
        continue
      }
      if let linked = afterLinkers(token, bound: bound), linked > token {
        guard
          text.match(.organisationHead, at: linked) == nil || text.tokens[linked].flags.contains(.capitalised)
            || isKind(linked, after: head, isFormal) || isFormal && token == end && force(token, linked, bound) != nil,
          text.match(.dateMonth, at: linked) == nil
        else { break }
        if isTopic(token, linked, after: head, end: end) || isObject(token, before: linked) || isTerm(token, linked) {
          break
        }
        if isFormal, token == end, let force = force(token, linked, bound) {
          end = force
          token = end
          continue
        }
        // "sur la base de X" says where.
        if text.source(text.tokens[token].bytes) == "sur", text.match(.buildingHead, at: linked) != nil { break }
        if isFormal || text.tokens[head.tokens.lowerBound].flags.contains(.capitalised)
          || end > head.tokens.upperBound + 3,
          isAnd(token), isSecondField(token, linked, after: head) || isPair(token, linked, after: head)
        {
          end = linked + 1
          token = end
          continue
        }
        if text.tokens[linked].flags.contains(.capitalised) {
          guard text.match(.civility, at: linked) == nil, !isAtPlace(token, linked), !isSentTo(token, linked) else {
            break
          }
          // "et" joins names of their own, but for the fields of one ministry.
          if isAnd(token),
            !isMinistry || text.match(.country, at: linked) != nil || text.match(.organisation, at: linked) != nil
          {
            break
          }
        } else if isAnd(token) || !(isFormal || leadsToOwner(linked, bound: bound) && !isAbout(token))
          || text.match(.clauseWord, at: linked) != nil || isPronoun(token, before: linked)
          || text.tokens[token].flags.contains(.elided) && isVerbal(linked) && !isOf(token)
        {
          break
        }
        if text.tokens[linked].flags.contains(.capitalised), isPerson(linked, bound),
          linked > head.tokens.upperBound + 1 || text.entry(head).value(0) == "party",
          text.entry(head).value(0) != "institute", text.entry(head).value(0) != "ngo"
        {
          break
        }
        end = longest(linked)
        if text.match(.organisation, at: linked) != nil, end > linked + 1 { wholeEnd = end }
        // "ministère des Affaires étrangères de l'Ukraine X": a country ends the name.
        if isMinistry, text.match(.country, at: linked) != nil { wholeEnd = end }
        token = end
        continue
      }
      if agrees(token, end: end) {
        end = token + 1
        token = end
        continue
      }
      if isFormal, token == end, let second = secondAdjective(token, after: head, bound) {
        end = second
        token = end
        continue
      }
      if let adjective = field(at: token, end: end, isMinistry: isMinistry) {
        end = adjective
        token = end
        continue
      }
      if let object = opposed(token, end: end, head, isFormal, bound) {
        end = object
        token = end
        continue
      }
      // "infrastructures sous-marines critiques"
      if isFormal, token == end, token + 1 < bound, text.tokens[token + 1].flags.contains(.afterHyphen),
        !word.flags.contains(.capitalised), isPluralWord(token - 1), isPluralWord(token + 1), !isVerbal(token)
      {
        end = token + 2
        token = end
        continue
      }
      if text.match(.clauseWord, at: token) != nil { break }
      if word.flags.contains(.capitalised) {
        // "ministère des Affaires étrangères X": who speaks for it.
        if token > head.tokens.upperBound || !isFormal, isPerson(token, bound) || isKorean(token, bound) { break }
        // "la Commission de l'Union africaine X": a name is whole.
        if token == wholeEnd { break }
        if isMinistry, token == end, !text.tokens[token - 1].flags.contains(.capitalised),
          token - 1 >= head.tokens.upperBound, text.match(.countryAdjective, at: token - 1) == nil
        {
          break
        }
        end = longest(token)
      } else if token == end, token == head.tokens.upperBound, leadsToPlace(token, bound) {
        // "musée maritime de Yokosuka"
        end = token + 1
      } else if token == end, isFormal || text.match(.roleModifier, at: token) != nil, word.length > 4,
        isPluralWord(token - 1) || !isPluralWord(token), !isVerbal(token) || isFormal && text.isParticiple(token),
        !hasObject(token, after: head, bound),
        !disagrees(token, after: head)
      {
        end = token + 1
      } else {
        break
      }
      token = end
    }
    return head.tokens.lowerBound..<end
  }

  private func isOf(_ linker: Int) -> Bool { ["d'", "d’"].contains(text.source(text.tokens[linker].bytes)) }

  /// "au Tribunal cantonal d'ici au 13 juin", "le Quatuor Vesk en joue quatre": what goes on with the sentence.
  private func isTerm(_ linker: Int, _ noun: Int) -> Bool {
    let word = text.source(text.tokens[noun].bytes)
    if word == "ici" && isOf(linker) || word == "âge" { return true }
    return noun == linker + 1 && linker > 0 && text.tokens[linker - 1].flags.contains(.capitalised)
      && !text.tokens[noun].flags.contains(.capitalised) && text.source(text.tokens[linker].bytes) == "en"
  }

  /// "Commandement médical des forces armées coréennes": the end of the armed forces that a house belongs to.
  private func force(_ linker: Int, _ noun: Int, _ bound: Int) -> Int? {
    guard ["de", "du", "des"].contains(text.source(text.tokens[linker].bytes)),
      let known = text.match(.organisation, at: noun), text.entry(known).value(1) == "military",
      !text.tokens[noun].flags.contains(.capitalised)
    else { return nil }
    let end = known.tokens.upperBound
    let country = text.match(.countryAdjective, at: end)?.tokens.upperBound ?? end
    guard known.tokens.count > 1 || country > end, country <= bound else { return nil }
    return country
  }

  /// "Comité scientifique et technique": a second adjective of the noun.
  private func secondAdjective(_ and: Int, after head: LexiconMatch, _ bound: Int) -> Int? {
    let (first, second) = (and - 1, and + 1)
    guard first >= head.tokens.upperBound, second + 1 < bound, isAnd(and) else { return nil }
    let words = [text.tokens[first], text.tokens[second]]
    guard words.allSatisfy({ $0.kind == .word && $0.length > 4 && !$0.flags.contains(.capitalised) }),
      first == head.tokens.upperBound, text.match(.nameLinker, at: second) == nil,
      text.match(.clauseWord, at: second) == nil, !isVerbal(second), isPluralWord(first) == isPluralWord(second)
    else { return nil }
    let next = second + 1
    return text.tokens[next].kind != .word || text.match(.sayAuxiliary, at: next) != nil || isVerbal(next)
      || text.match(.nameLinker, at: next) != nil || text.match(.clauseWord, at: next) != nil ? next : nil
  }

  private static let invariable: Set<String> = [
    "bois", "pays", "temps", "corps", "cours", "fonds", "sens", "secours", "soins", "prix", "paix", "procès", "accès",
    "repos",
  ]

  /// "Commissariat aux réfugiés manque de tentes": a word in the singular behind a noun in the plural is its verb.
  private func disagrees(_ token: Int, after head: LexiconMatch) -> Bool {
    token - 1 > head.tokens.upperBound && isPluralWord(token - 1) && !isPluralWord(token)
      && !text.tokens[token - 1].flags.contains(.capitalised)
      && !Self.invariable.contains(text.source(text.tokens[token - 1].bytes))
  }

  /// "Société de protection des forêts contre le feu": what a house is against.
  private func opposed(_ token: Int, end: Int, _ head: LexiconMatch, _ isFormal: Bool, _ bound: Int) -> Int? {
    guard isFormal, token == end, token > head.tokens.upperBound, text.tokens[token].length == 6,
      text.source(text.tokens[token].bytes) == "contre", let noun = afterLinkers(token + 1, bound: bound),
      noun == token + 2, !text.tokens[noun].flags.contains(.capitalised), text.match(.clauseWord, at: noun) == nil
    else { return nil }
    return noun + 1
  }

  /// "École d'état-major", "Académie de police": what kind of house it is.
  private func isKind(_ noun: Int, after head: LexiconMatch, _ isFormal: Bool) -> Bool {
    isFormal && noun == head.tokens.upperBound + 1
      && ["de", "d'", "d’"].contains(text.source(text.tokens[noun - 1].bytes))
  }

  /// "l'Académie d'Oslo au Centre de Vesk": where somebody is sent.
  private func isSentTo(_ linker: Int, _ name: Int) -> Bool {
    guard linker + 1 == name || linker + 2 == name,
      ["au", "aux", "à"].contains(text.source(text.tokens[linker].bytes))
    else { return false }
    return text.match(.organisationHead, at: name) != nil || text.match(.organisation, at: name) != nil
  }

  /// "Conseil de paix et de sécurité": a second field that ends the name.
  private func isSecondField(_ and: Int, _ noun: Int, after head: LexiconMatch) -> Bool {
    guard and > head.tokens.upperBound, noun > and + 1, noun + 1 < text.tokens.count,
      ["de", "d'", "d’", "du", "des"].contains(text.source(text.tokens[and + 1].bytes)),
      !text.tokens[noun].flags.contains(.capitalised), !text.tokens[and - 1].flags.contains(.capitalised),
      (head.tokens.upperBound..<and).contains(where: {
        ["de", "d'", "d’", "du", "des"].contains(text.source(text.tokens[$0].bytes))
      }), text.match(.clauseWord, at: noun) == nil
    else { return false }
    let next = noun + 1
    return text.tokens[next].kind != .word || isVerbal(next) || text.match(.sayFiller, at: next) != nil
      || text.match(.clauseWord, at: next) != nil || text.match(.sayPreposition, at: next) != nil
      // "et de non-prolifération de l'OTAN"
      || afterLinkers(next, bound: text.tokens.count).map { $0 > next && isOrganisation($0) } ?? false
  }

  /// "pour le climat et la sécurité": two nouns of one preposition, each with its article, the first perhaps with an
  /// adjective.
  private func isPair(_ and: Int, _ noun: Int, after head: LexiconMatch) -> Bool {
    guard and - 3 > head.tokens.upperBound - 1, noun == and + 2, noun + 1 < text.tokens.count,
      Self.articles.contains(text.source(text.tokens[and + 1].bytes))
    else { return false }
    let article = Self.articles.contains(text.source(text.tokens[and - 2].bytes)) ? and - 2 : and - 3
    guard article > head.tokens.upperBound, Self.articles.contains(text.source(text.tokens[article].bytes)),
      ["sur", "pour", "de", "contre", "dans"].contains(text.source(text.tokens[article - 1].bytes)),
      !text.tokens[noun].flags.contains(.capitalised), text.match(.role, at: noun) == nil,
      text.match(.organisation, at: noun) == nil, text.match(.saySource, at: noun) == nil
    else { return false }
    let next = noun + 1
    return text.tokens[next].kind != .word || text.match(.sayAuxiliary, at: next) != nil
      || isVerbal(next)
        && !text.isPluralVerb(next)
      || text.match(.sayPreposition, at: next) != nil || text.match(.clauseWord, at: next) != nil
  }

  private static let articles: Set<String> = ["le", "la", "les", "l'", "l’"]

  /// ", de la défense et des forces armées" after "commission des affaires étrangères": the end of its other fields.
  func fields(after comma: Int, bound: Int) -> Int? {
    var token = comma
    var hasAnd = false
    while !hasAnd {
      guard token + 2 < bound else { return nil }
      let isComma = text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.comma
      hasAnd = text.tokens[token].kind == .word && isAnd(token)
      guard isComma || (hasAnd && token > comma),
        ["de", "du", "des", "d'", "d’"].contains(text.source(text.tokens[token + 1].bytes)),
        let noun = afterLinkers(token + 1, bound: bound)
      else { return nil }
      token = noun + 1
      // One adjective.
      if token < bound, text.tokens[token].kind == .word, !isAnd(token), text.tokens[token].length > 4,
        text.match(.nameLinker, at: token) == nil, text.match(.clauseWord, at: token) == nil,
        text.match(.sayVerb, at: token) == nil, isPluralWord(token) == isPluralWord(token - 1)
      {
        token += 1
      }
    }
    return token
  }

  /// "Sécurité publique", "Souveraineté industrielle et numérique": where the adjectives of a field end.
  private func field(at token: Int, end: Int, isMinistry: Bool) -> Int? {
    guard token == end, token > 0, text.match(.fieldAdjective, at: token) != nil,
      isMinistry || text.match(.organisationHead, at: token - 1) == nil,
      text.tokens[token - 1].flags.contains(.capitalised), !text.tokens[token].flags.contains(.capitalised)
    else { return nil }
    let isPair = token + 2 < text.tokens.count && isAnd(token + 1) && text.match(.fieldAdjective, at: token + 2) != nil
    return isPair ? token + 3 : token + 1
  }

  /// "reprennent", "accueille": what begins the rest of the sentence, and is no adjective.
  private func isVerbal(_ token: Int) -> Bool {
    if text.match(.fieldAdjective, at: token) != nil || text.match(.roleModifier, at: token) != nil { return false }
    return text.match(.sayVerb, at: token) != nil || text.match(.speechVerb, at: token) != nil
      || text.match(.eventVerb, at: token) != nil || text.match(.activityCue, at: token) != nil
      || text.match(.sayAuxiliary, at: token) != nil || text.isPluralVerb(token) || text.isFuture(token)
      || text.isPastTense(token)
  }

  /// One adjective right after the noun, then "de" and a place.
  private func leadsToPlace(_ token: Int, _ bound: Int) -> Bool {
    guard token + 2 < bound, text.tokens[token].length > 4, !text.tokens[token].flags.contains(.capitalised),
      text.match(.sayVerb, at: token) == nil, text.match(.sayAuxiliary, at: token) == nil,
      text.match(.clauseWord, at: token) == nil,
      ["de", "d'", "d’", "du"].contains(text.source(text.tokens[token + 1].bytes))
    else { return false }
    let place = token + 2
    return text.tokens[place].flags.contains(.capitalised)
      && (text.match(.city, at: place) != nil || text.match(.capital, at: place) != nil
        || text.match(.town, at: place) != nil || text.match(.province, at: place) != nil)
  }

  /// "l'Université de Niigata sur les réseaux": what something of it is about, behind a whole name.
  private func isTopic(_ linker: Int, _ noun: Int, after head: LexiconMatch, end: Int) -> Bool {
    end - 1 >= head.tokens.upperBound && text.tokens[end - 1].flags.contains(.capitalised)
      && !text.tokens[noun].flags.contains(.capitalised) && isAbout(linker)
  }

  /// "l'Office national de l'huile en attendait": a pronoun before its verb.
  private func isObject(_ pronoun: Int, before verb: Int) -> Bool {
    guard verb == pronoun + 1, text.tokens[pronoun].length == 2, !text.tokens[verb].flags.contains(.capitalised),
      text.source(text.tokens[pronoun].bytes) == "en"
    else { return false }
    return isVerbal(verb) || text.bytes[text.tokens[verb].bytes].suffix(3).elementsEqual("ait".utf8)
  }

  /// "l'Agence nucléaire le dit": an article alone is a pronoun before a verb.
  private func isPronoun(_ token: Int, before linked: Int) -> Bool {
    linked == token + 1
      && ["le", "la", "les", "l'", "l’"].contains(text.source(text.tokens[token].bytes))
  }

  /// "Conseil d'État annule la fermeture": a word behind a name in the name, or before an article, is its verb.
  private func hasObject(_ token: Int, after head: LexiconMatch, _ bound: Int) -> Bool {
    let before = text.tokens[token - 1]
    if before.flags.contains(.capitalised), token - 1 >= head.tokens.upperBound { return true }
    // "l'Agence dénombre 300 nids", "le Conseil national débat de l'achat", "l'Office estime que"
    if token + 1 < text.tokens.count {
      let next = text.tokens[token + 1]
      if next.kind == .number || text.match(.dateCount, at: token + 1) != nil
        || text.match(.eventNoun, at: token) != nil
        || next.kind == .word && ["que", "qu'", "qu’"].contains(text.source(next.bytes))
      {
        return true
      }
    }
    guard token + 2 < text.tokens.count, text.tokens[token + 1].kind == .word, text.tokens[token + 2].kind == .word,
      text.match(.fieldAdjective, at: token) == nil, text.match(.sayAuxiliary, at: token + 2) == nil,
      text.match(.sayVerb, at: token + 2) == nil
    else { return false }
    return ["le", "la", "les", "l'", "l’", "un", "une", "son", "sa", "ses"].contains(
      text.source(text.tokens[token + 1].bytes))
  }

  /// "Affaires étrangères": an adjective in the plural after a capital in the plural.
  func agrees(_ token: Int, end: Int) -> Bool {
    guard token == end, token > 0, text.match(.clauseWord, at: token) == nil else { return false }
    let (noun, adjective) = (text.tokens[token - 1], text.tokens[token])
    guard noun.flags.contains(.capitalised), adjective.kind == .word, adjective.length > 3 else { return false }
    return text.bytes[noun.bytes].last == 0x73 && text.bytes[adjective.bytes].last == 0x73
  }

  /// "Han Ji-won": a name whose second half has a small letter.
  func isKorean(_ token: Int, _ bound: Int) -> Bool {
    (token + 1..<min(token + 3, bound)).contains {
      text.tokens[$0].kind == .word && text.tokens[$0].flags.contains(.afterHyphen)
        && !text.tokens[$0].flags.contains(.capitalised) && text.tokens[$0 - 1].flags.contains(.capitalised)
    }
  }

  func isPluralWord(_ token: Int) -> Bool {
    text.bytes[text.tokens[token].bytes].last.map { $0 == 0x73 || $0 == 0x78 } ?? false
  }

  func isAnd(_ token: Int) -> Bool {
    text.tokens[token].length == 2 && text.source(text.tokens[token].bytes).lowercased() == "et"
  }

  /// "à Tokyo" says where an organisation is, and is no part of its name.
  func isAtPlace(_ linker: Int, _ name: Int) -> Bool {
    let word = text.tokens[linker]
    guard word.flags.contains(.accented) || ["en", "au", "aux"].contains(text.source(word.bytes)) else { return false }
    return text.match(.capital, at: name) != nil || text.match(.city, at: name) != nil
      || text.match(.country, at: name) != nil
  }

  /// "Moussa Diop": a given name and a family name begin a person.
  func isPerson(_ token: Int, _ bound: Int) -> Bool {
    guard token + 1 < bound, text.match(.givenName, at: token) != nil || text.match(.civility, at: token) != nil
    else { return false }
    let next = text.tokens[token + 1]
    return next.kind == .word && next.flags.contains(.capitalised) && text.tokens[token].flags.contains(.capitalised)
      && !next.flags.contains(.afterHyphen)
  }

  func longest(_ token: Int) -> Int {
    var end = max(
      token + 1, text.match(.organisation, at: token)?.tokens.upperBound ?? 0,
      text.match(.country, at: token)?.tokens.upperBound ?? 0, text.match(.region, at: token)?.tokens.upperBound ?? 0)
    // "Aulnay-sous-Bois": all that hyphens join.
    while end < min(token + Self.longestName, text.tokens.count), text.tokens[end].kind == .word,
      text.tokens[end].flags.contains(.afterHyphen)
    {
      end += 1
    }
    return end
  }

  /// "sur le rôle de l'Alliance": what is spoken of.
  private func isAbout(_ linker: Int) -> Bool { text.source(text.tokens[linker].bytes) == "sur" }

  /// "bureau de liaison de l'OTAN": one plain noun, then an organisation.
  func leadsToOwner(_ token: Int, bound: Int) -> Bool {
    guard let next = afterLinkers(token + 1, bound: bound), next > token + 1 else { return false }
    return isOrganisation(next) || isTown(next)
  }

  /// "centre de cyberdéfense de Tallinn"
  private func isTown(_ token: Int) -> Bool {
    text.tokens[token].flags.contains(.capitalised)
      && (text.match(.capital, at: token) != nil || text.match(.city, at: token) != nil)
  }

  /// The first token after articles and prepositions; the token itself when it is none.
  func afterLinkers(_ token: Int, bound: Int) -> Int? {
    var next = token
    while next < bound, next < token + 4, text.tokens[next].kind == .word, text.match(.nameLinker, at: next) != nil,
      !text.tokens[next].flags.contains(.capitalised)
    {
      next += 1
    }
    return next < bound && text.tokens[next].kind == .word ? next : nil
  }
}
