import EntenteQuery
import EntenteSchema
import TTRPC
import Testing

@Suite struct SearchTests {
  private func ids(_ query: String, _ corpus: CorpusFixture) throws -> Set<String> {
    let response = try corpus.service.search(SearchRequest(query: query, pageSize: 50), context: corpus.context)
    return Set(response.hits.compactMap { $0.document?.id })
  }

  private func code(_ body: () throws(RPCError) -> Void) -> RPCStatusCode? {
    do throws(RPCError) {
      try body()
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `every spelling finds every spelling`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    for query in ["cyberdéfense", "cyberdefense", "CYBERDÉFENSE"] { #expect(try ids(query, corpus) == ["d1", "d5"]) }
    for query in ["l'OTAN", "O.T.A.N.", "otan", "NATO"] { #expect(try ids(query, corpus) == ["d1", "d4"]) }
    for query in ["Indo-Pacifique", "indopacifique", "indo pacifique", "INDO-PACIFIQUE"] {
      #expect(try ids(query, corpus) == ["d2", "d3", "d4"], "\(query)")
    }
    #expect(try ids("\"sécurité maritime\"", corpus) == ["d1"])
  }

  @Test func `equivalents reach phrases too`() async throws {
    let corpus = try await CorpusFixture([(id: "e1", title: "Mer", text: "Une coopération pour la sûreté maritime.")])
    #expect(try ids("\"sécurité maritime\"", corpus) == ["e1"])
    #expect(try ids("maritime security", corpus) == ["e1"])
    #expect(try ids("\"sécurité aérienne\"", corpus) == [])
  }

  @Test func `operators choose documents`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    #expect(try ids("cyberdéfense AND otan", corpus) == ["d1"])
    #expect(try ids("cyberdéfense -otan", corpus) == ["d5"])
    #expect(try ids("tomat*", corpus) == ["d6"])
    #expect(try ids("tomste~", corpus) == ["d6"])
    #expect(try ids("le la les", corpus) == [])
    #expect(try ids("date:2023-07 tomates", corpus) == ["d6"])
    #expect(try ids("date:2024 tomates", corpus) == [])
  }

  @Test func `filters inside parentheses restrict the words around them`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    #expect(try ids("(date:2023-07-13 OR date:2023-07-14) otan tomates", corpus) == ["d6"])
    #expect(try ids("(source:rien OR date:2023) cyberdéfense", corpus) == ["d1", "d5"])
    #expect(try ids("otan -(date:2023)", corpus) == [])
    #expect(try ids("(otan AND date:2023) OR tomates", corpus) == ["d1", "d4", "d6"])
    #expect(try ids("(date:2024 OR date:2023)", corpus).count == 6)
    #expect(
      code { () throws(RPCError) in
        _ = try corpus.service.search(SearchRequest(query: "(kind:rien) otan"), context: corpus.context)
      } == .invalidArgument)
  }

