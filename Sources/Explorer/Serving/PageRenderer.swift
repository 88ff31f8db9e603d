internal import EntenteSchema
internal import Foundation
internal import HTTPTypes
internal import Mustache
internal import TTRPC

/// Fills templates. Each begins with a pragma that chooses `EscapedText`, so that everything but `Markup` is escaped.
struct PageRenderer: Sendable {
  private let library: MustacheLibrary

  /// - Throws: where a template does not parse.
  init() throws {
    MustacheContentTypes.register(EscapedText(), named: "MARKUP")
    var templates: [String: MustacheTemplate] = [:]
    for (name, text) in Templates.all {
      templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:MARKUP}}" + text)
    }
    library = MustacheLibrary(templates: templates)
  }

  /// The same page in the other language, at the same marked place.
  private static func switchLink(_ request: PageRequest) -> String {
    let address = request.address.setting("lang", request.language.other.rawValue).text
    return request["at"].isEmpty ? address : address + "#fact"
  }

  /// The page that tells why there is no other.
  func failure(_ error: RPCError, _ request: PageRequest) -> String {
    let kind =
      switch error.code {
      case .notFound: "not-found"
      case .resourceExhausted: "too-many"
      case .deadlineExceeded: "too-slow"
      default: error.code.httpStatus.code < 500 ? "refused" : "unavailable"
      }
    let title = Labels.embedded("error.\(kind)", request.language)
    var view = FailureView(request)(error, field: "id")
    view["title"] = title
    view["advice"] = Labels.embedded("error.\(kind).advice", request.language)
    return render(Page(template: "error", title: title, view: view), request)
  }

  func render(_ page: Page, _ request: PageRequest) -> String {
    let language = request.language
    var view = Self.compacted(page.view)
    view["t"] = Labels.embedded.all(language)
    var site: View =
      [
        "title": page.title, "language": language.rawValue, "isFrench": language == .french,
        "switchLink": Self.switchLink(request),
        "switchLabel": Labels.embedded("language.\(language.other.rawValue)", language),
        "switchLanguage": language.other.rawValue, "langField": request["lang"],
        "hasLangField": !request["lang"].isEmpty,
        "generation": page.snapshot.map { Int(clamping: $0.generation) } ?? 0, "hasGeneration": page.snapshot != nil,
        "style": Assets.link("style.css"), "script": Assets.link("explorer.js"), "icon": Assets.link("icon.svg"),
        "home": request.link("/"), "search": request.link("/search"), "timeline": request.link("/timeline"),
        "entities": request.link("/entities"), "quotations": request.link("/quotations"),
        "documents": request.link("/documents"), "compare": request.link("/compare"),
        "cluster": request.link("/cluster"), "isHome": page.template == "home", "isSearch": page.template == "search",
        "isTimeline": page.template == "timeline", "isEntities": ["entities", "entity"].contains(page.template),
        "isQuotations": page.template == "quotations",
        "isDocuments": ["documents", "document"].contains(page.template),
        "isCompare": page.template == "compare", "isCluster": page.template == "cluster",
      ]
    view["page"] = site
    let content = library.render(view, withTemplate: page.template) ?? ""
    view["content"] = Markup(safe: content)
    site["hasStar"] = content.contains(DateText.star)
    view["page"] = site
    return library.render(view, withTemplate: "layout") ?? ""
  }
}

extension PageRenderer {
  /// A view without its empty texts: a section of a template is left out where its key is missing.
  private static func compacted(_ view: View) -> View {
    view.compactMapValues { value in
      switch value {
      case let text as String: text.isEmpty ? nil : text
      case let view as View: view.isEmpty ? nil : compacted(view)
      case let views as [View]: views.map(compacted)
      default: value
      }
    }
  }
}

/// Escapes what a template prints, unless it is `Markup` in triple braces.
private struct EscapedText: MustacheContentType {
  func escapeText(_ text: String) -> String { Markup(text).description }
}
