import EntenteCorpus
import EntenteSchema
import Testing

/// Reads answers page by page, until they are whole.
enum Pages {
  /// The elements of a list.
  static func all<Element>(
    _ page: (String) throws(CorpusError) -> ([Element], next: String)
  ) throws(CorpusError) -> [Element] {
    var elements: [Element] = []
    var token = ""
    repeat {
      let (found, next) = try page(token)
      #expect(!found.isEmpty || next.isEmpty)
      elements += found
      token = next
    } while !token.isEmpty
    return elements
  }

  static func document(_ corpus: Corpus, _ id: String, pageSize: UInt32) throws(CorpusError) -> GetDocumentResponse {
    var request = GetDocumentRequest(id: id, pageSize: pageSize, withMentions: true)
    var whole = try corpus.document(request)
    while !whole.nextPageToken.isEmpty {
      request.pageToken = whole.nextPageToken
      let page = try corpus.document(request)
      whole.quotations += page.quotations
      whole.events += page.events
      whole.evidence += page.evidence
      whole.entities += page.entities
      whole.dates += page.dates
      whole.mentions += page.mentions
      whole.nextPageToken = page.nextPageToken
    }
    return whole
  }

  static func goal(
    _ corpus: Corpus, _ id: String, since: String, pageSize: UInt32
  ) throws(CorpusError) -> GetGoalResponse {
    var request = GetGoalRequest(id: id, since: since, pageSize: pageSize)
    var whole = try corpus.goal(request)
    while !whole.nextPageToken.isEmpty {
      request.pageToken = whole.nextPageToken
      let page = try corpus.goal(request)
      whole.evidence += page.evidence
      whole.events += page.events
      whole.quotations += page.quotations
      whole.nextPageToken = page.nextPageToken
    }
    return whole
  }

  static func entity(_ corpus: Corpus, _ id: String, pageSize: UInt32) throws(CorpusError) -> GetEntityResponse {
    var request = GetEntityRequest(id: id, pageSize: pageSize)
    var whole = try corpus.entity(request)
    while !whole.nextPageToken.isEmpty {
      request.pageToken = whole.nextPageToken
      let page = try corpus.entity(request)
      whole.entity?.mentions += page.entity?.mentions ?? []
      whole.entity?.roles += page.entity?.roles ?? []
      whole.events += page.events
      whole.quotations += page.quotations
      whole.documents += page.documents
      whole.nextPageToken = page.nextPageToken
    }
    return whole
  }
}
