internal import EntenteSchema
internal import EntenteSnapshot

/// Tells which of the programmes that print a goal an item of evidence is about, by their partners and years.
///
/// A partnership with Japan and one with Korea may both print « Cyberdéfense », and so may two programmes with Japan that follow
/// each other:
///
///     OTAN–Japon 2019–2022, OTAN–Japon 2023–2026, OTAN–Corée 2023–2026
///     « En mai 2024, le Japon a rejoint le centre de cyberdéfense. »        // the second
///     « La Corée et le Japon ont pris part à l’exercice de mars 2024. »     // the second and the third
struct EvidenceProgrammes {
  /// What more programmes print belongs to none of them in particular.
  private static let most = 10

  private let snapshot: SnapshotReader
  private let lists: KnowledgeLists
  private let entities: EntityDirectory
  private let printed: PrintedProgrammes
  /// By goal; their partners are those that not all of them name.
  private var printing: [String: [PrintedProgramme]] = [:]

  init(_ corpus: Corpus) {
    (snapshot, lists) = (corpus.snapshot, corpus.knowledge)
    (entities, printed) = (corpus.entityDirectory, corpus.printedProgrammes)
  }

  /// The documents of the programmes that an item of evidence fits; none where that cannot be told, or where only one
  /// programme prints its goal.
  ///
  /// - Parameters:
  ///   - ordinal: of the evidence.
  ///   - goal: its goal's id.
  mutating func documents(ofEvidence ordinal: Int, on goal: String) throws(SnapshotError) -> [String] {
    let programmes = try programmes(printing: goal)
    guard !programmes.isEmpty else { return [] }
    let document = lists.documents.document(ofEvidence: ordinal)
    if let own = programmes.first(where: { $0.document == document }) { return [own.id] }
    let days = lists.evidence.days(of: ordinal)
    func isInTime(_ programme: PrintedProgramme) -> Bool {
      guard let period = programme.period, days.first != .none else { return true }
      return period.overlaps(days)
    }
    var named: Set<Int> = []
    try lists.evidence.visitActors(of: ordinal) { named.insert($0.entity) }
    let inPassage = programmes.filter { !$0.partners.isDisjoint(with: named) }
    guard inPassage.isEmpty else { return inPassage.filter(isInTime).map(\.id) }
    let mentioned = try lists.documents.entities(of: document)
    let inDocument = programmes.filter { $0.partners.contains { Self.holds(mentioned, $0) } }
    let fitting = (inDocument.isEmpty ? programmes : inDocument).filter(isInTime)
    return fitting.count < programmes.count ? fitting.map(\.id) : []
  }

  /// None where it is only one, or too many.
  private mutating func programmes(printing goal: String) throws(SnapshotError) -> [PrintedProgramme] {
    if let known = printing[goal] { return known }
    var found: [PrintedProgramme] = []
    if let ordinal = try lists.goals.goal(withID: goal) {
      let programmes = try lists.goals.programmes(of: ordinal, atMost: Self.most + 1)
      if (2...Self.most).contains(programmes.count) {
        for programme in programmes { found.append(try printed.programme(programme, snapshot, lists, entities)) }
      }
    }
    if let first = found.first {
      let shared = found.reduce(first.partners) { $0.intersection($1.partners) }
      for index in found.indices { found[index].partners.subtract(shared) }
    }
    printing[goal] = found
    return found
  }

  /// By halves: a long document mentions thousands of entities.
  private static func holds(_ ascending: [Int], _ wanted: Int) -> Bool {
    var (low, high) = (0, ascending.count)
    while low < high {
      let middle = low + (high - low) / 2
      if ascending[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < ascending.count && ascending[low] == wanted
  }
}
