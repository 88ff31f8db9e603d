internal import EntenteSnapshot
internal import ProtobufCoding

/// A page of a list: what a request asks for, and the token of the page after it.
struct Page {
  static let mostElements = 200
  /// Deeper pages cost more than they are worth: narrow the request instead.
  private static let mostSkipped: UInt64 = 1_000_000

  let offset: Int
  let size: Int
  private let snapshot: UInt64
  private let request: UInt64

  /// - Parameters:
  ///   - request: without its paging fields.
  ///   - defaultSize: where the request names none.
  /// - Throws: `CorpusError.invalidArgument` for a token that is none or belongs to another request, `staleToken` for one
  ///   of another snapshot.
  init(
    size: UInt32, token: String, of request: some ProtobufMessage, snapshotID: String, defaultSize: Int = 20
  ) throws(CorpusError) {
    self.size = size == 0 ? defaultSize : min(Int(size), Self.mostElements)
    snapshot = fnv1a(snapshotID.utf8)
    self.request = fnv1a(request.protobufBytes())
    try NameLimit.check(token: token)
    guard !token.isEmpty else {
      offset = 0
      return
    }
    guard let token = PageToken(token), token.offset <= Self.mostSkipped else {
      throw .invalidArgument(RequestFault(.foreignToken, "the page token was not issued by this service"))
    }
    guard token.snapshot == snapshot else { throw .staleToken }
    guard token.request == self.request else {
      throw .invalidArgument(
        RequestFault(.foreignToken, "the page token belongs to another request; repeat the request that returned it"))
    }
    offset = Int(token.offset)
  }

  /// The indices of its elements in the whole list.
  var range: Range<Int> { offset..<offset + size }

  /// The records of the page, as many of them as an answer has room for.
  ///
  /// - Parameter read: gives the record of an ordinal.
  func records<Record: ProtobufMessage>(
    _ ordinals: some Sequence<Int>, _ cancellation: Cancellation, read: (Int) throws(SnapshotError) -> Record
  ) throws(CorpusError) -> [Record] {
    var room = AnswerRoom.ofList
    var records: [Record] = []
    for ordinal in ordinals where !room.isFull {
      try cancellation.check()
      let record = try reading { () throws(SnapshotError) in try read(ordinal) }
      room.take(record)
      records.append(record)
    }
    return records
  }

  /// Empty on the last page.
  ///
  /// - Parameter shown: how many elements the page has: fewer than its size where they are long.
  func nextToken(shown: Int, total: Int) -> String {
    let next = offset + shown
    guard next < total, shown > 0 else { return "" }
    return PageToken(snapshot: snapshot, request: request, offset: UInt64(next)).text
  }
}

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
private func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
