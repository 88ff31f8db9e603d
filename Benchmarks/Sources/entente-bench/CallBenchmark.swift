import ArgumentParser
import EntenteCorpus
import EntenteSchema

/// Times the first page of every method on names drawn from the corpus itself, in process, on one thread.
struct CallBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calls", abstract: "Time the first page of every method.",
    discussion: """
      Names are drawn evenly from the lists of the corpus, so that those which are everywhere and those which are rare both
      occur; the first round counts too, so caches are as cold as they are for a stranger's call.
      """)

  @Option(help: "The snapshot.") var snapshot: String
  @Option(help: "How many calls of each method.") var count = 400

  func run() throws {
    let corpus = try Corpus(path: snapshot)
    let documents = try drawn { token throws(CorpusError) in
      let page = try corpus.documents(ListDocumentsRequest(pageSize: 200, pageToken: token))
      return (page.documents.map(\.id), page.nextPageToken, page.total)
    }
    let entities = try drawn { token throws(CorpusError) in
      let page = try corpus.entities(ListEntitiesRequest(pageSize: 200, pageToken: token))
      return (page.entities.map(\.id), page.nextPageToken, page.total)
    }
    let goals = try corpus.goals(ListGoalsRequest()).goals.compactMap { $0.goal?.id }
    let years = (2000...2026).map(String.init)

    try time("document", documents) { id throws(CorpusError) in
      try corpus.document(GetDocumentRequest(id: id)).document?.text.utf8.count ?? 0
    }
    try time("documents", [""]) { _ throws(CorpusError) in try corpus.documents().documents.count }
    try time("related", documents) { id throws(CorpusError) in
      try corpus.related(ListRelatedRequest(documentID: id)).related.count
    }
    try time("programme", [""]) { _ throws(CorpusError) in try corpus.programme().others.count }
    try time("goals", [""]) { _ throws(CorpusError) in try corpus.goals(ListGoalsRequest()).goals.count }
    try time("goal", goals) { id throws(CorpusError) in try corpus.goal(GetGoalRequest(id: id)).evidence.count }
    try time("goal since", goals) { id throws(CorpusError) in
      try corpus.goal(GetGoalRequest(id: id, since: "2024")).evidence.count
    }
    try time("events", [""]) { _ throws(CorpusError) in try corpus.events().events.count }
    try time("events since", years) { year throws(CorpusError) in
      try corpus.events(ListEventsRequest(since: year, until: year)).events.count
    }
    try time("events of a goal", goals) { id throws(CorpusError) in
      try corpus.events(ListEventsRequest(goalID: id)).events.count
    }
    try time("events at an entity", entities) { id throws(CorpusError) in
      try corpus.events(ListEventsRequest(place: id)).events.count
    }
    try time("entities", ["", "an", "de", "mar", "tokyo"]) { name throws(CorpusError) in
      try corpus.entities(ListEntitiesRequest(name: name)).entities.count
    }
    try time("entity", entities) { id throws(CorpusError) in try corpus.entity(GetEntityRequest(id: id)).documents.count
    }
    try time("entity, most mentioned", Array(entities.prefix(20))) { id throws(CorpusError) in
      try corpus.entity(GetEntityRequest(id: id)).documents.count
    }
    try time("quotations", [""]) { _ throws(CorpusError) in try corpus.quotations().quotations.count }
    try time("quotations of a goal", goals) { id throws(CorpusError) in
      try corpus.quotations(ListQuotationsRequest(goalID: id)).quotations.count
    }
    try time("quotations by an entity", entities) { id throws(CorpusError) in
      try corpus.quotations(ListQuotationsRequest(speaker: id)).quotations.count
    }
    try time("suggest", ["a", "co", "pré", "dro", "minist"]) { prefix throws(CorpusError) in
      try corpus.suggest(SuggestRequest(prefix: prefix)).suggestions.count
    }
    try time("describe", [""]) { _ throws(CorpusError) in try corpus.describe().documentCount > 0 ? 1 : 0 }
  }

  /// Names from the whole of a list, evenly.
  private func drawn(_ page: (String) throws(CorpusError) -> ([String], String, UInt64)) throws -> [String] {
    var names: [String] = []
    var token = ""
    repeat {
      let (found, next, _) = try page(token)
      names += found
      token = next
    } while !token.isEmpty && names.count < 400_000
    let step = max(names.count / max(count, 1), 1)
    return stride(from: 0, to: names.count, by: step).map { names[$0] }
  }

  private func time(_ name: String, _ values: [String], _ call: (String) throws(CorpusError) -> Int) throws {
    guard !values.isEmpty else { return }
    var times: [Double] = []
    var found = 0
    for number in 0..<max(count, values.count) {
      let start = ContinuousClock.now
      found += try call(values[number % values.count])
      times.append((ContinuousClock.now - start) / .microseconds(1))
    }
    try printLine(Timing(class: name, microseconds: times, hits: found))
  }
}
