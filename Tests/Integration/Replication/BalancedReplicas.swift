import Foundation

/// Three replicas behind HAProxy, as deploy/haproxy.cfg sets it up.
final class BalancedReplicas {
  struct Ports {
    let calls: Int
    let admin: Int
    let agent: Int
  }

  let port: Int
  let replicas: [Ports]
  private let source: String
  private let folder: String
  private var running: [RunningProgram?] = []
  private var balancer: RunningProgram?

  init(source: String, folder: String) throws {
    self.source = source
    self.folder = folder
    let free = try freePorts(11)
    port = free[0]
    replicas = (0..<3).map { Ports(calls: free[2 + $0 * 3], admin: free[3 + $0 * 3], agent: free[4 + $0 * 3]) }
    running = try replicas.indices.map { try start($0) }
    let file = "\(folder)/haproxy.cfg"
    try configuration(people: free[1]).write(toFile: file, atomically: true, encoding: .utf8)
    balancer = try RunningProgram("/usr/sbin/haproxy", ["-f", file], listeningOn: port)
  }

  func replica(_ index: Int) -> RunningProgram? { running[index] }

  func start(_ index: Int) throws -> RunningProgram {
    let ports = replicas[index]
    return try RunningProgram(
      "entente-query",
      [
        "--snapshot", source, "--cache", "\(folder)/cache-\(index)", "--poll", "0.2", "--listen",
        "127.0.0.1:\(ports.calls)", "--admin", "127.0.0.1:\(ports.admin)", "--agent", "127.0.0.1:\(ports.agent)",
        "--drain-delay", "2", "--grace", "5",
      ], until: "listening on")
  }

  func kill(_ index: Int) {
    running[index]?.killNow()
    running[index] = nil
  }

  func restart(_ index: Int) throws { running[index] = try start(index) }

  /// - Returns: the exit status.
  func stop(_ index: Int) -> Int32 {
    let status = running[index]?.stop() ?? -1
    running[index] = nil
    return status
  }

  /// What is deployed, with addresses in place of names.
  private func configuration(people: Int) throws -> String {
    let deployed = try String(
      contentsOf: Products.root.appendingPathComponent("deploy/haproxy.cfg"), encoding: .utf8)
    var lines: [String] = []
    var isResolver = false
    for line in deployed.components(separatedBy: "\n") {
      if !line.hasPrefix(" "), !line.hasPrefix("#") { isResolver = line.hasPrefix("resolvers") }
      guard !isResolver else { continue }
      if line.contains("server-template") {
        for (index, replica) in replicas.enumerated() {
          lines.append("  server replica\(index) 127.0.0.1:\(replica.calls) agent-port \(replica.agent)")
        }
        continue
      }
      lines.append(
        line.replacing("bind :7420", with: "bind 127.0.0.1:\(port)").replacing(
          "bind :7424", with: "bind 127.0.0.1:\(people)"
        ).replacing("log stdout", with: "log stderr"))
    }
    return lines.joined(separator: "\n")
  }
}
