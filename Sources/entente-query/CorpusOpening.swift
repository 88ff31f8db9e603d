import EntenteCorpus
import EntenteFeed
import EntenteSchema
import EntenteSnapshot

/// Makes a corpus of a snapshot, ready for its first caller.
enum CorpusOpening {
  @Sendable static func open(_ snapshot: SnapshotReader) throws(FollowingError) -> Corpus {
    do throws(SnapshotError) {
      let corpus = try Corpus(snapshot)
      try warm(corpus)
      return corpus
    } catch {
      throw FollowingError(.unusable, "\(error)")
    }
  }

  /// Asks once what the first callers will ask, so that none of them waits for what is read at first use.
  private static func warm(_ corpus: Corpus) throws(SnapshotError) {
    let cancellation = Cancellation()
    do throws(CorpusError) {
      _ = try corpus.describe(DescribeRequest(), cancellation)
      if corpus.snapshot.shard == nil {
        _ = try corpus.suggest(SuggestRequest(prefix: "a"), cancellation)
      }
      let documents = try corpus.documents(ListDocumentsRequest(pageSize: 1), cancellation)
      guard let title = documents.documents.first?.title else { return }
      // The words of a title are a query of the kind that comes.
      let query = title.split(separator: " ").filter { $0.allSatisfy(\.isLetter) }.prefix(3).joined(separator: " ")
      if corpus.snapshot.shard == nil {
        _ = try corpus.search(SearchRequest(query: query), cancellation)
      } else {
        _ = try corpus.searchShard(
          ShardSearchRequest(corpusID: corpus.reference.id, query: query, limit: 10), cancellation)
      }
    } catch {
      // A word that is no query is not the snapshot's fault; damage is.
      if case .damaged(let fault) = error { throw fault }
    }
  }
}
