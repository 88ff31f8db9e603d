import EntenteClient
import EntenteCorpus
import EntenteQuery
import EntenteSchema
import EntenteZlib
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TTRPC
import TestCorpora
import Testing

@testable import EntenteExplorer

/// The explorer over a real socket, on the seeds and on documents that mean harm.
@Suite(.timeLimit(.minutes(3))) struct ExplorerTests {
  private static let paths = [
    "/", "/search", "/search?q=cyberd%C3%A9fense", "/goal?id=cyberdefense", "/timeline",
    "/timeline?status=past&since=2023",
    "/entities", "/entities?kind=person", "/entity?id=Stoltenberg", "/documents", "/quotations",
    "/quotations?speaker=Stoltenberg", "/compare", "/cluster",
  ]

  /// Runs `body` with an explorer of the seeds, or of other documents.
  private static func explore(
    _ corpus: Corpus, _ configuration: Explorer.Configuration = Explorer.Configuration(),
    _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    let channel = LocalChannel([QueryService { corpus }.queryService, HealthService { corpus }.healthService])
    let explorer = try Explorer(
      corpus: QueryClient(channel), replicas: ReplicaSet(name: "local", channel: channel), configuration: configuration)
    try await explorer.application(at: .hostname("127.0.0.1", port: 0)).test(.live, body)
  }

  private static func text(_ response: TestResponse) -> String { String(buffer: response.body) }

  @Test func `every page of the seeds is served in both languages, and leaks no key of a label`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      for path in Self.paths {
        for language in ["fr", "en"] {
          let separator = path.contains("?") ? "&" : "?"
          try await client.execute(uri: "\(path)\(separator)lang=\(language)", method: .get) { response in
            #expect(response.status == .ok, "\(path)")
            let page = Self.text(response)
            #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<html lang=\"\(language)\">"), "\(path)")
            #expect(!page.contains("{{"), "\(path)")
            #expect(page.firstMatch(of: #/>(kind|event|status|month|error)\.[a-z-]+</#) == nil, "\(path)")
          }
        }
      }
    }
  }

  @Test func `a fact leads to its marked place in the document`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      let goal = Self.text(try await client.execute(uri: "/goal?id=cyberdefense", method: .get))
      let link = try #require(goal.firstMatch(of: #/href="(\/document\?id=[^"#]+at=[0-9,]+)[^"]*#fact"/#))
      let address = String(link.1).replacing("&amp;", with: "&")
      let page = Self.text(try await client.execute(uri: address, method: .get))
      #expect(page.contains("<a id=\"fact\"></a>"))
    }
  }

  /// What a reader sees of a document: the text between the tags of the article.
  private static func shownText(_ page: String) -> String {
    guard let article = page.firstMatch(of: #/(?s)<article class="text[^"]*"[^>]*>(.*?)<\/article>/#) else { return "" }
    return String(article.1).replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test func `every document stands as it was read, whatever is marked in it`() async throws {
    let corpus = try await CorpusFixture.seeds()
    let documents = try corpus.documents().documents.map(\.id)
    try await Self.explore(corpus) { client in
      for id in documents {
        let text = try corpus.document(GetDocumentRequest(id: id)).document?.text
        for switches in ["", "&show=text", "&show=text&show=date", "&show=entity"] {
          let page = Self.text(
            try await client.execute(uri: "/document?id=\(PageAddress.encoded(id))\(switches)", method: .get))
          #expect(Self.shownText(page) == text, "\(id) \(switches)")
        }
      }
    }
  }

  @Test func `the address says which marks are shown`() async throws {
    let corpus = try await CorpusFixture.make([
      ("a", "Visite", "Le 3 mai 2023, Jens Stoltenberg, secrétaire général de l'OTAN, s'est rendu à Tokyo.")
    ])
    try await Self.explore(corpus) { client in
      let all = Self.text(try await client.execute(uri: "/document?id=a", method: .get))
      #expect(all.contains("<article class=\"text\""))
      #expect(all.contains("href=\"/entity?id=place/tokyo\"") && all.contains("m-date"))
      let dates = Self.text(try await client.execute(uri: "/document?id=a&show=text&show=date", method: .get))
      #expect(dates.contains("<article class=\"text off-entity off-quotation off-evidence off-furniture\""))
      #expect(dates.contains("value=\"date\" checked") && !dates.contains("value=\"entity\" checked"))
    }
  }

  @Test func `a fact far down a long document is shown with its mark`() async throws {
    let line = "Les élèves répètent, leçon après leçon, ce qu’ils étudièrent déjà l’été passé à l’école. "
    let text = String(repeating: line, count: 5600) + "Jens Stoltenberg s'est rendu à Vilnius le 3 mai 2023."
    let corpus = try await CorpusFixture.make([("long", "Long", text)])
    let end = text.utf8.count
    try await Self.explore(corpus) { client in
      // The pieces of different facts would begin inside of different characters.
      for length in 44...53 {
        let address = "/document?id=long&at=\(end - length),\(length)"
        let page = Self.text(try await client.execute(uri: address, method: .get))
        #expect(page.contains("<a id=\"fact\"></a>"), "\(length)")
        let shown = Self.shownText(page)
        #expect(!shown.isEmpty && text.hasSuffix(shown))
      }
      let first = Self.text(try await client.execute(uri: "/document?id=long", method: .get))
      #expect(text.hasPrefix(Self.shownText(first)) && first.contains("rel=\"next\""))
    }
  }

  @Test func `hits by date are the latest first`() async throws {
    let corpus = try await CorpusFixture.make(
      [("a1", "Ancien", "Japon, Japon, Japon."), ("b2", "Récent", "Le Japon est loin d'ici.")])
    try await Self.explore(corpus) { client in
      func titles(_ query: String) async throws -> [String] {
        Self.text(try await client.execute(uri: "/search?q=Japon\(query)", method: .get))
          .matches(of: #/<h2><a href="\/document\?id=([a-z0-9]+)/#).map { String($0.1) }
      }
      let (best, latest) = (try await titles(""), try await titles("&sort=date"))
      #expect(Set(best) == ["a1", "b2"] && latest.count == 2)
      let days = try corpus.documents().documents.map { ($0.id, $0.effectiveDate?.start ?? "") }
      #expect(latest == days.sorted { $0.1 > $1.1 }.map(\.0))
    }
  }

  @Test func `the title of a hit leads to its passage`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      let page = Self.text(try await client.execute(uri: "/search?q=cyberd%C3%A9fense", method: .get))
      let hits = page.split(separator: "<li class=\"hit-item\">").dropFirst()
      #expect(!hits.isEmpty)
      for hit in hits {
        let title = try #require(hit.firstMatch(of: #/<h2><a href="([^"]+)"/#))
        let passage = try #require(hit.firstMatch(of: #/<a class="quiet" href="([^"]+)"/#))
        #expect(title.1 == passage.1 && title.1.hasSuffix("#fact"))
      }
    }
  }

  @Test func `a date that rests on the manifest bears a star, wherever it is shown, and the page says what it means`()
    async throws
  {
    let corpus = try await CorpusFixture.seeds()
    let inferred = try corpus.documents().documents.filter { $0.effectiveDate?.basis == .manifest }
    let title = try #require(inferred.first { !$0.title.isEmpty }?.title)
    let id = try #require(inferred.first { $0.title == title }?.id)
    try await Self.explore(corpus) { client in
      for path in [
        "/", "/search?q=Japon", "/goal?id=cyberdefense", "/timeline", "/documents", "/entity?id=OTAN",
        "/document?id=\(PageAddress.encoded(id))",
      ] {
        for (language, note) in [("fr", "* date fondée"), ("en", "* based on")] {
          let address = path + (path.contains("?") ? "&" : "?") + "lang=" + language
          let page = Self.text(try await client.execute(uri: address, method: .get))
          #expect(page.contains(DateText.star) && page.contains(note), "\(address)")
        }
      }
      let page = Self.text(try await client.execute(uri: "/search?lang=fr", method: .get))
      #expect(!page.contains("* date fondée"))
    }
  }

  @Test func `errors are in the language of the page, and show the character`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      let cases: [(path: String, french: String, english: String)] = [
        (
          "/search?q=otan+%22ouvert", "Caractère 6\u{A0}: Ce guillemet n’est pas fermé",
          "Character 6: This quotation mark"
        ),
        ("/search?q=person:Stoltenbreg", "Personne et rien ne s’appelle", "Nobody and nothing in the corpus"),
        ("/search?q=ville:Tokyo", "Il n’y a pas de filtre ville:", "There is no filter ville:"),
        ("/timeline?since=hier", "«\u{A0}hier\u{A0}» n’est pas une date", "“hier” is not a date"),
        ("/timeline?since=2024&amp;until=2023".replacing("&amp;", with: "&"), "La période finit", "The period ends"),
        ("/quotations?speaker=nobody", "Personne et rien", "Nobody and nothing"),
        ("/document?id=nothing", "Aucun document n’a l’identifiant", "No document has the id"),
        ("/goal?id=nothing", "Aucun objectif ne s’appelle", "No goal is called"),
        ("/entity?id=nothing", "Personne et rien", "Nobody and nothing"),
      ]
      for (path, french, english) in cases {
        for (language, words, other) in [("fr", french, english), ("en", english, french)] {
          let page = Self.text(try await client.execute(uri: "\(path)&lang=\(language)", method: .get))
          #expect(page.contains(words) && !page.contains(other), "\(path) \(language)")
        }
      }
      let open = Self.text(try await client.execute(uri: "/search?q=otan+%22ouvert", method: .get))
      #expect(open.contains("<code>otan <mark>&quot;</mark>ouvert</code>"))
      let typo = Self.text(try await client.execute(uri: "/timeline?name=Stoltenbreg&since=2023", method: .get))
      #expect(typo.contains("<a href=\"/timeline?since=2023&amp;name=Jens%20Stoltenberg\">Jens Stoltenberg</a>"))
    }
  }

  @Test func `the first page counts what the other pages list`() async throws {
    let corpus = try await CorpusFixture.seeds()
    let described = try corpus.describe()
    try await Self.explore(corpus) { client in
      let home = Self.text(try await client.execute(uri: "/?lang=fr", method: .get))
      let pages = ["documents": "document", "entities": "acteur", "timeline": "événement", "quotations": "citation"]
      for (path, noun) in pages {
        let list = Self.text(try await client.execute(uri: "/\(path)?lang=fr", method: .get))
        let count = try #require(list.firstMatch(of: try Regex("role=\"status\">([0-9]+) \(noun)"))?[1].substring)
        #expect(home.contains(">\(count) \(noun)"), "\(path) \(count)")
      }
    }
    // The seeds have quotations that are no speech, so that the two figures differ.
    #expect(described.quotationCount > (try corpus.quotations()).total)
  }

  @Test func `names are found in English too`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      for path in ["/entities?name=Japan", "/entity?id=Japan", "/timeline?name=Japan", "/search?q=country:Japan"] {
        let response = try await client.execute(uri: path + "&lang=en", method: .get)
        #expect(response.status == .ok && Self.text(response).contains("Japon"), "\(path)")
      }
      // The seeds say "norvégien" alone.
      let search = Self.text(try await client.execute(uri: "/search?q=Norway", method: .get))
      #expect(!search.contains("hit-item") && search.contains("<a href=\"/entity?id=country/no\">Norvège</a>"))
      let names = Self.text(try await client.execute(uri: "/entities?name=South+Korea", method: .get))
      #expect(names.contains("country/kr"))
    }
  }

  @Test func `facts name their source, documents lead to the first mention, and filters and goals have titles`()
    async throws
  {
    let corpus = try await CorpusFixture.seeds()
    let entity = try corpus.entity(GetEntityRequest(id: "Stoltenberg"))
    let mention = try #require(entity.entity?.mentions.first?.source?.span)
    let title = Markup(try #require(entity.documents.first?.title)).description
    let goal = try #require(try corpus.goals().goals.compactMap(\.goal).first { $0.id == "cyberdefense" })
    try await Self.explore(corpus) { client in
      func page(_ uri: String) async throws -> String {
        Self.text(try await client.execute(uri: uri, method: .get))
      }
      let person = try await page("/entity?id=Stoltenberg")
      #expect(person.contains("at=\(mention.offset),\(mention.length)#fact\">\(title)</a>"))
      #expect(person.contains("lang=\"fr\">\(title)</a></p>"))
      let review = try await page("/goal?id=cyberdefense")
      #expect(review.contains("lang=\"fr\">\(title)</a></p>"))
      let document = try await page("/document?id=\(PageAddress.encoded(entity.documents.first?.id ?? ""))")
      #expect(document.contains(">\(goal.title)</a>"))
      let search = try await page("/search?q=Chine&f=person:%22person/jens-stoltenberg%22&lang=fr")
      #expect(search.contains("Personne · Jens Stoltenberg"))
      // Places have no filter: their names are searched for.
      for name in ["Stoltenberg", "OTAN", "Japon", "Tokyo"] {
        let found = try await page("/entity?id=\(name)")
        let link = try #require(found.firstMatch(of: #/href="(\/search[^"]+)"/#))
        let hits = try await page(String(link.1).replacing("&amp;", with: "&"))
        #expect(hits.contains("hit-item"), "\(name)")
      }
    }
  }

  @Test func `the head of an entity's page links to each of its sections`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      let page = Self.text(try await client.execute(uri: "/entity?id=Stoltenberg", method: .get))
      let sections = page.matches(of: #/<section id="([a-z]+)"/#).map { String($0.1) }
      let links = page.matches(of: #/<li><a href="#([a-z]+)"/#).map { String($0.1) }
      #expect(sections == links && sections.contains("company"))
    }
  }

  @Test func `no markup of a document reaches a page as markup`() async throws {
    let script = "<script>alert(1)</script>"
    let hostile = "\"\u{301} onmouseover=\"alert(1)\" \u{202E}\(script)<img src=x onerror=alert(1)> l'OTAN et le Japon."
    let corpus = try await CorpusFixture.make([
      ("a\"><b>", hostile, "Le ministre \(script) a déclaré : « \(hostile) » à Tokyo le 3 mai 2023."),
      ("javascript:alert(1)", "\(script)", hostile),
    ])
    try await Self.explore(corpus) { client in
      for path in Self.paths + [
        "/document?id=a%22%3E%3Cb%3E", "/search?q=%3Cscript%3E", "/search?f=%22%3E%3Cscript%3E",
      ] {
        let page = Self.text(try await client.execute(uri: path, method: .get))
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("<b>"), "\(path)")
        #expect(page.firstMatch(of: #/<[a-z][^>]* on[a-z]+=/#) == nil, "\(path)")
        #expect(page.firstMatch(of: #/href="javascript:/#) == nil, "\(path)")
      }
    }
  }

  @Test func `a page is sent once, then confirmed, and compressed for those who ask`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      let first = try await client.execute(uri: "/timeline", method: .get)
      let tag = try #require(first.headers[.eTag])
      let second = try await client.execute(uri: "/timeline", method: .get, headers: [.ifNoneMatch: tag])
      #expect(second.status == .notModified && second.body.readableBytes == 0)
      let english = try await client.execute(
        uri: "/timeline", method: .get, headers: [.ifNoneMatch: tag, .acceptLanguage: "en"])
      #expect(english.status == .ok)
      let packed = try await client.execute(uri: "/timeline", method: .get, headers: [.acceptEncoding: "gzip"])
      #expect(packed.headers[.contentEncoding] == "gzip" && packed.body.readableBytes < first.body.readableBytes)
    }
  }

  @Test func `every answer forbids foreign scripts and frames`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      for path in ["/", "/nothing", "/assets/style.css", "/suggest?q=o"] {
        let response = try await client.execute(uri: path, method: .get)
        let policy = response.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(path)")
        #expect(!policy.contains("unsafe"), "\(path)")
        #expect(response.headers[.xContentTypeOptions] == "nosniff", "\(path)")
      }
    }
  }

  @Test func `what is not there is told as such, without a word of the machine`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      for path in ["/nothing", "/goal?id=nothing", "/document?id=../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd"] {
        let response = try await client.execute(uri: path, method: .get)
        #expect(response.status == .notFound, "\(path)")
        #expect(!Self.text(response).contains("root:"), "\(path)")
      }
      let wrong = Self.text(try await client.execute(uri: "/search?q=%22open", method: .get))
      #expect(wrong.contains("Caractère 1"))
    }
  }

  @Test func `the JSON API answers as the RPC service does`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      func post(_ method: String, _ body: String) async throws -> TestResponse {
        try await client.execute(
          uri: "/api/entente.v1.Query/\(method)", method: .post, headers: [.contentType: "application/json"],
          body: ByteBuffer(string: body))
      }
      let found = try await post("Search", #"{"query":"cyberdéfense","pageSize":1}"#)
      #expect(found.status == .ok && Self.text(found).contains("\"hits\""))
      let refusals: [(String, String, HTTPResponse.Status)] = [
        ("Search", #"{"query":7}"#, .badRequest), ("GetGoal", #"{"id":"nothing"}"#, .notFound),
        ("Search", #"{"query":"\"open"}"#, .badRequest),
        ("Search", String(repeating: " ", count: 100_000), .badRequest),
      ]
      for (method, body, expected) in refusals {
        let status = try await post(method, body).status
        #expect(status == expected, "\(method) \(body.prefix(40))")
      }
      let refused = try await post("Search", #"{"query":"\"open"}"#)
      let status = try #require(
        try JSONSerialization.jsonObject(with: Data(refused.body.readableBytesView)) as? [String: Any])
      let detail = try #require((status["details"] as? [[String: Any]])?.first)
      #expect(detail["@type"] as? String == "type.googleapis.com/google.rpc.ErrorInfo")
      #expect(detail["reason"] as? String == "UNCLOSED_QUOTATION" && detail["domain"] as? String == "entente")
      #expect(detail["metadata"] as? [String: String] == ["position": "0", "sign": "\""])
      for method in GatewayMethod.all.map(\.name) where method != "Search" {
        let status = try await post(method, "{}").status
        #expect([.ok, .badRequest, .notFound].contains(status), "\(method)")
      }
    }
  }

  @Test func `the description of the JSON API names every method, and no other`() async throws {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      let response = try await client.execute(uri: "/openapi.json", method: .get)
      #expect(response.headers[.contentType] == "application/json")
      let described = try #require(
        try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any])
      let paths = try #require(described["paths"] as? [String: Any])
      #expect(Set(paths.keys) == Set(GatewayMethod.all.map { "/api/entente.v1.Query/\($0.name)" }))
    }
  }

  @Test func `the JSON API, assets and calendars are compressed for those who ask, and say so to caches`() async throws
  {
    try await Self.explore(try await CorpusFixture.seeds()) { client in
      func answer(_ coding: String?) async throws -> TestResponse {
        try await client.execute(
          uri: "/api/entente.v1.Query/ListDocuments", method: .post,
          headers: coding.map { [.acceptEncoding: $0] } ?? [:], body: ByteBuffer(string: "{}"))
      }
      let plain = try await answer(nil)
      #expect(plain.headers[.contentEncoding] == nil && plain.headers[.vary] == "Accept-Encoding")
      let packed = try await answer("br, gzip;q=0.5")
      #expect(packed.headers[.contentEncoding] == "gzip" && packed.body.readableBytes < plain.body.readableBytes)
      // The members of an object come in any order.
      let object = try JSONSerialization.jsonObject(with: Data(try Self.inflated(packed))) as? NSDictionary
      #expect(object == (try JSONSerialization.jsonObject(with: Data(plain.body.readableBytesView)) as? NSDictionary))
      let refused = try await answer("gzip;q=0, *")
      #expect(refused.headers[.contentEncoding] == nil && refused.body.readableBytes == plain.body.readableBytes)
      for path in ["/assets/style.css", "/openapi.json", "/timeline.ics"] {
        let plain = try await client.execute(uri: path, method: .get)
        let packed = try await client.execute(uri: path, method: .get, headers: [.acceptEncoding: "gzip"])
        #expect(packed.headers[.contentEncoding] == "gzip", "\(path)")
        #expect(try Self.inflated(packed) == Array(plain.body.readableBytesView), "\(path)")
      }
      // A body that is compressed, to any length, is not read.
      let sent = try await client.execute(
        uri: "/api/entente.v1.Query/Describe", method: .post, headers: [.contentEncoding: "gzip"],
        body: ByteBuffer(bytes: try GzipWriter.compress(Array("{}".utf8))))
      #expect(sent.status == .badRequest)
    }
  }

  private static func inflated(_ response: TestResponse) throws -> [UInt8] {
    let reader = GzipReader()
    var content: [UInt8] = []
    try reader.inflate(unsafe Array(response.body.readableBytesView).span.bytes, into: &content)
    try reader.finish()
    return content
  }

  @Test(arguments: [
    ("gzip", true), ("x-gzip, br", true), ("*", true), ("deflate, GZIP; q=0.1", true), ("", false), ("br", false),
    ("gzip;q=0", false), ("gzip;q=0, *", false), ("*;q=0", false), ("gzipped", false), ("gzip;q=many", false),
  ])
  func `a client says which codings it accepts`(header: String, accepts: Bool) {
    #expect(CodedBody.acceptsGzip(header) == accepts)
  }

  @Test func `only named origins and hosts are served`() async throws {
    var configuration = Explorer.Configuration()
    configuration.allowedOrigins = ["https://example.org"]
    try await Self.explore(try await CorpusFixture.seeds(), configuration) { client in
      func origin(_ name: String) async throws -> String? {
        try await client.execute(
          uri: "/api/entente.v1.Query/Describe", method: .options, headers: [.origin: name]
        ).headers[.accessControlAllowOrigin]
      }
      let named = try await origin("https://example.org")
      let other = try await origin("https://evil.example")
      #expect(named == "https://example.org" && other == nil)
    }
    configuration.allowedHosts = ["corpus.example.org"]
    try await Self.explore(try await CorpusFixture.seeds(), configuration) { client in
      let status = try await client.execute(uri: "/", method: .get).status
      #expect(status.code == 421)
      let probe = try await client.execute(uri: "/healthz", method: .get).status
      #expect(probe == .ok)
    }
  }

  @Test func `a client that asks too often is told to wait`() async throws {
    var configuration = Explorer.Configuration()
    configuration.requestsPerSecond = 0.1
    try await Self.explore(try await CorpusFixture.seeds(), configuration) { client in
      var statuses: [Int] = []
      for _ in 0..<8 { statuses.append(try await client.execute(uri: "/healthz", method: .get).status.code) }
      #expect(statuses.first == 200 && statuses.last == 429)
      let page = try await client.execute(
        uri: "/", method: .get, headers: [.accept: "text/html,*/*", .acceptLanguage: "fr"])
      #expect(page.status == .tooManyRequests && Self.text(page).contains("Trop de demandes"))
    }
  }

  @Test func `an empty corpus and one without a programme have pages too`() async throws {
    let corpus = try await CorpusFixture.make([("a", "Titre", "Rien de particulier.")])
    try await Self.explore(corpus) { client in
      for path in ["/", "/timeline", "/entities", "/documents", "/quotations", "/document?id=a", "/search?q=rien"] {
        let status = try await client.execute(uri: path, method: .get).status
        #expect(status == .ok, "\(path)")
      }
    }
  }
}
