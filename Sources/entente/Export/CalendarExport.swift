import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot
import ProtobufCoding

// calendar := BEGIN:VCALENDAR header event* END:VCALENDAR          RFC 5545
// event    := BEGIN:VEVENT property* END:VEVENT
// property := NAME[;PARAMETER=VALUE]:text CR LF                    folded after 75 bytes, never inside a character
//
// In text, backslash, comma and semicolon stand behind a backslash, and a line feed is \n.

/// The timeline, as a calendar. An event without a date that can be placed is left out; one whose date is a month, a
/// season or a year takes all of it, and says so.
struct CalendarExport {
  /// How many events were left out.
  private(set) var undated = 0

  mutating func write(_ snapshot: SnapshotReader, to output: inout TextOutput) throws {
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Entente//Timeline//FR", "CALSCALE:GREGORIAN"] {
      try property(line, to: &output)
    }
    for ordinal in 0..<snapshot.events.count {
      let event = try snapshot.events[ordinal]
      guard let date = event.date, let start = Self.day(date.start), let end = Self.dayAfter(date.end) else {
        undated += 1
        continue
      }
      let published = try publication(of: event, snapshot)
      for line in Self.lines(event, date, start, end, stamp: published) { try property(line, to: &output) }
    }
    try property("END:VCALENDAR", to: &output)
  }

  private static func lines(_ event: Event, _ date: PartialDate, _ start: String, _ end: String, stamp: String)
    -> [String]
  {
    var lines = [
      "BEGIN:VEVENT", "UID:" + escaped(event.id) + "@entente", "DTSTAMP:" + stamp,
      "DTSTART;VALUE=DATE:" + start, "DTEND;VALUE=DATE:" + end, "SUMMARY:" + escaped(event.title),
      "DESCRIPTION:" + escaped(description(event, date)), "CATEGORIES:" + escaped(event.type),
      // What was proposed may never take place.
      "STATUS:" + (event.status == .proposed ? "TENTATIVE" : "CONFIRMED"), "TRANSP:TRANSPARENT",
    ]
    if let place = event.place { lines.append("LOCATION:" + escaped(place.name)) }
    return lines + ["END:VEVENT"]
  }

  /// The sentence that states the event, and how exact its date is.
  private static func description(_ event: Event, _ date: PartialDate) -> String {
    var parts = [event.evidence?.text ?? ""]
    if let words = date.source?.text, date.precision != .day {
      parts.append("Date : « \(words) » (\(date.precision))")
    }
    if date.basis == .manifest { parts.append("Date resolved against the reference date of the corpus manifest") }
    if !event.goalIDs.isEmpty { parts.append("Goals: " + event.goalIDs.joined(separator: ", ")) }
    parts.append("Document: " + (event.evidence?.documentID ?? ""))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// When the document was published: the same export has the same bytes.
  private func publication(of event: Event, _ snapshot: SnapshotReader) throws -> String {
    let ordinal = try snapshot.ordinal(ofDocument: event.evidence?.documentID ?? "")
    let day = try ordinal.flatMap { Self.day(try snapshot.documents[$0].published?.start ?? "") }
    return (day ?? "19700101") + "T000000Z"
  }

  // Days

  /// `2023-11-15` as `20231115`; nil if it is no day.
  private static func day(_ text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    return text.utf8.count == 10 && digits.utf8.count == 8 ? digits : nil
  }

  /// The day after one: the end of an event is exclusive.
  private static func dayAfter(_ text: String) -> String? {
    CivilDate(iso8601: text)?.adding(days: 1).flatMap { day($0.iso8601) }
  }

  // Text

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in HarmlessText.shown(text) {
      switch character {
      case "\\", ",", ";": result += "\\\(character)"
      case "\n", "\r\n", "\r": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  /// Folds a line after 75 bytes; what follows begins with a space.
  private func property(_ line: String, to output: inout TextOutput) throws {
    var folded = ""
    var room = 75
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if size > room {
        folded += "\r\n "
        room = 74
      }
      folded.unicodeScalars.append(scalar)
      room -= size
    }
    try output.write(folded + "\r\n")
  }
}
