import EntenteSchema
import Foundation

@testable import EntenteExtraction

/// A document of a gold file, with the facts that its annotations state: entities, dates and quotations by where they
/// stand. So events and evidence are measured by themselves, whatever finds the facts in earnest.
struct AnnotatedDocument: Decodable {
  struct Person: Decodable {
    let name: String
    let roles: [String]
    let mentions: [String]
  }

  struct Named: Decodable {
    let name: String
    let iso2: String?
    let kind: String?
    let mentions: [String]
    let adjectives: [String]?
  }

  struct Dated: Decodable {
    let surface: String
    let offset: Int
    let start: String?
    let end: String?
    let precision: String
    let vague: Bool?
    let deadline: Bool?
  }

  struct Quoted: Decodable {
    let text: String
    let offset: Int
    let kind: String
  }

  let file: String
  let title: String?
  let kind: String
  let boilerplate: [String]
  let people: [Person]
  let organisations: [Named]
  let countries: [Named]
  let places: [Named]
  let quotes: [Quoted]
  let dates: [Dated]

  var id: String { String(file.dropLast(4)) }

  /// The text with its title and boilerplate told apart.
  func text(in folder: URL) throws -> AnnotatedText {
    let string = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    var text = AnnotatedText(string)
    var hasTitle = false
    for (number, block) in text.blocks.enumerated() {
      let words = text.source(block.bytes)
      let line = text.source(block.line)
      if words == title {
        text.classify(block: number, as: hasTitle ? .boilerplate : .title)
        hasTitle = true
      } else if boilerplate.contains(line) || boilerplate.contains(words) {
        text.classify(block: number, as: .boilerplate)
      }
    }
    return text
  }

  func facts(of text: AnnotatedText) -> DocumentFacts {
    let scalars = String(decoding: text.bytes, as: UTF8.self).unicodeScalars
    let entities =
      people.map { person in
        var entity = Entity(id: person.name, kind: .person, name: person.name)
        entity.mentions = mentions(person.mentions, .name, text)
        entity.roles = person.roles.flatMap { role in
          sources(role, text).map { Role(text: role, source: $0) }
        }
        return entity
      } + organisations.map { entity($0, .organisation, text) } + countries.map { entity($0, .country, text) }
      + places.map { entity($0, .place, text) }
    return DocumentFacts(
      documentID: id, kind: Self.kinds[kind] ?? .other, entities: entities,
      dates: dates.map { date in
        PartialDate(
          start: date.start ?? "", end: date.end ?? "", precision: Self.precisions[date.precision] ?? .unresolved,
          source: source(date.surface, at: date.offset, scalars, text), deadline: date.deadline ?? false,
          vague: date.vague ?? false)
      },
      quotations: quotes.filter { $0.kind == "speech" }.map { quote in
        Quotation(kind: .speech, source: source(quote.text, at: quote.offset, scalars, text))
      })
  }

  private func entity(_ named: Named, _ kind: EntityKind, _ text: AnnotatedText) -> Entity {
    var entity = Entity(
      id: named.name, kind: kind, name: named.name, iso2: named.iso2 ?? "", type: named.kind ?? "")
    entity.mentions = mentions(named.mentions, .name, text) + mentions(named.adjectives ?? [], .adjective, text)
    return entity
  }

  private func mentions(_ forms: [String], _ form: MentionForm, _ text: AnnotatedText) -> [Mention] {
    forms.flatMap { sources($0, text) }.map { Mention(source: $0, form: form) }
  }

  /// Wherever `words` stand as whole tokens.
  private func sources(_ words: String, _ text: AnnotatedText) -> [Source] {
    let needle = Array(words.utf8)
    let ends = Set(text.tokens.map(\.bytes.upperBound))
    return text.tokens.map(\.bytes.lowerBound).filter { start in
      start + needle.count <= text.bytes.count && text.bytes[start..<start + needle.count].elementsEqual(needle)
        && (ends.contains(start + needle.count) || needle.last == UInt8(ascii: ")"))
    }.map { Source($0..<$0 + needle.count, of: text, documentID: id) }
  }

  /// The gold counts code points; spans count bytes.
  private func source(
    _ words: String, at offset: Int, _ scalars: String.UnicodeScalarView, _ text: AnnotatedText
  ) -> Source {
    let start = scalars.prefix(offset).reduce(0) { $0 + UTF8.width($1) }
    return Source(start..<start + words.utf8.count, of: text, documentID: id)
  }

  private static let kinds: [String: DocumentKind] = [
    "press-release": .pressRelease, "news": .news, "programme": .programme, "interview": .interview,
    "declaration": .declaration, "speech": .speech,
  ]
  private static let precisions: [String: DatePrecision] = [
    "day": .day, "month": .month, "season": .season, "year": .year, "range": .range,
  ]
}
