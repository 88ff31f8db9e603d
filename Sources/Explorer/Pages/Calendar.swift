internal import EntenteSchema

// calendar := BEGIN:VCALENDAR header event* END:VCALENDAR          RFC 5545
// event    := BEGIN:VEVENT property* END:VEVENT
// property := NAME[;PARAMETER=VALUE]:text CR LF                    folded after 75 bytes, never inside a character

/// Events for a calendar program. One without a date that can be placed is left out.
struct Calendar {
  let text: String

  init(_ events: [Event]) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Entente//Explorer//FR", "CALSCALE:GREGORIAN"]
    for event in events {
      guard let start = CalendarDay(event.date?.start ?? ""), let end = CalendarDay(event.date?.end ?? "") else {
        continue
      }
      lines += [
        "BEGIN:VEVENT", "UID:" + Self.escaped(event.id) + "@entente", "DTSTAMP:" + Self.basic(start) + "T000000Z",
        "DTSTART;VALUE=DATE:" + Self.basic(start), "DTEND;VALUE=DATE:" + Self.basic(Self.dayAfter(end)),
        "SUMMARY:" + Self.escaped(event.title), "DESCRIPTION:" + Self.escaped(event.evidence?.text ?? ""),
        "STATUS:" + (event.status == .proposed ? "TENTATIVE" : "CONFIRMED"), "TRANSP:TRANSPARENT",
      ]
      if let place = event.place { lines.append("LOCATION:" + Self.escaped(place.name)) }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    text = lines.map { Self.folded($0) + "\r\n" }.joined()
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
    let isLeap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let isLast = day.day >= lengths[day.month - 1]
    let next =
      !isLast
      ? (day.year, day.month, day.day + 1)
      : day.month < 12 ? (day.year, day.month + 1, 1) : (day.year + 1, 1, 1)
    return CalendarDay("\(next.0)-\(next.1)-\(next.2)") ?? day
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
