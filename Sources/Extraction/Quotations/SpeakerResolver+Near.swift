internal import EntenteSchema

/// Which of the people that the sentence just before names is meant by "il" or "elle", and who never is.
extension SpeakerResolver {
  /// "Par X", "Posté le 12 mai par X, chargée de mission": people who are named only where the text states its author.
  static func writers(_ text: AnnotatedText, _ entities: [Entity], _ references: [SpeakerReference]) -> Set<Int> {
    var writers: Set<Int> = []
    var others: Set<Int> = []
    for reference in references {
      guard case .entity(let entity) = reference.referent, entities[entity].kind == .person else { continue }
      if isByline(reference, text) { writers.insert(entity) } else { others.insert(entity) }
    }
    return writers.subtracting(others)
  }

  /// Tokens of a byline.
  private static let byline = 30

  private static func isByline(_ name: SpeakerReference, _ text: AnnotatedText) -> Bool {
    guard !name.isQuoted, let number = text.block(ofToken: name.tokens.lowerBound) else { return false }
    let line = text.blocks[number].tokens
    guard line.count <= byline, !line.contains(where: { text.match(.sayAuxiliary, at: $0) != nil }),
      text.sentence(ofToken: line.lowerBound) == text.sentence(ofToken: name.tokens.lowerBound)
    else { return false }
    // The office behind the name is the writer's too.
    return line.prefix { $0 < name.tokens.lowerBound }.contains { token in
      text.tokens[token].length == 3 && text.source(text.tokens[token].bytes).lowercased() == "par"
        && (token == line.lowerBound || token + 1 == name.tokens.lowerBound
          || text.tokens[line.upperBound - 1].kind == .word)
    }
  }

  /// The only person of a gender, known or not, whom a sentence names; nobody where it names two.
  func onlyPerson(in sentence: Range<Int>, _ gender: String) -> Speaker? {
    var found: Int?
    for index in references.indices(sentence.lowerBound, sentence.upperBound).prefix(Self.width)
    where !references[index].isQuoted {
      guard case .entity(let entity)? = meaning(index), entities[entity].kind == .person, fits(entity, gender)
      else { continue }
      if let found, found != entity { return .nobody }
      found = entity
    }
    return found.map { .entity($0) }
  }

  /// "La finale a opposé X à Y.": two of whom a pronoun may mean either, behind a verb whose subject is neither.
  func isContested(_ sentence: Range<Int>, _ gender: String) -> Bool {
    guard let verb = sentence.prefix(24).first(where: { text.match(.sayAuxiliary, at: $0) != nil }) else {
      return false
    }
    var people: Set<Int> = []
    for index in references.indices(sentence.lowerBound, sentence.upperBound).prefix(Self.width)
    where !references[index].isQuoted {
      guard case .entity(let entity)? = meaning(index), entities[entity].kind == .person, fits(entity, gender) else {
        continue
      }
      guard references[index].tokens.lowerBound > verb, genders[entity].isEmpty || people.isEmpty else { return false }
      people.insert(entity)
    }
    return people.count > 1
  }

  /// "son père", "un voisin": somebody without a name, of a gender.
  func isKin(_ reference: SpeakerReference, _ gender: String) -> Bool {
    guard case .nobody = reference.referent, reference.tokens.lowerBound > 0 else { return false }
    let article = text.source(text.tokens[reference.tokens.lowerBound - 1].bytes).lowercased()
    return (gender == "f" ? ["ma", "sa", "une"] : ["mon", "son", "un"]).contains(article)
  }

  /// "Une photo montre Mina Tanaka sur le quai.": two capitalised words that no list has, without an article before them.
  func namesStranger(_ sentence: Range<Int>) -> Bool {
    for token in sentence.prefix(Self.width).dropFirst()
    where token + 1 < sentence.upperBound && isNameWord(token) && isNameWord(token + 1) {
      let before = text.tokens[token - 1]
      guard before.kind == .word, !before.flags.contains(.capitalised), !before.flags.contains(.elided),
        text.match(.sayDeterminer, at: token - 1) == nil, text.match(.sayPreposition, at: token - 1) == nil,
        text.match(.nameLinker, at: token - 1) == nil, text.match(.organisationHead, at: token - 1) == nil,
        !isCovered(token)
      else { continue }
      return true
    }
    return false
  }

