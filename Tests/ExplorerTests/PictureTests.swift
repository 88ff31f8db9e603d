import EntenteSchema
import Testing

@testable import EntenteExplorer

@Suite struct PictureTests {
  private static func event(_ start: String, _ end: String, _ precision: DatePrecision) -> TimelineDrawing.Item {
    TimelineDrawing.Item(
      event: Event(
        id: "a#1", title: "Visite", date: PartialDate(start: start, end: end, precision: precision), status: .past),
      link: "/document?id=a", title: "Visite <1>")
  }

  @Test func `a day is a point, a month is a bar, an undated event is not drawn`() {
    let drawing = TimelineDrawing(language: .french).draw(
      [
        Self.event("2023-07-12", "2023-07-12", .day), Self.event("2023-11-01", "2023-11-30", .month),
        Self.event("", "", .unresolved),
      ], label: "Chronologie"
    ).description
    #expect(drawing.matches(of: #/<circle/#).count == 1)
    #expect(drawing.matches(of: #/<rect/#).count == 1)
    #expect(drawing.contains("Visite &lt;1&gt;"))
  }

  @Test(arguments: [(2023.5, 2023.5), (2023.0, 2026.9), (1854.2, 2024.0), (1.0, 9999.0)])
  func `an axis has a few labels, in order, whatever its length`(span: (Double, Double)) {
    let ticks = TimelineDrawing.Scale(from: span.0, to: span.1, width: 900).ticks(.french)
    #expect((1...40).contains(ticks.count) || span.0 == span.1)
    #expect(ticks.map(\.year) == ticks.map(\.year).sorted())
  }

