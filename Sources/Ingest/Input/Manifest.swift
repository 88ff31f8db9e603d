internal import Foundation
internal import ProtobufCoding

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
          if let date = entry.referenceDate, CivilDate(iso8601: date) == nil {
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
