import ArgumentParser
import EntenteExtraction
import Foundation

/// Understands documents on one thread, one after another.
struct ExtractBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Time extraction, on one core.",
    discussion: """
      CORPUS is JSON Lines with "id", "title", "date" and "text". Prints megabytes of text a second, and what memory
      extraction took beyond that of the texts.
      """)

  @Argument(help: "The documents.") var corpus: String
  @Option(help: "Megabytes of text to read.") var megabytes = 20

  private struct Line: Decodable {
    let id: String
    let title: String?
    let text: String
  }

  private struct Result: Encodable {
    let megabytesPerSecond: Double
    let textBytes: Int
    let documents: Int
    let quotations: Int
    let events: Int
    let addedBytes: Int
  }

  func run() throws {
    let inputs = try read()
    let extractor = Extractor()
    let before = Memory.peak
    var (quotations, events) = (0, 0)
    let start = ContinuousClock.now
    for input in inputs {
      let knowledge = extractor.read(input)
      quotations += knowledge.quotations.count
      events += knowledge.events.count
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let size = inputs.reduce(0) { $0 + $1.text.utf8.count }
    try printLine(
      Result(
        megabytesPerSecond: Double(size) / 1e6 / seconds, textBytes: size, documents: inputs.count,
        quotations: quotations, events: events, addedBytes: Memory.peak - before))
  }

  private func read() throws -> [DocumentInput] {
    let decoder = JSONDecoder()
    var inputs: [DocumentInput] = []
    var size = 0
    // Bytes of an array are split many times faster than those of Data.
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: corpus)))
    var start = 0
    while start < bytes.count, size < megabytes * 1_000_000 {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      defer { start = end + 1 }
      guard start < end else { continue }
      let document = try decoder.decode(Line.self, from: Data(bytes[start..<end]))
      inputs.append(DocumentInput(id: document.id, text: document.text, title: document.title))
      size += document.text.utf8.count
    }
    return inputs
  }
}
