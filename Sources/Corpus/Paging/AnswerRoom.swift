internal import ProtobufCoding

/// The room for the records of an answer, which as a whole takes less than the 4 MiB of a frame.
struct AnswerRoom {
  /// The room for a list that is the whole response.
  static let ofList = AnswerRoom(left: 5 << 19)
  /// The room for one of at most six lists beside a text of 1 MiB. Its last row may exceed it.
  static let ofNestedList = AnswerRoom(left: 1 << 18)

  private var left: Int

  private init(left: Int) { self.left = left }

  var isFull: Bool { left <= 0 }

  mutating func take(_ message: some ProtobufMessage) { take(bytes: message.protobufSize) }

  mutating func take(bytes: Int) { left -= bytes }
}
