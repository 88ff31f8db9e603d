/// Tells a connection that does nothing from one that is merely slow, without reading the clock for every frame.
struct SilenceWatch {
  enum Verdict: Hashable {
    case fine
    /// A frame has not ended for too long.
    case stalled
    case idle
  }

  private var hasBytes = false
  private var hasFrames = false
  private var wasInsideFrame = false
  private var hasBytesSinceQuietCheck = false
  private var silence = Duration.zero

  mutating func noteBytes() {
    hasBytes = true
    hasBytesSinceQuietCheck = true
  }

  mutating func noteFrame() {
    hasFrames = true
  }

  /// Called once every `interval`.
  mutating func check(
    after interval: Duration, isInsideFrame: Bool, hasStreams: Bool, idleTimeout: Duration
  ) -> Verdict {
    defer {
      hasBytes = false
      hasFrames = false
      wasInsideFrame = isInsideFrame
    }
    if isInsideFrame, wasInsideFrame, !hasFrames { return .stalled }
    silence = hasBytes || hasStreams ? .zero : silence + interval
    return silence >= idleTimeout ? .idle : .fine
  }

  /// Whether no bytes came since the last call.
  mutating func wasQuiet() -> Bool {
    defer { hasBytesSinceQuietCheck = false }
    return !hasBytesSinceQuietCheck
  }
}
