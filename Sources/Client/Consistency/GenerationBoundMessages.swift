public import EntenteSchema

/// A request that may require a minimum generation.
public protocol GenerationBoundRequest {
  var minimumGeneration: UInt64 { get set }
}

/// A response that names the snapshot it came from.
public protocol SnapshotBoundResponse {
  var snapshot: SnapshotReference? { get }
}

extension SearchRequest: GenerationBoundRequest {}
extension SuggestRequest: GenerationBoundRequest {}
extension GetDocumentRequest: GenerationBoundRequest {}
extension ListDocumentsRequest: GenerationBoundRequest {}
extension ListRelatedRequest: GenerationBoundRequest {}
extension GetProgrammeRequest: GenerationBoundRequest {}
extension ListGoalsRequest: GenerationBoundRequest {}
extension GetGoalRequest: GenerationBoundRequest {}
extension ListEventsRequest: GenerationBoundRequest {}
extension ListEntitiesRequest: GenerationBoundRequest {}
extension GetEntityRequest: GenerationBoundRequest {}
extension ListQuotationsRequest: GenerationBoundRequest {}
extension DescribeRequest: GenerationBoundRequest {}

extension SearchResponse: SnapshotBoundResponse {}
extension SuggestResponse: SnapshotBoundResponse {}
extension GetDocumentResponse: SnapshotBoundResponse {}
extension ListDocumentsResponse: SnapshotBoundResponse {}
extension ListRelatedResponse: SnapshotBoundResponse {}
extension GetProgrammeResponse: SnapshotBoundResponse {}
extension ListGoalsResponse: SnapshotBoundResponse {}
extension GetGoalResponse: SnapshotBoundResponse {}
extension ListEventsResponse: SnapshotBoundResponse {}
extension ListEntitiesResponse: SnapshotBoundResponse {}
extension GetEntityResponse: SnapshotBoundResponse {}
extension ListQuotationsResponse: SnapshotBoundResponse {}
extension DescribeResponse: SnapshotBoundResponse {}
