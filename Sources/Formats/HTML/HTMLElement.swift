/// What an element means for the text of a page.
enum HTMLElement {
  /// A block of its own, with an empty line around it or without.
  case block(isSpaced: Bool)
  case lineBreak
  case item
  /// The items of an ordered one are numbered.
  case list(isOrdered: Bool)
  case row
  case cell
  case quotation
  /// Stands apart from its neighbours in a line: a label, a field of a form.
  case apart
  case link
  case preformatted
  /// Never shown: scripts, styles.
  case hidden
  /// What leads to other pages, or is about the site: shown, and no part of the text.
  case aside
  case heading(level: Int)
  case title
  case meta
  case time
  case inline

  init(_ name: String) { self = Self.elements[name] ?? .inline }

  /// The elements of https://html.spec.whatwg.org/#toc-semantics, and those that were there before.
  private static let elements: [String: HTMLElement] = {
    var elements: [String: HTMLElement] = [
      "br": .lineBreak, "li": .item, "tr": .row, "td": .cell, "th": .cell, "q": .quotation,
      "a": .link, "pre": .preformatted, "title": .title, "meta": .meta, "link": .meta, "time": .time,
    ]
    for (name, isOrdered) in [("ol", true), ("ul", false), ("menu", false), ("dir", false)] {
      elements[name] = .list(isOrdered: isOrdered)
    }
    for level in 1...6 { elements["h\(level)"] = .heading(level: level) }
    for name in ["p", "blockquote", "article", "section", "hr", "table", "figure", "details", "fieldset"] {
      elements[name] = .block(isSpaced: true)
    }
    for name in [
      "address", "body", "caption", "center", "dd", "dialog", "div", "dl", "dt", "figcaption", "form", "header",
      "hgroup", "legend", "main", "optgroup", "option", "search", "summary", "tbody", "tfoot", "thead",
    ] { elements[name] = .block(isSpaced: false) }
    for name in ["input", "label", "output", "select", "textarea", "meter", "progress"] { elements[name] = .apart }
    for name in [
      "applet", "audio", "canvas", "iframe", "noembed", "noframes", "noscript", "object", "script", "style",
      "template", "video",
    ] { elements[name] = .hidden }
    for name in ["nav", "footer", "svg", "button"] { elements[name] = .aside }
    return elements
  }()
}
