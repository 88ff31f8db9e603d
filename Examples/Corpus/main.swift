import EntenteCorpus
import EntenteSchema

// Searches a snapshot file without a server. usage: corpus-example SNAPSHOT QUERY
guard CommandLine.arguments.count == 3 else { fatalError("usage: corpus-example SNAPSHOT QUERY") }
let corpus = try Corpus(path: CommandLine.arguments[1])

let found = try corpus.search(SearchRequest(query: CommandLine.arguments[2], pageSize: 3))
print("\(found.totalHits) documents")
for hit in found.hits { print("-", hit.document?.id ?? "", hit.passage?.source?.text ?? "") }

for review in try corpus.goals(ListGoalsRequest()).goals where review.evidenceCount > 0 {
  print("goal \(review.goal?.id ?? ""): \(review.evidenceCount) passages")
}
