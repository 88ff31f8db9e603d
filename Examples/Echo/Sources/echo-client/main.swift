import EchoService
import Foundation
import TTRPC

let arguments = CommandLine.arguments.dropFirst()
guard let address = arguments.first.flatMap({ ServerAddress($0) }) else {
  FileHandle.standardError.write(Data("usage: echo-client HOST:PORT WORD...\n".utf8))
  exit(64)
}
let client = RPCClient(addresses: [address])
let echo = EchoClient(client)
let request = EchoRequest(text: arguments.dropFirst().joined(separator: " "), times: 2)

print(try await echo.say(request).text)
for try await response in try echo.sayAgain(request) { print(response.text) }
await client.close()
