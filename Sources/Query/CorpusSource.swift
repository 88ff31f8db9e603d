public import EntenteCorpus
public import TTRPC

/// Gives the corpus to answer from; a process that swaps corpora gives the newest.
///
/// It throws UNAVAILABLE while there is none yet.
public typealias CorpusSource = @Sendable () throws(RPCError) -> Corpus
