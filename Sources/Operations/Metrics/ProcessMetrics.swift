internal import EntenteFileMapping

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What the system reports about this process, under the metric names that Prometheus clients use.
public enum ProcessMetrics {
  public static let descriptions = [
    "process_cpu_seconds_total": "Processor time, user and system.",
    "process_resident_memory_bytes": "Resident memory, including mapped files.",
    "process_open_fds": "Open file descriptors.",
    "process_max_fds": "Limit of open file descriptors.",
  ]

  public static func collect() -> [MetricFamily] {
    var usage = rusage()
    var limit = rlimit()
    // Sound: the kernel writes into the values during the calls.
    unsafe getrusage(usageOfSelf, &usage)
    #if canImport(Glibc)
      unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    #else
      unsafe getrlimit(RLIMIT_NOFILE, &limit)
    #endif
    let time = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
    var families = [
      MetricFamily("process_cpu_seconds_total", .counter, [MetricSample([], time[0] + time[1])]),
      MetricFamily("process_max_fds", .gauge, [MetricSample([], Double(limit.rlim_cur))]),
    ]
    if let pages = residentPages {
      families.append(
        MetricFamily("process_resident_memory_bytes", .gauge, [MetricSample([], Double(pages * Int(getpagesize())))]))
    }
    if let open = try? FolderListing(path: "/proc/self/fd").names.count {
      // One of them was the listing itself.
      families.append(MetricFamily("process_open_fds", .gauge, [MetricSample([], Double(open - 1))]))
    }
    return families
  }

  #if canImport(Glibc)
    private static let usageOfSelf = RUSAGE_SELF.rawValue
  #else
    private static let usageOfSelf = RUSAGE_SELF
  #endif

  /// The second number of `/proc/self/statm`.
  private static var residentPages: Int? {
    guard var file = try? RegularFile(path: "/proc/self/statm"), let bytes = try? file.read(256) else { return nil }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? Int(fields[1]) : nil
  }
}
