/// The scores of a window of documents, one for each, and the places of those that reach a bound.
@safe final class WindowScores {
  /// They stay in the first-level cache.
  static let count = 4096

  // Sound: `count` initialised numbers in each. An index is cut to the count where it is used.
  private let scores: UnsafeMutablePointer<UInt32>
  private let reaching: UnsafeMutablePointer<UInt16>
  /// Places in a block.
  private let matches: UnsafeMutablePointer<UInt8>
  private(set) var reachingCount = 0
  /// How many documents have a score.
  private(set) var scoredCount = 0
  /// What a score must reach for its place to be kept; above 0.
  private var least: UInt32 = 1

  init() {
    unsafe scores = .allocate(capacity: Self.count)
    unsafe scores.initialize(repeating: 0, count: Self.count)
    unsafe reaching = .allocate(capacity: Self.count)
    unsafe reaching.initialize(repeating: 0, count: Self.count)
    unsafe matches = .allocate(capacity: IndexFormat.documentsPerBlock)
    unsafe matches.initialize(repeating: 0, count: IndexFormat.documentsPerBlock)
  }

  deinit {
    unsafe scores.deallocate()
    unsafe reaching.deallocate()
    unsafe matches.deallocate()
  }

  subscript(place: Int) -> UInt32 { unsafe scores[place & (Self.count - 1)] }

  /// The first place from `start` on, and before `end`, whose document has a score; nil if none has.
  func firstScored(from start: Int, to end: Int) -> Int? {
    var place = start
    let end = min(end, Self.count)
    while place < end {
      // Sound: the place is below the count.
      if unsafe scores[place] != 0 { return place }
      place &+= 1
    }
    return nil
  }

  /// The place of a document that reaches the bound, by number below `reachingCount`.
  func reaching(_ number: Int) -> Int { Int(unsafe reaching[number & (Self.count - 1)]) }

  /// In the order of documents.
  func sortReaching() {
    var places = unsafe UnsafeMutableBufferPointer(start: reaching, count: reachingCount)
    unsafe places.sort()
  }

  /// Begins a window.
  ///
  /// - Parameters:
  ///   - size: of the window, in documents.
  ///   - least: what a sum must reach; at least 1.
  func begin(_ size: Int, least: UInt32) {
    unsafe scores.update(repeating: 0, count: max(0, min(size, Self.count)))
    reachingCount = 0
    scoredCount = 0
    self.least = least
  }

  /// Adds the scores of a block's documents from `place` on, until one lies past the window.
  ///
  /// - Parameters:
  ///   - block: with its frequencies; the document at `place` does not lie before the window.
  ///   - window: at most `count` documents.
  /// - Returns: the place of the first document past the window.
  func add(_ block: PostingBlock, from place: Int, _ window: Range<UInt32>, _ scorer: TermScorer) -> Int {
    let (scores, reaching, least) = unsafe (scores, reaching, least)
    let (documents, weights) = unsafe (block.documents, block.weights)
    var (kept, scored) = (reachingCount, scoredCount)
    var place = place
    while place < block.count {
      // Sound: a block has at most as many documents as there is room for.
      let document = unsafe documents[place]
      if document >= window.upperBound { break }
      let index = Int(document &- window.lowerBound) & (Self.count - 1)
      let before = unsafe scores[index]
      let sum = before &+ (unsafe scorer.score(weight: weights[place], document: document))
      unsafe scores[index] = sum
      scored &+= before == 0 ? 1 : 0
      // A sum only grows, so each place is kept once.
      unsafe reaching[kept & (Self.count - 1)] = UInt16(truncatingIfNeeded: index)
      kept &+= (sum >= least ? 1 : 0) & (before < least ? 1 : 0)
      place &+= 1
    }
    (reachingCount, scoredCount) = (kept, scored)
    return place
  }

  /// Adds to the score of the document at a place.
  @inline(__always)
  func add(_ score: UInt32, at place: Int) { unsafe scores[place & (Self.count - 1)] &+= score }

  /// Adds the scores of those of a block's documents in the window whose sum reaches `least`, which is at least 1.
  func add(_ block: PostingBlock, _ window: Range<UInt32>, _ scorer: TermScorer, reaching least: UInt32) {
    let (scores, matches) = unsafe (scores, matches)
    let (documents, weights) = unsafe (block.documents, block.weights)
    var found = 0
    for place in 0..<block.count {
      // Sound: a block has at most as many documents as there is room for.
      let index = unsafe documents[place] &- window.lowerBound
      let score = unsafe scores[Int(index) & (Self.count - 1)]
      unsafe matches[found] = UInt8(truncatingIfNeeded: place)
      found &+= (score >= least ? 1 : 0) & (index < UInt32(window.count) ? 1 : 0)
    }
    for number in 0..<found {
      let place = unsafe Int(matches[number])
      let document = unsafe documents[place]
      let index = Int(document &- window.lowerBound) & (Self.count - 1)
      unsafe scores[index] &+= unsafe scorer.score(weight: weights[place], document: document)
    }
  }
}
