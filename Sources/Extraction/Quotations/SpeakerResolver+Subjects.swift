internal import EntenteSchema

/// Subjects that are no person known by name, and that a pronoun of the next sentence means all the same.
extension SpeakerResolver {
  /// Whom "il" or "elle" means after a sentence whose subject is no person with a name: the institution that opens it, or
  /// nobody known. Nil where a person may be meant.
  ///
  /// - Parameters:
  ///   - isNext: the pronoun stands in the very next sentence.
  ///   - opens: it opens that sentence.
  func openingSubject(of sentence: Range<Int>, gender: String, isNext: Bool, opens: Bool) -> Speaker? {
    guard let opening = subjectStart(of: sentence) else { return nil }
    // "L'un d'eux s'est levé."
    if isOneOfThem(opening, gender), !hasPerson(sentence, gender) { return .nobody }
    let index = references.first(from: opening)
    let determiner = text.match(.sayDeterminer, at: opening).map { text.entry($0).value(0) }
    let noun = determiner == nil ? opening : opening + 1
    if index < references.count, references[index].tokens.lowerBound <= noun,
      references[index].tokens.upperBound <= sentence.upperBound, !references[index].isQuoted
    {
      let reference = references[index]
      switch reference.referent {
      case .nobody, .description:
        if case .entity? = meaning(index) { return nil }
        return fits(reference, determiner, gender) && !isNamedAfter(index, in: sentence) ? .nobody : nil
      case .entity(let entity) where entities[entity].kind == .organisation || entities[entity].kind == .country:
        guard isNext, determiner == gender || (determiner == "" && self.gender(ofNoun: noun) == gender),
          !hasPerson(sentence, gender)
        else { return nil }
        return .entity(entity)
      // "Le jugement condamne X. Il relève": the document does.
      case .document where opens && isNext:
        return determiner == gender || determiner == "" && self.gender(ofNoun: noun) == gender ? .nobody : nil
      case .entity, .document: return nil
      }
    }
    if let determiner, determiner == gender || possessive(opening, gender) == true,
      isUnknownBehind(noun, in: sentence)
    {
      return .nobody
    }
    guard noun < sentence.upperBound, text.tokens[noun].kind == .word, !hasPerson(sentence, gender) else { return nil }
    // "La commission a rendu son avis."
    if let determiner, text.match(.organisationHead, at: noun) != nil {
      return determiner == gender || determiner.isEmpty && self.gender(ofNoun: noun) == gender ? .nobody : nil
    }
    if let determiner, isNext, isSomebody(noun),
      determiner == gender || text.tokens[opening].flags.contains(.elided)
    {
      return .nobody
    }
    // "À côté d'elle, un homme a tendu le poing."
    if isNext, determiner == gender, ["un", "une"].contains(text.source(text.tokens[opening].bytes).lowercased()) {
      return .nobody
    }
    // "Timor l'a bien connu."
    let word = text.tokens[noun]
    if determiner == nil, isUnknownName(noun, sentence) || isGivenName(noun, in: sentence) { return .nobody }
    let isStranger =
      determiner == nil && word.flags.contains(.capitalised) && word.flags.contains(.latin) && word.word == .unknown
      && word.length > 2 && !["é", "és", "ée", "ées"].contains { text.source(word.bytes).hasSuffix($0) }
      && noun + 1 < sentence.upperBound
      && (text.match(.sayAuxiliary, at: noun + 1) != nil || text.match(.sayVerb, at: noun + 1) != nil
        || text.match(.sayFiller, at: noun + 1) != nil || isApposed(noun + 1, sentence))
    return isStranger ? .nobody : nil
  }

  /// "Un colonel prend la tête du bureau. « … », plaisante l'intéressé": whoever was told of just before has no name.
  func followsUnnamed(_ token: Int, _ gender: String) -> Bool {
    guard let here = text.sentence(ofToken: token) else { return false }
    let block = text.sentences[here].block
    for number in stride(from: here - 1, through: max(0, here - 3), by: -1) where text.sentences[number].block == block
    {
      let sentence = text.sentences[number].tokens
      if isWithinWords(sentence) { continue }
      if hasPerson(sentence, gender) { return false }
      if case .nobody? = openingSubject(of: sentence, gender: gender, isNext: true, opens: true) { return true }
    }
    // An entry of a chronology that names nobody tells of somebody else than those before it.
    return opensWithDate(block)
      && references.between(text.blocks[block].tokens.lowerBound, token).allSatisfy { !isPerson($0) }
  }

  /// "Avril 2024.", "15 janvier."
  private func opensWithDate(_ block: Int) -> Bool {
    let opening = text.blocks[block].tokens.prefix(4)
    return opening.contains { text.match(.dateMonth, at: $0) != nil }
      || opening.first.map { text.tokens[$0].kind == .number && text.tokens[$0].length == 4 } ?? false
  }