  @Test func `a negation alone leaves every other document, the latest first`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    #expect(try ids("NOT otan", corpus) == ["d2", "d3", "d5", "d6"])
    #expect(try ids("-otan -tomates", corpus) == ["d2", "d3", "d5"])
    #expect(try ids("-otan date:2024", corpus) == [])
    let response = try corpus.service.search(SearchRequest(query: "NOT otan"), context: corpus.context)
    let days = response.hits.compactMap { $0.document?.published?.start }
    #expect(days.count == 4 && days == days.sorted(by: >))
  }

  @Test func `the Union is found by its English acronym, though a form of avoir is written so`() async throws {
    let corpus = try await CorpusFixture([
      (id: "u1", title: "Bruxelles", text: "L'UE et le Japon."), (id: "u2", title: "Passé", text: "Il a eu raison."),
      (id: "u3", title: "Long", text: "L'Union européenne élargie."),
    ])
    #expect(try ids("EU", corpus) == ["u1", "u3"])
    #expect(try ids("UE", corpus) == ["u1", "u3"])
    #expect(try ids("eu", corpus) == [])
  }

  @Test func `filters alone and lists are in the order of publication`() async throws {
    let corpus = try await CorpusFixture((0..<30).map { (id: "p\(10 + $0)", title: "P", text: "Texte \($0)") })
    let listed = try corpus.service.listDocuments(
      ListDocumentsRequest(pageSize: 30), context: corpus.context)
    let days = listed.documents.compactMap { $0.published?.start }
    #expect(listed.total == 30 && days.count == 30 && days == days.sorted())
    var paged: [String] = []
    var request = ListDocumentsRequest(pageSize: 7)
    repeat {
      let page = try corpus.service.listDocuments(request, context: corpus.context)
      paged += page.documents.map(\.id)
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty && paged.count < 100
    #expect(paged == listed.documents.map(\.id))
    let latest = try corpus.service.search(SearchRequest(query: "date:2023", pageSize: 30), context: corpus.context)
    let found = latest.hits.compactMap { $0.document?.published?.start }
    #expect(found.count == 30 && found == found.sorted(by: >))
  }

  @Test func `passages and highlights are cut from the text`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    let response = try corpus.service.search(SearchRequest(query: "sécurité maritime otan"), context: corpus.context)
    for hit in response.hits {
      let id = hit.document?.id ?? ""
      let text = Array(
        try corpus.service.getDocument(GetDocumentRequest(id: id), context: corpus.context).document?.text.utf8
          ?? "".utf8)
      guard let source = hit.passage?.source, let span = source.span else { continue }
      #expect(String(decoding: text[Int(span.offset)..<Int(span.offset + span.length)], as: UTF8.self) == source.text)
      let marked =
        hit.passage?.highlights.map {
          String(decoding: text[Int($0.offset)..<Int($0.offset + $0.length)], as: UTF8.self)
        } ?? []
      #expect(!marked.isEmpty)
      #expect(
        marked.allSatisfy { ["otan", "o.t.a.n.", "sécurité", "maritime"].contains($0.lowercased()) }, "\(marked)")
    }
  }

  @Test func `pages follow each other and are bound to their request`() async throws {
    let documents = (0..<25).map { (id: "p\(10 + $0)", title: "Page", text: "La sécurité numéro \($0).") }
    let corpus = try await CorpusFixture(documents)
    var request = SearchRequest(query: "sécurité", pageSize: 10)
    var seen: [String] = []
    repeat {
      let response = try corpus.service.search(request, context: corpus.context)
      seen += response.hits.compactMap { $0.document?.id }
      request.pageToken = response.nextPageToken
    } while !request.pageToken.isEmpty && seen.count < 100
    #expect(Set(seen).count == 25 && seen.count == 25)
    let token = try corpus.service.search(SearchRequest(query: "sécurité", pageSize: 10), context: corpus.context)
      .nextPageToken
    let other = try await CorpusFixture(CorpusFixture.spellings)
    #expect(
      code { () throws(RPCError) in
        _ = try other.service.search(SearchRequest(query: "sécurité", pageToken: token), context: other.context)
      } == .failedPrecondition)
    #expect(
      code { () throws(RPCError) in
        _ = try corpus.service.search(SearchRequest(query: "numéro", pageToken: token), context: corpus.context)
      } == .invalidArgument)
    #expect(
      code { () throws(RPCError) in
        _ = try corpus.service.search(SearchRequest(query: "sécurité", pageToken: "x"), context: corpus.context)
      } == .invalidArgument)
  }

  @Test func `words that are misspelt get a better one`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    let response = try corpus.service.search(SearchRequest(query: "cyberdéfanse"), context: corpus.context)
    #expect(response.hits.isEmpty)
    #expect(response.didYouMean == "cyberdéfense")
  }

  @Test func `the last word is completed as documents write it`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    let response = try corpus.service.suggest(SuggestRequest(prefix: "exercice cyberd"), context: corpus.context)
    #expect(response.suggestions.map(\.text) == ["exercice cyberdéfense"])
    #expect(response.suggestions.first?.documentCount == 2)
  }

  @Test func `related documents share telling words`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    let response = try corpus.service.listRelated(ListRelatedRequest(documentId: "d2"), context: corpus.context)
    #expect(!response.related.contains { $0.document?.id == "d2" })
    #expect(response.related.first.map { ["d3", "d4"].contains($0.document?.id ?? "") } == true)
    #expect(
      code { () throws(RPCError) in
        _ = try corpus.service.listRelated(ListRelatedRequest(documentId: "zz"), context: corpus.context)
      } == .notFound)
  }

  @Test func `facets count every hit`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    let response = try corpus.service.search(
      SearchRequest(query: "cyberdéfense", facets: [.year]), context: corpus.context)
    #expect(response.facets.first?.counts == [FacetCount(value: "2023", label: "2023", count: 2)])
    #expect(response.totalIsExact)
  }

  @Test func `errors say what to do`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    for query in ["kind:nonsense", "date:hier", "goal:rien", "priority:9", "\"ouvert", "foo:bar"] {
      #expect(
        code { () throws(RPCError) in
          _ = try corpus.service.search(SearchRequest(query: query), context: corpus.context)
        } == .invalidArgument, "\(query)")
    }
    #expect(
      code { () throws(RPCError) in
        _ = try corpus.service.search(SearchRequest(query: "otan", minimumGeneration: 2), context: corpus.context)
      } == .unavailable)
  }

  @Test func `a thousand hits are counted one by one, more where facets are asked for, and pages go on`() async throws {
    let fillers = ["", " ancre", " bouée", " cale", " drisse", " étrave"]
    let corpus = try await CorpusFixture(
      (0..<6000).map { number in
        let text = "Le navire" + (0..<number % 40).map { fillers[($0 * 7 + number) % fillers.count] }.joined()
        return ("d\(number)", "", text + (number % 2 == 0 ? " et le port." : "."))
      })
    let request = SearchRequest(query: "+navire +port")
    let found = try corpus.service.search(request, context: corpus.context)
    #expect(!found.totalIsExact)
    #expect((1000..<3000).contains(found.totalHits))
    #expect(!found.nextPageToken.isEmpty)
    let counted = try corpus.service.search(
      SearchRequest(query: request.query, facets: [.documentKind]), context: corpus.context)
    #expect(counted.totalIsExact)
    #expect(counted.totalHits == 3000)
    #expect(counted.hits == found.hits)
    let few = try corpus.service.search(SearchRequest(query: "navire", pageSize: 5), context: corpus.context)
    #expect(few.totalIsExact)
    #expect(few.totalHits == 6000)
  }
}
