public import EntenteSchema
internal import EntenteSnapshot

extension Corpus {
  private static let mostProgrammes = 20

  /// Returns the programme that a document prints.
  public func programme(
    _ request: GetProgrammeRequest = GetProgrammeRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> GetProgrammeResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let ordinal = try programme(ofDocument: request.documentID)
      let whole = try reading { () throws(SnapshotError) in try snapshot.programme(ordinal) }
      let (programme, isCut) = whole.trimmed()
      let others = (0..<snapshot.programmes.count).lazy.filter { $0 != ordinal }.prefix(Self.mostProgrammes)
      let documents = try reading { () throws(SnapshotError) in
        try others.map { (other) throws(SnapshotError) in
          try summary(ofDocument: knowledge.goals.document(ofProgramme: other))
        }
      }
      return GetProgrammeResponse(snapshot: reference, programme: programme, others: documents, programmeIsCut: isCut)
    }
  }

  /// The programme of a document, by ordinal; the first for an empty id.
  ///
  /// - Throws: `CorpusError.notFound`, with the documents that print one.
  private func programme(ofDocument id: String) throws(CorpusError) -> Int {
    try NameLimit.check(documentID: id)
    let (found, known): (Int?, [String]) = try reading { () throws(SnapshotError) in
      if id.isEmpty, snapshot.programmes.count > 0 { return (0, []) }
      if let document = try snapshot.ordinal(ofDocument: id),
        let programme = knowledge.goals.programme(ofDocument: document)
      {
        return (programme, [])
      }
      let first = 0..<min(snapshot.programmes.count, Self.mostProgrammes)
      return (
        nil,
        try first.map { (programme) throws(SnapshotError) in
          try snapshot.documents[knowledge.goals.document(ofProgramme: programme)].id
        }
      )
    }
    guard let found else { throw .notFound(UnknownName(.programme, id, known: known)) }
    return found
  }
}

extension Programme {
  /// The most bytes of a programme; a longer one is truncated.
  private static let mostBytes = 3 << 20

  /// The programme, without its last paragraphs, objectives or goals if it is too long for one response.
  fileprivate func trimmed() -> (Programme, isCut: Bool) {
    guard protobufSize > Self.mostBytes else { return (self, false) }
    var programme = self
    var left = Self.mostBytes
    func fits(_ size: Int) -> Bool {
      left -= size
      return left > 0
    }
    programme.title = title.trimmed(to: 4 << 10)
    programme.partners = Array(partners.prefix { fits($0.utf8.count + 8) })
    programme.parts = parts.prefix { fits($0.title.utf8.count + 32) }.map { part in
      var part = part
      part.paragraphs = Array(part.paragraphs.prefix { fits($0.protobufSize + 8) })
      return part
    }
    programme.strategicObjectives = Array(strategicObjectives.prefix { fits($0.protobufSize + 8) })
    programme.priorities = priorities.prefix { fits($0.title.utf8.count + 32) }.map { priority in
      var priority = priority
      priority.goals = Array(priority.goals.prefix { fits($0.protobufSize + 8) })
      return priority
    }
    return (programme, true)
  }
}
