import EntenteClient
import EntenteCorpus
import EntenteSchema
import EntenteSnapshot
import TTRPC
import TestCorpora
import Testing

/// A router answers as the unsharded snapshot does, to the score and the order, however many shards there are.
@Suite(.timeLimit(.minutes(10))) struct EqualityTests {
  @Test(arguments: [1, 2, 4, 7]) func `every method answers as the whole corpus does`(count: Int) async throws {
    var mixer = try SentenceMixer(seed: UInt64(count) * 31)
    let test = try await ShardedCorpus(mixer.documents(60, programmes: 2) + CorpusFixture.spellings)
    let shards = try test.shards(count)
    var calls = Calls(test, random: SplitMix64(state: UInt64(count)))
    for shard in shards.corpora { _ = try VerifiedSnapshot(verifying: shard.snapshot) }
    try await calls.compare(test.whole, shards.router)
  }

  @Test func `a corpus of one document for each shard is searched`() async throws {
    let test = try await ShardedCorpus(CorpusFixture.spellings)
    let shards = try test.shards(CorpusFixture.spellings.count)
    var calls = Calls(test, random: SplitMix64(state: 9))
    try await calls.compare(test.whole, shards.router)
    for query in ["le", "la", "\"de la\"", "les de et", "la -tomates", "\"n'est pas\""] {
      let expected = try await test.whole.search(SearchRequest(query: query, facets: [.year, .person]))
      #expect(expected.totalIsExact)
      #expect(try await shards.router.search(SearchRequest(query: query, facets: [.year, .person])) == expected)
    }
  }

  @Test func `stop words alone are looked for in the same texts, where there are too many to look at`() async throws {
    let test = try await ShardedCorpus(
      (0..<2300).map { number in
        let text = number % 3 == 0 ? "Le mot de la fin, le mot \(number)." : "Un mot pour rien, et le \(number)."
        return ("d\(10_000 + number)", "Note \(number)", text)
      })
    let shards = try test.shards(3)
    var cut = 0
    for query in ["le", "pour", "\"de la\"", "les de et", "-\"de la\""] {
      for facets in [[], [FacetKind.year]] {
        var request = SearchRequest(query: query, pageSize: 40, facets: facets)
        for _ in 0..<2 {
          let expected = await Outcome { () async throws(RPCError) in try await test.whole.search(request) }
          let found = await Outcome { () async throws(RPCError) in try await shards.router.search(request) }
          #expect(found == expected, "\(request)")
          // A query that would read too much is refused.
          guard case .answer(let answer) = expected else { break }
          if !answer.totalIsExact, !answer.hits.isEmpty { cut += 1 }
          request.pageToken = answer.nextPageToken
        }
      }
    }
    #expect(cut >= 8)
  }
}

/// Calls of every method, with random arguments.
private struct Calls {
  private let corpus: Corpus
  private var random: SplitMix64
  private let words: [String]

  init(_ test: ShardedCorpus, random: SplitMix64) {
    corpus = test.corpus
    self.random = random
    words = [
      "cyberdéfense", "OTAN", "Japon", "sécurité", "maritime", "coopération", "Tokyo", "déclaration", "Indo-Pacifique",
      "partenariat", "exercice", "résilience", "cyberdefence", "securite", "tomates", "secrétaire", "général",
    ]
  }

  private mutating func word() -> String { words.randomElement(using: &random) ?? "" }

  private mutating func query() -> String {
    let (a, b, c) = (word(), word(), word())
    let queries = [
      a, "\(a) \(b)", "\(a) \(b) \(c)", "+\(a) +\(b)", "\(a) AND \(b)", "\"\(a) \(b)\"", "\"sécurité maritime\"",
      "\"chef de l'OTAN\"", "\(a) -\(b)", "-\(a)", "NOT \(a) kind:news", "kind:news", "date:2023-07",
      "\(a.prefix(3))*", "\(a.dropLast())~", "(\(a) OR \(b)) AND \(c)", "\(a) date:2023-07..2024",
      "comment la \(a) et la \(b) progressent-elles ?", "quel est le rôle de l'OTAN dans la \(a) au Japon ?",
      "cyberdéfnse", "partenraiat \(a)", "zzzz", "organisation:otan \(a)", "country:japon", "organisation:personne",
      "\"\(a)",
      "goal:1", "priority:1 \(a)", "", "indo pacifique", "NATO", "cyber defence",
    ]
    return queries.randomElement(using: &random) ?? ""
  }

  mutating func compare(_ whole: QueryClient, _ router: QueryClient) async throws {
    try await search(whole, router)
    try await documents(whole, router)
    try await knowledge(whole, router)
  }

