import Foundation
import ProtobufCoding

@testable import EntenteIngest

/// Reads any bytes as JSON. As a line of a corpus: our scanner accepts no more than Foundation, and finds the same strings. As a
/// message: what is read is written, and read again to the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  if let line = try? JSONLine(bytes.span) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      fatalError("a line was read that is no object")
    }
    for (name, value) in line.members {
      guard let expected = object[name] as? String, expected.utf8.elementsEqual(value.utf8) else {
        fatalError("\(name) was read as \(value)")
      }
    }
  }
  if let message = try? JSONDecoder().decode(EveryField.self, from: Data(bytes)) {
    guard let written = try? JSONEncoder().encode(message),
      let again = try? JSONDecoder().decode(EveryField.self, from: written),
      again.protobufBytes() == message.protobufBytes()
    else { fatalError("what was written does not read to the same") }
  }
  return 0
}
