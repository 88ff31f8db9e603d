internal import EntenteSchema

extension SnapshotWriter {
  /// Appends the lists of what is known, and the reviews of goals. They follow from the records that were appended before: all
  /// of them must be there.
  ///
  /// - Parameters:
  ///   - textLengths: by document, in bytes of UTF-8.
  ///   - sentences: those that hold two mentions or more.
  /// - Throws: `PublicationError`, `SnapshotError` where the records are none, or `ZlibError`.
  package mutating func appendKnowledge(textLengths: [UInt32], sentences: MentionedSentences) throws {
    try appendKnowledge(textLengths: textLengths, sentences: sentences) { _, bytes in bytes }
  }

  /// - Parameter change: what is written for the bytes of a section; tests forge them.
  mutating func appendKnowledge(
    textLengths: [UInt32], sentences: MentionedSentences, _ change: (_ section: String, [UInt8]) -> [UInt8]
  ) throws {
    let table = try writtenSections()
    let mentions = try MentionTable(table)
    let builder = try KnowledgeBuilder(table, mentions, sentences, textLengths: textLengths)
    try append(section: SectionName.goals, builder.reviews, table)
    for (name, bytes) in builder.sections { try append(section: name, change(name, bytes)) }
  }
}
