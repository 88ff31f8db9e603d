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
    var kin: Set<Int> = []
  }

  private let holders: [Holder]
  private let genders: [String]
  /// The people who hold an office, by its first word.
  private var byWord: [Substring: [Int]] = [:]
  /// What was asked for before: the first holder, by office and gender.
  private var firsts: [String: Int?] = [:]
  /// Offices of one person that are kept.
  private static let most = 16
  /// Words of an office that may tell its kin.
  private static let longest = 6

  init(entities: [Entity], genders: [String]) {
    self.genders = genders
    var holders = [Holder](repeating: Holder(), count: entities.count)
    for (number, entity) in entities.enumerated() where entity.kind == .person {
      for role in entity.roles.prefix(Self.most * 4) where holders[number].offices.count < Self.most {
        let office = role.text.lowercased().replacing("’", with: "'")
        guard !holders[number].offices.contains(office) else { continue }
        holders[number].offices.append(office)
        holders[number].kin.formUnion(Self.kin(of: office))
        let word = Self.firstWord(office)
        if byWord[word]?.last != number { byWord[word, default: []].append(number) }
      }
    }
    self.holders = holders
  }

  /// Whether somebody is said to hold an office, by its noun or one that means the same.
  func holds(_ person: Int, _ head: String) -> Bool {
    let head = head.replacing("’", with: "'")
    if holders[person].offices.contains(where: { Self.isSame($0, head) }) { return true }
    return !Self.isGeneric(head) && !holders[person].kin.isDisjoint(with: Self.kin(of: head))
  }

  /// Whether somebody may hold an office: nothing else is said of them, or the noun is none.
  func mayHold(_ person: Int, _ head: String) -> Bool {
    head.isEmpty || holders[person].offices.isEmpty || Self.isGeneric(head.replacing("’", with: "'"))
      || holds(person, head)
  }

  /// The first person of the document who holds an office.
  mutating func first(of head: String, gender: String) -> Int? {
    guard !head.isEmpty else { return nil }
    let key = "\(head)|\(gender)"
    if let known = firsts[key] { return known }
    let head = head.replacing("’", with: "'")
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

  private static func firstWord(_ office: String) -> Substring { office.prefix { $0 != " " } }

  /// The groups of the longest beginning of an office that the lexicon knows.
  private static func kin(of office: String) -> Set<Int> {
    let words = office.split(separator: " ").prefix(longest)
    for count in stride(from: words.count, to: 0, by: -1) {
      if let groups = groups[words.prefix(count).joined(separator: " ")] { return groups }
    }
    return []
  }

  private static func isGeneric(_ head: String) -> Bool { generics.contains(head) }

  /// Nouns for anybody: "le responsable".
  private static let generics: Set<String> = Set(
    Lexicon.standard.entries.filter { $0.category == .roleGeneric }.flatMap(\.forms).map { $0.lowercased() })

  /// By office in small letters, the lines of the lexicon that have it.
  private static let groups: [String: Set<Int>] = {
    var groups: [String: Set<Int>] = [:]
    for (number, entry) in Lexicon.standard.entries.enumerated() where entry.category == .roleKin {
      for form in entry.forms { groups[form.lowercased(), default: []].insert(number) }
    }
    return groups
  }()
}
