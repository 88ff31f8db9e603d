/// Boxes in a picture, of which none covers another while there is room.
struct Boxes {
  private struct Box {
    var left, right, top, bottom: Double

    func covers(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Between two boxes, and beside those at an edge.
  private static let gap = 6.0
  private static let step = 8.0

  private let width: Double
  private let height: Double
  private var boxes: [Box] = []

  /// - Parameters:
  ///   - width: of the picture.
  ///   - height: of the picture.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Puts a box as near to a place as it may stand.
  ///
  /// - Parameters:
  ///   - place: where its anchor should be.
  ///   - left: how far it reaches from its anchor to the left; likewise the other sides.
  /// - Returns: where its anchor is: without room, the place itself, inside the picture.
  mutating func insert(
    at place: EntityGraph.Place, left: Double, right: Double, above: Double, below: Double
  ) -> EntityGraph.Place {
    func inside(_ place: EntityGraph.Place) -> EntityGraph.Place {
      EntityGraph.Place(
        x: max(min(place.x, width - right - Self.gap), min(left + Self.gap, width)),
        y: max(min(place.y, height - below), min(above + Self.gap, height)))
    }
    func box(_ place: EntityGraph.Place) -> Box {
      Box(
        left: place.x - left - Self.gap, right: place.x + right, top: place.y - above - Self.gap,
        bottom: place.y + below)
    }
    let wanted = inside(place)
    var best = wanted
    var distance = Double.infinity
    if isFree(box(wanted)) {
      distance = 0
    } else {
      for row in stride(from: above + Self.gap, through: height - below, by: Self.step) {
        for column in stride(from: left + Self.gap, through: width - right - Self.gap, by: Self.step) {
          let (dx, dy) = (column - wanted.x, row - wanted.y)
          let candidate = EntityGraph.Place(x: column, y: row)
          guard dx * dx + dy * dy < distance, isFree(box(candidate)) else { continue }
          (best, distance) = (candidate, dx * dx + dy * dy)
        }
      }
    }
    boxes.append(box(best))
    return best
  }

  private func isFree(_ box: Box) -> Bool { !boxes.contains { $0.covers(box) } }
}
