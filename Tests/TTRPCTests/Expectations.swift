import TTRPC

/// Waits for what another thread is about to do, for ten seconds at the most.
func eventually(_ condition: () throws -> Bool) async throws -> Bool {
  for _ in 0..<1000 {
    if try condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return try condition()
}

/// The error of a call that fails; nil where it succeeds.
func failure<T>(_ call: () async throws -> T) async -> RPCError? {
  do {
    _ = try await call()
    return nil
  } catch {
    return error as? RPCError
  }
}
