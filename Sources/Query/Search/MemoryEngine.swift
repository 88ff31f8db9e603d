internal import Foundation
internal import Schema
internal import Snapshot
internal import TextAnalysis
internal import TTRPC

/// Searches without the index of the file: reads every document once and keeps its terms in memory.
///
/// For snapshots that were written without an index, and to check the index against: it scores every document.
struct MemoryEngine: SearchEngine {
  private struct Posting {
    var ordinal: Int
    var titlePositions: [UInt32]
    var positions: [UInt32]
  }

  private static let k1: Float = 1.2
  private static let b: Float = 0.75
  private static let titleBoost: Float = 2

  private var postings: [[UInt8]: [Posting]] = [:]
  private var sortedTerms: [[UInt8]] = []
  private var lengths: [Float] = []
  private var meanLength: Float = 1

  var documentCount: Int { lengths.count }
  var termCount: Int { postings.count }

  init(_ reader: SnapshotReader) throws(SnapshotError) {
    var analyzer = Analyzer()
    var tokens: [Token] = []
    var table: [[Posting]] = []
    for ordinal in 0..<reader.documents.count {
      let document = try reader.document(ordinal)
      for isTitle in [true, false] {
        analyzer.analyze((isTitle ? document.title : document.text).utf8Span.span.bytes, into: &tokens)
        while table.count < analyzer.termCount { table.append([]) }
        if !isTitle { lengths.append(Float(tokens.count)) }
        for token in tokens {
          let term = Int(token.term)
          if table[term].last?.ordinal != ordinal {
            table[term].append(Posting(ordinal: ordinal, titlePositions: [], positions: []))
          }
          let last = table[term].count - 1
          if isTitle { table[term][last].titlePositions.append(token.position) } else { table[term][last].positions.append(token.position) }
        }
      }
    }
    for (term, list) in table.enumerated() { postings[Array(analyzer.term(term))] = list }
    sortedTerms = postings.keys.sorted { $0.lexicographicallyPrecedes($1) }
    meanLength = max(lengths.reduce(0, +) / Float(max(lengths.count, 1)), 1)
  }

  func documentFrequency(of term: [UInt8]) -> Int { postings[term]?.count ?? 0 }

  func search(
    _ tree: SearchTree, limit: Int, filter: DocumentSet?, countsAll: Bool, context: CallContext
  ) throws(RPCError) -> EngineHits {
    let scores = try scores(tree, context).filter { filter?.contains($0.key) ?? true }
    let sorted = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return EngineHits(hits: sorted.prefix(limit).map { ($0.key, $0.value) }, total: sorted.count, totalIsExact: true)
  }

  func matches(_ tree: SearchTree, filter: DocumentSet?, context: CallContext) throws(RPCError) -> DocumentSet {
    var set = DocumentSet(count: documentCount)
    for ordinal in try scores(tree, context).keys where filter?.contains(ordinal) ?? true { set.insert(ordinal) }
    return set
  }

  func terms(prefix: [UInt8], limit: Int) -> [EngineTerm] {
    let found = sortedTerms.filter { $0.starts(with: prefix) }.map { EngineTerm(term: $0, documentFrequency: documentFrequency(of: $0)) }
    return Array(found.sorted { $0.documentFrequency > $1.documentFrequency }.prefix(limit))
  }

  func terms(near word: [UInt8], edits: Int, limit: Int) -> [EngineTerm] {
    var found: [EngineTerm] = []
    for distance in 0...max(edits, 0) where found.count < limit {
      let near = sortedTerms.filter { term in EditDistance.isWithin(distance, word, term) && !found.contains { $0.term == term } }
      found += near.map { EngineTerm(term: $0, documentFrequency: documentFrequency(of: $0)) }
        .sorted { $0.documentFrequency > $1.documentFrequency }
    }
    return Array(found.prefix(limit))
  }

  // MARK: Scores

  private func scores(_ tree: SearchTree, _ context: CallContext) throws(RPCError) -> [Int: Float] {
    try context.checkDeadline()
    switch tree {
    case .term(let term): return score(postings[term] ?? []) { ($0.titlePositions.count, $0.positions.count) }
    case .phrase(let terms): return phraseScores(terms)
    case .prefix(let prefix): return try alternatives(terms(prefix: prefix, limit: 64).map { .term($0.term) }, context)
    case .fuzzy(let word, let edits):
      return try alternatives(terms(near: word, edits: edits, limit: 64).map { .term($0.term) }, context)
    case .any(let nodes): return try alternatives(nodes, context)
    case .weighted(let node, let weight): return try scores(node, context).mapValues { $0 * weight }
    case .group(let required, let optional, let excluded):
      var result = try alternatives(optional, context)
      if let first = required.first {
        var all = try scores(first, context)
        for node in required.dropFirst() {
          let next = try scores(node, context)
          all = all.filter { next[$0.key] != nil }.reduce(into: [:]) { $0[$1.key] = $1.value + (next[$1.key] ?? 0) }
        }
        result = all.reduce(into: [:]) { $0[$1.key] = $1.value + (result[$1.key] ?? 0) }
      }
      for node in excluded {
        for ordinal in try scores(node, context).keys { result[ordinal] = nil }
      }
      return result
    }
  }

  private func alternatives(_ nodes: [SearchTree], _ context: CallContext) throws(RPCError) -> [Int: Float] {
    var sums: [Int: Float] = [:]
    for node in nodes {
      for (ordinal, score) in try scores(node, context) { sums[ordinal, default: 0] += score }
    }
    return sums
  }

  private func score(_ list: [Posting], _ frequencies: (Posting) -> (title: Int, body: Int)) -> [Int: Float] {
    let counts = list.map { (ordinal: $0.ordinal, frequency: frequencies($0)) }.filter { $0.frequency.title + $0.frequency.body > 0 }
    let idf = log(1 + (Float(documentCount) - Float(counts.count) + 0.5) / (Float(counts.count) + 0.5))
    var scores: [Int: Float] = [:]
    for (ordinal, frequency) in counts {
      let norm = Self.k1 * (1 - Self.b + Self.b * lengths[ordinal] / meanLength)
      let weighted = Float(frequency.body) + Self.titleBoost * Float(frequency.title)
      scores[ordinal] = idf * weighted * (Self.k1 + 1) / (weighted + norm)
    }
    return scores
  }

  private func phraseScores(_ terms: [SearchTree.PhraseTerm]) -> [Int: Float] {
    guard let first = terms.first else { return [:] }
    let others = terms.dropFirst().map { part in
      (offset: UInt32(clamping: part.position - first.position), list: Dictionary((postings[part.term] ?? []).map { ($0.ordinal, $0) }) { a, _ in a })
    }
    func count(_ posting: Posting, _ positions: (Posting) -> [UInt32]) -> Int {
      positions(posting).count { start in
        others.allSatisfy { $0.list[posting.ordinal].map { positions($0) }?.contains(start + $0.offset) ?? false }
      }
    }
    return score(postings[first.term] ?? []) { posting in
      (count(posting) { $0.titlePositions }, count(posting) { $0.positions })
    }
  }
}
