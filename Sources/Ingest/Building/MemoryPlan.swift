internal import EntenteFileMapping

/// Who may hold how much of the memory that an ingestion is given; the rest waits in a temporary file.
///
/// A part is left to work under way and to what is kept of every document.
struct MemoryPlan: Sendable {
  /// Each of these may hold so much, in bytes.
  let documents, runs, section: Int
  /// The texts that are worked on at once.
  let underWay: Int
  /// One text.
  let document: Int
  let spillFile: SpillFile

  /// - Parameters:
  ///   - limit: in bytes.
  ///   - folder: where the temporary file is made.
  init(limit: Int, folder: String) {
    documents = limit / 8
    runs = limit / 16
    section = limit / 64
    underWay = limit / 8
    document = max(limit / 8, 64 << 10)
    spillFile = SpillFile(folder: folder)
  }

  /// - Parameter output: the file beside which the temporary file is made.
  init(limit: Int, output: String) {
    let slash = output.lastIndex(of: "/")
    self.init(limit: limit, folder: slash.map { $0 == output.startIndex ? "/" : String(output[..<$0]) } ?? ".")
  }

  var documentSpool: ByteSpool { ByteSpool(limit: documents, file: spillFile) }
  var runSpool: ByteSpool { ByteSpool(limit: runs, file: spillFile) }
  var sectionSpool: ByteSpool { ByteSpool(limit: section, file: spillFile) }
}
