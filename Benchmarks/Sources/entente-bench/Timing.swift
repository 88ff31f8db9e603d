import Foundation

/// How long the queries of a class took, each once.
struct Timing: Encodable {
  let `class`: String
  let meanMicroseconds: Double
  let medianMicroseconds: Double
  let slowMicroseconds: Double
  let hits: Int

  private enum CodingKeys: String, CodingKey {
    case `class`, hits
    case meanMicroseconds = "mean_us"
    case medianMicroseconds = "p50_us"
    case slowMicroseconds = "p99_us"
  }

  /// - Parameter microseconds: of each query; one at least.
  init(class: String, microseconds: [Double], hits: Int) {
    let sorted = microseconds.sorted()
    self.class = `class`
    meanMicroseconds = sorted.reduce(0, +) / Double(sorted.count)
    medianMicroseconds = sorted[sorted.count / 2]
    slowMicroseconds = sorted[sorted.count * 99 / 100]
    self.hits = hits
  }
}

/// Prints a result as a line of JSON.
func printLine(_ result: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  print(String(decoding: try encoder.encode(result), as: UTF8.self))
}
