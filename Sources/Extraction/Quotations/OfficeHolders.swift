internal import EntenteSchema

/// Who holds which office in a document: "la ministre", "le chef de l'État".
///
/// An office goes to whoever is said to hold it, under its own name or one that means the same ("le dirigeant"); a noun
/// that is no office, to anybody. Somebody of whom the text states no office may hold any.
struct OfficeHolders {
  /// What is known of one person's offices.
  private struct Holder {
    /// In small letters.
    var offices: [String] = []
    /// Those of them that the lexicon knows.
    var known: Set<String> = []
  }

  private let holders: [Holder]
  private let genders: [String]
  /// The people who hold an office, by its first word.
  private var byWord: [Substring: [Int]] = [:]
  /// What was asked for before: the first holder, by office and gender.
  private var firsts: [String: Int?] = [:]
  /// Offices of one person that are kept.
  private static let most = 16

  /// The office of "le prévenu".
  static let accused = "prévenu"

  /// - Parameter told: offices that the text tells otherwise than by a role, by person.
  init(entities: [Entity], genders: [String], told: [Int: [String]] = [:]) {
    self.genders = genders
    var holders = [Holder](repeating: Holder(), count: entities.count)
    for number in entities.indices where entities[number].kind == .person {
      for role in entities[number].roles.prefix(Self.most * 4) where holders[number].offices.count < Self.most {
        let office = Self.plain(role.text)
        guard !holders[number].offices.contains(office) else { continue }
        holders[number].offices.append(office)
        holders[number].known.formUnion(Self.known(office))
        let word = Self.firstWord(office)
        if byWord[word]?.last != number { byWord[word, default: []].append(number) }
      }
      for office in told[number] ?? [] where !holders[number].offices.contains(office) {
        holders[number].offices.append(office)
        holders[number].known.formUnion(Self.known(office))
        let word = Self.firstWord(office)
        if byWord[word]?.last != number { byWord[word, default: []].append(number) }
      }
    }
    self.holders = holders
  }

  /// An office as it is compared: in small letters, with one kind of apostrophe.
  static func plain(_ office: String) -> String {
    let small = office.lowercased()
    // The first byte of the apostrophe; most offices have none.
    return small.utf8.contains(0xE2) ? small.replacing("’", with: "'") : small
  }

  /// Whether somebody is said to hold an office.
  func holds(_ person: Int, _ head: String) -> Bool {
    holders[person].offices.contains { Self.isSame($0, head) }
  }

  /// Whether no office of somebody is told.
  func isUnstated(_ person: Int) -> Bool { holders[person].offices.isEmpty }

  /// Whether a noun stands for an office that somebody holds: "le dirigeant" for a president.
  func isMeant(_ person: Int, by head: String) -> Bool {
    guard let offices = Self.kin[head] else { return false }
    return !holders[person].known.isDisjoint(with: offices)
  }

  /// Whether somebody may be meant by a noun: nothing is said of them, or it is no office.
  ///
  /// "Le préfet" alone is no one of whom no office is told: there is one, whoever else the text tells of.
  func mayHold(_ person: Int, _ head: String, isAlone: Bool) -> Bool {
    head.isEmpty || (holders[person].offices.isEmpty && !(isAlone && Self.publicOffices.contains(head)))
      || Self.generics.contains(head) || holds(person, head) || isMeant(person, by: head)
  }

  private static let publicOffices: Set<String> = [
    "président", "présidente", "ministre", "premier ministre", "première ministre", "préfet", "préfète", "maire",
    "procureur", "procureure", "juge", "chancelier", "chancelière", "recteur", "rectrice", "directeur", "directrice",
    "porte-parole", "avocat", "avocate", "avocat général", "avocate générale", "procureur général",
    "procureure générale",
    "gouverneur", "gouverneure", "ambassadeur", "ambassadrice", "rapporteur", "rapporteure", "secrétaire général",
    "secrétaire générale", "chef de l'état", "cheffe de l'état", "chef du gouvernement", "cheffe du gouvernement",
  ]

  func isGeneric(_ head: String) -> Bool { Self.generics.contains(head) }

  /// The first person of the document who holds an office.
  mutating func first(of head: String, gender: String) -> Int? {
    guard !head.isEmpty else { return nil }
    let key = "\(head)|\(gender)"
    if let known = firsts[key] { return known }
    let found = byWord[Self.firstWord(head)]?.first { person in
      (gender.isEmpty || genders[person].isEmpty || genders[person] == gender)
        && holders[person].offices.contains { Self.isSame($0, head) }
    }
    firsts[key] = .some(found)
    return found
  }

  /// "ministre des Affaires étrangères" is the "ministre norvégien des Affaires étrangères".
  private static func isSame(_ office: String, _ head: String) -> Bool {
    if office.hasPrefix(head) { return true }
    guard firstWord(office) == firstWord(head) else { return false }
    let words = Set(office.split(separator: " "))
    return head.split(separator: " ").allSatisfy { words.contains($0) }
  }

  private static func firstWord(_ office: String) -> Substring {
    office[..<(office.utf8.firstIndex(of: UInt8(ascii: " ")) ?? office.endIndex)]
  }

  /// The offices of the lexicon that an office is.
  private static func known(_ office: String) -> [String] {
    guard let listed = officesByWord[firstWord(office)] else { return [] }
    let words = office.split(separator: " ")
    // As in ``isSame(_:_:)``; the first words are the same.
    return listed.filter { office.hasPrefix($0.office) || $0.words.dropFirst().allSatisfy(words.contains) }
      .map(\.office)
  }

  /// Nouns for anybody: "le responsable".
  private static let generics: Set<String> = Set(
    Lexicon.standard.entries(of: .roleGeneric).flatMap(\.forms).map { $0.lowercased() })

  /// Whether a noun stands for offices, and is none itself: "édile".
  static func isOnlyKin(_ head: String) -> Bool { onlyKin.contains(head) }

  private static let onlyKin: Set<String> = {
    let offices = Set(Lexicon.standard.entries(of: .role).flatMap(\.forms).map { $0.lowercased() })
    return Set(kin.keys).subtracting(offices).subtracting(generics)
  }()

  /// The offices that a noun stands for, in small letters.
  private static let kin: [String: Set<String>] = {
    var kin: [String: Set<String>] = [:]
    for entry in Lexicon.standard.entries(of: .roleKin) {
      let offices = Set((entry.forms + entry.value(0).split(separator: "|").map(String.init)).map { $0.lowercased() })
      for form in entry.forms { kin[form.lowercased(), default: []].formUnion(offices) }
    }
    return kin
  }()

  private static let officesByWord: [Substring: [(office: String, words: [Substring])]] = Dictionary(
    grouping: kin.values.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted()
      .map { (office: $0, words: $0.split(separator: " ")) }, by: { firstWord($0.office) })
}
