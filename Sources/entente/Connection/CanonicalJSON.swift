import EntenteFileMapping
import Foundation

/// A message as proto3 JSON, with its keys in a fixed order.
func canonicalJSON(_ message: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return HarmlessText.json(String(decoding: try encoder.encode(message), as: UTF8.self))
}
