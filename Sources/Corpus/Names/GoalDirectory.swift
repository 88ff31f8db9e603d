internal import EntenteSchema
internal import EntenteSnapshot
internal import EntenteTextAnalysis

/// The goals of every programme, in printed order, by name.
struct GoalDirectory: Sendable {
  /// The most goals that can be found by number and title; any beyond that are found by id only.
  private static let mostGoals = 5000

  struct Entry: Sendable {
    /// In `SnapshotReader.goals`.
    let ordinal: Int
    let id: String
    let title: String
    let number: UInt32
    let priority: UInt32
    /// Folded: its title, and what stands in and before the parentheses of its title, as in `WOMEN (WPS)`.
    fileprivate let names: [String]
  }

  let entries: [Entry]

  init(_ goals: RecordReader<GoalReview>) throws(SnapshotError) {
    var entries: [Entry] = []
    for ordinal in 0..<min(goals.count, Self.mostGoals) {
      if let goal = try goals[ordinal].goal { entries.append(Entry(ordinal, goal)) }
    }
    self.entries = entries
  }

  /// Finds a goal by id, by number, or by title in any spelling or language that the lexicon knows.
  ///
  /// - Throws: `CorpusError.notFound`, with the existing goals.
  func goal(named name: String) throws(CorpusError) -> Entry {
    try NameLimit.check(name, "goal")
    if let goal = entries.first(where: { $0.id == name || String($0.number) == name }) { return goal }
    let wanted = Set(NameForms.of(name).map(Folding.foldName))
    if let goal = entries.first(where: { wanted.contains($0.id) || !wanted.isDisjoint(with: $0.names) }) { return goal }
    var near = NearNames(to: name)
    for goal in entries { near.offer(goal.id, forms: [goal.id, goal.title]) }
    throw .notFound(UnknownName(.goal, name, suggestions: near.best, known: entries.map(\.id)))
  }

  /// The goals of a priority.
  ///
  /// - Throws: `CorpusError.notFound`, with the existing priorities.
  func goals(ofPriority number: String) throws(CorpusError) -> [Entry] {
    let found = entries.filter { String($0.priority) == number }
    guard found.isEmpty else { return found }
    let known = Set(entries.map(\.priority)).sorted().map(String.init)
    throw .notFound(UnknownName(.priority, String(number.prefix(60)), known: known))
  }
}

extension GoalDirectory.Entry {
  fileprivate init(_ ordinal: Int, _ goal: Goal) {
    self.ordinal = ordinal
    id = goal.id
    title = String(goal.title.prefix(200))
    number = goal.number
    priority = goal.priorityNumber
    let parts = title.split { "()".contains($0) }.map { Folding.foldName(String($0)) }
    names = [Folding.foldName(title)] + parts.filter { !$0.isEmpty }
  }
}
