import ArgumentParser
import EntenteClient
import EntenteSchema
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
  @Flag(help: "Show every event, quotation and document.")
  var all = false
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> GetEntityResponse {
    let id = name.joined(separator: " ")
    return all ? try await corpus.wholeEntity(id) : try await corpus.getEntity(GetEntityRequest(id: id))
  }

  var listings: [String] { ["entities"] }

  func lines(_ answer: GetEntityResponse, style: Style) -> [String] {
    guard let entity = answer.entity else { return [] }
    let acronym = entity.acronym.isEmpty || entity.acronym == entity.name ? "" : " (\(entity.acronym))"
    var lines = [style.title(entity.name + acronym)]
    let facts = [
      entity.id, entity.type.isEmpty ? entity.kind.shown : entity.type, entity.iso2,
      counted(max(UInt64(entity.mentions.count), answer.mentionTotal), "mention"),
    ]
    lines += MarkedText(facts.filter { !$0.isEmpty }.joined(separator: " · "))
      .lines(width: style.width, style: style).map(style.dim)
    lines += MarkedText("Forms: " + entity.forms.joined(separator: ", ")).lines(width: style.width, style: style)
    if !answer.alsoCalled.isEmpty {
      let others = answer.alsoCalled.map { "\($0.name) [\($0.id)]" }.joined(separator: ", ")
      lines +=
        ["", style.bold("Others by that name")] + MarkedText(others).lines(width: style.width, indent: 2, style: style)
    }
    let extent = Extent(isWhole: all)
    lines += extent.section(
      "Roles", StatedRole.grouped(entity.roles), of: answer.roleTotal, first: 12, noun: "role", style: style
    ) { role in
      MarkedText(role.shown).lines(width: style.width, indent: 2, style: style)
    }
    if !answer.coOccurrences.isEmpty {
      let company = answer.coOccurrences.prefix(12).compactMap { other in
        other.entity.map { "\($0.name)\u{A0}(\(other.sentenceCount))" }
      }
      lines += ["", style.bold("In the same sentences")]
      lines += MarkedText(company.joined(separator: ", ")).lines(width: style.width, indent: 2, style: style)
    }
    lines += extent.section(
      "Events", answer.events, of: answer.eventTotal, first: 10, noun: "event", style: style
    ) {
      eventLines([$0], style: style)
    }
    lines += extent.section(
      "Quotations", answer.quotations, of: answer.quotationTotal, first: 10, noun: "quotation", style: style
    ) {
      quotationLines($0, style: style)
    }
    let margin = answer.documents.map { columnCount(shownEffective($0.effectiveDate)) }.max() ?? 0
    lines += extent.section(
      "Documents", answer.documents, of: answer.documentTotal, first: 20, noun: "document", style: style
    ) {
      MarkedText("\($0.name) [\($0.id)]")
        .lines(width: style.width, indent: margin + 4, label: "  " + shownEffective($0.effectiveDate), style: style)
    }
    return lines
      + footnote(
        answer.events.map(\.date) + answer.quotations.map(\.date) + answer.documents.map(\.effectiveDate)
          + entity.roles.map(\.asOf), style: style)
  }
}

/// A role as several texts state it.
private struct StatedRole {
  let text: String
  let former: Bool
  /// When, as far as the documents are dated.
  var dates: [PartialDate] = []

  var shown: String {
    let sorted = dates.sorted { $0.start < $1.start }
    let when = sorted.isEmpty ? "" : " (\(period(sorted.first, sorted.last)))"
    return text + (former ? ", former" : "") + when
  }

  /// One for all roles of the same words, in the order of the first.
  static func grouped(_ roles: [Role]) -> [StatedRole] {
    var groups: [StatedRole] = []
    for role in roles {
      let key = role.text.lowercased()
      let index =
        groups.firstIndex { $0.text.lowercased() == key && $0.former == role.former } ?? groups.endIndex
      if index == groups.endIndex { groups.append(StatedRole(text: role.text, former: role.former)) }
      if let date = role.asOf, !date.start.isEmpty { groups[index].dates.append(date) }
    }
    return groups
  }
}
