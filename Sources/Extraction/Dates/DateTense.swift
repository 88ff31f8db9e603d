/// On which side of the day of the text a date lies, as the words of its clause tell.
struct DateTense: Sendable, Equatable {
  enum Side: Sendable { case past, upcoming, unknown }

  var side: Side
  /// The verb governs the date itself, so that no nearer day may overrule it: `s'est rendu à Oslo le 12 janvier`.
  var isCertain = false
  /// What is told happened before what was told last: `avait parlé`.
  var isAnterior = false
  /// The date goes with a noun, and says nothing of when the clause takes place: `le contrat signé le 3 mai`.
  var isAside = false
  /// The date opens its sentence: `En septembre, …`
  var opens = false

  static let unknown = DateTense(side: .unknown)
}
