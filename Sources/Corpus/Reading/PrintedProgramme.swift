internal import EntenteSchema
internal import EntenteSnapshot
internal import ProtobufCoding
internal import Synchronization

/// What tells a programme from another one.
struct PrintedProgramme: Sendable {
  /// The document that prints it.
  let document: Int
  let id: String
  /// Entities.
  var partners: Set<Int>
  /// From the first day of its first year to the last of its last; nil where it states neither.
  let period: DayRange?

  /// Of a title that names more partners, these are the first.
  private static let mostPartners = 8

  init(
    _ ordinal: Int, _ snapshot: SnapshotReader, _ lists: KnowledgeLists, _ entities: EntityDirectory
  ) throws(SnapshotError) {
    let programme = try snapshot.programmes[ordinal]
    document = lists.goals.document(ofProgramme: ordinal)
    id = try snapshot.documents[document].id
    partners = []
    for name in programme.partners.prefix(Self.mostPartners) where NameLimit.allows(name) {
      partners.formUnion(try entities.ordinals(named: name))
    }
    period = programme.period
  }
}

/// The programmes of a snapshot that calls have asked about: their records hold every goal, and are not read again.
final class PrintedProgrammes: Sendable {
  private static let mostKept = 1000

  private let kept = Mutex<[Int: PrintedProgramme]>([:])

  func programme(
    _ ordinal: Int, _ snapshot: SnapshotReader, _ lists: KnowledgeLists, _ entities: EntityDirectory
  ) throws(SnapshotError) -> PrintedProgramme {
    if let known = kept.withLock({ $0[ordinal] }) { return known }
    let programme = try PrintedProgramme(ordinal, snapshot, lists, entities)
    kept.withLock { if $0.count < Self.mostKept { $0[ordinal] = programme } }
    return programme
  }
}

extension Programme {
  fileprivate var period: DayRange? {
    guard firstYear > 0 || lastYear > 0 else { return nil }
    let first = CivilDate(year: Int(firstYear), month: 1, day: 1).map { DayNumber($0) }
    let last = CivilDate(year: Int(lastYear), month: 12, day: 31).map { DayNumber($0) }
    return DayRange(first: first ?? .none, last: last ?? .last)
  }
}
