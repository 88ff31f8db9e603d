internal import NIOCore
internal import ProtobufCoding

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension ProtobufMessage {
  /// Decodes a message from proto3 JSON.
  ///
  /// - Throws: INVALID_ARGUMENT with the location of the fault.
  init(json: ByteBuffer) throws(RPCError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(json.readableBytesView))
    } catch let error as DecodingError {
      throw RPCError(.invalidArgument, "not valid JSON for \(Self.protobufName): \(error.reason)")
    } catch {
      throw RPCError(.invalidArgument, "not valid JSON for \(Self.protobufName): \(error)")
    }
  }

  /// The message as proto3 JSON, with its keys in a fixed order.
  func json() throws(RPCError) -> ByteBuffer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return ByteBuffer(bytes: try encoder.encode(self))
    } catch {
      throw RPCError(.internal, "cannot write \(Self.protobufName) as JSON: \(error)")
    }
  }
}

extension DecodingError {
  /// What is wrong and where, such as `filters[2].from: expected a number`.
  fileprivate var reason: String {
    let context =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        context
      @unknown default: nil as Context?
      }
    guard let context else { return "it cannot be read" }
    var path = ""
    for key in context.codingPath {
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
  }
}
