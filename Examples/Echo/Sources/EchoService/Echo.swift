public import TTRPC

/// The service: it gives back what it is told.
public struct Echo: EchoHandler {
  public init() {}

  public func say(_ request: EchoRequest, context: CallContext) throws(RPCError) -> EchoResponse {
    EchoResponse(text: request.text)
  }

  public func sayAgain(
    _ request: EchoRequest, responses: ResponseWriter<EchoResponse>, context: CallContext
  ) async throws(RPCError) {
    guard request.times <= 1000 else { throw RPCError(.invalidArgument, "times is 1000 at most") }
    for _ in 0..<request.times { try await responses.send(EchoResponse(text: request.text)) }
  }
}
