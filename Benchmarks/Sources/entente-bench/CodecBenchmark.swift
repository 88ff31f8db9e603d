import ArgumentParser
import EntenteSchema
import Foundation
import ProtobufCoding
import SwiftProtobuf
import SwiftProtobufPeer

/// Encodes and decodes a search response with ten hits, by our generated code and by swift-protobuf.
struct CodecBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codec", abstract: "Code a search response, against swift-protobuf.")

  func run() throws {
    let message = Self.response
    let bytes = message.protobufBytes()
    let peer = try Entente_V1_SearchResponse(serializedBytes: bytes)
    let peerBytes: [UInt8] = try peer.serializedBytes()
    guard peerBytes == bytes else { throw ValidationError("the peer's bytes differ: run SwiftProtobufPeer/generate") }

    let measurements = [
      Measurement.measure("encode", "entente", bytes: bytes.count) { consume(message.protobufBytes()) },
      try Measurement.measure("encode", "swift-protobuf", bytes: bytes.count) {
        let encoded: [UInt8] = try peer.serializedBytes()
        consume(encoded)
      },
      try Measurement.measure("decode", "entente", bytes: bytes.count) { consume(try SearchResponse(protobuf: bytes)) },
      try Measurement.measure("decode", "swift-protobuf", bytes: bytes.count) {
        consume(try Entente_V1_SearchResponse(serializedBytes: bytes))
      },
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for measurement in measurements { print(String(decoding: try encoder.encode(measurement), as: UTF8.self)) }
  }

  /// Ten hits with their passages and highlights, as Search answers.
  private static var response: SearchResponse {
    let text = """
      Le partenariat entre l’Alliance et ses partenaires repose sur des valeurs communes et des intérêts de sécurité \
      partagés ; la coopération en matière de cyberdéfense, de sécurité maritime et de technologies s’est approfondie.
      """
    var response = SearchResponse(
      snapshot: SnapshotReference(id: String(repeating: "a1b2", count: 16), generation: 12), totalHits: 1234,
      totalIsExact: true)
    for rank in 0..<10 {
      let id = "presse/2023/communique-\(rank)"
      let day = PartialDate(start: "2023-11-15", end: "2023-11-15", precision: .day, basis: .manifest)
      let document = DocumentSummary(
        id: id, title: "Rencontre sur la coopération maritime et la cyberdéfense, n° \(rank)", kind: .pressRelease,
        published: day, publisher: "Service de presse", sourceURL: "https://www.example.org/fr/actualites/\(rank).html",
        textLength: 5321)
      let span = TextSpan(offset: UInt32(1200 + rank), length: UInt32(text.utf8.count))
      let passage = Passage(
        source: Source(documentID: id, span: span, text: text),
        highlights: [1210, 1301, 1390].map { TextSpan(offset: $0, length: 11) })
      response.hits.append(
        SearchHit(
          document: document, score: 12.5 - Float(rank), passage: passage,
          titleHighlights: [TextSpan(offset: 3, length: 10)]))
    }
    return response
  }
}
