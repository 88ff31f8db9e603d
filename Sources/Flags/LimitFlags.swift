public import ArgumentParser
public import TTRPC

/// What a server lets its callers take.
public struct LimitFlags: ParsableArguments {
  private static let usual = ServerConfiguration()

  @Option(
    help: ArgumentHelp(
      "Connections that may be open; more are closed as they come. Example: --max-connections 2000",
      valueName: "number"))
  public var maxConnections = usual.maximumConnections

  @Option(
    help: ArgumentHelp(
      "Connections that may be open from one address. Example: --max-connections-per-address 100",
      valueName: "number"))
  public var maxConnectionsPerAddress = usual.maximumConnectionsPerAddress

  @Option(
    help: ArgumentHelp("Connections a second that are accepted. Example: --accept-rate 500", valueName: "number"))
  public var acceptRate = usual.acceptRate

  @Option(
    help: ArgumentHelp(
      "Calls that may wait for their turn; more get RESOURCE_EXHAUSTED. Example: --queue 10000", valueName: "number"))
  public var queue = usual.maximumQueuedCalls

  @Option(
    help: ArgumentHelp(
      "Calls of one connection that may wait. Example: --queue-per-connection 500", valueName: "number"))
  public var queuePerConnection = usual.maximumQueuedCallsPerConnection

  @Option(
    help: ArgumentHelp(
      "How long a call may wait; one whose turn comes later is refused; 0 for no limit. Example: --queue-time 10",
      valueName: "milliseconds"))
  public var queueTime = 0

  @Option(
    help: ArgumentHelp(
      "The largest frame that is taken, up to 4 MiB. Example: --max-frame-size 1048576", valueName: "bytes"))
  public var maxFrameSize = usual.maximumFrameSize

  @Option(
    help: ArgumentHelp(
      "The most that a compressed request may inflate to. Example: --max-inflated-size 1048576", valueName: "bytes"))
  public var maxInflatedSize = usual.maximumInflatedSize

  @Option(
    help: ArgumentHelp(
      "Metadata that a request may carry. Example: --max-metadata-size 4096", valueName: "bytes"))
  public var maxMetadataSize = usual.metadata.bytes

  @Option(
    help: ArgumentHelp(
      "What unfinished frames, waiting calls and unsent answers may take together. Example: --memory-budget 268435456",
      valueName: "bytes"))
  public var memoryBudget = usual.memoryBudget

  @Option(
    help: ArgumentHelp(
      "How long a new connection may take until its first frame is whole. Example: --header-timeout 10",
      valueName: "seconds"))
  public var headerTimeout = seconds(usual.firstFrameTimeout)

  @Option(
    help: ArgumentHelp("How long a frame may take. Example: --frame-timeout 10", valueName: "seconds"))
  public var frameTimeout = seconds(usual.frameTimeout)

  @Option(
    help: ArgumentHelp(
      "How long a caller may take none of its answers. Example: --write-timeout 30", valueName: "seconds"))
  public var writeTimeout = seconds(usual.writeTimeout)

  @Option(
    help: ArgumentHelp(
      "How long a connection without calls may be silent. Example: --idle-timeout 300", valueName: "seconds"))
  public var idleTimeout = seconds(usual.idleTimeout)

  public init() {}

  public func validate() throws {
    let counts = [
      ("--max-connections", maxConnections), ("--max-connections-per-address", maxConnectionsPerAddress),
      ("--accept-rate", acceptRate), ("--queue", queue), ("--queue-per-connection", queuePerConnection),
    ]
    for (name, value) in counts where !(1...10_000_000).contains(value) {
      throw ValidationError("\(name) takes 1 to 10000000.")
    }
    guard (0...3_600_000).contains(queueTime) else {
      throw ValidationError("--queue-time takes 0 to 3600000 milliseconds.")
    }
    let sizes = [("--max-frame-size", maxFrameSize), ("--max-inflated-size", maxInflatedSize)]
    for (name, value) in sizes where !(1_024...Self.usual.maximumFrameSize).contains(value) {
      throw ValidationError("\(name) takes 1024 to \(Self.usual.maximumFrameSize) bytes.")
    }
    guard (0...1 << 20).contains(maxMetadataSize) else {
      throw ValidationError("--max-metadata-size takes 0 to \(1 << 20) bytes.")
    }
    guard memoryBudget >= 1 << 20 else { throw ValidationError("--memory-budget takes \(1 << 20) bytes or more.") }
    let times = [
      ("--header-timeout", headerTimeout), ("--frame-timeout", frameTimeout), ("--write-timeout", writeTimeout),
      ("--idle-timeout", idleTimeout),
    ]
    for (name, value) in times where !(0.1...86_400).contains(value) {
      throw ValidationError("\(name) takes 0.1 to 86400 seconds.")
    }
  }

  /// The usual configuration with these limits.
  public var configuration: ServerConfiguration {
    var configuration = ServerConfiguration()
    configuration.maximumConnections = maxConnections
    configuration.maximumConnectionsPerAddress = maxConnectionsPerAddress
    configuration.acceptRate = acceptRate
    configuration.maximumQueuedCalls = queue
    configuration.maximumQueuedCallsPerConnection = queuePerConnection
    configuration.maximumQueueTime = .milliseconds(queueTime)
    configuration.maximumFrameSize = maxFrameSize
    configuration.maximumInflatedSize = maxInflatedSize
    configuration.metadata.bytes = maxMetadataSize
    configuration.memoryBudget = memoryBudget
    configuration.firstFrameTimeout = .seconds(headerTimeout)
    configuration.frameTimeout = .seconds(frameTimeout)
    configuration.writeTimeout = .seconds(writeTimeout)
    configuration.idleTimeout = .seconds(idleTimeout)
    return configuration
  }

  private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }
}
