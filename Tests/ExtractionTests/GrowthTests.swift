internal import EntenteSchema
internal import Foundation
internal import Testing

@testable internal import EntenteExtraction

/// What a text costs grows with its length, whatever its shape: four times the text takes far less than sixteen times as long.
@Suite(.serialized) struct GrowthTests {
  /// Words that take part in every rule: offices, pronouns, verbs, marks, capitals, brackets.
  private static let words = """
    le ministre , la ministre . son homologue « a déclaré » que le président qui il elle selon Jan Berg ( OTAN ) et l’amiral \
    Eva Lund ce dernier pour l’intéressé : a-t-il dit le premier le second " la Norvège à Oslo Commission de l’Union M. d’
    """.split(separator: " ").map(String.init)

  private static func shuffled(_ count: Int) -> String {
    var state: UInt64 = 42
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(truncatingIfNeeded: state >> 33) % words.count]
    }.joined(separator: " ")
  }

  private static let shapes: [String: @Sendable (Int) -> String] = [
    "shuffled words": shuffled,
    "one sentence of offices": {
      Array(repeating: "le ministre et la ministre", count: $0 / 4).joined(separator: " ") + " « oui »"
    },
    "many quotations": { Array(repeating: "« Oui », dit-il.", count: $0 / 4).joined(separator: " ") },
    "quotations in one": { "« " + Array(repeating: "\"oui\" dit-il", count: $0 / 3).joined(separator: " ") + " »" },
    "marks that nothing closes": { Array(repeating: "« oui", count: $0).joined(separator: "\n\n") },
    "namesakes": { count in
      (0..<count / 3).map { "Jean X\($0 % 26)y\($0) Martin. Martin a dit « oui »." }.joined(separator: " ")
    },
    "capitals": { Array(repeating: "Berg", count: $0).joined(separator: " ") },
    "brackets": { Array(repeating: "(ABC)", count: $0).joined(separator: " ") },
    "long names": { Array(repeating: "Commission de la mer", count: $0 / 4).joined(separator: " ") + " (CM)" },
    "questions in one": {
      Array(repeating: "« Oui ? », a demandé Jan Berg, « Non », a-t-elle répondu,", count: $0 / 12).joined(
        separator: " ")
    },
    "pronouns on end": {
      Array(repeating: "Il marchait. « Oui », a-t-il dit.", count: $0 / 8).joined(separator: " ")
    },
    "labels on end": {
      Array(repeating: "Jan Berg : Les voisins écrivent :", count: $0 / 6).joined(separator: " ") + " « oui »"
    },
    "names that y passes over": {
      Array(repeating: "Jan Berg et", count: $0 / 6).joined(separator: " ") + " Eva Lund. Il "
        + Array(repeating: "y est attendu en visite et", count: $0 / 10).joined(separator: " ")
    },
    "visits of years": {
      Array(repeating: "une visite de la ministre en 2019 et", count: $0 / 7).joined(separator: " ")
    },
    "encounters of places": {
      "Mardi, " + Array(repeating: "à Oslo a rencontré à Bergen", count: $0 / 5).joined(separator: " ")
    },
    "asides": { Array(repeating: "en mai, à Oslo, un exercice,", count: $0 / 9).joined(separator: " ") },
    "bylines": {
      Array(repeating: "Par Jan Berg", count: $0 / 3).joined(separator: "\n\n") + "\n\n« Oui », a-t-il dit."
    },
    "offices of many": { count in
      (0..<count / 5).map { "Le ministre Jan Q\($0)x est là. Le maire a dit « oui »." }.joined(separator: " ")
    },
  ]

  @Test("extraction is linear", arguments: shapes.keys.sorted()) func linear(shape: String) throws {
    let write = try #require(Self.shapes[shape])
    func cost(_ count: Int) -> Duration {
      let input = DocumentInput(id: "a", text: write(count))
      return (0..<2).map { _ in
        let before = processorTime
        _ = Extractor().read(input)
        return processorTime - before
      }.min() ?? .zero
    }
    let (small, large) = (cost(2_000), cost(8_000))
    #expect(large < small * 12 + .milliseconds(200))
  }

  /// What this thread has used so far; other tests and processes do not count.
  private var processorTime: Duration {
    var time = timespec()
    // Sound: the system writes the value during the call.
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
