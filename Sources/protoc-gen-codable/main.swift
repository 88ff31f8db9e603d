// protoc-gen-codable: a protoc plugin that writes plain Swift structs with straight-line protobuf coding.
//
//   protoc -I schema --plugin=.build/debug/protoc-gen-codable --codable_out=content=messages:OUT schema/entente/v1/*.proto
//
// Parameters, separated by commas:
//   content=messages|server|client   what to write of each file; several times for more; messages by default
//   import=MODULE                    a module that the written files import; may be given several times
//   async=SERVICE|SERVICE.METHOD     whose unary handlers are async functions; may be given several times
//   layout=separate|combined         a Swift file for messages and one for each handler and client, or one for each .proto,
//                                    named after its path: a/b.proto gives a_b.codable.swift; separate by default
//   access=public|package|internal   of what is written; public by default
import ProtobufCoding

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func readStandardInput() -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe read(STDIN_FILENO, &chunk, chunk.count)
    guard count > 0 else { return bytes }
    bytes.append(contentsOf: chunk[..<count])
  }
}

func writeStandardOutput(_ bytes: [UInt8]) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes { unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    guard count > 0 else { exit(74) }
    rest = rest.dropFirst(count)
  }
}

func answer(_ input: [UInt8]) -> CodeGeneratorResponse {
  var response = CodeGeneratorResponse(supportedFeatures: 1)
  do {
    response.file = try Generation(CodeGeneratorRequest(protobuf: input)).files()
  } catch let refusal as Refusal {
    response.error = refusal.description
  } catch {
    response.error = "protoc-gen-codable: \(error)"
  }
  return response
}

writeStandardOutput(answer(readStandardInput()).protobufBytes())
