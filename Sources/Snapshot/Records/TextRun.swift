internal import EntenteSchema

/// Texts that follow each other in a snapshot, so that several threads can read all of them.
package struct TextRun: Sendable {
  fileprivate let blocks: Range<Int>
  /// Inflated, in bytes.
  package let size: Int
}

extension SnapshotReader {
  /// All texts, in runs of about `size` bytes.
  package func textRuns(of size: Int) throws(SnapshotError) -> [TextRun] {
    var runs: [TextRun] = []
    var (first, held) = (0, 0)
    for block in 0..<texts.records.blockCount {
      held += Int(try texts.records.entry(block).inflatedLength)
      guard held >= size || block + 1 == texts.records.blockCount else { continue }
      runs.append(TextRun(blocks: first..<block + 1, size: held))
      (first, held) = (block + 1, 0)
    }
    return runs
  }

  /// The texts of a run with their slots; ``documentsOfTexts()`` tells whose they are.
  package func texts(of run: TextRun) throws(SnapshotError) -> [(slot: Int, text: String)] {
    var found: [(slot: Int, text: String)] = []
    try texts.records.visit(blocks: run.blocks) { (slot, document) throws(SnapshotError) in
      found.append((slot, document.text))
    }
    return found
  }
}
