internal import EntenteSchema

/// Events on an axis of time. A day is a point; a month, a season or a period is a bar as long as it; what was never
/// fixed to a day fades out at its open end. Past events are filled, planned ones outlined, proposed ones dashed.
struct TimelineDrawing {
  struct Item {
    var event: Event
    var link: String
    var title: String
  }

  private static let width = 960.0
  private static let margin = 16.0
  private static let laneHeight = 18.0
  private static let axisHeight = 28.0
  /// A shorter bar is drawn as a point: it would be higher than wide.
  private static let shortestBar = 12.0

  let language: Language
  /// Of the page that shows fewer events from the axis; nil where a label leads nowhere.
  var address: PageAddress?

  /// - Parameter items: in order of date; those without a date that can be placed are left out.
  func draw(_ items: [Item], label: String) -> Markup {
    let placed = items.compactMap { item -> Placed? in
      guard let date = item.event.date, let start = CalendarDay(date.start), let end = CalendarDay(date.end) else {
        return nil
      }
      return Placed(item: item, start: start.fractionalYear, end: max(end.fractionalYear, start.fractionalYear))
    }
    guard let first = placed.map(\.start).min(), let last = placed.map(\.end).max() else { return Markup(safe: "") }
    let scale = Scale(from: first, to: last, width: Self.width - 2 * Self.margin)
    var lanes = Lanes()
    var shapes = Markup(safe: "")
    for event in placed {
      let left = Self.margin + scale.x(event.start)
      let right = max(Self.margin + scale.x(event.end), left)
      let lane = lanes.take(from: left - 6, to: right + 6)
      shapes += shape(event.item, left, right, y: Self.axisHeight + Self.laneHeight * (Double(lane) + 0.5))
    }
    let height = Self.axisHeight + Self.laneHeight * Double(max(lanes.count, 1)) + 8
    return SVG.picture(
      width: Self.width, height: height, label: label, style: "timeline", axis(scale, height: height) + shapes)
  }

  private struct Placed {
    var item: Item
    var start: Double
    var end: Double
  }

  private func shape(_ item: Item, _ left: Double, _ right: Double, y: Double) -> Markup {
    let event = item.event
    let style =
      switch event.status {
      case .planned: "event planned"
      case .proposed: "event proposed"
      default: "event past"
      }
    let title = SVG.element("title", [:], Markup(item.title))
    let isPoint = event.date?.precision == .day || right - left < Self.shortestBar
    let mark =
      isPoint
      ? SVG.element(
        "circle", ["cx": SVG.number((left + right) / 2), "cy": SVG.number(y), "r": "5", "class": style], title)
      : SVG.element(
        "rect",
        [
          "x": SVG.number(left), "y": SVG.number(y - 4), "width": SVG.number(right - left), "height": "8", "rx": "4",
          "class": style + (event.date?.deadline == true ? " open" : ""),
        ], title)
    return SVG.element("a", ["href": item.link, "aria-label": item.title], mark)
  }

  private func axis(_ scale: Scale, height: Double) -> Markup {
    var markup = Markup(safe: "")
    for tick in scale.ticks(language) {
      let x = SVG.number(Self.margin + scale.x(tick.year))
      markup += SVG.element("line", ["x1": x, "x2": x, "y1": "20", "y2": SVG.number(height), "class": "tick"])
      let label = SVG.element("text", ["x": x, "y": "14", "class": "tick-label"], Markup(tick.label))
      if let address, let period = tick.period {
        let link = address.setting("since", period.since).setting("until", period.until).setting("page", "").text
        markup += SVG.element("a", ["href": link, "aria-label": "\(period.since) – \(period.until)"], label)
      } else {
        markup += label
      }
    }
    return markup
  }

  /// A label on the axis, and the months or years up to the next one; nil for days, and for more than there are dates.
  struct Tick {
    var year: Double
    var label: String
    var period: (since: String, until: String)?
  }

  /// From years to pixels.
  struct Scale {
    let start: Double
    let end: Double
    let width: Double

    init(from first: Double, to last: Double, width: Double) {
      // A tenth of a year at least, so that a single day has an axis to stand on.
      let slack = max((last - first) * 0.03, 0.05)
      (start, end, self.width) = (first - slack, last + slack, width)
    }

    func x(_ year: Double) -> Double { (year - start) / (end - start) * width }

    /// Days, months, quarters, years, decades or centuries: as many labels as fit.
    func ticks(_ language: Language) -> [Tick] {
      let length = end - start
      let days = length * 12 * CalendarDay.daysOfMonth
      if days <= 70 { return dayTicks(every: days <= 14 ? 1 : 5, language) }
      let step = [1.0 / 12, 0.25, 1, 2, 5, 10, 25, 50, 100, 500, 1000].first { length / $0 <= 14 } ?? 1000
      var ticks: [Tick] = []
      var position = (start / step).rounded(.up)
      while position * step <= end, ticks.count < 40 {
        let year = position * step
        ticks.append(Tick(year: year, label: Self.label(year, step, language), period: Self.period(from: year, step)))
        position += 1
      }
      return ticks
    }

    /// Months by name, and days between them by number.
    private func dayTicks(every step: Int, _ language: Language) -> [Tick] {
      let months = Int((start * 12).rounded(.down))...Int((end * 12).rounded(.down))
      return months.flatMap { month in
        let days = [1] + stride(from: step == 1 ? 2 : step, through: month % 12 == 1 ? 28 : 30 - step / 5, by: step)
        return days.map { day in
          let year = (Double(month) + Double(day - 1) / CalendarDay.daysOfMonth) / 12
          guard day == 1 else { return Tick(year: year, label: String(day)) }
          return Tick(
            year: year, label: Self.label(year, 1.0 / 12, language), period: Self.period(from: year, 1.0 / 12))
        }
      }.filter { (start...end).contains($0.year) }
    }

    /// The months, or the years, from a label to the next.
    private static func period(from year: Double, _ step: Double) -> (since: String, until: String)? {
      let first = Int((year * 12).rounded())
      let last = first + max(Int((step * 12).rounded()), 1) - 1
      guard first >= 12, last < 10_000 * 12 else { return nil }
      func name(_ month: Int) -> String {
        let year = String(month / 12)
        let digits = String(repeating: "0", count: max(4 - year.count, 0)) + year
        return step >= 1 ? digits : digits + (month % 12 < 9 ? "-0" : "-") + String(month % 12 + 1)
      }
      return (name(first), name(last))
    }

    private static func label(_ year: Double, _ step: Double, _ language: Language) -> String {
      let whole = Int(year.rounded(.down))
      guard step < 1 else { return String(whole) }
      let month = min(Int(((year - year.rounded(.down)) * 12).rounded()) + 1, 12)
      return month == 1 ? String(whole) : Labels.embedded("month.short.\(month)", language)
    }
  }

  /// Rows in which shapes do not touch: each takes the first row that has room.
  private struct Lanes {
    private var ends: [Double] = []
    var count: Int { ends.count }

    mutating func take(from left: Double, to right: Double) -> Int {
      if let free = ends.firstIndex(where: { $0 <= left }) {
        ends[free] = right
        return free
      }
      ends.append(right)
      return ends.count - 1
    }
  }
}
