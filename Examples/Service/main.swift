import EntenteClient
import EntenteCorpus
import EntenteIngest
import EntenteQuery
import EntenteSchema
import TTRPC

// Ingests documents, serves them, and asks the service. usage: service-example DOCUMENTS SNAPSHOT QUERY
guard CommandLine.arguments.count == 4 else { fatalError("usage: service-example DOCUMENTS SNAPSHOT QUERY") }
let (documents, snapshot, query) = (CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments[3])

// One file of all documents.
let report = try await SnapshotBuilder(options: IngestOptions()).build([documents], output: snapshot)
print("\(report.documents) documents in \(report.size) bytes")

// The file, asked in this process.
let corpus = try Corpus(path: snapshot)
let found = try corpus.search(SearchRequest(query: query))
print("\(found.totalHits) hits in process")

// The same over a socket.
let server = RPCServer(services: [QueryService { corpus }.queryService, HealthService { corpus }.healthService])
let port = try await server.listen(host: "127.0.0.1", port: 0)

let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)])
let answer = try await QueryClient(client).search(SearchRequest(query: query, pageSize: 3))
print("\(answer.totalHits) hits over RPC")
for hit in answer.hits { print("-", hit.document?.title ?? "", hit.passage?.source?.text ?? "") }

await client.close()
await server.drain(within: .seconds(5))
