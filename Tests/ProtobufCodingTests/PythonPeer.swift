import Foundation

/// Google's Python protobuf in a process of its own; `python_peer.py` says what it understands.
final class PythonPeer {
  struct Message {
    var binary: [UInt8]
    var json: Data
  }

  /// What the peer makes of a message: its own encoding, or a complaint.
  struct Verdict {
    var complaint: String
    var message: Message
  }

  enum Failure: Error, CustomStringConvertible {
    case missing(String)
    case ended

    var description: String {
      switch self {
      case .missing(let path): "there is no \(path): run scripts/python-env"
      case .ended: "the Python process ended early; its complaint is on standard error"
      }
    }
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  /// - Throws: when there is no virtual environment; the tests have nothing to stand in for it.
  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let python = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: ".venv/bin/python3")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { throw Failure.missing(python.path) }
    // A peer that died must give an error, not a signal.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = python
    process.arguments = [folder.appending(path: "python_peer.py").path, folder.path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  func check(_ messages: [Message]) throws -> [Verdict] {
    var command = blob(Data("check".utf8)) + integer(messages.count)
    for message in messages { command += blob(Data(message.binary)) + blob(message.json) }
    try input.fileHandleForWriting.write(contentsOf: command)
    return try messages.map { _ in
      let complaint = String(decoding: try readBlob(), as: UTF8.self)
      return Verdict(complaint: complaint, message: try readMessage())
    }
  }

  func make(_ count: Int, seed: Int) throws -> [Message] {
    let command = blob(Data("make".utf8)) + integer(count) + integer(seed)
    try input.fileHandleForWriting.write(contentsOf: command)
    return try (0..<count).map { _ in try readMessage() }
  }

  private func integer(_ value: Int) -> Data {
    Data((0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
  }

  private func blob(_ data: Data) -> Data { integer(data.count) + data }

  private func readMessage() throws -> Message { Message(binary: [UInt8](try readBlob()), json: try readBlob()) }

  private func readBlob() throws -> Data {
    let count = try read(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return try read(count)
  }

  private func read(_ count: Int) throws -> Data {
    var data = Data()
    while data.count < count {
      guard let more = try output.fileHandleForReading.read(upToCount: count - data.count), !more.isEmpty else {
        throw Failure.ended
      }
      data += more
    }
    return data
  }
}
