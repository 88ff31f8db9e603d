public import Schema
public import TTRPC

extension QueryService {
  public func search(_ request: SearchRequest, context: CallContext) throws(RPCError) -> SearchResponse {
    throw RPCError(.unimplemented, "")
  }
  public func suggest(_ request: SuggestRequest, context: CallContext) throws(RPCError) -> SuggestResponse {
    throw RPCError(.unimplemented, "")
  }
  public func listRelated(_ request: ListRelatedRequest, context: CallContext) throws(RPCError) -> ListRelatedResponse {
    throw RPCError(.unimplemented, "")
  }
}
