internal import Foundation

/// Makes corpora of any size from the sentences of the documents that ship with the project, so that names, dates, events,
/// quotations and evidence on goals stand in them as people write them.
package struct SentenceMixer {
  private let sentences: [String]
  private let programme: String
  private var random: SplitMix64

  package init(seed: UInt64) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../seeds")
    var sentences: [String] = []
    var programme = ""
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where file.hasSuffix(".txt") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      if text.hasPrefix("Programme de partenariat") {
        programme = text
      } else {
        sentences += text.split(separator: "\n").flatMap { $0.split(separator: ". ") }.map { $0 + "." }
      }
    }
    self.sentences = sentences.filter { $0.count > 20 }
    self.programme = programme
    random = SplitMix64(state: seed)
  }

  /// Documents of a few sentences each, of which the last ones print the programme.
  package mutating func documents(
    _ count: Int, programmes: Int = 1
  ) -> [(id: String, title: String, text: String)] {
    var documents: [(id: String, title: String, text: String)] = []
    for number in 0..<count {
      let chosen = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
        sentences.randomElement(using: &random)
      }
      // Some have no title and are known by their opening.
      let title = number.isMultiple(of: 5) ? "" : "Dépêche \(number)"
      documents.append(
        (id: "d\(number)", title: title, text: chosen.joined(separator: number.isMultiple(of: 3) ? "\n" : " ")))
    }
    for number in 0..<programmes { documents.append((id: "programme-\(number)", title: "", text: programme)) }
    return documents
  }
}

/// A generator of numbers that are the same for the same seed: http://xoshiro.di.unimi.it/splitmix64.c
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