  /// "Le journal avait fait état d'une concession": what was before is told, and who is told of stays so.
  func isBackground(_ sentence: Range<Int>) -> Bool {
    guard let auxiliary = sentence.prefix(24).first(where: { text.match(.sayAuxiliary, at: $0) != nil }) else {
      return false
    }
    return ["avait", "avaient"].contains(text.source(text.tokens[auxiliary].bytes))
  }

  /// "À la sortie, une apprentie sautillait.": somebody without a name does something.
  func opensWithUnnamed(_ sentence: Range<Int>) -> Bool {
    guard let opening = subjectStart(of: sentence), opening + 1 < sentence.upperBound,
      ["un", "une"].contains(text.source(text.tokens[opening].bytes).lowercased()),
      text.match(.personNoun, at: opening + 1) != nil || text.match(.saySource, at: opening + 1) != nil
        || text.match(.role, at: opening + 1) != nil
    else { return false }
    return !hasPerson(sentence, "")
  }

  /// "Mina Tanaka, née à Oslo, courait hier": somebody whom the text names, and nothing knows.
  func opensWithUnknownName(_ sentence: Range<Int>) -> Bool {
    guard let opening = subjectStart(of: sentence), text.match(.sayDeterminer, at: opening) == nil else { return false }
    return isUnknownName(opening, sentence)
  }

  /// "Une élève lui a demandé": nobody whom the text names turns to whoever was told of.
  func addresses(_ sentence: Range<Int>) -> Bool {
    let asked = sentence.prefix(Self.width).first { token in
      guard text.tokens[token].length == 3, token + 1 < sentence.upperBound,
        text.source(text.tokens[token].bytes) == "lui"
      else { return false }
      return (token + 1..<min(token + 4, sentence.upperBound)).contains { text.match(.sayVerb, at: $0) != nil }
    }
    guard let asked, asked > sentence.lowerBound else { return false }
    return !references.indices(sentence.lowerBound, asked).contains { index in
      guard case .entity = references[index].referent else { return false }
      return !references[index].isGoverned
    } && !(sentence.lowerBound..<asked).contains { isSubject($0) }
  }

  /// "Le juge a demandé à X s'il avait menti": whom somebody without a name asks.
  func asked(in sentence: Range<Int>) -> Int? {
    let verb = sentence.prefix(Self.width).first { token in
      let length = text.tokens[token].length
      guard (6...12).contains(length), text.match(.sayAuxiliary, at: token - 1) != nil else { return false }
      return ["demandé", "interrogé", "questionné", "interpellé"].contains(text.source(text.tokens[token].bytes))
    }
    guard let verb, verb > sentence.lowerBound,
      !references.between(sentence.lowerBound, verb).contains(where: { isNamed($0) && !$0.isGoverned })
    else { return nil }
    let index = references.first(from: verb)
    guard index < references.count, references[index].tokens.lowerBound <= verb + 3,
      references[index].tokens.upperBound <= sentence.upperBound, !references[index].isQuoted,
      case .entity(let entity)? = meaning(index), entities[entity].kind == .person
    else { return nil }
    return entity
  }

  private func isNamed(_ reference: SpeakerReference) -> Bool {
    if case .entity = reference.referent { return true }
    return false
  }

  /// Whether an article, or the noun behind an elided one, has the gender of a pronoun: "L'avocat … il".
  private func fits(_ reference: SpeakerReference, _ determiner: String?, _ gender: String) -> Bool {
    guard let determiner else { return false }
    let article = max(0, reference.tokens.lowerBound - 1)
    if let owned = possessive(article, gender) { return owned }
    guard determiner.isEmpty, text.tokens[article].flags.contains(.elided) else { return determiner == gender }
    guard case .description(let description) = reference.referent else { return false }
    return description.gender.isEmpty || description.gender == gender
  }

  /// "Sa voisine", "Mon frère": whether a possessive has a gender; before a vowel "son" has either.
  private func possessive(_ token: Int, _ gender: String) -> Bool? {
    switch text.source(text.tokens[token].bytes).lowercased() {
    case "ma", "ta", "sa": return gender == "f"
    case "mon", "ton", "son":
      guard token + 1 < text.tokens.count else { return nil }
      let isVowel = "aeiouyhéèêâîôœ".contains(text.source(text.tokens[token + 1].bytes).lowercased().prefix(1))
      return isVowel ? true : gender == "m"
    default: return nil
    }
  }

