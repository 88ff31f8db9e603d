/// Elements of an SVG picture, with every attribute escaped and every number rounded to a tenth of a pixel.
enum SVG {
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: Markup = Markup(safe: "")
  ) -> Markup {
    var tag = Markup(safe: "<\(name)")
    for (key, value) in attributes where !value.isEmpty {
      tag += Markup(safe: " \(key)=\"") + Markup(value) + Markup(safe: "\"")
    }
    return tag + Markup(safe: ">") + content + Markup(safe: "</\(name)>")
  }

  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : String(Double(tenths) / 10)
  }

  /// A picture that is its own description for readers of screens.
  static func picture(width: Double, height: Double, label: String, style: String, _ content: Markup) -> Markup {
    element(
      "svg",
      [
        "viewBox": "0 0 \(number(width)) \(number(height))", "role": "img", "aria-label": label, "class": style,
        "width": number(width), "height": number(height), "focusable": "false",
      ], content)
  }
}
