import Foundation

/// What the kernel says of this process' memory.
enum Memory {
  /// The most that was resident so far, in bytes.
  static var peak: Int { field("VmHWM") }
  /// What is resident now and backed by no file, in bytes.
  static var anonymous: Int { field("RssAnon") }

  /// A field of /proc/self/status, which counts in kB; 0 where there is none.
  private static func field(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }
}
