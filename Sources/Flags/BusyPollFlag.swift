public import ArgumentParser

/// Whether a server's event loops poll before they sleep.
public struct BusyPollFlag: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How long an event loop polls its sockets after it has worked, before it sleeps: less latency for more processor \
      time; 0 for never. Example: --busy-poll 50
      """, valueName: "microseconds"))
  public var busyPoll = 0

  public init() {}

  public func validate() throws {
    guard (0...10_000).contains(busyPoll) else {
      throw ValidationError("--busy-poll takes 0 to 10000 microseconds.")
    }
  }

  public var span: Duration { .microseconds(busyPoll) }
}
