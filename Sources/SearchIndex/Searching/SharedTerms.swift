extension IndexReader {
  /// Finds which of some terms occur in each of some documents.
  ///
  /// ```swift
  /// let shared = try index.terms(terms, in: [3, 17])[17] ?? []
  /// ```
  ///
  /// - Returns: the indices of the terms that occur in a document, ascending; nothing for a document without any.
  /// - Throws: `IndexError` for damage.
  public func terms(_ terms: [[UInt8]], in documents: some Sequence<UInt32>) throws(IndexError) -> [UInt32: [Int]] {
    // A cursor only goes forward.
    let documents = documents.sorted()
    var found: [UInt32: [Int]] = [:]
    for (number, term) in terms.enumerated() {
      guard let entry = try entry(term), entry.postingCount > 0 else { continue }
      let postings = try cursor(entry)
      for document in documents {
        try postings.advance(to: document)
        if postings.document == document { found[document, default: []].append(number) }
      }
    }
    return found
  }
}