  /// "Une écolière, Zlata,", "La narratrice, Judith,": a name in apposition that nothing knows.
  private func isUnknownBehind(_ noun: Int, in sentence: Range<Int>) -> Bool {
    let name = noun + 2
    guard name + 1 < sentence.upperBound, text.tokens[noun].kind == .word,
      !text.tokens[noun].flags.contains(.capitalised), text.tokens[noun + 1].value == Punctuation.comma,
      text.tokens[noun + 1].kind == .punctuation, text.tokens[name].kind == .word,
      text.tokens[name].flags.contains([.capitalised, .latin]), !text.tokens[name].flags.contains(.elided),
      references.between(name, name + 1).isEmpty
    else { return false }
    return text.tokens[name + 1].kind == .punctuation && text.tokens[name + 1].value == Punctuation.comma
  }

  /// "L'animatrice", "le pompiste": a noun whose ending makes somebody of it.
  private func isSomebody(_ noun: Int) -> Bool {
    let word = text.source(text.tokens[noun].bytes)
    guard !text.tokens[noun].flags.contains(.capitalised), text.tokens[noun].length > 6 else { return false }
    return ["trice", "euse", "iste", "ienne", "icien", "ateur", "logue"].contains { word.hasSuffix($0) }
  }

  /// "Timon, le rameur,": an article right behind a comma.
  private func isApposed(_ comma: Int, _ sentence: Range<Int>) -> Bool {
    guard comma + 2 < sentence.upperBound, text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma, text.tokens[comma + 1].kind == .word
    else { return false }
    return text.match(.sayDeterminer, at: comma + 1) != nil
      && (comma + 2..<min(sentence.upperBound, comma + 8)).contains {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma
      }
  }

  /// "Nadia attend un bateau", "À l'écart, Aïssatou attend": one name that no person of the text bears.
  private func isGivenName(_ token: Int, in sentence: Range<Int>) -> Bool {
    let word = text.tokens[token]
    guard word.flags.contains([.capitalised, .latin]), !word.flags.contains(.allCaps), !word.flags.contains(.elided),
      word.word == .unknown, token + 1 < sentence.upperBound
    else { return false }
    let next = text.tokens[token + 1]
    guard next.kind == .word ? !next.flags.contains(.capitalised) : next.value == Punctuation.comma else {
      return false
    }
    return text.match(.givenName, at: token) != nil || isAfterPhrase(token, sentence)
  }

  /// Behind the comma of an opening phrase: a capital there makes a name.
  private func isAfterPhrase(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token > sentence.lowerBound + 1 && text.tokens[token - 1].kind == .punctuation
      && text.tokens[token - 1].value == Punctuation.comma
  }

  /// "Mina Tanaka, buteuse, a quitté": two words or more with capitals that nothing knows.
  private func isUnknownName(_ first: Int, _ sentence: Range<Int>) -> Bool {
    let words = (first..<sentence.upperBound).prefix(5).prefix {
      text.tokens[$0].kind == .word && text.tokens[$0].flags.contains([.capitalised, .latin])
        && !text.tokens[$0].flags.contains(.elided)
    }
    return words.count > 1 && words.upperBound < sentence.upperBound
      && words.contains { text.tokens[$0].word == .unknown || text.match(.givenName, at: $0) != nil }
      && !references.between(first, words.upperBound).contains { !$0.isQuoted }
  }

  /// "L'un d'eux", "L'une des deux"
  private func isOneOfThem(_ token: Int, _ gender: String) -> Bool {
    guard token + 1 < text.tokens.count, text.tokens[token].flags.contains(.elided),
      text.source(text.tokens[token].bytes).lowercased().hasPrefix("l")
    else { return false }
    return text.source(text.tokens[token + 1].bytes) == (gender == "f" ? "une" : "un")
  }

  /// "Prévenu par X, le maire": a participle that opens a sentence.
  func isParticiple(_ first: Int) -> Bool {
    guard text.tokens[first].flags.contains(.capitalised), first + 1 < text.tokens.count,
      ["par", "de", "d'", "d’", "du", "des", "à", "au", "aux", "en", "sur", "face"].contains(
        text.source(text.tokens[first + 1].bytes)),
      text.match(.sayDeterminer, at: first) == nil, references.between(first, first + 1).isEmpty
    else { return false }
    let word = text.source(text.tokens[first].bytes)
    return ["é", "ée", "és", "ées", "u", "ue", "us", "ues", "is", "ise", "it", "ite"].contains { word.hasSuffix($0) }
  }

