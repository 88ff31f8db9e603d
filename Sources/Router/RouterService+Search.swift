internal import EntenteClient
internal import EntenteCorpus
internal import EntenteQuery
internal import EntenteSchema
internal import EntenteSnapshot
internal import ProtobufCoding
internal import TTRPC

extension RouterService {
  func search(
    _ request: SearchRequest, _ context: CallContext
  ) async throws(RPCError) -> EncodedMessage<SearchResponse> {
    try await onOneGeneration(minimum: request.minimumGeneration) { (set) async throws(RPCError) in
      try await search(request, set, shards.options(context))
    }
  }

  private func search(
    _ request: SearchRequest, _ set: ShardSet, _ options: CallOptions
  ) async throws(RPCError) -> EncodedMessage<SearchResponse> {
    let search = try mapped { () throws(CorpusError) in
      try MergedSearch(request, of: set.reference, shards: set.count)
    }
    let question = EncodedMessage(search.shardRequest)
    var found = try Gathered<ShardSearchResponse>(
      await shards.gather(Array(0..<set.count)) { (_, channel) async throws(RPCError) in
        try await channel.unary(service: Self.shardName, method: "Search", question, options: options)
      }, mayMiss: request.allowPartial ? set.count - 1 : 0
    ).answers
    while true {
      let ranking = try checked { () throws(ShardFault) in
        try search.rank(found.map { (set.documents($0.shard), $0.answer) })
      }
      let (shown, missing) = try await show(
        ranking, search, set, among: found.map(\.shard), options, allowsPartial: request.allowPartial)
      if !missing.isEmpty {
        // Down since it was asked: the answer is made without it.
        found.removeAll { missing.contains($0.shard) }
        continue
      }
      return try checked { () throws(ShardFault) in
        try search.response(
          ranking, shown: shown.hits, entities: shown.entities, isPartial: found.count < set.count)
      }
    }
  }

  private typealias Shown = (hits: [UInt32: ShownHit], entities: [EntitySummary])

  /// Asks shards to show the hits that they have not shown at once, and one of them for the names of entities.
  ///
  /// - Parameter asked: the shards that have answered so far.
  /// - Returns: also the shards that are down, if that is allowed.
  private func show(
    _ ranking: MergedSearch.Ranking, _ search: MergedSearch, _ set: ShardSet, among asked: [Int],
    _ options: CallOptions, allowsPartial: Bool
  ) async throws(RPCError) -> (Shown, missing: Set<Int>) {
    var requests: [Int: ShowRequest] = [:]
    for (shard, hits) in Dictionary(grouping: ranking.unshown, by: { set.shard(holding: $0.ordinal) }) {
      requests[shard] = search.showRequest(hits, entities: [])
    }
    if !ranking.entities.isEmpty {
      let naming = requests.keys.min() ?? asked.first ?? 0
      requests[naming, default: search.showRequest([], entities: [])].entities = ranking.entities
    }
    var shown: Shown = ([:], [])
    guard !requests.isEmpty else { return (shown, []) }
    let results = await shards.gather(requests.keys.sorted()) { [requests] (shard, channel) async throws(RPCError) in
      try await ShardClient(channel).show(requests[shard] ?? ShowRequest(), options: options)
    }
    let gathered = try Gathered(results, mayMiss: allowsPartial ? asked.count - 1 : 0)
    let missing = Set(requests.keys).subtracting(gathered.answers.map(\.shard))
    for (shard, answer) in gathered.answers {
      guard let request = requests[shard], answer.hits.count <= request.hits.count,
        answer.entities.count == request.entities.count
      else { throw RPCError(.internal, "shard \(shard) shows other hits than were asked for") }
      for (hit, asked) in zip(answer.hits, request.hits) { shown.hits[asked.ordinal] = hit }
      shown.entities += answer.entities
    }
    return (shown, missing)
  }

  func suggest(_ request: SuggestRequest, _ context: CallContext) async throws(RPCError) -> SuggestResponse {
    try await onOneGeneration(minimum: request.minimumGeneration) { (set) async throws(RPCError) in
      let merged = try mapped { () throws(CorpusError) in try MergedSuggestions(request, of: set.reference) }
      let (question, options) = (merged.shardRequest, shards.options(context))
      let found = try Gathered(
        await shards.gather(Array(0..<set.count)) { (_, channel) async throws(RPCError) in
          try await ShardClient(channel).suggest(question, options: options)
        })
      return try checked { () throws(ShardFault) in try merged.response(found.answers.map(\.answer)) }
    }
  }

  func listRelated(_ request: ListRelatedRequest, _ context: CallContext) async throws(RPCError) -> ListRelatedResponse
  {
    try await onOneGeneration(minimum: request.minimumGeneration) { (set) async throws(RPCError) in
      let merged = try mapped { () throws(CorpusError) in try MergedRelated(request, of: set.reference) }
      let options = shards.options(context)
      let home = set.manifest.shard(ofDocument: request.documentID)
      let document = try await ShardClient(shards.channels[home]).characterize(
        merged.characterizeRequest, options: options)
      guard set.documents(home).contains(Int(document.ordinal)) else {
        throw RPCError(.internal, "shard \(home) has a document of another shard")
      }
      let question = try checked { () throws(ShardFault) in try merged.relateRequest(document) }
      let found = try Gathered(
        await shards.gather(Array(0..<set.count)) { (_, channel) async throws(RPCError) in
          try await ShardClient(channel).relate(question, options: options)
        })
      return try checked { () throws(ShardFault) in
        try merged.response(found.answers.map { (set.documents($0.shard), $0.answer) })
      }
    }
  }

  // Errors

  private func mapped<Result>(_ body: () throws(CorpusError) -> Result) throws(RPCError) -> Result {
    do throws(CorpusError) {
      return try body()
    } catch {
      throw RPCError(error)
    }
  }

  private func checked<Result>(_ body: () throws(ShardFault) -> Result) throws(RPCError) -> Result {
    do throws(ShardFault) {
      return try body()
    } catch {
      throw RPCError(error)
    }
  }
}
