internal import EntenteTextAnalysis

/// Collects suggestions for an unknown name: names that differ by a typing error, or that contain what was typed.
///
/// ```swift
/// var near = NearNames(to: "Stoltenbreg")
/// near.offer("Jens Stoltenberg", weight: 11)
/// near.best  // ["Jens Stoltenberg"]
/// ```
struct NearNames {
  private static let maximum = 3
  /// The longest name that is compared, in bytes, because the cost grows with the length.
  private static let longestName = 200

  private let typed: [UInt8]
  /// How many edits count as a typing error: none in a short word, two in a long one.
  private let edits: Int
  private var offers: [(name: String, distance: Int, weight: Int)] = []

  init(to typed: String) {
    self.typed = Self.plain(typed)
    edits = self.typed.count < 4 ? 0 : self.typed.count < 7 ? 1 : 2
  }

  /// Adds a name if it is near.
  ///
  /// - Parameters:
  ///   - forms: the forms to compare; the name itself if none are given.
  ///   - weight: among equally near names, heavier ones come first.
  mutating func offer(_ name: String, forms: [String] = [], weight: Int = 0) {
    let distances = (forms.isEmpty ? [name] : forms).compactMap { distance(to: Self.plain($0)) }
    if let distance = distances.min() { offers.append((name, distance, weight)) }
  }

  /// Whether a name would be added.
  func isNear(_ name: String) -> Bool { distance(to: Self.plain(name)) != nil }

  /// The nearest names, each once.
  var best: [String] {
    var seen: Set<String> = []
    let sorted = offers.sorted {
      $0.distance != $1.distance ? $0.distance < $1.distance : $0.weight != $1.weight ? $0.weight > $1.weight : false
    }
    return Array(sorted.map(\.name).filter { seen.insert($0).inserted }.prefix(Self.maximum))
  }

  /// The edits to the form or to one of its words; one more than a typing error if the form starts with what was typed.
  private func distance(to form: [UInt8]) -> Int? {
    guard !typed.isEmpty else { return nil }
    var nearest = slip(to: form[...])
    var begins = form.starts(with: typed)
    if form.contains(UInt8(ascii: " ")) {
      for word in form.split(separator: UInt8(ascii: " ")) {
        if let slip = slip(to: word) { nearest = min(nearest ?? slip, slip) }
        begins = begins || word.starts(with: typed)
      }
    }
    return nearest ?? (typed.count >= 3 && begins ? edits + 1 : nil)
  }

  private func slip(to word: ArraySlice<UInt8>) -> Int? {
    abs(word.count - typed.count) <= edits ? EditDistance.distance(typed, Array(word), limit: edits) : nil
  }

  /// Letters and digits without case, accents and typography; a space between for all else, so that the parts of an id
  /// are words.
  private static func plain(_ name: String) -> [UInt8] {
    var plain: [UInt8] = []
    for byte in Folding.foldName(name).utf8.prefix(longestName) {
      let isWord = byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
      if isWord {
        plain.append(byte)
      } else if let last = plain.last, last != UInt8(ascii: " ") {
        plain.append(UInt8(ascii: " "))
      }
    }
    if plain.last == UInt8(ascii: " ") { plain.removeLast() }
    return plain
  }
}
