import EntenteSchema
import Foundation
import ProtobufCoding
import TTRPC
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Replicas that let only some callers in, and those callers: a stock Go client, the command line, other replicas, HAProxy.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `Secured replicas` {
  private let secured: SecuredCorpus
  private let search = SearchRequest(query: "OTAN Japon", pageSize: 50).protobufBytes().map { byte in
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
  .joined()

  init() throws { secured = try SecuredCorpus() }

  private func entente(_ arguments: String...) throws -> Products.Result {
    try Products.run(Products.path("entente"), arguments)
  }

  @Test func `a stock Go client over TLS is let in by its token, and the log says who called and no secret`()
    async throws
  {
    let port = try freePorts(1)[0]
    let replica = try secured.replica(
      secured.identity + ["--tokens", secured.path("callers"), "--open-health"], port: port)
    let health = try StockClient.call(port, "entente.v1.Health/Check", environment: secured.stockTLS)
    #expect(health.hasPrefix("OK 0801"), "\(health)")
    let nobody = try StockClient.call(port, "entente.v1.Query/Search", search, environment: secured.stockTLS)
    #expect(nobody == "Unauthenticated unauthenticated")
    let wrong = try StockClient.call(
      port, "entente.v1.Query/Search", search, environment: secured.stockTLS, ["GOPEER_TOKEN": "opensesamE"])
    #expect(wrong == "Unauthenticated unauthenticated")
    let right = try StockClient.call(
      port, "entente.v1.Query/Search", search, environment: secured.stockTLS, secured.stockToken)
    #expect(right.hasPrefix("OK 0a"), "\(right)")
    let plain = try StockClient.call(port, "entente.v1.Health/Check")
    #expect(!plain.hasPrefix("OK"), "\(plain)")
    let flood = try StockClient.flood(
      port, "entente.v1.Query/Search", 300, search, environment: secured.stockTLS, secured.stockToken,
      ["GOPEER_FROM": "127.0.0.3"])
    #expect(flood == "OK 300")
    try await eventually("a slow call in the log") {
      replica.text.split(separator: "\n").contains { line in
        line.contains("slow call") && line.contains("\"caller\":\"analyst\"") && line.contains("127.0.0.3")
      }
    }
    #expect(!replica.text.contains("opensesam") && !replica.text.contains("d9fb92e3"))
    #expect(replica.stop() == 0)
  }

  @Test func `a caller that proves its name by a certificate may do what its line says`() throws {
    let port = try freePorts(1)[0]
    let replica = try secured.replica(
      secured.identity + ["--tls-client-ca", secured.path("ca.pem"), "--tokens", secured.path("callers")], port: port)
    let pair = ["GOPEER_CERTIFICATE": secured.path("client.pem"), "GOPEER_KEY": secured.path("client.key")]
    let health = try StockClient.call(port, "entente.v1.Health/Check", environment: secured.stockTLS, pair)
    #expect(health.hasPrefix("OK 0801"), "\(health)")
    let denied = try StockClient.call(port, "entente.v1.Query/Search", search, environment: secured.stockTLS, pair)
    #expect(denied == "PermissionDenied permission denied")
    let token = try StockClient.call(
      port, "entente.v1.Query/Search", search, environment: secured.stockTLS, pair, secured.stockToken)
    #expect(token.hasPrefix("OK 0a"), "\(token)")
    let nobody = try StockClient.call(
      port, "entente.v1.Health/Check", environment: secured.stockTLS, secured.stockToken)
    #expect(!nobody.hasPrefix("OK"), "\(nobody)")
    #expect(replica.stop() == 0)
  }

  @Test func `the command line asks over TLS with a token, and says what is missing`() throws {
    let port = try freePorts(1)[0]
    let replica = try secured.replica(secured.identity + ["--tokens", secured.path("callers")], port: port)
    let (server, ca, token) = ("localhost:\(port)", secured.path("ca.pem"), secured.path("token"))
    let found = try entente("search", "OTAN", "--server", server, "--tls-ca", ca, "--token-file", token, "--json")
    #expect(found.status == 0 && found.output.contains("\"hits\""), "\(found.errors)")
    let status = try entente("status", "--server", server, "--tls-ca", ca, "--token-file", token)
    #expect(status.status == 0 && status.output.contains("serving"), "\(status)")

    let nobody = try entente("search", "OTAN", "--server", server, "--tls-ca", ca)
    #expect(nobody.status == 77 && nobody.errors.contains("--token-file"), "\(nobody)")
    let named = try entente(
      "search", "OTAN", "--server", "127.0.0.1:\(port)", "--tls-ca", ca, "--tls-name", "query.example.org")
    #expect(named.status == 69 && named.errors.contains("--tls-name tells"), "\(named)")
    let plain = try entente("search", "OTAN", "--server", server, "--timeout", "3")
    #expect(plain.status == 69)
    let missing = try entente("search", "OTAN", "--server", server, "--tls-ca", ca, "--token-file", "/nowhere")
    #expect(missing.status == 66 && missing.errors.contains("/nowhere"), "\(missing)")

    func health(_ more: String...) throws -> Int32 {
      try Products.run(Products.path("entente-query"), ["--health", "127.0.0.1:\(port)"] + more).status
    }
    #expect(try health("--tls-ca", ca, "--token-file", token) == 0)
    #expect(try health("--tls-ca", ca) == 69)
    #expect(replica.stop() == 0)
  }

  @Test func `the Python client asks over TLS with a token, and is told what is missing or wrong`() throws {
    let port = try freePorts(1)[0]
    let replica = try secured.replica(secured.identity + ["--tokens", secured.path("callers")], port: port)
    let script = """
      import ssl, sys
      from entente import Access, CallError, Client
      address, ca, token = sys.argv[1:]
      trusted = ssl.create_default_context(cafile=ca)
      for access in [Access(trusted, lambda: token), Access(trusted), Access(trusted, token + "x"), Access(True, token), Access()]:
          try:
              with Client(address, timeout=3, attempts=1, access=access) as client:
                  print("OK", len(client.search("OTAN", page_size=1).hits))
                  client.search("OTAN persone:abe")
          except CallError as error:
              print(error.code.name, error.reason, error.details.get("name"), error.details.get("position"))
      """
    let asked = try Products.run(
      Products.root.appendingPathComponent(".venv/bin/python3").path,
      ["-c", script, "localhost:\(port)", secured.path("ca.pem"), SecuredCorpus.token],
      environment: ["PYTHONPATH": Products.root.appendingPathComponent("clients/python").path])
    #expect(
      asked.output.split(separator: "\n") == [
        "OK 1", "INVALID_ARGUMENT UNKNOWN_FILTER persone 5", "UNAUTHENTICATED  None None", "UNAUTHENTICATED  None None",
        "UNAVAILABLE  None None", "UNAVAILABLE  None None",
      ],
      "\(asked.output)\(asked.errors)")
    #expect(replica.stop() == 0)
  }

  @Test func `a worker feeds only those with a certificate, and replicas and files follow it`() async throws {
    let ports = try freePorts(2)
    let feed = try RunningProgram(
      "entente-ingest",
      [
        Products.root.appendingPathComponent("seeds").path, "--output", secured.path("fed.snapshot"), "--watch",
        "--serve",
        "127.0.0.1:\(ports[0])", "--tls-client-ca", secured.path("ca.pem"), "--tokens", secured.path("callers"),
      ] + secured.identity, until: "serving the feed at")
    let asReplica = [
      "--tls-ca", secured.path("ca.pem"), "--tls-certificate", secured.path("client.pem"), "--tls-key",
      secured.path("client.key"),
    ]
    try await eventually("the first generation") {
      try Products.run(
        Products.path("entente-ingest"), ["health", "127.0.0.1:\(ports[0])"] + asReplica
      ).status == 0
    }
    let source = "ttrpcs://127.0.0.1:\(ports[0])"
    let fetched = try Products.run(
      Products.path("entente"), ["snapshot", "fetch", source, "--output", secured.path("fetched")] + asReplica)
    #expect(fetched.status == 0, "\(fetched.errors)")
    let stranger = try entente(
      "snapshot", "fetch", source, "--output", secured.path("stolen"), "--tls-ca", secured.path("ca.pem"))
    #expect(stranger.status == 69)
    #expect(!FileManager.default.fileExists(atPath: secured.path("stolen")))

    let replica = try RunningProgram(
      "entente-query",
      ["--snapshot", source, "--listen", "127.0.0.1:\(ports[1])", "--drain-delay", "0"] + asReplica,
      until: "listening on")
    try await eventually("an answer") {
      try entente(
        "search", "OTAN", "--server", "127.0.0.1:\(ports[1])", "--tls-ca", secured.path("ca.pem"), "--tls-name",
        "replica"
      ).status == 0
    }
    #expect(replica.stop() == 0)
    #expect(feed.stop() == 0)
  }

  @Test func `HAProxy ends TLS or begins it, and the replica knows who is behind it`() async throws {
    let ports = try freePorts(6)
    let (plain, secret, outer, inner) = (ports[0], ports[1], ports[2], ports[3])
    let limits = ["--accept-proxy", "127.0.0.1", "--max-connections-per-address", "1"]
    let tokens = ["--tokens", secured.path("callers"), "--open-health"]
    let replicas = [
      try secured.replica(limits + tokens, port: plain),
      try secured.replica(limits + tokens + secured.identity, port: secret),
    ]
    // HAProxy takes certificate and key from one file.
    let both = try ["server.pem", "server.key"].map { try String(contentsOfFile: secured.path($0), encoding: .utf8) }
    try secured.write("haproxy.pem", both.joined())
    try secured.write(
      "haproxy.cfg",
      """
      defaults
        mode tcp
        timeout connect 1s
        timeout client 1h
        timeout server 1h
      # TLS ends here; the replica is told the client's address in the clear.
      frontend outer
        bind 127.0.0.1:\(outer) ssl crt \(secured.path("haproxy.pem")) alpn ttrpc ssl-min-ver TLSv1.3
        default_backend plain
      backend plain
        server replica 127.0.0.1:\(plain) send-proxy-v2
      # TLS begins here: the header goes before the handshake.
      frontend inner
        bind 127.0.0.1:\(inner)
        default_backend secret
      backend secret
        server replica 127.0.0.1:\(secret) send-proxy-v2 ssl verify required ca-file \(secured.path("ca.pem")) alpn ttrpc \
      verifyhost localhost sni str(localhost)

      """)
    let balancer = try RunningProgram("/usr/sbin/haproxy", ["-f", secured.path("haproxy.cfg")], listeningOn: outer)

    for (port, tls) in [(outer, secured.stockTLS), (inner, [:])] {
      let found = try StockClient.call(
        port, "entente.v1.Query/Search", search, environment: tls, secured.stockToken, ["GOPEER_FROM": "127.0.0.2"])
      #expect(found.hasPrefix("OK 0a"), "\(port): \(found)")
      // One connection from each address: who has one gets no second, and another address does.
      let stop = secured.path("stop-\(port)")
      let first = try StockClient.load(port, stop: stop, environment: tls.merging(["GOPEER_FROM": "127.0.0.4"]) { $1 })
      try await eventually("a refusal") {
        try !StockClient.call(
          port, "entente.v1.Health/Check", environment: tls, ["GOPEER_FROM": "127.0.0.4"]
        ).hasPrefix("OK")
      }
      let other = try StockClient.call(
        port, "entente.v1.Health/Check", environment: tls, ["GOPEER_FROM": "127.0.0.5"])
      #expect(other.hasPrefix("OK 0801"), "\(port): \(other)")
      try Data().write(to: URL(fileURLWithPath: stop))
      first.waitUntilExit()
      let flood = try StockClient.flood(
        port, "entente.v1.Query/Search", 300, search, environment: tls, secured.stockToken,
        ["GOPEER_FROM": "127.0.0.6"])
      #expect(flood == "OK 300")
    }
    for replica in replicas {
      try await eventually("a slow call in the log") {
        replica.text.split(separator: "\n").contains { line in
          line.contains("slow call") && line.contains("\"caller\":\"analyst\"") && line.contains("127.0.0.6")
        }
      }
    }
    // Whoever comes by no proxy has no header to show.
    let direct = try StockClient.call(
      plain, "entente.v1.Health/Check", environment: ["GOPEER_FROM": "127.0.0.1"])
    #expect(!direct.hasPrefix("OK"), "\(direct)")
    balancer.killNow()
    for replica in replicas { #expect(replica.stop() == 0) }
  }

  @Test func `metrics tell handshakes and the end of the certificate`() async throws {
    let ports = try freePorts(2)
    let replica = try secured.replica(secured.identity + ["--admin", "127.0.0.1:\(ports[1])"], port: ports[0])
    _ = try StockClient.call(ports[0], "entente.v1.Health/Check", environment: secured.stockTLS)
    _ = try StockClient.call(ports[0], "entente.v1.Health/Check")
    let url = try #require(URL(string: "http://127.0.0.1:\(ports[1])/metrics"))
    try await eventually("both results") {
      let (data, _) = try await URLSession.shared.data(from: url)
      let text = String(decoding: data, as: UTF8.self)
      return text.contains("entente_handshakes_total{result=\"done\"} 1\n")
        && text.contains("entente_handshakes_total{result=\"failed\"} 1\n")
        && text.contains("\nentente_certificate_expiry_timestamp_seconds 1")
    }
    #expect(replica.stop() == 0)
  }
}
