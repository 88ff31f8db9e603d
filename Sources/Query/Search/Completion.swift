internal import EntenteSchema
internal import EntenteSearchIndex
internal import TTRPC
internal import EntenteTextAnalysis

/// Completes the last word of what was typed, with words as documents write them.
struct Completion {
  private let service: QueryService

  init(_ service: QueryService) { self.service = service }

  func complete(_ typed: String, limit: Int, _ context: CallContext) throws(RPCError) -> [Suggestion] {
    let start =
      typed.lastIndex { $0.isWhitespace || "\"«“'’ʼ(:+".contains($0) }.map { typed.index(after: $0) }
      ?? typed.startIndex
    let folded = Analyzer.foldedWord(String(typed[start...]))
    guard !folded.isEmpty, folded.count <= 64 else { return [] }
    let index = try service.index()
    var candidates = try service.searching { () throws(IndexError) in
      try index.terms(withPrefix: folded, limit: limit * 2)
    }
    // What was typed may be longer than the stem of the word that is meant.
    if let stem = Analyzer.analyzeQueryWord(String(typed[start...])).parts.last?.term,
      !candidates.contains(where: { $0.term == stem }),
      let entry = try service.searching({ () throws(IndexError) in try index.entry(stem) })
    {
      candidates.insert(entry, at: 0)
    }
    var suggestions: [Suggestion] = []
    var seen: Set<String> = []
    for candidate in candidates where suggestions.count < limit {
      try context.checkDeadline()
      guard let word = try Spelling(service).word(of: candidate.term, context),
        Analyzer.foldedWord(word).starts(with: folded),
        seen.insert(Folding.fold(word)).inserted
      else { continue }
      suggestions.append(Suggestion(text: typed[..<start] + word, documentCount: UInt64(candidate.documentFrequency)))
    }
    return suggestions
  }
}

/// How documents write the word of a term.
struct Spelling {
  private let service: QueryService

  init(_ service: QueryService) { self.service = service }

  /// The word as the best documents for it write it most, the shortest of equals: in lower case unless it is a name.
  func word(of term: [UInt8], _ context: CallContext) throws(RPCError) -> String? {
    let index = try service.index()
    let found = try service.searching { () throws(IndexError) in
      try index.search(.term(term), limit: 3, counting: 0) { context.isCancelled }
    }
    var counts: [String: Int] = [:]
    var texts: [String] = []
    for hit in found.hits {
      let document = try service.document(Int(hit.document))
      let text = document.title + "\n" + document.text
      try service.withFinder { (finder) throws(RPCError) in
        counts.merge(finder.spellings(of: term, in: text), uniquingKeysWith: +)
      }
      texts.append(text)
    }
    guard let written = counts.min(by: Self.isBetter)?.key else { return nil }
    // A capital at the start of a sentence is no name, nor is a long word in capitals.
    let lower = written.lowercased()
    if written == lower || counts[lower] != nil { return lower }
    if written.count > 6, written == written.uppercased() { return lower }
    return texts.allSatisfy { startsSentences(written, $0) } ? lower : written
  }

  private static func isBetter(_ left: (key: String, value: Int), _ right: (key: String, value: Int)) -> Bool {
    if left.value != right.value { return left.value > right.value }
    if left.key.utf8.count != right.key.utf8.count { return left.key.utf8.count < right.key.utf8.count }
    return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }

  /// Whether the word stands only where a sentence begins.
  private func startsSentences(_ word: String, _ text: String) -> Bool {
    text.ranges(of: " " + word).allSatisfy { range in
      let before = text[..<range.lowerBound].last
      return before.map { ".!?…:»\n".contains($0) } ?? true
    }
  }
}
