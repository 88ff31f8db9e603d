/// Which entities stand in sentences together, for counting: in memory, some 8 bytes for each entity of each sentence.
struct CoOccurrences: Sendable {
  /// The entities of each sentence that mentions two or more, next to each other, each once.
  private var members: [UInt32] = []
  /// Where the members of each sentence end.
  private var ends: [Int] = []
  /// The sentences of each entity, next to each other.
  private var sentences: [UInt32] = []
  /// By entity: where its sentences begin. One more than there are entities.
  private var starts: [Int]

  init(_ table: MentionTable, _ mentioned: MentionedSentences, documentCount: Int, entityCount: Int) {
    starts = [Int](repeating: 0, count: entityCount + 1)
    for document in 0..<documentCount {
      for sentence in mentioned.sentences(of: document) {
        add(Set(table.mentions(in: document, beginningIn: sentence).lazy.map(\.entity)))
      }
    }
    for member in members { starts[Int(member) + 1] += 1 }
    for entity in 0..<entityCount { starts[entity + 1] += starts[entity] }
    sentences = [UInt32](repeating: 0, count: members.count)
    var next = starts
    var first = 0
    for (sentence, end) in ends.enumerated() {
      for member in members[first..<end] {
        sentences[next[Int(member)]] = UInt32(clamping: sentence)
        next[Int(member)] += 1
      }
      first = end
    }
  }

  private mutating func add(_ entities: Set<UInt32>) {
    guard entities.count > 1 else { return }
    members += entities.sorted()
    ends.append(members.count)
  }

  /// Counts, for one entity after another, the sentences that it shares with others.
  struct Counter {
    private let sentences: CoOccurrences
    /// By entity; zero between calls.
    private var counts: [UInt32]

    init(_ sentences: CoOccurrences) {
      self.sentences = sentences
      counts = [UInt32](repeating: 0, count: sentences.starts.count - 1)
    }

    /// The entities that share sentences with `entity`, and how many, in no order.
    mutating func counts(of entity: Int) -> [EntityCount] {
      var touched: [UInt32] = []
      for sentence in sentences.sentences[sentences.starts[entity]..<sentences.starts[entity + 1]] {
        let first = sentence == 0 ? 0 : sentences.ends[Int(sentence) - 1]
        for member in sentences.members[first..<sentences.ends[Int(sentence)]] where member != entity {
          if counts[Int(member)] == 0 { touched.append(member) }
          counts[Int(member)] += 1
        }
      }
      return touched.map { member in
        defer { counts[Int(member)] = 0 }
        return EntityCount(entity: Int(member), count: Int(counts[Int(member)]))
      }
    }
  }
}
