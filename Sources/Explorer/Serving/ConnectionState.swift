// connection := request* close
//
// Requests are answered in their order. The connection closes behind the answer to a request that does not keep it: one with
// `Connection: close`, or any of HTTP/1.0. What a client sends behind such a request is not read.

/// A connection of HTTP/1: whether it stays open after an answer, and how much a client may send.
///
/// It holds no socket: each transition returns what to do.
struct ConnectionState {
  enum Reading: Equatable {
    case pass, ignore
    /// The client sends more than any request of ours needs.
    case close
  }

  enum Ending: Equatable {
    case keep, close
    /// The client is still sending: it could lose the answer if both directions closed.
    case closeOutput
  }

  /// What the head of an answer must say of the connection.
  struct Answer: Equatable {
    var closes = false
    /// Whether the client knows HTTP/1.1: another cannot read chunks.
    var isModern = true
  }

  private let maximumBody: Int
  private var asked = 0
  private var answered = 0
  private var isLast = false
  private var isModern = true
  private var bodyLength = 0
  /// Whether a request has begun and not ended.
  private(set) var isReading = false

  /// - Parameter maximumBody: bytes of one request's body, read or not, beyond which the connection closes.
  init(maximumBody: Int) { self.maximumBody = maximumBody }

  /// A request begins.
  ///
  /// - Parameters:
  ///   - keepsAlive: whether the connection shall stay open, as the request says.
  ///   - isModern: whether the request speaks HTTP/1.1.
  mutating func head(keepsAlive: Bool, isModern: Bool) -> Reading {
    guard !isLast else { return .ignore }
    asked += 1
    bodyLength = 0
    isReading = true
    isLast = !keepsAlive || !isModern
    self.isModern = isModern
    return .pass
  }

  /// A part of the request's body arrives.
  mutating func body(count: Int) -> Reading {
    guard isReading else { return .ignore }
    let (length, overflows) = bodyLength.addingReportingOverflow(count)
    guard !overflows, length <= maximumBody else { return .close }
    bodyLength = length
    return .pass
  }

  /// The request ends.
  mutating func end() -> Reading {
    guard isReading else { return .ignore }
    isReading = false
    return .pass
  }

  /// The head of an answer leaves.
  func answer() -> Answer { isAnsweringLast ? Answer(closes: true, isModern: isModern) : Answer() }

  /// An answer has left.
  mutating func answerEnds() -> Ending {
    let wasLast = isAnsweringLast
    if answered < asked { answered += 1 }
    guard wasLast else { return .keep }
    return isReading ? .closeOutput : .close
  }

  private var isAnsweringLast: Bool { isLast && answered + 1 >= asked }
}