  @Test func `an axis of some days says which`() throws {
    func labels(_ first: String, _ last: String) throws -> [String] {
      let (start, end) = (try #require(CalendarDay(first)), try #require(CalendarDay(last)))
      return TimelineDrawing.Scale(from: start.fractionalYear, to: end.fractionalYear, width: 900)
        .ticks(.french).map(\.label)
    }
    #expect(try labels("2023-11-13", "2023-11-15") == ["nov.", "5", "10", "15", "20", "25", "déc."])
    #expect(try labels("2023-12-28", "2024-01-04").contains("2024"))
    #expect(try labels("2023-01-01", "2023-12-31").contains("juil."))
  }

  @Test func `a label of the axis leads to the months or years up to the next`() {
    func periods(_ first: Double, _ last: Double) -> [String] {
      TimelineDrawing.Scale(from: first, to: last, width: 900).ticks(.french).compactMap { tick in
        tick.period.map { "\($0.since)…\($0.until)" }
      }
    }
    #expect(periods(2023.5, 2024.4).first == "2023-07…2023-07")
    #expect(periods(2023.0, 2025.9).prefix(2) == ["2023-01…2023-03", "2023-04…2023-06"])
    #expect(periods(1954.0, 2024.0).prefix(2) == ["1960…1969", "1970…1979"])
    // Days have no dates of their own here; their months do.
    #expect(periods(2023.84, 2023.9) == ["2023-11…2023-11", "2023-12…2023-12"])
    let items = [Self.event("2023-07-12", "2023-07-12", .day), Self.event("2025-11-01", "2025-11-30", .month)]
    let address = PageAddress("/timeline", [("goal", "g"), ("page", "x")])
    let drawing = TimelineDrawing(language: .french, address: address).draw(items, label: "").description
    #expect(drawing.contains("href=\"/timeline?goal=g&amp;since=2023-10&amp;until=2023-12\""))
    #expect(!TimelineDrawing(language: .french).draw(items, label: "").description.contains("since="))
  }

  private static func star(_ names: [String]) -> EntityGraph {
    EntityGraph(
      nodes: names.enumerated().map {
        EntityGraph.Node(id: "n\($0)", name: $1, style: "person", link: "/", weight: names.count - $0)
      },
      edges: names.indices.dropFirst().map { EntityGraph.Edge(from: 0, to: $0, weight: $0) })
  }

  @Test func `a graph is laid out the same way every time, inside its picture`() {
    let graph = Self.star((0..<40).map { "n\($0)" })
    let places = graph.layout()
    #expect(places == graph.layout())
    #expect(places.allSatisfy { (0...EntityGraph.width).contains($0.x) && (0...graph.height).contains($0.y) })
  }

  @Test(arguments: [1, 2, 21, 40, EntityGraph.maximumNodes])
  func `no label covers another, nor a node, however long the names`(count: Int) {
    let long = "Organisation mondiale des ministères de la Coopération maritime et de l’Approvisionnement"
    let graph = Self.star((0..<count).map { "\(long.dropFirst($0 % 30)) \($0)" })
    let drawing = graph.draw(label: "").description
    let labels = LabelBox.all(in: drawing)
    let nodes = NodeBox.all(in: drawing)
    #expect(labels.count > count || count == 1)
    #expect(nodes.count == count)
    for (index, label) in labels.enumerated() {
      #expect(label.left >= 0 && label.right <= EntityGraph.width && label.bottom <= graph.height, "\(label)")
      for other in labels[(index + 1)...] { #expect(!label.covers(other), "\(label) \(other)") }
      for node in nodes { #expect(!label.covers(node), "\(label) \(node)") }
    }
  }

  @Test func `a long name is broken between words, and ends with an ellipsis`() {
    #expect(GraphLabel("OTAN").lines == ["OTAN"])
    #expect(
      GraphLabel("Organisation du traité de l’Atlantique nord").lines == [
        "Organisation du traité", "de l’Atlantique nord",
      ])
    #expect(GraphLabel(String(repeating: "x", count: 100_000)).lines.map(\.count) == [22, 22])
    #expect(GraphLabel("").lines == [""])
  }

  @Test func `edges to nodes that are left out are dropped`() {
    let nodes = (0..<100).map { EntityGraph.Node(id: "\($0)", name: "\($0)", style: "", link: "", weight: 1) }
    let graph = EntityGraph(nodes: nodes, edges: [.init(from: 0, to: 99, weight: 1), .init(from: 0, to: 1, weight: 1)])
    #expect(graph.nodes.count == EntityGraph.maximumNodes && graph.edges.count == 1)
  }

  @Test func `a sparkline has a bar for each quarter with evidence`() {
    let dates = ["2023-01-05", "2023-02-01", "2024-12-31", "1999-01-01", ""].map {
      PartialDate(start: $0, end: $0, precision: .day)
    }
    let drawing = Sparkline.draw(dates, years: 2023...2024, label: "").description
    #expect(drawing.matches(of: #/<rect/#).count == 2)
  }
}

/// A rectangle of a drawing.
private protocol DrawnBox {
  var left: Double { get }
  var right: Double { get }
  var top: Double { get }
  var bottom: Double { get }
}

extension DrawnBox {
  func covers(_ other: some DrawnBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}

/// A line of text as drawn: 12 pixels high, and as wide as DejaVu Sans, wider than most, draws it on average.
private struct LabelBox: DrawnBox {
  let text: String
  let left, right, top, bottom: Double

  static func all(in drawing: String) -> [LabelBox] {
    drawing.matches(of: #/<text x="([0-9.]+)" y="([0-9.]+)" class="node-label">([^<]*)</#).compactMap { match in
      guard let x = Double(match.1), let y = Double(match.2) else { return nil }
      let width = Double(match.3.count) * 7.2
      return LabelBox(text: String(match.3), left: x - width / 2, right: x + width / 2, top: y - 9, bottom: y + 3)
    }
  }
}

private struct NodeBox: DrawnBox {
  let left, right, top, bottom: Double

  static func all(in drawing: String) -> [NodeBox] {
    drawing.matches(of: #/<circle cx="([0-9.]+)" cy="([0-9.]+)" r="([0-9.]+)"/#).compactMap { match in
      guard let x = Double(match.1), let y = Double(match.2), let radius = Double(match.3) else { return nil }
      return NodeBox(left: x - radius, right: x + radius, top: y - radius, bottom: y + radius)
    }
  }
}
