import EntenteCorpus
import EntenteSchema
import EntenteTextAnalysis
import TestCorpora
import Testing

/// Each method against a reading of every record, on corpora that are mixed from real sentences.
@Suite(.timeLimit(.minutes(5))) struct BruteForceTests {
  private struct Case {
    let corpus: Corpus
    let scan: RecordScan
    var random: SplitMix64

    init(seed: UInt64, documents: Int = 60) async throws {
      var mixer = try SentenceMixer(seed: seed)
      corpus = try await CorpusFixture.make(mixer.documents(documents, programmes: 2))
      scan = try RecordScan(corpus.snapshot)
      random = SplitMix64(state: seed)
    }

    mutating func pageSize() -> UInt32 { UInt32.random(in: 1...9, using: &random) }
  }

  @Test(arguments: [1, 2, 3]) func `documents are those that were read, with what is known of each`(seed: UInt64)
    async throws
  {
    var test = try await Case(seed: seed)
    let (corpus, scan) = (test.corpus, test.scan)
    let listed = try Pages.all { token throws(CorpusError) in
      let page = try corpus.documents(ListDocumentsRequest(pageSize: 7, pageToken: token))
      #expect(page.total == UInt64(scan.documents.count))
      return (page.documents, page.nextPageToken)
    }
    #expect(listed.map(\.id) == scan.documentsInOrder.map(\.id))
    for summary in listed {
      let document = try #require(scan.documents.first { $0.id == summary.id })
      #expect(summary.textLength == UInt32(document.text.utf8.count))
      #expect(summary.opening.isEmpty == !document.title.isEmpty)
    }
    for document in scan.documents {
      let size = test.pageSize()
      let found = try Pages.document(corpus, document.id, pageSize: size)
      #expect(found.document == document)
      #expect(found.quotations == scan.quotations(of: document.id))
      #expect(found.events == scan.events(of: document.id))
      #expect(found.evidence == scan.evidence(of: document.id))
      #expect(found.entities == scan.entities(of: document.id))
      #expect(found.mentions == scan.mentions(in: document.id))
      #expect(found.dates == scan.dates[scan.documents.firstIndex(of: document) ?? 0].dates)
    }
  }

  @Test(arguments: [4, 5, 6]) func `entities are ranked, named and counted as the records say`(seed: UInt64)
    async throws
  {
    var test = try await Case(seed: seed)
    let (corpus, scan) = (test.corpus, test.scan)
    for kind: EntityKind in [.unspecified, .person, .organisation, .country, .place] {
      for part in ["", "o", "Japon", "é", "sté", "zzz"] {
        let expected = scan.entities(namedLike: part, kind)
        let size = test.pageSize() * 5
        let found = try Pages.all { token throws(CorpusError) in
          let page = try corpus.entities(ListEntitiesRequest(pageSize: size, pageToken: token, kind: kind, name: part))
          #expect(page.total == UInt64(expected.count))
          return (page.entities, page.nextPageToken)
        }
        #expect(found.map(\.id) == expected.map(\.id), "\(kind) \(part)")
        #expect(found.map(\.mentionCount) == expected.map { UInt32($0.mentions.count) })
      }
    }
    for entity in scan.entities {
      let found = try Pages.entity(corpus, entity.id, pageSize: test.pageSize())
      #expect(found.entity == entity)
      #expect(found.documents.map(\.id) == scan.documents(mentioning: entity))
      #expect(found.quotations == scan.quotations.filter { $0.speakerID == entity.id })
      #expect(
        found.events
          == scan.timeline.filter { event in
            event.participants.contains { $0.id == entity.id } || event.place?.id == entity.id
          })
      let together = scan.coOccurrences(with: entity)
      #expect(found.coOccurrences.count == min(together.count, 50))
      for other in found.coOccurrences {
        #expect(together[other.entity?.id ?? ""] == Int(other.sentenceCount), "\(entity.id)")
      }
      #expect(found.coOccurrences.map(\.sentenceCount) == together.values.sorted(by: >).prefix(50).map(UInt32.init))
    }
  }

  @Test(arguments: [7, 8, 9]) func `every name means the same to every method`(seed: UInt64) async throws {
    let test = try await Case(seed: seed)
    let (corpus, scan) = (test.corpus, test.scan)
    let fields: [(EntityKind, String)] = [
      (.person, "person"), (.organisation, "organisation"), (.country, "country"),
    ]
    for (kind, field) in fields {
      for entity in scan.entities where entity.kind == kind {
        for name in [entity.id, entity.name.uppercased()] + entity.forms.prefix(2) {
          let meant = scan.entities(named: name, kind)
          #expect(meant.contains { $0.id == entity.id }, "\(name)")
          let ids = Set(meant.map(\.id))
          let mentioned = Set(meant.flatMap { $0.mentions.compactMap { $0.source?.documentID } })
          let found = try corpus.search(SearchRequest(query: "\(field):\"\(name)\"", pageSize: 200))
          #expect(Set(found.hits.compactMap { $0.document?.id }) == mentioned, "\(field) \(name)")
          var request = ListEventsRequest(pageSize: 200)
          switch kind {
          case .person: request.person = name
          case .organisation: request.organisation = name
          default: request.country = name
          }
          let events = try corpus.events(request)
          let attended = scan.timeline.filter { event in event.participants.contains { ids.contains($0.id) } }
          #expect(events.events == Array(attended.prefix(200)))
          let speeches = try corpus.quotations(ListQuotationsRequest(pageSize: 200, speaker: name))
          let speakers = Set(scan.entities(named: name).map(\.id))
          let said = scan.quotations.filter {
            speakers.contains($0.speakerID) && ($0.kind == .speech || $0.kind == .document)
          }
          #expect(speeches.quotations == Array(said.prefix(200)))
        }
      }
    }
  }

  @Test(arguments: [10, 11, 12]) func `the timeline holds what each filter asks for`(seed: UInt64) async throws {
    var test = try await Case(seed: seed)
    let (corpus, scan) = (test.corpus, test.scan)
    let types = Array(Set(scan.events.map(\.type))).sorted()
    let goals = Array(Set(scan.events.flatMap(\.goalIDs))).sorted()
    let places = Array(Set(scan.events.compactMap { $0.place?.id })).sorted()
    for _ in 0..<120 {
      var request = ListEventsRequest(pageSize: test.pageSize())
      let ends = Self.randomPeriod(&test.random)
      (request.since, request.until) = ends
      if Bool.random(using: &test.random) { request.type = types.randomElement(using: &test.random) ?? "" }
      if Bool.random(using: &test.random) {
        request.status = [.past, .planned, .proposed].randomElement(using: &test.random) ?? .past
      }
      if Int.random(in: 0..<4, using: &test.random) == 0 {
        request.goalID = goals.randomElement(using: &test.random) ?? ""
      }
      if Int.random(in: 0..<4, using: &test.random) == 0 {
        request.place = places.randomElement(using: &test.random) ?? ""
      }
      let expected = scan.timeline.filter { event in
        RecordScan.contains(event.date, since: ends.since, until: ends.until)
          && (request.type.isEmpty || event.type == request.type)
          && (request.status == .unspecified || event.status == request.status)
          && (request.goalID.isEmpty || event.goalIDs.contains(request.goalID))
          && (request.place.isEmpty || event.place?.id == request.place)
      }
      let found = try Pages.all { token throws(CorpusError) in
        var request = request
        request.pageToken = token
        let page = try corpus.events(request)
        #expect(page.total == UInt64(expected.count))
        return (page.events, page.nextPageToken)
      }
      #expect(found == expected, "\(request)")
    }
  }

  @Test(arguments: [13, 14, 15]) func `quotations are those of each kind, period and goal`(seed: UInt64) async throws {
    var test = try await Case(seed: seed)
    let (corpus, scan) = (test.corpus, test.scan)
    let goals = Array(Set(scan.quotations.flatMap(\.goalIDs))).sorted()
    for _ in 0..<80 {
      var request = ListQuotationsRequest(pageSize: test.pageSize())
      let ends = Self.randomPeriod(&test.random)
      (request.since, request.until) = ends
      request.kind = [.unspecified, .speech, .title, .scare].randomElement(using: &test.random) ?? .speech
      if Bool.random(using: &test.random) { request.goalID = goals.randomElement(using: &test.random) ?? "" }
      let expected = scan.quotations.filter { quotation in
        RecordScan.contains(quotation.date, since: ends.since, until: ends.until)
          && (request.kind == .unspecified
            ? quotation.kind == .speech || quotation.kind == .document : quotation.kind == request.kind)
          && (request.goalID.isEmpty || quotation.goalIDs.contains(request.goalID))
      }
      let found = try Pages.all { token throws(CorpusError) in
        var request = request
        request.pageToken = token
        let page = try corpus.quotations(request)
        #expect(page.total == UInt64(expected.count))
        return (page.quotations, page.nextPageToken)
      }
      #expect(found == expected, "\(request)")
    }
  }

  @Test(arguments: [16, 17, 18]) func `goals have what the records show for them`(seed: UInt64) async throws {
    var test = try await Case(seed: seed)
    let (corpus, scan) = (test.corpus, test.scan)
    let printed = scan.programmes.flatMap { $0.priorities.flatMap(\.goals) }.map(\.id)
    var seen: Set<String> = []
    let ids = printed.filter { seen.insert($0).inserted }
    let reviews = try corpus.goals(ListGoalsRequest()).goals
    #expect(reviews.compactMap { $0.goal?.id } == ids)
    #expect(try corpus.describe().goalCount == UInt64(ids.count))
    for (review, id) in zip(reviews, ids) {
      for since in ["", "2023-07-15", "2023-08", "2024", "2030"] {
        let found = try Pages.goal(corpus, id, since: since, pageSize: test.pageSize())
        if since.isEmpty { #expect(found.review == review) }
        let evidence = scan.evidence(on: id, since: since)
        #expect(found.evidence == evidence, "\(id) \(since)")
        #expect(found.events == scan.events(on: id, since: since))
        #expect(found.quotations == scan.quotations(on: id, since: since))
        #expect(Int(found.review?.evidenceCount ?? 0) == evidence.count)
        #expect(Int(found.review?.directEvidenceCount ?? 0) == evidence.count { $0.strength == .direct })
        #expect(Int(found.review?.documentCount ?? 0) == Set(evidence.compactMap { $0.passage?.documentID }).count)
        #expect(Int(found.review?.eventCount ?? 0) == found.events.count)
        #expect(Int(found.review?.quotationCount ?? 0) == found.quotations.count)
        #expect(abs((found.review?.strength ?? 0) - evidence.reduce(0) { $0 + $1.score }) < 0.01)
        let dated = scan.dated(id, since: since)
        #expect(found.review?.firstDate?.start == dated.map(\.start).min())
        #expect(found.review?.lastDate?.end == dated.map(\.end).max())
        let actors = scan.actors(in: evidence)
        #expect(found.actors.map(\.id) == actors.prefix(20).map(\.entity.id), "\(id) \(since)")
        #expect(found.actors.map(\.mentionCount) == actors.prefix(20).map { UInt32($0.count) })
        #expect(found.programmes.map(\.id) == ["programme-0", "programme-1"])
      }
    }
  }

  @Test(arguments: [19, 20]) func `programmes and facets are what the records say`(seed: UInt64) async throws {
    let test = try await Case(seed: seed)
    let (corpus, scan) = (test.corpus, test.scan)
    #expect(try corpus.programme().programme == scan.programmes.first)
    for programme in scan.programmes {
      let found = try corpus.programme(GetProgrammeRequest(documentID: programme.documentID))
      #expect(found.programme == programme && !found.programmeIsCut)
      #expect(found.others.map(\.id) == scan.programmes.map(\.documentID).filter { $0 != programme.documentID })
    }
    let found = try corpus.search(
      SearchRequest(query: "Japon", pageSize: 200, facets: [.person, .organisation, .country, .goal, .year]))
    let hits = Set(found.hits.compactMap { $0.document?.id })
    #expect(found.totalHits == UInt64(hits.count))
    let kinds: [(FacetKind, EntityKind)] = [(.person, .person), (.organisation, .organisation), (.country, .country)]
    for (facetKind, kind) in kinds {
      var counts: [FacetCount] = []
      for entity in scan.entities where entity.kind == kind {
        let count = Set(entity.mentions.compactMap { $0.source?.documentID }).intersection(hits).count
        if count > 0 { counts.append(FacetCount(value: entity.id, label: entity.name, count: UInt64(count))) }
      }
      counts.sort { $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value }
      let facet = try #require(found.facets.first { $0.kind == facetKind })
      #expect(facet.counts == Array(counts.prefix(20)))
    }
    let goals = try #require(found.facets.first { $0.kind == .goal })
    for count in goals.counts {
      let documents = Set(scan.evidence.filter { $0.goalID == count.value }.compactMap { $0.passage?.documentID })
      #expect(documents.intersection(hits).count == Int(count.count))
    }
  }

  private static func randomPeriod(_ random: inout SplitMix64) -> (since: String, until: String) {
    let ends = [
      "", "2019", "2022", "2023", "2023-07", "2023-07-13", "2023-11-15", "2024", "2024-07", "2025-10-31", "2030",
    ]
    let (first, last) = (Int.random(in: 0..<ends.count, using: &random), Int.random(in: 0..<ends.count, using: &random))
    // Periods of different precision overlap where one begins with the other.
    return last == 0 || first < last ? (ends[first], ends[last]) : (ends[last], ends[first])
  }
}
