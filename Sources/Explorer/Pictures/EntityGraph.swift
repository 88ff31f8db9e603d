/// Who appears with whom: a graph laid out the same way every time.
///
/// Force-directed placement after Fruchterman and Reingold (1991), from a start on a circle in the order of the nodes, with a
/// fixed number of rounds. 60 nodes take about a millisecond.
struct EntityGraph {
  struct Node {
    var id: String
    var name: String
    /// CSS class.
    var style: String
    var link: String
    /// Mentions; decides the size.
    var weight: Int
  }

  struct Edge {
    /// Indices of nodes.
    var from: Int
    var to: Int
    /// Shared sentences.
    var weight: Int
  }

  static let maximumNodes = 60
  private static let width = 960.0
  private static let height = 600.0
  private static let rounds = 120

  let nodes: [Node]
  let edges: [Edge]

  /// - Parameter edges: those that name a node which is left out are dropped.
  init(nodes: [Node], edges: [Edge]) {
    self.nodes = Array(nodes.prefix(Self.maximumNodes))
    let count = self.nodes.count
    self.edges = edges.filter { $0.from < count && $0.to < count && $0.from != $0.to }
  }

  func draw(label: String) -> Markup {
    let places = layout()
    var content = Markup(safe: "")
    let heaviest = Double(edges.map(\.weight).max() ?? 1)
    for edge in edges {
      let (start, end) = (places[edge.from], places[edge.to])
      content += SVG.element(
        "line",
        [
          "x1": SVG.number(start.x), "y1": SVG.number(start.y), "x2": SVG.number(end.x), "y2": SVG.number(end.y),
          "class": "edge", "stroke-width": SVG.number(1 + 4 * Double(edge.weight) / heaviest),
        ])
    }
    let largest = Double(nodes.map(\.weight).max() ?? 1)
    for (node, place) in zip(nodes, places) {
      let radius = 5 + 13 * (Double(node.weight) / largest).squareRoot()
      let circle = SVG.element(
        "circle",
        [
          "cx": SVG.number(place.x), "cy": SVG.number(place.y), "r": SVG.number(radius), "class": "node " + node.style,
        ], SVG.element("title", [:], Markup(node.name)))
      let text = SVG.element(
        "text", ["x": SVG.number(place.x), "y": SVG.number(place.y + radius + 13), "class": "node-label"],
        Markup(node.name))
      content += SVG.element("a", ["href": node.link, "aria-label": node.name], circle + text)
    }
    return SVG.picture(width: Self.width, height: Self.height, label: label, style: "graph", content)
  }

  struct Place: Equatable {
    var x: Double
    var y: Double
  }

  /// Where each node stands, inside the picture.
  func layout() -> [Place] {
    let count = nodes.count
    guard count > 1 else { return nodes.map { _ in Place(x: Self.width / 2, y: Self.height / 2) } }
    var places = Self.circle(count)
    let ideal = (Self.width * Self.height / Double(count)).squareRoot() * 0.7
    for round in 0..<Self.rounds {
      var moves = [Place](repeating: Place(x: 0, y: 0), count: count)
      for first in 0..<count {
        for second in (first + 1)..<count {
          let (dx, dy, distance) = Self.difference(places[first], places[second])
          let force = ideal * ideal / distance
          moves[first].x += dx / distance * force
          moves[first].y += dy / distance * force
          moves[second].x -= dx / distance * force
          moves[second].y -= dy / distance * force
        }
      }
      for edge in edges {
        let (dx, dy, distance) = Self.difference(places[edge.from], places[edge.to])
        let force = distance * distance / ideal
        moves[edge.from].x -= dx / distance * force
        moves[edge.from].y -= dy / distance * force
        moves[edge.to].x += dx / distance * force
        moves[edge.to].y += dy / distance * force
      }
      let heat = Self.width / 8 * (1 - Double(round) / Double(Self.rounds))
      for index in 0..<count {
        let length = max((moves[index].x * moves[index].x + moves[index].y * moves[index].y).squareRoot(), 0.01)
        places[index].x += moves[index].x / length * min(length, heat)
        places[index].y += moves[index].y / length * min(length, heat)
        places[index].x = min(max(places[index].x, 70), Self.width - 70)
        places[index].y = min(max(places[index].y, 26), Self.height - 36)
      }
    }
    return places
  }

  /// Evenly on a circle, by rotations of one angle: no library of trigonometry is needed.
  private static func circle(_ count: Int) -> [Place] {
    // The golden angle spreads the first nodes, which are the heaviest, all around.
    let (cosine, sine) = (-0.737_368_878_078_319_8, 0.675_490_294_261_523_6)
    var (x, y) = (1.0, 0.0)
    return (0..<count).map { index in
      let reach = 0.35 + 0.6 * Double(index) / Double(count)
      let place = Place(x: width / 2 + x * reach * width * 0.4, y: height / 2 + y * reach * height * 0.4)
      (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
      return place
    }
  }

  private static func difference(_ from: Place, _ to: Place) -> (dx: Double, dy: Double, distance: Double) {
    let (dx, dy) = (from.x - to.x, from.y - to.y)
    return (dx, dy, max((dx * dx + dy * dy).squareRoot(), 0.01))
  }
}
