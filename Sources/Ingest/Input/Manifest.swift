internal import Foundation

/// What `corpus.json` says of the files beside it.
///
/// ```json
/// {"documents": [{"file": "a.txt", "language": "fr", "publisher": "OTAN", "source": "https://…",
///                 "referenceDate": "2024-07-12", "referenceDateBasis": "the Friday after the summit"}]}
/// ```
struct Manifest: Decodable {
  struct Entry: Decodable {
    let file: String
    var title: String?
    var language: String?
    var publisher: String?
    var source: String?
    /// A day that the dates of the text may be resolved against; results of it say so.
    var referenceDate: String?
    var referenceDateBasis: String?
  }

  let documents: [Entry]

  /// The entries by the full path of their file.
  static func entries(of paths: [String], _ rejections: inout [Rejection]) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for path in paths {
      let folder = String(path.dropLast(InputListing.manifestName.count))
      do {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        for entry in try JSONDecoder().decode(Manifest.self, from: data).documents {
          if let date = entry.referenceDate, CalendarDay(iso8601: date) == nil {
            rejections.append(Rejection(path, "the reference date \(date) of \(entry.file) is not a day as YYYY-MM-DD"))
            continue
          }
          entries[folder + entry.file] = entry
        }
      } catch {
        rejections.append(Rejection(path, "not a manifest: \(Self.explain(error))"))
      }
    }
    return entries
  }

  private static func explain(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "\(key.stringValue) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has the wrong type"
    default: "it is not valid JSON"
    }
  }
}

/// A day that exists.
struct CalendarDay {
  let year, month, day: Int

  /// `2024-07-12`, alone or at the start of a longer time.
  init?(iso8601 text: String) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0, (1...12).contains(month)
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }
}
