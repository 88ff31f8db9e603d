import ProtobufCoding

/// Decodes any bytes as a message with every kind of field; what decodes must encode, and decode again to the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMessage(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  guard let message = try? EveryField(protobuf: bytes) else { return 0 }
  let encoded = message.protobufBytes()
  guard let again = try? EveryField(protobuf: encoded), again.protobufBytes() == encoded else {
    fatalError("what was encoded does not decode to the same")
  }
  return 0
}
