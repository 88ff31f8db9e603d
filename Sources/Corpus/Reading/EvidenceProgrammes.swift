internal import EntenteSchema
internal import EntenteSnapshot
internal import ProtobufCoding

/// Tells which of the programmes that print a goal an item of evidence is about, by their partners and years. For one call: it
/// keeps what it has read.
///
/// A partnership with Japan and one with Korea may both print « Cyberdéfense », and so may two programmes with Japan that follow
/// each other:
///
///     OTAN–Japon 2019–2022, OTAN–Japon 2023–2026, OTAN–Corée 2023–2026
///     « En mai 2024, le Japon a rejoint le centre de cyberdéfense. »        // the second
///     « La Corée et le Japon ont pris part à l’exercice de mars 2024. »     // the second and the third
struct EvidenceProgrammes {
  private struct Printing {
    let document: Int
    let id: String
    /// Entities; of a goal, those that only some of its programmes name.
    var partners: Set<Int>
    let period: DayRange?
  }

  /// What more programmes print belongs to none of them in particular.
  private static let most = 10

  private let snapshot: SnapshotReader
  private let lists: KnowledgeLists
  private let entities: EntityDirectory
  private var read: [Int: Printing] = [:]
  private var printing: [String: [Printing]] = [:]

  init(_ snapshot: SnapshotReader, _ lists: KnowledgeLists, _ entities: EntityDirectory) {
    (self.snapshot, self.lists, self.entities) = (snapshot, lists, entities)
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
    func isInTime(_ programme: Printing) -> Bool {
      guard let period = programme.period, days.first != .none else { return true }
      return period.overlaps(days)
    }
    var named: Set<Int> = []
    try lists.evidence.visitActors(of: ordinal) { named.insert($0.entity) }
    let inPassage = programmes.filter { !$0.partners.isDisjoint(with: named) }
    guard inPassage.isEmpty else { return inPassage.filter(isInTime).map(\.id) }
    named = Set(try lists.documents.entities(of: document))
    let inDocument = programmes.filter { !$0.partners.isDisjoint(with: named) }
    let fitting = (inDocument.isEmpty ? programmes : inDocument).filter(isInTime)
    return fitting.count < programmes.count ? fitting.map(\.id) : []
  }

  /// None where it is only one, or too many.
  private mutating func programmes(printing goal: String) throws(SnapshotError) -> [Printing] {
    if let known = printing[goal] { return known }
    var found: [Printing] = []
    if let ordinal = try lists.goals.goal(withID: goal) {
      let programmes = try lists.goals.programmes(of: ordinal)
      if (2...Self.most).contains(programmes.count) {
        for programme in programmes { found.append(try self.programme(programme)) }
      }
    }
    if let first = found.first {
      let shared = found.reduce(first.partners) { $0.intersection($1.partners) }
      for index in found.indices { found[index].partners.subtract(shared) }
    }
    printing[goal] = found
    return found
  }

  private mutating func programme(_ ordinal: Int) throws(SnapshotError) -> Printing {
    if let known = read[ordinal] { return known }
    let programme = try snapshot.programmes[ordinal]
    var partners: Set<Int> = []
    for name in programme.partners { partners.formUnion(try entities.ordinals(named: name)) }
    let document = lists.goals.document(ofProgramme: ordinal)
    let printing = Printing(
      document: document, id: try snapshot.documents[document].id, partners: partners, period: programme.period)
    read[ordinal] = printing
    return printing
  }
}

extension Programme {
  /// From the first day of its first year to the last of its last; nil where it states neither.
  fileprivate var period: DayRange? {
    guard firstYear > 0 || lastYear > 0 else { return nil }
    let first = CivilDate(year: Int(firstYear), month: 1, day: 1).map { DayNumber($0) }
    let last = CivilDate(year: Int(lastYear), month: 12, day: 31).map { DayNumber($0) }
    return DayRange(first: first ?? .none, last: last ?? .last)
  }
}
