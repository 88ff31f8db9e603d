/// Who appears with whom: a graph laid out the same way every time.
///
/// Force-directed placement after Fruchterman and Reingold (1991), from a start on a spiral in the order of the nodes, with a
/// fixed number of rounds. Then each node in its order moves to the nearest place where neither it nor its label covers another
/// (`Boxes`).
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
  static let width = 960.0
  private static let rounds = 120

  let nodes: [Node]
  let edges: [Edge]
  let labels: [GraphLabel]
  /// 60 names do not fit where 20 do.
  let height: Double

  /// - Parameter edges: those that name a node which is left out are dropped.
  init(nodes: [Node], edges: [Edge]) {
    self.nodes = Array(nodes.prefix(Self.maximumNodes))
    let count = self.nodes.count
    self.edges = edges.filter { $0.from < count && $0.to < count && $0.from != $0.to }
    labels = self.nodes.map { GraphLabel($0.name) }
    height = max(400, 160 + Double(count) * 18)
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
    for index in nodes.indices { content += drawing(of: index, at: places[index]) }
    return SVG.picture(width: Self.width, height: height, label: label, style: "graph", content)
  }

  private func drawing(of index: Int, at place: Place) -> Markup {
    let node = nodes[index]
    let radius = radius(of: node)
    let circle = SVG.element(
      "circle",
      ["cx": SVG.number(place.x), "cy": SVG.number(place.y), "r": SVG.number(radius), "class": "node " + node.style],
      SVG.element("title", [:], Markup(node.name)))
    var text = Markup(safe: "")
    for (number, line) in labels[index].lines.enumerated() {
      let baseline = place.y + radius + GraphLabel.lineHeight * (Double(number) + 1)
      text += SVG.element(
        "text", ["x": SVG.number(place.x), "y": SVG.number(baseline), "class": "node-label"], Markup(line))
    }
    return SVG.element("a", ["href": node.link, "aria-label": node.name], circle + text)
  }

  private func radius(of node: Node) -> Double {
    let largest = Double(max(nodes.map(\.weight).max() ?? 1, 1))
    return 5 + 13 * (Double(max(node.weight, 0)) / largest).squareRoot()
  }

  struct Place: Equatable {
    var x: Double
    var y: Double
  }

  /// Where each node stands: inside the picture, and apart from the others with their labels.
  func layout() -> [Place] {
    var boxes = Boxes(width: Self.width, height: height)
    return zip(nodes.indices, spread(attracted())).map { index, place in
      let radius = radius(of: nodes[index])
      let reach = max(radius, labels[index].width / 2)
      return boxes.insert(
        at: place, left: reach, right: reach, above: radius, below: radius + labels[index].height + 4)
    }
  }

  /// The same places over the whole picture: the edges of a dense graph pull it into a knot.
  private func spread(_ places: [Place]) -> [Place] {
    guard let first = places.first, places.count > 1 else { return places }
    let (low, high) = places.reduce((first, first)) { bounds, place in
      (
        Place(x: min(bounds.0.x, place.x), y: min(bounds.0.y, place.y)),
        Place(x: max(bounds.1.x, place.x), y: max(bounds.1.y, place.y))
      )
    }
    func scaled(_ value: Double, _ low: Double, _ high: Double, onto range: ClosedRange<Double>) -> Double {
      guard high - low > 1 else { return (range.lowerBound + range.upperBound) / 2 }
      return range.lowerBound + (value - low) / (high - low) * (range.upperBound - range.lowerBound)
    }
    return places.map { place in
      Place(
        x: scaled(place.x, low.x, high.x, onto: 70...(Self.width - 70)),
        y: scaled(place.y, low.y, high.y, onto: 26...(height - 46)))
    }
  }

  /// Where the edges pull each node.
  private func attracted() -> [Place] {
    let count = nodes.count
    guard count > 1 else { return nodes.map { _ in Place(x: Self.width / 2, y: height / 2) } }
    var places = spiral(count)
    let ideal = (Self.width * height / Double(count)).squareRoot() * 0.7
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
        places[index].y = min(max(places[index].y, 26), height - 36)
      }
    }
    return places
  }

  /// Evenly outwards, by rotations of one angle: no library of trigonometry is needed.
  private func spiral(_ count: Int) -> [Place] {
    // The golden angle spreads the first nodes, which are the heaviest, all around.
    let (cosine, sine) = (-0.737_368_878_078_319_8, 0.675_490_294_261_523_6)
    var (x, y) = (1.0, 0.0)
    return (0..<count).map { index in
      let reach = 0.35 + 0.6 * Double(index) / Double(count)
      let place = Place(x: Self.width / 2 + x * reach * Self.width * 0.4, y: height / 2 + y * reach * height * 0.4)
      (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
      return place
    }
  }

  private static func difference(_ from: Place, _ to: Place) -> (dx: Double, dy: Double, distance: Double) {
    let (dx, dy) = (from.x - to.x, from.y - to.y)
    return (dx, dy, max((dx * dx + dy * dy).squareRoot(), 0.01))
  }
}
