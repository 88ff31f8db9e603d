internal import EntenteFileMapping
public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

extension Corpus {
  /// Describes what the snapshot holds.
  public func describe(
    _ request: DescribeRequest = DescribeRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> DescribeResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let directory = snapshot.directory
      return DescribeResponse(
        snapshot: reference, documentCount: directory.documentCount, termCount: UInt64(index.termCount),
        entityCount: UInt64(snapshot.entities.count), eventCount: UInt64(snapshot.events.count),
        quotationCount: UInt64(snapshot.quotations.count), evidenceCount: UInt64(snapshot.evidence.count),
        goalCount: UInt64(snapshot.goals.count), size: snapshot.shard?.corpusSize ?? UInt64(snapshot.file.count),
        textSize: directory.textSize, writerVersion: directory.writerVersion)
    }
  }
}
