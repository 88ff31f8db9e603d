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

  @Test func `a graph is laid out the same way every time, inside its picture`() {
    let nodes = (0..<40).map {
      EntityGraph.Node(id: "n\($0)", name: "n\($0)", style: "person", link: "/", weight: 40 - $0)
    }
    let edges = (1..<40).map { EntityGraph.Edge(from: 0, to: $0, weight: $0) }
    let graph = EntityGraph(nodes: nodes, edges: edges)
    let places = graph.layout()
    #expect(places == graph.layout())
    #expect(places.allSatisfy { (0...960).contains($0.x) && (0...600).contains($0.y) })
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
