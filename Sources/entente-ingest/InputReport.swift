import EntenteFileMapping
import EntenteIngest
import Foundation

/// What came up while inputs were read, as a file beside the snapshot.
struct InputReport {
  private let findings: InputFindings

  init(_ findings: InputFindings) { self.findings = findings }

  /// Writes `OUTPUT.report.json`, or removes that of an earlier run if there is nothing to report.
  func write(beside output: String) throws {
    let path = output + ".report.json"
    if findings.rejections.isEmpty, findings.remarks.isEmpty {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var file = try FilePublication(path: path)
    try file.write(Array(HarmlessText.json(String(decoding: encoder.encode(findings), as: UTF8.self)).utf8))
    try file.publish()
  }
}
