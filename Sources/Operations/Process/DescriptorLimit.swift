#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The limit of open file descriptors of the process.
public enum DescriptorLimit {
  /// Raises the soft limit to the hard limit: the soft limit only exists for programs that use `select`.
  public static func raise() {
    var limit = rlimit()
    // Sound: the kernel reads and writes the value during the calls.
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
      guard unsafe getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
      limit.rlim_cur = limit.rlim_max
      unsafe setrlimit(resource, &limit)
    #else
      guard unsafe getrlimit(RLIMIT_NOFILE, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
      limit.rlim_cur = min(limit.rlim_max, rlim_t(OPEN_MAX))
      unsafe setrlimit(RLIMIT_NOFILE, &limit)
    #endif
  }
}
