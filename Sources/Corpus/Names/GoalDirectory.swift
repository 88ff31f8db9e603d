internal import EntenteSchema
internal import EntenteSnapshot

/// A goal, and the title of the priority that it belongs to.
struct ProgrammeGoal: Sendable {
  let goal: Goal
  let priorityTitle: String
}

/// Every goal of every programme, in printed order, each id once; by the names that people give them.
struct GoalDirectory: Sendable {
  let goals: [ProgrammeGoal]

  init(_ programmes: [Programme]) {
    var seen: Set<String> = []
    goals = programmes.flatMap { programme in
      programme.priorities.flatMap { priority in
        priority.goals.map { ProgrammeGoal(goal: $0, priorityTitle: priority.title) }
      }
    }.filter { seen.insert($0.goal.id).inserted }
  }

  /// The goal that is meant: by id, by its number, or by its title in any spelling or language that the lexicon knows.
  ///
  /// - Throws: `CorpusError.notFound`, with the goals that there are.
  func goal(named name: String) throws(CorpusError) -> ProgrammeGoal {
    if let goal = goals.first(where: { $0.goal.id == name || String($0.goal.number) == name }) { return goal }
    let wanted = Set(NameForms.of(name).map(EntityName.fold))
    if let goal = goals.first(where: { !wanted.isDisjoint(with: Self.names(of: $0.goal)) }) { return goal }
    var near = NearNames(to: name)
    for goal in goals { near.offer(goal.goal.id, forms: [goal.goal.id, goal.goal.title]) }
    throw .notFound(UnknownName(.goal, name, suggestions: near.best, known: goals.map(\.goal.id)))
  }

  /// The goals of a priority.
  ///
  /// - Throws: `CorpusError.notFound`, with the priorities that there are.
  func goals(ofPriority number: String) throws(CorpusError) -> [ProgrammeGoal] {
    let found = goals.filter { String($0.goal.priorityNumber) == number }
    guard found.isEmpty else { return found }
    let known = Set(goals.map(\.goal.priorityNumber)).sorted().map(String.init)
    throw .notFound(UnknownName(.priority, String(number.prefix(60)), known: known))
  }

  /// By its id, its title, and what stands in and before the parentheses of its title: `WOMEN (WPS)`.
  private static func names(of goal: Goal) -> [String] {
    let parts = goal.title.split { "()".contains($0) }
      .map { EntityName.fold($0.split(separator: " ").joined(separator: " ")) }
    return [goal.id, EntityName.fold(goal.title)] + parts.filter { !$0.isEmpty }
  }
}
