// family := ["# HELP " name " " description "\n"] "# TYPE " name " " kind "\n" sample*
// sample := name suffix ["{" label ("," label)* "}"] " " value "\n"
// label  := name "=" '"' value '"'
//
// https://prometheus.io/docs/instrumenting/exposition_formats/

/// The values of one metric.
public struct MetricFamily: Sendable {
  public enum Kind: String, Sendable {
    case counter, gauge, histogram
  }

  public let name: String
  public let kind: Kind
  public var samples: [MetricSample]

  public init(_ name: String, _ kind: Kind, _ samples: [MetricSample] = []) {
    self.name = name
    self.kind = kind
    self.samples = samples
  }

  func text(description: String?) -> String {
    var text = description.map { "# HELP \(name) \(Self.escaped($0, quotes: false))\n" } ?? ""
    text += "# TYPE \(name) \(kind.rawValue)\n"
    for sample in samples {
      text += name + sample.suffix
      if !sample.labels.isEmpty {
        text +=
          "{" + sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }.joined(separator: ",")
        text += "}"
      }
      text += " \(Self.number(sample.value))\n"
    }
    return text
  }

  static func number(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    guard let whole = Int64(exactly: value) else { return "\(value)" }
    return "\(whole)"
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\"" where quotes: escaped += "\\\""
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

/// A label that distinguishes one value of a metric from the others.
public struct MetricLabel: Hashable, Sendable {
  public let name: String
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// One value of a metric.
public struct MetricSample: Sendable {
  public let labels: [MetricLabel]
  public let value: Double
  /// The suffix of the metric's name: `_bucket`, `_sum` and `_count` for a histogram.
  let suffix: String

  public init(_ labels: [MetricLabel] = [], _ value: Double) {
    self.init(labels, value, suffix: "")
  }

  init(_ labels: [MetricLabel], _ value: Double, suffix: String) {
    self.labels = labels
    self.value = value
    self.suffix = suffix
  }
}
