/// A word of a question.
public struct QuestionWord: Hashable, Sendable {
  public var term: [UInt8]
  /// How often the word occurs in the question.
  public var count: Int
  /// Terms of words with similar meanings.
  public var related: [[UInt8]]

  public init(term: [UInt8], count: Int = 1, related: [[UInt8]] = []) {
    self.term = term
    self.count = count
    self.related = related
  }
}

extension IndexReader {
  /// Reranks the best hits of a search by features that a search ignores: a document that answers a question discusses it
  /// early, in one place, and not always in the same words.
  ///
  ///     score + Σ idf(w) · (related(w) + lead(w)) + 0.8 · closeness + fit    over the words w of the question
  ///
  ///     related(w)  = count(w) · (k1 + 1) · (s(f + 0.7 · r) − s(f))          s(f) = f / (f + norm), as in `BM25`
  ///     lead(w)     = 1 / (1 + p / 15)                                       0 if the document lacks the word
  ///     closeness   = the greatest sum of idf(w) of different words w that are within 15 positions of each other
  ///     fit         = 1.5 if there are unfit openings, and the document starts with none of them
  ///
  /// f is how often the document contains the word, r its related words together, with titles weighted as in a search; p is
  /// the word's first position. Only the first 64 positions of each word count. A word that no document contains has the idf
  /// of its most frequent related word. The weights were chosen on nine sets of French questions, leaving each out in turn.
  ///
  /// - Parameters:
  ///   - hits: the hits, best first. Documents after the first 20 keep their places and scores: no score is lowered.
  ///   - question: at most 32 words; further ones are ignored.
  ///   - unfit: terms that start answers to another kind of question: "oui" for a question that asks how.
  /// - Throws: `IndexError` for damage.
  public func rerank(
    _ hits: [Hit], for question: [QuestionWord], unfitOpenings unfit: [[UInt8]] = []
  ) throws(IndexError) -> [Hit] {
    // A cursor only goes forward.
    let head = hits.prefix(QuestionRanking.depth).sorted { $0.document < $1.document }
    let bonuses = try QuestionRanking.bonuses(of: head.map(\.document), for: question, unfit, self)
    var ranked = zip(head, bonuses).map { hit, bonus in Hit(document: hit.document, score: hit.score + bonus) }
    ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.document < $1.document }
    return ranked + hits.dropFirst(QuestionRanking.depth)
  }

  /// How many hits are reranked for a question.
  public static var rerankedHits: Int { QuestionRanking.depth }
}

/// What documents have for a question besides the scores of its words.
struct QuestionRanking {
  static let depth = 20
  static let maximumWords = 32
  static let maximumPositions = 64
  static let relatedWeight: Float = 0.7
  static let leadScale: Float = 15
  static let closenessWeight: Float = 0.8
  static let closenessWindow: UInt64 = 15
  static let fit: Float = 1.5

  private let index: IndexReader
  /// Ascending.
  private let documents: [UInt32]
  // Of each document:
  private var lengths: [UInt8] = []
  private var bonuses: [Float]
  /// Occurrences of the word that is being read, and of its related words, with the title's share.
  private var weights: [UInt32]
  private var related: [UInt32]

  /// By number of the word.
  private var idfs: [Float] = []
  /// Where words stand: the document's place, the position in 32 bits, the word's number in 8.
  private var places: [UInt64] = []

  /// What is added to the score of each document.
  ///
  /// - Parameter documents: ascending, at most `depth`.
  static func bonuses(
    of documents: [UInt32], for question: [QuestionWord], _ unfit: [[UInt8]], _ index: IndexReader
  ) throws(IndexError) -> [Float] {
    let question = question.prefix(maximumWords)
    var ranking = try QuestionRanking(documents, index)
    for word in question { try ranking.add(word, of: question) }
    ranking.addCloseness()
    if !unfit.isEmpty { try ranking.addFit(unfit) }
    return ranking.bonuses
  }

  private init(_ documents: [UInt32], _ index: IndexReader) throws(IndexError) {
    self.documents = documents
    self.index = index
    bonuses = [Float](repeating: 0, count: documents.count)
    weights = [UInt32](repeating: 0, count: documents.count)
    related = weights
    for document in documents { lengths.append(try index.lengths.byte(Int(document))) }
  }

