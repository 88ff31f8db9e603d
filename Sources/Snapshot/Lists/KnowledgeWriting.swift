internal import EntenteSchema

extension SnapshotWriter {
  /// Appends the knowledge lists and the goal reviews, which are derived from the records: all of them must have been
  /// appended before.
  ///
  /// - Parameters:
  ///   - textLengths: the text length of each document, in bytes of UTF-8.
  ///   - sentences: the sentences with two or more mentions.
  /// - Throws: `PublicationError`, `SnapshotError` if the records are damaged, or `ZlibError`.
  package mutating func appendKnowledge(textLengths: [UInt32], sentences: MentionedSentences) throws {
    try appendKnowledge(textLengths: textLengths, sentences: sentences, historyCount: GoalHistory.leastCount) { $1 }
  }

  /// - Parameters:
  ///   - historyCount: how much evidence a goal has that gets a history; tests lower it.
  ///   - change: what is written for the bytes of a section; tests forge them.
  mutating func appendKnowledge(
    textLengths: [UInt32], sentences: MentionedSentences, historyCount: Int,
    _ change: (_ section: String, [UInt8]) -> [UInt8]
  ) throws {
    let table = try writtenSections()
    let mentions = try MentionTable(table)
    let builder = try KnowledgeBuilder(table, mentions, sentences, textLengths: textLengths, historyCount: historyCount)
    try append(section: SectionName.goals, builder.reviews, table)
    for (name, bytes) in builder.sections { try append(section: name, change(name, bytes)) }
  }
}
