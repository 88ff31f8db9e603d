import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Entities: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "List people, organisations, countries and places, most mentioned first.",
    discussion: """
      Examples:
        entente entities --kind person
        entente entities --name défense
      """)

  @Option(help: "person, organisation, country or place.") var kind: KindName?
  @Option(help: "Part of a name; case and accents are ignored.") var name = ""
  @OptionGroup var page: PageOptions
  @OptionGroup var options: AnswerOptions

  enum KindName: String, ExpressibleByArgument, CaseIterable {
    case person, organisation, country, place

    var value: EntityKind {
      switch self {
      case .person: .person
      case .organisation: .organisation
      case .country: .country
      case .place: .place
      }
    }
  }

  func ask(_ corpus: QueryClient) async throws(RPCError) -> ListEntitiesResponse {
    try await corpus.listEntities(
      ListEntitiesRequest(pageSize: page.limit, pageToken: page.page, kind: kind?.value ?? .unspecified, name: name))
  }

  func nothing(_ answer: ListEntitiesResponse) -> String? {
    answer.entities.isEmpty ? name.isEmpty ? "The corpus has none." : "No name contains \"\(name)\"." : nil
  }

  func lines(_ answer: ListEntitiesResponse, style: Style) -> [String] {
    var table = Table([
      .init(name: "kind"), .init(name: "name", flexible: true), .init(name: "role or type", flexible: true),
      .init(name: "mentions", alignment: .right), .init(name: "documents", alignment: .right),
    ])
    table.rows = answer.entities.map { entity in
      let name =
        entity.acronym.isEmpty || entity.acronym == entity.name ? entity.name : "\(entity.name) (\(entity.acronym))"
      return [
        entity.kind.shown, name, entity.role.isEmpty ? entity.type : entity.role, "\(entity.mentionCount)",
        "\(entity.documentCount)",
      ]
    }
    var lines = table.lines(style: style) + [style.dim("\(answer.entities.count) of \(answer.total) names")]
    if !answer.nextPageToken.isEmpty { lines.append(style.dim("More: --page \(answer.nextPageToken)")) }
    return lines
  }
}
