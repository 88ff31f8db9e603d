import EntenteCorpus
import EntenteSchema
import ProtobufCoding
import TestCorpora
import Testing

/// Whatever a request asks for, its cost and its answer are bounded.
@Suite(.timeLimit(.minutes(5))) struct LimitTests {
  private static let frame = 4 << 20

  @Test(arguments: [201, 10_000, 4 << 20]) func `a name of more than 200 bytes is refused, whatever it names`(
    length: Int
  ) async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let name = String(repeating: "a", count: length)
    let failures: [CorpusError?] = [
      failure { () throws(CorpusError) in try corpus.entities(ListEntitiesRequest(name: name)) },
      failure { () throws(CorpusError) in try corpus.entity(GetEntityRequest(id: name)) },
      failure { () throws(CorpusError) in try corpus.goal(GetGoalRequest(id: name)) },
      failure { () throws(CorpusError) in try corpus.goal(GetGoalRequest(id: "cyberdefense", since: name)) },
      failure { () throws(CorpusError) in try corpus.events(ListEventsRequest(person: name)) },
      failure { () throws(CorpusError) in try corpus.events(ListEventsRequest(organisation: name)) },
      failure { () throws(CorpusError) in try corpus.events(ListEventsRequest(country: name)) },
      failure { () throws(CorpusError) in try corpus.events(ListEventsRequest(place: name)) },
      failure { () throws(CorpusError) in try corpus.events(ListEventsRequest(type: name)) },
      failure { () throws(CorpusError) in try corpus.events(ListEventsRequest(goalID: name)) },
      failure { () throws(CorpusError) in try corpus.events(ListEventsRequest(since: name)) },
      failure { () throws(CorpusError) in try corpus.quotations(ListQuotationsRequest(speaker: name)) },
      failure { () throws(CorpusError) in try corpus.documents(ListDocumentsRequest(pageToken: name)) },
      failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: "person:" + name)) },
    ]
    for (number, failure) in failures.enumerated() {
      #expect(failure?.isInvalidArgument == true, "call \(number)")
    }
    let id = String(repeating: "a", count: max(length, 1025))
    #expect(
      failure { () throws(CorpusError) in try corpus.document(GetDocumentRequest(id: id)) }?.isInvalidArgument == true)
    #expect(
      failure { () throws(CorpusError) in try corpus.related(ListRelatedRequest(documentID: id)) }?.isInvalidArgument
        == true)
    #expect(
      failure { () throws(CorpusError) in try corpus.programme(GetProgrammeRequest(documentID: id)) }?.isInvalidArgument
        == true)
  }

  @Test func `a name of 200 bytes is looked for`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let name = String(repeating: "a", count: 200)
    #expect(failure { () throws(CorpusError) in try corpus.entity(GetEntityRequest(id: name)) }?.isNotFound == true)
    #expect(try corpus.entities(ListEntitiesRequest(name: name)).entities.isEmpty)
    let id = String(repeating: "a", count: 1024)
    #expect(failure { () throws(CorpusError) in try corpus.document(GetDocumentRequest(id: id)) }?.isNotFound == true)
  }

  @Test func `a long text comes in pieces that make the whole`() async throws {
    // Characters of one to four bytes, so that pieces would end inside of them.
    let text = String(repeating: "Le Japon à l'Otan — 日本 😀. ", count: 90_000)
    let corpus = try await CorpusFixture.make([
      (id: "long", title: "Long", text: text), (id: "short", title: "", text: "Otan."),
    ])
    for length: UInt64 in [0, 1 << 30, 999_983] {
      var request = GetDocumentRequest(id: "long", textLength: length)
      var whole = ""
      repeat {
        let answer = try corpus.document(request)
        #expect(answer.protobufSize < Self.frame)
        #expect(answer.textSize == UInt64(text.utf8.count))
        whole += answer.document?.text ?? ""
        request.textOffset = answer.nextTextOffset
      } while request.textOffset > 0
      #expect(whole == text)
    }
    let short = try corpus.document(GetDocumentRequest(id: "short"))
    #expect(short.textSize == 0 && short.nextTextOffset == 0 && short.document?.text == "Otan.")
    let without = try corpus.document(GetDocumentRequest(id: "long", withoutText: true))
    #expect(without.document?.text.isEmpty == true && without.document?.title == "Long")
  }

  @Test func `a piece begins between two characters, inside the text`() async throws {
    let corpus = try await CorpusFixture.make([(id: "a", title: "", text: "é日😀.")])
    func piece(_ offset: UInt64, _ length: UInt64) throws(CorpusError) -> String? {
      try corpus.document(GetDocumentRequest(id: "a", textOffset: offset, textLength: length)).document?.text
    }
    #expect(try piece(2, 0) == "日😀.")
    #expect(try piece(2, 4) == "日")
    // A character that does not fit is the only one: without it there would be no end of pieces.
    #expect(try piece(5, 1) == "😀")
    #expect(try piece(10, 1) == "")
    for offset: UInt64 in [1, 3, 4, 7, 11, .max] {
      #expect(failure { () throws(CorpusError) in try piece(offset, 0) }?.isInvalidArgument == true, "\(offset)")
    }
  }

  @Test func `every answer fits into a frame, and its pages make the whole`() async throws {
    // One sentence of four megabytes, which every record of the document would hold, and many records in others.
    let sentence =
      "L'OTAN et le Japon renforcent la cyberdéfense, a déclaré Jens Stoltenberg : « La coopération avance »"
    let endless = sentence + String(repeating: " et encore la cyberdéfense du Japon", count: 120_000) + "."
    let many = String(repeating: sentence + ".\n", count: 3000)
    var mixer = try SentenceMixer(seed: 5)
    let corpus = try await CorpusFixture.make(
      mixer.documents(1) + [(id: "endless", title: "", text: endless), (id: "many", title: "", text: many)])
    let scan = try RecordScan(corpus.snapshot)
    let sizes: [UInt32] = [0, 200]
    for size in sizes {
      var request = GetDocumentRequest(id: "many", pageSize: size)
      var (events, mentions) = (0, 0)
      repeat {
        let page = try corpus.document(request)
        #expect(page.protobufSize < Self.frame)
        events += page.events.count
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(events == scan.events(of: "many").count)
      for entity in scan.entitiesInOrder.prefix(3) {
        var request = GetEntityRequest(id: entity.id, pageSize: size)
        mentions = 0
        repeat {
          let page = try corpus.entity(request)
          #expect(page.protobufSize < Self.frame)
          mentions += page.entity?.mentions.count ?? 0
          request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        #expect(mentions == entity.mentions.count)
      }
      for goal in try corpus.goals(ListGoalsRequest()).goals {
        let id = goal.goal?.id ?? ""
        var request = GetGoalRequest(id: id, pageSize: size)
        var evidence = 0
        repeat {
          let page = try corpus.goal(request)
          #expect(page.protobufSize < Self.frame)
          evidence += page.evidence.count
          request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        #expect(evidence == scan.evidence(on: id).count)
      }
      #expect(try corpus.document(GetDocumentRequest(id: "endless", pageSize: size)).protobufSize < Self.frame)
      #expect(try corpus.events(ListEventsRequest(pageSize: size)).protobufSize < Self.frame)
      #expect(try corpus.quotations(ListQuotationsRequest(pageSize: size)).protobufSize < Self.frame)
      #expect(try corpus.search(SearchRequest(query: "Japon", pageSize: size)).protobufSize < Self.frame)
    }
  }

  @Test func `a query that would read too much is refused with the reason`() async throws {
    // Words that are everywhere, in phrases that are nowhere: each is looked for in every document.
    let words = (0..<24).map { "mot\(String(UnicodeScalar(UInt8(97 + $0))))ard" }
    let corpus = try await CorpusFixture.make(
      (0..<3000).map { number in
        (id: "d\(number)", title: "", text: words.shuffled(seed: UInt64(number)).joined(separator: ". "))
      })
    func phrases(_ count: Int) -> String {
      (0..<count).map { "\"\(words[$0 % 24]) \(words[($0 / 24 + $0 + 1) % 24])\"" }.joined(separator: " ")
    }
    let many = failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: phrases(400))) }
    #expect(many?.isInvalidArgument == true)
    #expect(many?.description.contains("million index entries") == true, "\(String(describing: many))")
    #expect(failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: phrases(20))) } == nil)
    // With facets every match is read once more.
    let count = (1...400).last { n in
      failure { () throws(CorpusError) in try corpus.search(SearchRequest(query: phrases(n))) } == nil
    }
    let most = try #require(count)
    #expect(
      failure { () throws(CorpusError) in
        try corpus.search(SearchRequest(query: phrases(most), facets: [.year]))
      }?.isInvalidArgument == true)
  }

  @Test func `an answer says where a prefix stands for more words than are looked for`() async throws {
    let corpus = try await CorpusFixture.make([
      (id: "a", title: "", text: (0..<300).map { "mot\($0)x" }.joined(separator: " ")),
      (id: "b", title: "", text: "autre"),
    ])
    #expect(try corpus.search(SearchRequest(query: "mot*")).expansionIsCut)
    #expect(try !corpus.search(SearchRequest(query: "aut*")).expansionIsCut)
    #expect(try corpus.search(SearchRequest(query: "NOT mot*")).expansionIsCut)
  }
}

extension [String] {
  fileprivate func shuffled(seed: UInt64) -> [String] {
    var random = SplitMix64(state: seed)
    return shuffled(using: &random)
  }
}
