internal import EntenteSchema
internal import ProtobufCoding

// calendar := BEGIN:VCALENDAR header event* END:VCALENDAR          RFC 5545
// event    := BEGIN:VEVENT property* END:VEVENT
// property := NAME[;PARAMETER=VALUE]:text CR LF                    folded after 75 bytes, never inside a character

/// Events for a calendar program. One without a date that can be placed is left out.
struct Calendar {
  let text: String

  init(_ events: [Event], _ language: Language) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Entente//Explorer//FR", "CALSCALE:GREGORIAN"]
    for event in events {
      guard let start = CalendarDay(event.date?.start ?? ""), let end = CalendarDay(event.date?.end ?? "") else {
        continue
      }
      lines += [
        "BEGIN:VEVENT", "UID:" + Self.escaped(event.id) + "@entente", "DTSTAMP:" + Self.basic(start) + "T000000Z",
        "DTSTART;VALUE=DATE:" + Self.basic(start), "DTEND;VALUE=DATE:" + Self.basic(Self.dayAfter(end)),
        "SUMMARY:" + Self.escaped(event.title), "DESCRIPTION:" + Self.escaped(Self.description(event, language)),
        "STATUS:" + (event.status == .proposed ? "TENTATIVE" : "CONFIRMED"), "TRANSP:TRANSPARENT",
      ]
      if let place = event.place { lines.append("LOCATION:" + Self.escaped(place.name)) }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    text = lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// The sentence that tells of the event, and what its date rests on if that is not the text.
  private static func description(_ event: Event, _ language: Language) -> String {
    let note = event.date?.basis == .manifest ? Labels.embedded("date.star.calendar", language) : ""
    return [event.evidence?.text ?? "", note].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func basic(_ day: CalendarDay) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(day.year, 4) + padded(day.month, 2) + padded(day.day, 2)
  }

  /// A calendar's end is the day after the last one.
  private static func dayAfter(_ day: CalendarDay) -> CalendarDay {
    let next = CivilDate(year: day.year, month: day.month, day: day.day)?.adding(days: 1)
    return next.flatMap { CalendarDay($0.iso8601) } ?? day
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ",", ";": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r", "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func folded(_ line: String) -> String {
    var result = ""
    var width = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if width + size > 75 {
        result += "\r\n "
        width = 1
      }
      result.unicodeScalars.append(scalar)
      width += size
    }
    return result
  }
}
