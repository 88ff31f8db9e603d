/// What two blocks have in common: the places of the same documents in each.
@safe final class BlockIntersection {
  private static let capacity = IndexFormat.documentsPerBlock

  // Sound: room for as many pairs as a block has documents, and one more that is written and not kept.
  private let places: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  /// Where it stands in each block.
  var left = 0
  var right = 0

  init() {
    unsafe places = .allocate(capacity: 2 * (Self.capacity + 1))
    unsafe places.initialize(repeating: 0, count: 2 * (Self.capacity + 1))
  }

  deinit { unsafe places.deallocate() }

  func leftPlace(_ number: Int) -> Int { Int(unsafe places[2 * (number & (Self.capacity - 1))]) }
  func rightPlace(_ number: Int) -> Int { Int(unsafe places[2 * (number & (Self.capacity - 1)) + 1]) }

  /// Finds what the blocks have in common from where it stands, until one of them ends.
  func run(_ leftBlock: PostingBlock, _ rightBlock: PostingBlock) {
    let (documents, others, places) = unsafe (leftBlock.documents, rightBlock.documents, places)
    let (leftCount, rightCount) = (leftBlock.count, rightBlock.count)
    var (left, right, kept) = (left, right, 0)
    // Without branches: which of the two comes first is hard to foresee.
    while left < leftCount, right < rightCount {
      let (document, other) = unsafe (documents[left], others[right])
      unsafe places[2 &* kept] = UInt8(truncatingIfNeeded: left)
      unsafe places[2 &* kept &+ 1] = UInt8(truncatingIfNeeded: right)
      kept &+= document == other ? 1 : 0
      left &+= document <= other ? 1 : 0
      right &+= other <= document ? 1 : 0
    }
    (self.left, self.right, count) = (left, right, kept)
  }
}
