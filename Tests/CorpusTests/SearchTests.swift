import EntenteCorpus
import EntenteSchema
import TestCorpora
import Testing

@Suite struct SearchTests {
  private func ids(_ query: String, _ corpus: Corpus) throws -> Set<String> {
    let response = try corpus.search(SearchRequest(query: query, pageSize: 50))
    return Set(response.hits.compactMap { $0.document?.id })
  }

  @Test func `every spelling finds every spelling`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    for query in ["cyberdéfense", "cyberdefense", "CYBERDÉFENSE"] { #expect(try ids(query, corpus) == ["d1", "d5"]) }
    for query in ["l'OTAN", "O.T.A.N.", "otan", "NATO"] { #expect(try ids(query, corpus) == ["d1", "d4"]) }
    for query in ["Indo-Pacifique", "indopacifique", "indo pacifique", "INDO-PACIFIQUE"] {
      #expect(try ids(query, corpus) == ["d2", "d3", "d4"], "\(query)")
    }
    #expect(try ids("\"sécurité maritime\"", corpus) == ["d1"])
  }

  @Test func `equivalents reach phrases too`() async throws {
    let corpus = try await CorpusFixture.make([
      (id: "e1", title: "Mer", text: "Une coopération pour la sûreté maritime.")
    ])
    #expect(try ids("\"sécurité maritime\"", corpus) == ["e1"])
    #expect(try ids("maritime security", corpus) == ["e1"])
    #expect(try ids("\"sécurité aérienne\"", corpus) == [])
  }

  @Test func `operators choose documents`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    #expect(try ids("cyberdéfense AND otan", corpus) == ["d1"])
    #expect(try ids("cyberdéfense -otan", corpus) == ["d5"])
    #expect(try ids("tomat*", corpus) == ["d6"])
    #expect(try ids("tomste~", corpus) == ["d6"])
    // Stop words alone are looked up as they are; beside others they say nothing.
    #expect(try !ids("le la les", corpus).isEmpty)
    #expect(try ids("date:2023-07 tomates", corpus) == ["d6"])
    #expect(try ids("date:2024 tomates", corpus) == [])
  }

