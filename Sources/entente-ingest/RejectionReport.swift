import EntenteFileMapping
import EntenteIngest
import Foundation

/// The list of what could not be read, as a file beside the snapshot.
struct RejectionReport {
  private let rejections: [Rejection]

  init(_ rejections: [Rejection]) { self.rejections = rejections }

  /// Leaves no report of an earlier run behind.
  func write(beside output: String) throws {
    let path = output + ".report.json"
    if rejections.isEmpty {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var file = try FilePublication(path: path)
    try file.write(Array(encoder.encode(["rejected": rejections])))
    try file.publish()
  }
}
