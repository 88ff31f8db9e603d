/// The documents of an ingestion, ordered by the bytes of their ids, and what was not taken.
struct Corpus {
  private(set) var documents: [InputDocument] = []
  private(set) var rejections: [Rejection] = []

  /// Reads everything below `paths`.
  init(_ paths: [String], _ options: IngestOptions, _ progress: (IngestProgress) -> Void) {
    let listing = InputListing(paths)
    rejections = listing.rejections
    let entries = Manifest.entries(of: listing.manifests, &rejections)
    let reader = InputReader(encoding: options.encoding, limits: options.limits)
    for (index, file) in listing.files.enumerated() {
      reader.read(file) { document in
        var document = document
        if let entry = entries[file.path] { document.apply(entry) }
        documents.append(document)
      } reject: {
        rejections.append($0)
      }
      progress(IngestProgress(step: .reading, done: index + 1, total: listing.files.count))
    }
    sortAndRejectDuplicates()
  }

  private mutating func sortAndRejectDuplicates() {
    // By the file too, so that of two documents with one id always the same one stays.
    documents.sort(by: comesFirst)
    var kept: [InputDocument] = []
    kept.reserveCapacity(documents.count)
    for document in documents {
      if let previous = kept.last, previous.id.utf8.elementsEqual(document.id.utf8) {
        rejections.append(
          Rejection(document.file, "its id \(document.id) is that of \(previous.file) too; rename one of them"))
      } else {
        kept.append(document)
      }
    }
    documents = kept
  }
}

/// Whether a document comes first, by the bytes of its id, then of its file, then of its text: the order of Unicode
/// depends on the version of its tables.
private func comesFirst(_ left: InputDocument, _ right: InputDocument) -> Bool {
  for (left, right) in [(left.id, right.id), (left.file, right.file)] where !left.utf8.elementsEqual(right.utf8) {
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }
  return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
}