  private mutating func search(_ whole: QueryClient, _ router: QueryClient) async throws {
    for _ in 0..<150 {
      var request = SearchRequest(query: query(), pageSize: UInt32.random(in: 0...7, using: &random))
      if Bool.random(using: &random) {
        request.facets = [.documentKind, .year, .goal, .person, .organisation, .country].filter { _ in
          Bool.random(using: &random)
        }
      }
      if Int.random(in: 0..<3, using: &random) == 0 { request.sort = .date }
      request.withoutPassages = Int.random(in: 0..<4, using: &random) == 0
      for _ in 0..<4 {
        let expected = await Outcome { () async throws(RPCError) in try await whole.search(request) }
        let found = await Outcome { () async throws(RPCError) in try await router.search(request) }
        #expect(Self.matches(found, expected), "\(request)")
        guard case .answer(let answer) = expected, !answer.nextPageToken.isEmpty else { break }
        request.pageToken = answer.nextPageToken
      }
    }
    for prefix in ["c", "cyb", "par", "sécurité m", "l'", "To", "indo", "", "zz", "les o"] {
      for limit: UInt32 in [0, 3, 50] {
        let request = SuggestRequest(prefix: prefix, limit: limit)
        let expected = await Outcome { () async throws(RPCError) in try await whole.suggest(request) }
        let found = await Outcome { () async throws(RPCError) in try await router.suggest(request) }
        #expect(found == expected, "\(request)")
      }
    }
  }

  /// Whether two answers are the same. Where the whole corpus stopped counting, the shards may know more.
  private static func matches(_ found: Outcome<SearchResponse>, _ expected: Outcome<SearchResponse>) -> Bool {
    guard case .answer(var answer) = found, case .answer(let whole) = expected, !whole.totalIsExact else {
      return found == expected
    }
    guard answer.totalHits >= whole.totalHits else { return false }
    if answer.totalIsExact { answer.nextPageToken = whole.nextPageToken }
    (answer.totalHits, answer.totalIsExact) = (whole.totalHits, whole.totalIsExact)
    return answer == whole
  }

  private mutating func documents(_ whole: QueryClient, _ router: QueryClient) async throws {
    var ids = ["missing", "", "zz"]
    var token = ""
    repeat {
      let request = ListDocumentsRequest(pageSize: 9, pageToken: token)
      let expected = try await whole.listDocuments(request)
      let found = try await router.listDocuments(request)
      #expect(found == expected)
      ids += expected.documents.map(\.id)
      token = expected.nextPageToken
    } while !token.isEmpty
    for id in ids {
      let request = GetDocumentRequest(id: id, textLength: UInt64.random(in: 0...400, using: &random), pageSize: 3)
      let expected = await Outcome { () async throws(RPCError) in try await whole.getDocument(request) }
      let found = await Outcome { () async throws(RPCError) in try await router.getDocument(request) }
      #expect(found == expected, "\(request)")
      let near = ListRelatedRequest(documentID: id, limit: UInt32.random(in: 0...9, using: &random))
      let expectedNear = await Outcome { () async throws(RPCError) in try await whole.listRelated(near) }
      let foundNear = await Outcome { () async throws(RPCError) in try await router.listRelated(near) }
      #expect(foundNear == expectedNear, "\(near)")
    }
  }

  private mutating func knowledge(_ whole: QueryClient, _ router: QueryClient) async throws {
    #expect(try await router.describe(DescribeRequest()) == whole.describe(DescribeRequest()))
    #expect(try await router.listGoals(ListGoalsRequest()) == whole.listGoals(ListGoalsRequest()))
    for id in ["", "programme-0", "programme-1", "d1"] {
      let request = GetProgrammeRequest(documentID: id)
      let expected = await Outcome { () async throws(RPCError) in try await whole.getProgramme(request) }
      let found = await Outcome { () async throws(RPCError) in try await router.getProgramme(request) }
      #expect(found == expected, "\(request)")
    }
    for id in ["1", "5", "16", "cyberdéfense", "nothing"] {
      let request = GetGoalRequest(id: id, since: ["", "2023"].randomElement(using: &random) ?? "", pageSize: 4)
      let expected = await Outcome { () async throws(RPCError) in try await whole.getGoal(request) }
      let found = await Outcome { () async throws(RPCError) in try await router.getGoal(request) }
      #expect(found == expected, "\(request)")
    }
    let entities = try await whole.listEntities(ListEntitiesRequest(pageSize: 30))
    #expect(try await router.listEntities(ListEntitiesRequest(pageSize: 30)) == entities)
    for id in entities.entities.map(\.id) + ["otan", "nobody"] {
      let request = GetEntityRequest(id: id, pageSize: 5)
      let expected = await Outcome { () async throws(RPCError) in try await whole.getEntity(request) }
      let found = await Outcome { () async throws(RPCError) in try await router.getEntity(request) }
      #expect(found == expected, "\(request)")
    }
    for request in [ListEventsRequest(pageSize: 7), ListEventsRequest(since: "2024", country: "Japon")] {
      let expected = await Outcome { () async throws(RPCError) in try await whole.listEvents(request) }
      let found = await Outcome { () async throws(RPCError) in try await router.listEvents(request) }
      #expect(found == expected)
    }
    for request in [ListQuotationsRequest(pageSize: 7), ListQuotationsRequest(speaker: "Jens Stoltenberg")] {
      let expected = await Outcome { () async throws(RPCError) in try await whole.listQuotations(request) }
      let found = await Outcome { () async throws(RPCError) in try await router.listQuotations(request) }
      #expect(found == expected)
    }
  }
}
