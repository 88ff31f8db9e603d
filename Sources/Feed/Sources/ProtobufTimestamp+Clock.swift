public import ProtobufCoding

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

extension ProtobufTimestamp {
  /// The current time of the system's clock.
  public static var now: ProtobufTimestamp {
    var time = timespec()
    // Sound: the kernel writes into the value during the call.
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return ProtobufTimestamp(seconds: Int64(time.tv_sec), nanos: Int32(time.tv_nsec))
  }

  init(nanosecondsSince1970 nanoseconds: Int64) {
    let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    self.init(seconds: rest < 0 ? seconds - 1 : seconds, nanos: Int32(rest < 0 ? rest + 1_000_000_000 : rest))
  }

  /// The seconds from this time to `later`; negative if `later` is earlier.
  public func age(at later: ProtobufTimestamp = .now) -> Double {
    Double(later.seconds) - Double(seconds) + (Double(later.nanos) - Double(nanos)) / 1e9
  }
}
