public import EntenteCorpus

/// Gives the corpus to answer from: always the same, or the latest generation where snapshots are followed.
public typealias CorpusSource = @Sendable () -> Corpus
