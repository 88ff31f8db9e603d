import EntenteCorpus
import EntenteSchema
import Synchronization
import TestCorpora
import Testing

/// Whoever gives a call up, at whatever moment, gets no answer.
@Suite(.timeLimit(.minutes(5))) struct CancellationTests {
  private static let calls: [(name: String, call: @Sendable (Corpus, Cancellation) throws(CorpusError) -> Void)] = [
    (
      "search",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.search(
          SearchRequest(query: "Japon \"sécurité maritime\" cyb* (date:2023) -rien", facets: [.person, .goal, .year]),
          cancellation)
      }
    ),
    (
      "search by date",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.search(SearchRequest(query: "Japon OR \"sécurité maritime\"", sort: .date), cancellation)
      }
    ),
    (
      "negation",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.search(SearchRequest(query: "NOT (a* b* c*)"), cancellation)
      }
    ),
    (
      "suggest",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.suggest(SuggestRequest(prefix: "c"), cancellation)
      }
    ),
    (
      "document",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.document(GetDocumentRequest(id: "d1", withMentions: true), cancellation)
      }
    ),
    ("documents", { (corpus, cancellation) throws(CorpusError) in _ = try corpus.documents(.init(), cancellation) }),
    (
      "related",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.related(ListRelatedRequest(documentID: "d1"), cancellation)
      }
    ),
    ("programme", { (corpus, cancellation) throws(CorpusError) in _ = try corpus.programme(.init(), cancellation) }),
    ("goals", { (corpus, cancellation) throws(CorpusError) in _ = try corpus.goals(ListGoalsRequest(), cancellation) }),
    (
      "goal",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.goal(GetGoalRequest(id: "cyberdefense", since: "2023"), cancellation)
      }
    ),
    (
      "events",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.events(ListEventsRequest(country: "Japon"), cancellation)
      }
    ),
    (
      "entities",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.entities(ListEntitiesRequest(name: "a"), cancellation)
      }
    ),
    (
      "entity",
      { (corpus, cancellation) throws(CorpusError) in
        _ = try corpus.entity(GetEntityRequest(id: "OTAN"), cancellation)
      }
    ),
    ("quotations", { (corpus, cancellation) throws(CorpusError) in _ = try corpus.quotations(.init(), cancellation) }),
    ("describe", { (corpus, cancellation) throws(CorpusError) in _ = try corpus.describe(.init(), cancellation) }),
  ]

  /// Counts how often a call asks, and gives it up at one of the questions.
  private final class Counter: Sendable {
    private let asked = Atomic(0)
    private let last: Int

    init(givingUpAt last: Int) { self.last = last }

    var count: Int { asked.load(ordering: .relaxed) }

    var cancellation: Cancellation {
      Cancellation { self.asked.add(1, ordering: .relaxed).newValue >= self.last }
    }
  }

  @Test func `a call that is given up at any of its questions throws, and answers no more`() async throws {
    var mixer = try SentenceMixer(seed: 99)
    let corpus = try await CorpusFixture.make(mixer.documents(40))
    for (name, call) in Self.calls {
      let patient = Counter(givingUpAt: .max)
      try call(corpus, patient.cancellation)
      // At the beginning and at the end at least.
      #expect(patient.count >= 2, "\(name)")
      for question in Set([1, 2, 3, patient.count / 2, patient.count - 1, patient.count])
      where (1...patient.count).contains(question) {
        let counter = Counter(givingUpAt: question)
        #expect(
          failure { () throws(CorpusError) in try call(corpus, counter.cancellation) } == .cancelled,
          "\(name), question \(question) of \(patient.count)")
      }
    }
  }

  @Test func `a deadline that has passed is told from a call that was given up`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let late = Cancellation(deadline: .now - .seconds(1)) { true }
    #expect(failure { () throws(CorpusError) in try corpus.describe(.init(), late) } == .deadlineExceeded)
    let early = Cancellation(deadline: .now + .seconds(60)) { true }
    #expect(failure { () throws(CorpusError) in try corpus.describe(.init(), early) } == .cancelled)
    let free = Cancellation(deadline: .now + .seconds(60)) { false }
    #expect(failure { () throws(CorpusError) in try corpus.describe(.init(), free) } == nil)
  }

  @Test func `a cancelled task gives its calls up`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return failure { () throws(CorpusError) in try corpus.documents() }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }
}
