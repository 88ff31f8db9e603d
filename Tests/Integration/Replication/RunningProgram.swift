import Foundation
import Synchronization

/// A program of ours that runs until the test ends it.
final class RunningProgram {
  private final class Log: Sendable {
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func append(_ piece: Data) { written.withLock { $0 += String(decoding: piece, as: UTF8.self) } }
  }

  private let name: String
  private let process: Process
  private let log = Log()

  /// Starts the program, and waits until its log contains `pattern`.
  ///
  /// - Throws: where it ends before, or has not written that after 30 seconds.
  convenience init(_ name: String, _ arguments: [String], until pattern: String) throws {
    try self.init(name, arguments)
    try waitUntil("\(pattern) in its log") { text.contains(pattern) }
  }

  /// Starts the program, and waits until a port of this machine takes connections.
  ///
  /// - Throws: where it ends before, or takes none after 30 seconds.
  convenience init(_ name: String, _ arguments: [String], listeningOn port: Int) throws {
    try self.init(name, arguments)
    try waitUntil("a connection to port \(port)") { takesConnections(port) }
  }

  private init(_ name: String, _ arguments: [String]) throws {
    self.name = name
    process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: name.hasPrefix("/") ? name : Products.path(name))
    process.arguments = arguments
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    errors.fileHandleForReading.readabilityHandler = { [log] handle in
      let piece = handle.availableData
      if piece.isEmpty { handle.readabilityHandler = nil }
      log.append(piece)
    }
    try process.run()
  }

  private func waitUntil(_ what: String, _ condition: () -> Bool) throws {
    let end = ContinuousClock.now + .seconds(30)
    while !condition() {
      guard process.isRunning else { throw Products.Failure(description: "\(name) ended: \(text)") }
      guard ContinuousClock.now < end else {
        throw Products.Failure(description: "\(name) runs, but there is not \(what): \(text)")
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// What it wrote to standard error so far.
  var text: String { log.text }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// - Returns: its exit status.
  @discardableResult
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Asks it to end, as a supervisor does.
  func stop() -> Int32 {
    send(SIGTERM)
    return wait()
  }

  func killNow() {
    send(SIGKILL)
    wait()
  }

  /// In bytes, as the system counts what is resident.
  var residentSize: Int {
    let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }

  /// In seconds, of user and system together.
  var processorTime: Double {
    let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
    // The name, in parentheses, may hold spaces; user and system time are the 12th and 13th column after it.
    let columns = status.split(separator: ")").last?.split(separator: " ") ?? []
    return columns.dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  var openDescriptors: Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd").count) ?? 0
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}

private func loopback(_ port: Int) -> sockaddr_in {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  address.sin_port = UInt16(port).bigEndian
  return address
}

private func takesConnections(_ port: Int) -> Bool {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var address = loopback(port)
  // Sound: the kernel reads the address, whose size it is told, during the call.
  return unsafe withUnsafePointer(to: &address) { pointer in
    unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
      unsafe connect(descriptor, generic, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
}

/// Ports that were free a moment ago.
func freePorts(_ count: Int) throws -> [Int] {
  let sockets = (0..<count).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
  defer { for socket in sockets { close(socket) } }
  return try sockets.map { descriptor in
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    // Sound: the kernel reads and writes the address, whose size it is told, during the calls.
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(descriptor, generic, length) == 0 && getsockname(descriptor, generic, &length) == 0
      }
    }
    guard bound else { throw Products.Failure(description: "no port is free") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}

/// Waits until `condition` holds.
///
/// - Throws: after `limit`.
func eventually(
  _ what: String, within limit: Duration = .seconds(20), _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while ContinuousClock.now < end {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(20))
  }
  throw Products.Failure(description: "it never came to be: \(what)")
}
