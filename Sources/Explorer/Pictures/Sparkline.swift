internal import EntenteSchema

/// Evidence over time in the space of a word: a bar a quarter, as high as the evidence of that quarter.
struct Sparkline {
  static let quarters = 16

  /// - Parameters:
  ///   - dates: of the evidence; those that fix no day are left out.
  ///   - years: the period to draw, such as that of the programme.
  static func draw(_ dates: [PartialDate?], years: ClosedRange<Int>, label: String) -> Markup {
    let count = (years.upperBound - years.lowerBound + 1) * 4
    guard count > 0, count <= 200 else { return Markup(safe: "") }
    var bars = [Int](repeating: 0, count: count)
    for date in dates {
      guard let day = CalendarDay(date?.start ?? ""), years.contains(day.year) else { continue }
      bars[(day.year - years.lowerBound) * 4 + (day.month - 1) / 3] += 1
    }
    let highest = Double(max(bars.max() ?? 0, 1))
    let width = 5.0
    let height = 20.0
    var content = SVG.element(
      "line", ["x1": "0", "x2": SVG.number(width * Double(count)), "y1": "20", "y2": "20", "class": "axis"])
    for (index, bar) in bars.enumerated() where bar > 0 {
      let tall = 3 + (height - 3) * Double(bar) / highest
      content += SVG.element(
        "rect",
        [
          "x": SVG.number(Double(index) * width), "y": SVG.number(height - tall), "width": SVG.number(width - 1),
          "height": SVG.number(tall), "class": "bar",
        ])
    }
    return SVG.picture(width: width * Double(count), height: height + 1, label: label, style: "sparkline", content)
  }
}
