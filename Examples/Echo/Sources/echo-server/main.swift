import EchoService
import Foundation
import TTRPC

let wanted = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 0
let server = RPCServer(services: [Echo().echoService])
let port = try await server.listen(host: "127.0.0.1", port: wanted)
FileHandle.standardOutput.write(Data("listening on 127.0.0.1:\(port)\n".utf8))
await server.waitUntilClosed()
