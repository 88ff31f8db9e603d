import Foundation

/// Writes one document: everything in it follows from its number.
struct NewsWriter {
  private struct Person {
    let given: String
    let family: String
    let isWoman: Bool
    let role: String
  }

  private let words: NewsWords
  private var random: SplitMix
  private let country: [String]
  private let people: [Person]

  /// A day from 2022 to 2026, ISO 8601.
  let published: String

  init(_ words: NewsWords, number: Int, seed: UInt64) {
    self.words = words
    random = SplitMix(seed &+ UInt64(number) &* 0x9E37_79B9)
    country = words["country"].randomElement(using: &random) ?? []
    let (year, month, day) = (
      Int.random(in: 2022...2026, using: &random), Int.random(in: 1...12, using: &random),
      Int.random(in: 1...28, using: &random)
    )
    published = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    // A few people are named again and again, most of them seldom: the third power of a random number prefers low ones.
    let known = 40 + number / 2
    people = (0..<4).map { index in
      var random = SplitMix(seed &+ UInt64(number) &* 8 &+ UInt64(index))
      let part = Double.random(in: 0..<1, using: &random)
      return Self.person(Int(Double(known) * part * part * part), words, seed)
    }
  }

  /// The person of a number.
  private static func person(_ number: Int, _ words: NewsWords, _ seed: UInt64) -> Person {
    var random = SplitMix(seed &+ 77 &+ UInt64(number) &* 31)
    let given = words["given"].randomElement(using: &random) ?? ["", "m"]
    let syllables = words["syllable"].map { $0[0] }
    let family = (0..<Int.random(in: 2...4, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }
    let roles = words["role"].filter { $0[1] == given[1] }
    return Person(
      given: given[0], family: family.joined().capitalized, isWoman: given[1] == "f",
      role: roles.randomElement(using: &random)?[0] ?? "")
  }

  // Documents

  mutating func news() -> (title: String, body: String) {
    let title = sentence("title")
    var paragraphs = [sentence("lead") + " " + sentence("background")]
    for _ in 0..<Int.random(in: 10...16, using: &random) {
      let kinds = ["event", "statement", "field", "field", "statement", "background"]
      let kind = kinds.randomElement(using: &random) ?? "field"
      paragraphs.append(([kind] + Array(repeating: "background", count: 2)).map { sentence($0) }.joined(separator: " "))
    }
    return (title, paragraphs.joined(separator: "\n\n") + "\n")
  }

  mutating func programme() -> (title: String, body: String) {
    let start = Int.random(in: 2021...2024, using: &random)
    let title = "Programme de partenariat individualisé entre l’OTAN et \(country[0]) pour \(start)-\(start + 3)"
    var lines = ["PARTIE 1 – PARTENARIAT AVEC L’OTAN", ""]
    for index in 1...5 { lines += ["  \(index). " + sentence("paragraph"), ""] }
    lines += ["PARTIE 2 – OBJECTIFS STRATÉGIQUES DE COOPÉRATION", "", "  1. " + sentence("paragraph")]
    lines += ["  2. Pour le cycle \(start)-\(start + 3), trois objectifs stratégiques ont été définis :"]
    for index in 1...3 { lines.append("    \(index). objectif stratégique \(index) – \(sentence("objective")) ;") }
    lines += ["", "PARTIE 3 – BUTS DE PARTENARIAT", "", "  1. " + sentence("paragraph"), ""]
    for (index, priority) in words["priority"].enumerated() {
      lines.append("  \(index + 1). \(priority[0]) :")
      for goal in words["goal"] where goal[0] == String(index + 1) && Int.random(in: 0..<5, using: &random) > 0 {
        lines.append("    • \(goal[1]) – " + sentence("commitment"))
      }
    }
    return (title, lines.joined(separator: "\n") + "\n")
  }

  // Sentences

  private mutating func sentence(_ kind: String) -> String {
    let text = filled(words[kind].randomElement(using: &random)?[0] ?? "")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private mutating func filled(_ template: String) -> String {
    var text = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += value(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private mutating func value(_ name: String) -> String {
    switch name {
    case "p": return full(people[0])
    case "m": return (people[0].isWoman ? "Mme " : "M. ") + people[0].family
    case "q": return full(people[Int.random(in: 1..<people.count, using: &random)])
    case "c": return country[0]
    case "c:of": return country[1]
    case "c:in": return country[2]
    case "c:adjective": return country[3]
    case "o": return pick("organisation", 0)
    case "o:of": return pick("organisation", 1)
    case "v:in": return pick("city", 1)
    case "t": return pick("topic", 1)
    case "d": return day()
    case "n": return String(Int.random(in: 2...27, using: &random))
    case "S": return pick("subject", 0)
    case "V": return pick("verb", 0)
    case "O": return Bool.random(using: &random) ? pick("object", 0) : pick("noun", 0) + " " + pick("adjective", 0)
    case "C": return pick("circumstance", 0)
    default: return said()
    }
  }

  private mutating func pick(_ kind: String, _ field: Int) -> String {
    let fields = words[kind].randomElement(using: &random) ?? []
    return fields.indices.contains(field) ? fields[field] : ""
  }

  private mutating func full(_ person: Person) -> String { "\(person.given) \(person.family), \(person.role)" }

  /// A day near that of the document, as news print it.
  private mutating func day() -> String {
    let months = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ]
    let parts = published.split(separator: "-").compactMap { Int($0) }
    let month = (parts[1] - 1 + Int.random(in: 0...2, using: &random)) % 12
    return "\(Int.random(in: 1...28, using: &random)) \(months[month]) \(parts[0])"
  }

  private mutating func said() -> String {
    let object = pick("noun", 0) + " " + pick("adjective", 0)
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: "\(pick("subject", 0)) \(pick("verb", 0)) \(object)"
    case 1: "\(object) coûte \(Int.random(in: 2...900, using: &random)) millions de moins que \(pick("noun", 0))"
    case 2: "\(object) vaut bien \(pick("noun", 0)) \(pick("adjective", 0)), et \(pick("object", 0)) suivra"
    default: "il faut \(Int.random(in: 2...90, using: &random)) jours pour \(object) comme pour \(pick("object", 0))"
    }
  }
}

/// Sebastiano Vigna's SplitMix64: the same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
