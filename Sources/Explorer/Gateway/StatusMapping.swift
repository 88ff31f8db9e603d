internal import HTTPTypes
internal import TTRPC

extension RPCStatusCode {
  /// The HTTP status for a status code of gRPC, as google.rpc.Code (google/rpc/code.proto) maps them.
  var httpStatus: HTTPResponse.Status {
    switch self {
    case .ok: .ok
    case .invalidArgument, .failedPrecondition, .outOfRange: .badRequest
    case .unauthenticated: .unauthorized
    case .permissionDenied: .forbidden
    case .notFound: .notFound
    case .alreadyExists, .aborted: .conflict
    case .resourceExhausted: .tooManyRequests
    case .cancelled: HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request")
    case .unimplemented: .notImplemented
    case .unavailable: .serviceUnavailable
    case .deadlineExceeded: .gatewayTimeout
    default: .internalServerError
    }
  }
}
