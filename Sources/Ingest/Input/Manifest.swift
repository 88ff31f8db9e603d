internal import EntenteFileMapping
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

  private static let sizeLimit = 64 << 20

  /// The entries by the path of their file: that of the manifest's folder, and what the entry says.
  static func entries(of paths: [String], _ rejections: inout [Rejection]) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for path in paths {
      do throws(Failure) {
        add(try read(path), of: path, to: &entries, &rejections)
      } catch {
        rejections.append(Rejection(path, "not a manifest: \(error.reason)"))
      }
    }
    return entries
  }

  private struct Failure: Error { let reason: String }

  private static func read(_ path: String) throws(Failure) -> Manifest {
    do {
      var file = try RegularFile(path: path)
      guard let bytes = try file.readAll(limit: sizeLimit) else { throw Failure(reason: "it is too large") }
      return try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    } catch let error as Failure {
      throw error
    } catch let error as FileMappingError {
      throw Failure(reason: error.reason)
    } catch {
      throw Failure(reason: explain(error))
    }
  }

  private static func add(
    _ manifest: Manifest, of path: String, to entries: inout [String: Entry], _ rejections: inout [Rejection]
  ) {
    let folder = String(path.dropLast(InputListing.manifestName.count))
    for entry in manifest.documents {
      if let date = entry.referenceDate, CivilDate(iso8601: String(date.prefix(10))) == nil {
        rejections.append(Rejection(path, "the reference date \(date) of \(entry.file) is not in the form YYYY-MM-DD"))
      } else if (try? FileStatus(path: folder + entry.file)) == nil {
        rejections.append(Rejection(path, "it describes \(entry.file), which does not exist"))
      } else {
        entries[folder + entry.file] = entry
      }
    }
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
