package import EntenteSearchIndex

extension SnapshotReader {
  /// Opens the search index.
  package func searchIndex() throws(SnapshotError) -> IndexReader {
    do throws(IndexError) {
      return try IndexReader(
        sections: sections(withPrefix: SectionName.searchIndexPrefix), documents: shard == nil ? nil : heldDocuments)
    } catch {
      throw SnapshotError(error)
    }
  }
}

extension SnapshotError {
  /// The index is a part of the snapshot: its damage is the snapshot's.
  package init(_ error: IndexError) {
    switch error {
    case .damaged(let section, let offset, let reason):
      self = .layout(section: SectionName.searchIndexPrefix + section, offset: offset, reason)
    case .unknownProfile(let name): self = .unknownProfile(name)
    }
  }
}
