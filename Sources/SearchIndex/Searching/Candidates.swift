/// Documents of a block of the rarest term, to be found again in the blocks of another term.
///
/// A table tells which candidate a document may be by its low bits. So a block is searched without a comparison whose
/// outcome is hard to foresee, in as many steps as it has documents.
@safe final class Candidates {
  /// All candidates lie in one window of this many documents, which starts at a multiple of its size.
  static let window: UInt32 = 8192
  private static let capacity = IndexFormat.documentsPerBlock

  /// How many there are, numbered from 1.
  private(set) var count = 0
  /// How many of them the last block held.
  private(set) var matchCount = 0
  // Sound: a number of a candidate is at most `capacity`, and a document is cut to the window where it is an index.
  private let marks: UnsafeMutablePointer<UInt8>
  private let documents: UnsafeMutablePointer<UInt32>
  private let places: UnsafeMutablePointer<UInt8>
  private let matches: UnsafeMutablePointer<UInt8>

  init() {
    unsafe marks = .allocate(capacity: Int(Self.window))
    unsafe marks.initialize(repeating: 0, count: Int(Self.window))
    unsafe documents = .allocate(capacity: Self.capacity + 2)
    unsafe documents.initialize(repeating: PostingCursor.end, count: Self.capacity + 2)
    unsafe places = .allocate(capacity: Self.capacity + 2)
    unsafe places.initialize(repeating: 0, count: Self.capacity + 2)
    unsafe matches = .allocate(capacity: 2 * Self.capacity + 2)
    unsafe matches.initialize(repeating: 0, count: 2 * Self.capacity + 2)
  }

  deinit {
    unsafe marks.deallocate()
    unsafe documents.deallocate()
    unsafe places.deallocate()
    unsafe matches.deallocate()
  }

  @inline(__always)
  func document(_ number: Int) -> UInt32 { unsafe documents[min(number, Self.capacity)] }
  /// Where a candidate stands in the block of the rarest term.
  @inline(__always)
  func place(_ number: Int) -> Int { Int(unsafe places[min(number, Self.capacity)]) }

  /// How many candidates from `number` on are not after a document.
  func count(from number: Int, upTo last: UInt32) -> Int {
    var end = number
    while end <= count, document(end) <= last { end &+= 1 }
    return end &- number
  }

  /// Where a match stands in the block of the rarest term, and in the one that was searched last.
  @inline(__always)
  func match(_ number: Int) -> (first: Int, second: Int) {
    let index = 2 &* (number & (Self.capacity - 1))
    return unsafe (Int(places[Int(matches[index])]), Int(matches[index + 1]))
  }

  /// Replaces the candidates by those from a place of a block on that stand in one window and that `isWanted`.
  ///
  /// - Returns: the place after them.
  @inline(__always)
  func take(_ block: PostingBlock, from start: Int, where isWanted: (_ place: Int, _ document: UInt32) -> Bool) -> Int {
    let (marks, documents, places, source) = unsafe (marks, documents, places, block.documents)
    for number in 0..<count { unsafe marks[Int(documents[number &+ 1] % Self.window)] = 0 }
    var found = 0
    var place = start
    let window = block.document(start) / Self.window
    while place < block.count {
      let document = unsafe source[place]
      if document / Self.window != window { break }
      unsafe documents[found &+ 1] = document
      unsafe places[found &+ 1] = UInt8(truncatingIfNeeded: place)
      found &+= isWanted(place, document) ? 1 : 0
      place &+= 1
    }
    for number in 0..<found {
      unsafe marks[Int(documents[number &+ 1] % Self.window)] = UInt8(truncatingIfNeeded: number &+ 1)
    }
    count = found
    return place
  }

  /// Finds the candidates among the documents of a block, from a place on.
  ///
  /// - Returns: the place of the first document after the last candidate, or the block's end.
  func search(_ block: PostingBlock, from start: Int) -> Int {
    let (marks, documents, matches, source) = unsafe (marks, documents, matches, block.documents)
    let last = document(count)
    let end = block.count
    var found = 0
    var place = start
    while place < end {
      let document = unsafe source[place]
      if document > last { break }
      let number = unsafe marks[Int(document % Self.window)]
      unsafe matches[2 &* found] = number
      unsafe matches[2 &* found &+ 1] = UInt8(truncatingIfNeeded: place)
      found &+= unsafe documents[Int(number)] == document ? 1 : 0
      place &+= 1
    }
    matchCount = found
    return place
  }
}
