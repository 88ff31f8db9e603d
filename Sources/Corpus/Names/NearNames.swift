internal import EntenteSnapshot

/// Gathers the names that somebody may mean who typed one that nothing has: those that are a slip of the hand away, or
/// have what was typed in them.
///
/// ```swift
/// var near = NearNames(to: "Stoltenbreg")
/// near.offer("Jens Stoltenberg", weight: 11)
/// near.best  // ["Jens Stoltenberg"]
/// ```
struct NearNames {
  private static let maximum = 3

  private let typed: String
  private let bytes: [UInt8]
  /// How many edits are still a slip: none in a short word, two in a long one.
  private let edits: Int
  private var offers: [(name: String, distance: Int, weight: Int)] = []

  init(to typed: String) {
    self.typed = Self.plain(typed)
    bytes = Array(self.typed.utf8)
    edits = bytes.count < 4 ? 0 : bytes.count < 7 ? 1 : 2
  }

  /// Adds a name if it is near.
  ///
  /// - Parameters:
  ///   - forms: by which it may be meant; its own words as they are where none are given.
  ///   - weight: of names equally near, the heavier come first.
  mutating func offer(_ name: String, forms: [String] = [], weight: Int = 0) {
    let distances = (forms.isEmpty ? [name] : forms).compactMap { distance(to: Self.plain($0)) }
    if let distance = distances.min() { offers.append((name, distance, weight)) }
  }

  /// The nearest names, each once.
  var best: [String] {
    var seen: Set<String> = []
    let sorted = offers.sorted {
      $0.distance != $1.distance ? $0.distance < $1.distance : $0.weight != $1.weight ? $0.weight > $1.weight : false
    }
    return Array(sorted.map(\.name).filter { seen.insert($0).inserted }.prefix(Self.maximum))
  }

  /// Edits to the form or to one of its words; one more than is a slip where the form begins with what was typed.
  private func distance(to form: String) -> Int? {
    guard !bytes.isEmpty else { return nil }
    let words = [Substring(form)] + (form.contains(" ") ? form.split(separator: " ") : [])
    let slips = words.compactMap { word -> Int? in
      let word = Array(word.utf8)
      return (0...edits).first { EditDistance.isWithin($0, bytes, word) }
    }
    if let slip = slips.min() { return slip }
    return bytes.count >= 3 && words.contains { $0.hasPrefix(typed) } ? edits + 1 : nil
  }

  /// Letters and digits without case, accents and typography; a space between for all else, so that the parts of an id
  /// are words.
  private static func plain(_ name: String) -> String {
    EntityName.fold(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
