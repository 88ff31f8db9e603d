internal import NIOCore

extension NIOLoopBound where Value: AnyObject {
  /// Runs `body` on the event loop of the value.
  func execute(_ body: @escaping @Sendable (Value) -> Void) {
    eventLoop.execute { body(self.value) }
  }
}