  private func isNameWord(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.flags.contains([.capitalised, .latin]) && !word.flags.contains(.allCaps)
      && !word.flags.contains(.elided) && word.word == .unknown && word.length > 2
  }

  /// Whether a reference holds a token.
  private func isCovered(_ token: Int) -> Bool {
    let index = references.first(from: token + 1)
    return index > 0 && references[index - 1].tokens.upperBound > token
  }

  /// "X et Y se sont vus": whether a pronoun may mean the one as well as the other.
  func isJoined(_ index: Int, _ one: Int, _ gender: String) -> Bool {
    guard !gender.isEmpty else { return false }
    let end = references[index].tokens.upperBound
    guard end + 1 < text.tokens.count, text.source(text.tokens[end].bytes) == "et" else { return false }
    return references[(index + 1)...].prefix(3).contains { next in
      guard next.tokens.lowerBound <= end + 3, case .entity(let other) = next.referent, other != one else {
        return false
      }
      return entities[other].kind == .person && fits(other, gender)
    }
  }

  /// "Après avoir salué X, elle": the person before the comma is the object of the phrase, not the speaker.
  func isOpeningPhrase(_ tokens: Range<Int>) -> Bool {
    guard let comma = tokens.last, tokens.count > 3, text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma,
      ["avant", "après", "sans", "en", "pour"].contains(text.source(text.tokens[tokens.lowerBound].bytes).lowercased())
    else { return false }
    let next = text.source(text.tokens[tokens.lowerBound + 1].bytes)
    return next == "avoir" || next == "être" || next == "de" || next == "d'" || next == "d’" || next.hasSuffix("ant")
      || next.hasSuffix("er") || next.hasSuffix("ir")
  }

  /// "La question a fait rire tout le monde, sauf le sous-préfet.": somebody of whom only the office is told ends the
  /// sentence.
  func endsWithUnnamed(_ sentence: Range<Int>, _ gender: String) -> Bool {
    guard let index = references.indices(sentence.lowerBound, sentence.upperBound).suffix(Self.width).last,
      case .description(let description) = references[index].referent, !references[index].isQuoted,
      references[index].tokens.upperBound + 2 >= sentence.upperBound, description.gender == gender
    else { return false }
    if case .entity? = meaning(index) { return false }
    return true
  }

  /// "J'étais chez ma mère.": somebody of whom the speaker tells, and who has no name, ends the sentence.
  func endsWithOwnKin(_ sentence: Range<Int>, _ gender: String) -> Bool {
    let end = sentence.upperBound - 3
    guard end > sentence.lowerBound else { return false }
    return ["ma", "mon", "notre"].contains(text.source(text.tokens[end].bytes))
      && (text.match(.role, at: end + 1) != nil || text.match(.personNoun, at: end + 1) != nil
        || text.match(.saySource, at: end + 1) != nil)
      && (text.source(text.tokens[end].bytes) == "ma") == (gender == "f")
  }

  /// "La buvette est tenue par une bénévole.": the agent has no name.
  func hasAgent(_ sentence: Range<Int>, _ gender: String) -> Bool {
    references.between(sentence.lowerBound, sentence.upperBound).prefix(Self.width).contains { reference in
      let article = reference.tokens.lowerBound - 1
      guard case .nobody = reference.referent, reference.isGoverned, !reference.isQuoted,
        article > sentence.lowerBound, text.source(text.tokens[article - 1].bytes) == "par"
      else { return false }
      return text.source(text.tokens[article].bytes) == (gender == "f" ? "une" : "un")
    }
  }
}
