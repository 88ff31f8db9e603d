import Schema

extension DocumentSummary {
  /// Its title, else its first words in guillemets, else its id.
  var name: String { !title.isEmpty ? title : opening.isEmpty ? id : "« \(opening)… »" }
}
