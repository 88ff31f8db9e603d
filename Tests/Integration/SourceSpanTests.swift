import EntenteClient
import EntenteSchema
import Foundation
import TTRPC
import Testing

/// Nothing is invented: what a running replica says of a document, cut from the document's text, is the text shown.
@Suite(.timeLimit(.minutes(5))) struct SourceSpanTests {
  /// What was compared, and what differed.
  private struct Comparison {
    private(set) var counts: [String: Int] = [:]
    private(set) var differences: [String] = []
    private let texts: [String: [UInt8]]

    init(_ texts: [String: [UInt8]]) { self.texts = texts }

    mutating func compare(_ kind: String, _ source: Source?) {
      guard let source, let span = source.span, let text = texts[source.documentID] else {
        differences.append("\(kind): \(source?.text ?? "no source")")
        return
      }
      counts[kind, default: 0] += 1
      let (start, end) = (Int(span.offset), Int(span.offset) + Int(span.length))
      let cut = end <= text.count ? String(validating: text[start..<end], as: UTF8.self) : nil
      if cut != source.text || source.text.isEmpty { differences.append("\(kind): \(source)") }
    }
  }

  private func all<Answer, Item>(
    _ items: (Answer) -> [Item], _ next: (Answer) -> String, _ ask: (String) async throws -> Answer
  ) async throws -> [Item] {
    var found: [Item] = []
    var token = ""
    repeat {
      let answer = try await ask(token)
      found += items(answer)
      token = next(answer)
    } while !token.isEmpty
    return found
  }

  @Test(arguments: ["seeds", "Tests/ExtractionTests/Development/People"])
  func `every span that a replica gives is the text that it shows`(folder: String) async throws {
    let replica = try Replica(of: folder, rejectingSome: folder != "seeds")
    var configuration = ClientConfiguration()
    configuration.timeout = .seconds(120)  // beside other tests, on a small machine
    let client = RPCClient(addresses: [try #require(ServerAddress(replica.address))], configuration: configuration)
    let corpus = QueryClient(client)
    let documents = try await all(\.documents, \.nextPageToken) {
      try await corpus.listDocuments(ListDocumentsRequest(pageSize: 200, pageToken: $0))
    }
    var answers: [GetDocumentResponse] = []
    for document in documents { answers.append(try await corpus.getDocument(GetDocumentRequest(id: document.id))) }
    let texts = answers.compactMap(\.document).map { ($0.id, Array($0.text.utf8)) }
    var comparison = Comparison(Dictionary(uniqueKeysWithValues: texts))

    for answer in answers {
      for date in answer.dates { comparison.compare("date", date.source) }
      for evidence in answer.evidence {
        comparison.compare("evidence", evidence.passage)
        for words in evidence.decidingWords { comparison.compare("deciding words", words) }
        if let source = evidence.date?.source { comparison.compare("date of evidence", source) }
      }
    }
    let quotations = try await all(\.quotations, \.nextPageToken) {
      try await corpus.listQuotations(ListQuotationsRequest(pageSize: 200, pageToken: $0))
    }
    for quotation in quotations {
      comparison.compare("quotation", quotation.source)
      if let attribution = quotation.attribution { comparison.compare("attribution", attribution) }
      if let source = quotation.date?.source { comparison.compare("date of quotation", source) }
    }
    let events = try await all(\.events, \.nextPageToken) {
      try await corpus.listEvents(ListEventsRequest(pageSize: 200, pageToken: $0))
    }
    for event in events {
      comparison.compare("event", event.evidence)
      if let source = event.date?.source { comparison.compare("date of event", source) }
    }
    let entities = try await all(\.entities, \.nextPageToken) {
      try await corpus.listEntities(ListEntitiesRequest(pageSize: 200, pageToken: $0))
    }
    for entity in entities {
      let answer = try await corpus.getEntity(GetEntityRequest(id: entity.id))
      let known = try #require(answer.entity)
      #expect(known.id == entity.id)
      for mention in known.mentions { comparison.compare("mention", mention.source) }
      for role in known.roles { comparison.compare("role", role.source) }
    }
    await client.close()

    print("\(folder):", comparison.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
    #expect(comparison.differences.isEmpty)
    for kind in ["date", "evidence", "deciding words", "quotation", "attribution", "event", "mention", "role"] {
      #expect(comparison.counts[kind, default: 0] > 0, "\(kind)")
    }
    let listed = answers.map { $0.quotations.count { $0.kind == .speech || $0.kind == .document } }.reduce(0, +)
    #expect(quotations.count == listed)
    #expect(events.count == answers.map(\.events.count).reduce(0, +))
    #expect(replica.stop() == 0)
  }
}