  /// The first token of a sentence, or the one after an opening phrase: "À l'intérieur, un interprète".
  private func subjectStart(of sentence: Range<Int>) -> Int? {
    guard let first = sentence.first(where: { text.tokens[$0].kind == .word }) else { return nil }
    guard text.match(.sayPreposition, at: first) != nil || isParticiple(first),
      let comma = sentence.prefix(12).first(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma
      }), comma + 1 < sentence.upperBound, text.tokens[comma + 1].kind == .word
    else { return first }
    return comma + 1
  }

  /// Whether a sentence tells of a person who does something.
  private func hasPerson(_ sentence: Range<Int>, _ gender: String) -> Bool {
    references.indices(sentence.lowerBound, sentence.upperBound).prefix(Self.width).contains { index in
      guard !references[index].isGoverned, !references[index].isQuoted, case .entity(let entity)? = meaning(index)
      else { return false }
      return entities[entity].kind == .person && fits(entity, gender)
    }
  }

  /// "Le ministre, l'ancien maire X, a dit": a name stands in apposition.
  private func isNamedAfter(_ index: Int, in sentence: Range<Int>) -> Bool {
    var token = references[index].tokens.upperBound
    // "Le chirurgien qui l'a opérée, le professeur X, a dit"
    if token < sentence.upperBound,
      ["qui", "que", "qu'", "qu’", "dont"].contains(text.source(text.tokens[token].bytes)),
      let comma = (token..<min(sentence.upperBound, token + 12)).first(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma
      })
    {
      token = comma
    }
    for next in references[(index + 1)...].prefix(4) where next.tokens.lowerBound >= token {
      guard next.tokens.lowerBound < sentence.upperBound,
        !(token..<max(token, next.tokens.lowerBound)).contains(where: {
          text.match(.sayAuxiliary, at: $0) != nil
            // "le regretté professeur X"
            || text.match(.sayVerb, at: $0) != nil && text.match(.sayDeterminer, at: $0 - 1) == nil
        })
      else { return false }
      // "L'avocat de X" is another.
      if !next.isQuoted, !next.isGoverned, case .entity(let entity) = next.referent, entities[entity].kind == .person {
        return true
      }
      token = max(token, next.tokens.upperBound)
    }
    return false
  }

  /// The gender that the ending of a noun tells: "agence", "association".
  private func gender(ofNoun token: Int) -> String {
    let word = text.source(text.tokens[token].bytes).lowercased()
    if text.tokens[token].flags.contains(.allCaps) { return "" }
    return ["ion", "ence", "ance", "ée", "té", "ade", "ise", "ipe", "ure"].contains { word.hasSuffix($0) } ? "f" : "m"
  }

  /// Whom a paragraph goes on telling of without a name: the one whom the paragraphs before tell of most, rather than one
  /// whom they name once.
  func protagonist(over near: Int, before token: Int, _ gender: String) -> Int? {
    guard let block = text.block(ofToken: token), entities[near].kind == .person else { return nil }
    let start = text.blocks[block].tokens.lowerBound
    // Sentences that tell of each.
    var counts: [Int: Int] = [:]
    var lasts: [Int: Int] = [:]
    for index in references.indices.prefix(references.first(from: token)).suffix(60) where !references[index].isQuoted {
      guard case .entity(let entity)? = meaning(index), entities[entity].kind == .person else { continue }
      // Who is named in this paragraph is meant.
      if entity == near, references[index].tokens.lowerBound >= start { return nil }
      let sentence = text.sentence(ofToken: references[index].tokens.lowerBound)
      if lasts[entity] != sentence { counts[entity, default: 0] += 1 }
      lasts[entity] = sentence
    }
    guard counts[near] == 1, let main = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), main.value > 1,
      main.value > 2 || isTitled(main.key, above: start), fits(main.key, gender)
    else { return nil }
    return main.key
  }

  /// Whether the first line names somebody, and stands above a token.
  private func isTitled(_ person: Int, above token: Int) -> Bool {
    guard let title = text.blocks.first(where: { !$0.tokens.isEmpty })?.tokens, title.upperBound <= token else {
      return false
    }
    return references.between(title.lowerBound, title.upperBound).prefix(Self.width).contains {
      if case .entity(person) = $0.referent { true } else { false }
    }
  }

  /// "un entretien de X, dans lequel il a dit": who stands nearest before it.
  func ofRelative(before token: Int, gender: String) -> Speaker? {
    guard token > 1,
      ["lequel", "laquelle", "lesquels", "lesquelles"].contains(text.source(text.tokens[token - 1].bytes)),
      let number = text.sentence(ofToken: token)
    else { return nil }
    let near = references.indices(text.sentences[number].tokens.lowerBound, token).suffix(12)
    return near.last { index in
      guard !references[index].isQuoted, isPerson(references[index]), case .entity(let entity)? = meaning(index)
      else { return false }
      return fits(entity, gender)
    }.flatMap(meaning)
  }
}
