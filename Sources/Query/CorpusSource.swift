public import EntenteCorpus
public import TTRPC

/// Returns the corpus to answer from; in a process that swaps corpora, the newest.
///
/// Throws UNAVAILABLE while there is none.
public typealias CorpusSource = @Sendable () throws(RPCError) -> Corpus
