/// Tells a connection that does nothing from one that is merely slow, by looking from time to time: no clock is read for
/// a frame.
struct SilenceWatch: Sendable {
  enum Verdict: Hashable, Sendable {
    case fine
    /// The first frame has not come for too long.
    case mute
    /// A frame has not ended for too long.
    case stalled
    /// The client has taken none of its answers for too long.
    case notReading
    case idle
  }

  /// What the connection looks like now.
  struct Facts {
    var isInsideFrame = false
    /// Whether calls wait or are in flight.
    var isBusy = false
    /// How many bytes the socket has taken since the connection began.
    var bytesTaken: UInt64 = 0
    /// Whether there are bytes that it has not taken.
    var hasUnsent = false
  }

  struct Patience: Sendable {
    var firstFrame: Duration
    var frame: Duration
    var write: Duration
    var idle: Duration

    /// How often to look.
    var interval: Duration { min(firstFrame, frame, write, idle) / 2 }
  }

  private let patience: Patience
  private var hasBytes = false
  private var hasFrames = false
  private var hasHadFrames = false
  private var hasBytesSinceQuietCheck = false
  private var bytesTaken: UInt64 = 0
  // How long each has lasted at least. What came up since the last look begins at this one: it is never older than it says,
  // and at most one look younger.
  private var age = Duration.zero
  private var frameAge: Duration? = nil
  private var writeAge: Duration? = nil
  private var silence = Duration.zero

  init(_ patience: Patience) {
    self.patience = patience
  }

  mutating func noteBytes() {
    hasBytes = true
    hasBytesSinceQuietCheck = true
  }

  mutating func noteFrame() {
    hasFrames = true
  }

  /// Called once every `elapsed`.
  mutating func check(after elapsed: Duration, _ facts: Facts) -> Verdict {
    defer {
      hasBytes = false
      hasFrames = false
      bytesTaken = facts.bytesTaken
    }
    let isWriting = facts.bytesTaken != bytesTaken
    hasHadFrames = hasHadFrames || hasFrames
    age += elapsed
    writeAge = facts.hasUnsent ? (isWriting ? nil : writeAge).map { $0 + elapsed } ?? .zero : nil
    // While answers wait for the client, its frames wait for them: only writing tells then.
    let isReading = facts.isInsideFrame && !facts.hasUnsent
    frameAge = isReading ? (hasFrames ? nil : frameAge).map { $0 + elapsed } ?? .zero : nil
    silence = hasBytes || isWriting || facts.isBusy || facts.hasUnsent ? .zero : silence + elapsed
    if let writeAge, writeAge >= patience.write { return .notReading }
    if let frameAge, frameAge >= patience.frame { return .stalled }
    if !hasHadFrames, age >= patience.firstFrame { return .mute }
    return silence >= patience.idle ? .idle : .fine
  }

  /// Whether no bytes came since the last call.
  mutating func wasQuiet() -> Bool {
    defer { hasBytesSinceQuietCheck = false }
    return !hasBytesSinceQuietCheck
  }
}