  private mutating func add(_ word: QuestionWord, of question: ArraySlice<QuestionWord>) throws(IndexError) {
    for place in documents.indices { (weights[place], related[place]) = (0, 0) }
    var greatest = 0
    // A word of the question that is related to another counts for itself.
    for term in word.related where !question.contains(where: { $0.term == term }) {
      guard let entry = try index.entry(term) else { continue }
      greatest = max(greatest, entry.documentFrequency)
      try readRelated(entry)
    }
    let entry = try index.entry(word.term)
    let frequency = entry?.documentFrequency ?? greatest
    guard frequency > 0 else { return }
    let idf = BM25.idf(documentFrequency: frequency, documentCount: index.documentCount)
    if let entry { try read(entry, idf) }
    for place in documents.indices where related[place] > 0 {
      let (weight, length) = (Float(weights[place]), lengths[place])
      let more = weight + Self.relatedWeight * Float(related[place])
      let gain = index.scoring.saturation(more, length: length) - index.scoring.saturation(weight, length: length)
      bonuses[place] += idf * Float(word.count) * (BM25.k1 + 1) * gain
    }
  }

  private mutating func readRelated(_ entry: TermEntry) throws(IndexError) {
    guard entry.postingCount > 0 else { return }
    let postings = try index.cursor(entry)
    for (place, document) in documents.enumerated() {
      try postings.advance(to: document)
      if postings.document == document { related[place] &+= min(try postings.weight(), 1 << 24) }
    }
  }

  /// Reads how often and where a word stands, and adds what it gives for standing early.
  private mutating func read(_ entry: TermEntry, _ idf: Float) throws(IndexError) {
    let number = UInt64(idfs.count)
    idfs.append(idf)
    guard entry.postingCount > 0 else { return }
    let postings = try index.cursor(entry)
    let cursor = try PositionCursor(postings, entry, index)
    for (place, document) in documents.enumerated() {
      try postings.advance(to: document)
      guard postings.document == document else { continue }
      try cursor.locate()
      weights[place] = try postings.weight()
      let (count, positions) = unsafe try cursor.read()
      for index in 0..<min(count, Self.maximumPositions) {
        // Sound: there are so many positions.
        let position = unsafe positions[index]
        if index == 0 { bonuses[place] += idf / (1 + Float(position) / Self.leadScale) }
        places.append(UInt64(place) << 40 | UInt64(position) << 8 | number)
      }
    }
  }

  private mutating func addCloseness() {
    places.sort()
    var best = [Float](repeating: 0, count: documents.count)
    // Of the words within the window, and how often each stands in it.
    var sum: Float = 0
    var present = [Int](repeating: 0, count: idfs.count)
    var start = 0
    for (index, place) in places.enumerated() {
      let (document, word) = (Int(place >> 40), Int(place & 0xFF))
      // Begun anew in each document, so that what is rounded in one changes no other.
      if document != Int(places[start] >> 40) {
        for left in places[start..<index] { present[Int(left & 0xFF)] = 0 }
        (sum, start) = (0, index)
      }
      if present[word] == 0 { sum += idfs[word] }
      present[word] += 1
      // Positions end far below 2³², so that no window reaches into the next document.
      while (place >> 8) - (places[start] >> 8) > Self.closenessWindow {
        let left = Int(places[start] & 0xFF)
        present[left] -= 1
        if present[left] == 0 { sum -= idfs[left] }
        start += 1
      }
      best[document] = max(best[document], sum)
    }
    for document in documents.indices { bonuses[document] += Self.closenessWeight * best[document] }
  }

  private mutating func addFit(_ unfit: [[UInt8]]) throws(IndexError) {
    var isFit = [Bool](repeating: true, count: documents.count)
    for term in unfit {
      guard let entry = try index.entry(term), entry.postingCount > 0 else { continue }
      let postings = try index.cursor(entry)
      let cursor = try PositionCursor(postings, entry, index)
      for (place, document) in documents.enumerated() {
        try postings.advance(to: document)
        guard postings.document == document else { continue }
        try cursor.locate()
        let (count, positions) = unsafe try cursor.read()
        // Sound: there are so many positions.
        if count > 0, unsafe positions[0] == 0 { isFit[place] = false }
      }
    }
    for place in documents.indices where isFit[place] { bonuses[place] += Self.fit }
  }
}