  @Test func `filters inside parentheses restrict the words around them`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    #expect(try ids("(date:2023-07-13 OR date:2023-07-14) otan tomates", corpus) == ["d6"])
    #expect(try ids("(source:rien OR date:2023) cyberdéfense", corpus) == ["d1", "d5"])
    #expect(try ids("otan -(date:2023)", corpus) == [])
    #expect(try ids("(otan AND date:2023) OR tomates", corpus) == ["d1", "d4", "d6"])
    #expect(try ids("(date:2024 OR date:2023)", corpus).count == 6)
    #expect(
      failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: "(kind:rien) otan")) }?
        .isInvalidArgument == true)
  }

  @Test func `a negation alone leaves every other document, the latest first`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    #expect(try ids("NOT otan", corpus) == ["d2", "d3", "d5", "d6"])
    #expect(try ids("-otan -tomates", corpus) == ["d2", "d3", "d5"])
    #expect(try ids("-otan date:2024", corpus) == [])
    let response = try corpus.search(SearchRequest(query: "NOT otan"))
    let days = response.hits.compactMap { $0.document?.published?.start }
    #expect(days.count == 4 && days == days.sorted(by: >))
  }

  @Test func `the Union is found by its English acronym, though a form of avoir is written so`() async throws {
    let corpus = try await CorpusFixture.make([
      (id: "u1", title: "Bruxelles", text: "L'UE et le Japon."), (id: "u2", title: "Passé", text: "Il a eu raison."),
      (id: "u3", title: "Long", text: "L'Union européenne élargie."),
    ])
    #expect(try ids("EU", corpus) == ["u1", "u3"])
    #expect(try ids("UE", corpus) == ["u1", "u3"])
    #expect(try ids("eu", corpus) == ["u2"])
  }

  @Test func `filters alone and lists are in the order of publication`() async throws {
    let corpus = try await CorpusFixture.make((0..<30).map { (id: "p\(10 + $0)", title: "P", text: "Texte \($0)") })
    let listed = try corpus.documents(
      ListDocumentsRequest(pageSize: 30))
    let days = listed.documents.compactMap { $0.published?.start }
    #expect(listed.total == 30 && days.count == 30 && days == days.sorted())
    var paged: [String] = []
    var request = ListDocumentsRequest(pageSize: 7)
    repeat {
      let page = try corpus.documents(request)
      paged += page.documents.map(\.id)
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty && paged.count < 100
    #expect(paged == listed.documents.map(\.id))
    let latest = try corpus.search(SearchRequest(query: "date:2023", pageSize: 30))
    let found = latest.hits.compactMap { $0.document?.published?.start }
    #expect(found.count == 30 && found == found.sorted(by: >))
  }

  @Test func `passages and highlights are cut from the text`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let response = try corpus.search(SearchRequest(query: "sécurité maritime otan"))
    for hit in response.hits {
      let id = hit.document?.id ?? ""
      let text = Array(
        try corpus.document(GetDocumentRequest(id: id)).document?.text.utf8
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
    let corpus = try await CorpusFixture.make(documents)
    var request = SearchRequest(query: "sécurité", pageSize: 10)
    var seen: [String] = []
    repeat {
      let response = try corpus.search(request)
      seen += response.hits.compactMap { $0.document?.id }
      request.pageToken = response.nextPageToken
    } while !request.pageToken.isEmpty && seen.count < 100
    #expect(Set(seen).count == 25 && seen.count == 25)
    let token = try corpus.search(SearchRequest(query: "sécurité", pageSize: 10))
      .nextPageToken
    let other = try await CorpusFixture.make(CorpusFixture.spellings)
    #expect(
      failure { () throws(CorpusError) in try other.search(SearchRequest(query: "sécurité", pageToken: token)) }
        == .staleToken)
    #expect(
      failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: "numéro", pageToken: token)) }?
        .isInvalidArgument == true)
    #expect(
      failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: "sécurité", pageToken: "x")) }?
        .isInvalidArgument == true)
  }

  @Test func `words that are misspelt get a better one`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let response = try corpus.search(SearchRequest(query: "cyberdéfanse"))
    #expect(response.hits.isEmpty)
    #expect(response.didYouMean == "cyberdéfense")
  }

  @Test func `the last word is completed as documents write it`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let response = try corpus.suggest(SuggestRequest(prefix: "exercice cyberd"))
    #expect(response.suggestions.map(\.text) == ["exercice cyberdéfense"])
    #expect(response.suggestions.first?.documentCount == 2)
  }

  @Test func `related documents share telling words`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let response = try corpus.related(ListRelatedRequest(documentID: "d2"))
    #expect(!response.related.contains { $0.document?.id == "d2" })
    #expect(response.related.first.map { ["d3", "d4"].contains($0.document?.id ?? "") } == true)
    // In the spelling of the document that was asked for, the most telling first.
    #expect(
      response.related.map(\.sharedWords) == [["région", "Indo-Pacifique"], ["Indo", "Pacifique", "Indo-Pacifique"]])
    #expect(
      failure { () throws(CorpusError) in try corpus.related(ListRelatedRequest(documentID: "zz")) }?.isNotFound == true
    )
  }

  @Test func `facets count every hit`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let response = try corpus.search(
      SearchRequest(query: "cyberdéfense", facets: [.year]))
    #expect(response.facets.first?.counts == [FacetCount(value: "2023", label: "2023", count: 2)])
    #expect(response.totalIsExact)
  }

  @Test func `errors say what to do`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    for query in ["kind:nonsense", "date:hier", "goal:rien", "priority:9", "\"ouvert", "foo:bar"] {
      #expect(
        failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: query)) }?.isInvalidArgument == true,
        "\(query)")
    }
    #expect(
      failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: "otan", minimumGeneration: 2)) }
        == .behind(generation: 1, minimum: 2))
  }

  @Test func `a thousand hits are counted one by one, more where facets are asked for, and pages go on`() async throws {
    let fillers = ["", " ancre", " bouée", " cale", " drisse", " étrave"]
    let corpus = try await CorpusFixture.make(
      (0..<6000).map { number in
        let text = "Le navire" + (0..<number % 40).map { fillers[($0 * 7 + number) % fillers.count] }.joined()
        return ("d\(number)", "", text + (number % 2 == 0 ? " et le port." : "."))
      })
    let request = SearchRequest(query: "+navire +port")
    let found = try corpus.search(request)
    #expect(!found.totalIsExact)
    #expect((1000..<3000).contains(found.totalHits))
    #expect(!found.nextPageToken.isEmpty)
    let counted = try corpus.search(
      SearchRequest(query: request.query, facets: [.documentKind]))
    #expect(counted.totalIsExact)
    #expect(counted.totalHits == 3000)
    #expect(counted.hits == found.hits)
    let few = try corpus.search(SearchRequest(query: "navire", pageSize: 5))
    #expect(few.totalIsExact)
    #expect(few.totalHits == 6000)
  }
}
