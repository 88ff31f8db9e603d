internal import EntenteFileMapping
public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
public import TTRPC

extension QueryService {
  public func describe(_ request: DescribeRequest, context: CallContext) throws(RPCError) -> DescribeResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let directory = snapshot.directory
    return DescribeResponse(
      snapshot: reference, documentCount: directory.documentCount, termCount: UInt64(try index().termCount),
      entityCount: UInt64(snapshot.entities.count), eventCount: UInt64(snapshot.events.count),
      quotationCount: UInt64(snapshot.quotations.count), evidenceCount: UInt64(snapshot.evidence.count),
      goalCount: UInt64(try knowledge().goals.count), size: UInt64(snapshot.file.count),
      textSize: directory.textSize, writerVersion: directory.writerVersion)
  }
}
