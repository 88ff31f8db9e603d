import ArgumentParser
import Client
import Schema
import TTRPC

struct ShowEntity: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "entity",
    abstract: "One person, organisation, country or place: roles, company, events and words.",
    discussion: """
      Examples:
        entente entity 'van Weel'
        entente entity ATLA
        entente entity country/jp
      """)

  @Argument(help: "An id, a name, an acronym, or any form of it.")
  var name: [String]
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> GetEntityResponse {
    try await corpus.getEntity(GetEntityRequest(id: name.joined(separator: " ")))
  }

  var listings: [String] { ["entities"] }

  func lines(_ answer: GetEntityResponse, style: Style) -> [String] {
    guard let entity = answer.entity else { return [] }
    let acronym = entity.acronym.isEmpty || entity.acronym == entity.name ? "" : " (\(entity.acronym))"
    var lines = [style.title(entity.name + acronym)]
    let facts = [
      entity.id, entity.type.isEmpty ? entity.kind.shown : entity.type, entity.iso2,
      counted(entity.mentions.count, "mention"),
    ]
    lines += MarkedText(facts.filter { !$0.isEmpty }.joined(separator: " · "))
      .lines(width: style.width, style: style).map(style.dim)
    lines += MarkedText("Forms: " + entity.forms.joined(separator: ", ")).lines(width: style.width, style: style)
    if !answer.alsoCalled.isEmpty {
      let others = answer.alsoCalled.map { "\($0.name) [\($0.id)]" }.joined(separator: ", ")
      lines +=
        ["", style.bold("Also called so")] + MarkedText(others).lines(width: style.width, indent: 2, style: style)
    }
    if !entity.roles.isEmpty {
      lines += ["", style.bold("Roles")]
      for role in entity.roles {
        let when = role.asOf.map { " (\(shown($0)))" } ?? ""
        lines += MarkedText(role.text + (role.former ? ", former" : "") + when)
          .lines(width: style.width, indent: 2, style: style)
      }
    }
    if !answer.coOccurrences.isEmpty {
      let company = answer.coOccurrences.prefix(12).compactMap { other in
        other.entity.map { "\($0.name) (\(other.sentenceCount))" }
      }
      lines += ["", style.bold("In the same sentences")]
      lines += MarkedText(company.joined(separator: ", ")).lines(width: style.width, indent: 2, style: style)
    }
    if !answer.events.isEmpty { lines += ["", style.bold("Events")] + eventLines(answer.events, style: style) }
    if !answer.quotations.isEmpty {
      lines += ["", style.bold("Quotations")] + answer.quotations.flatMap { quotationLines($0, style: style) }
    }
    lines += ["", style.bold("Documents")]
    lines += answer.documents.map {
      "  \(style.dim(shown($0.published)))  " + shortened($0.name, to: style.width - 14)
    }
    return lines
      + footnote(answer.events.map(\.date) + answer.documents.map(\.published) + entity.roles.map(\.asOf), style: style)
  }
}
