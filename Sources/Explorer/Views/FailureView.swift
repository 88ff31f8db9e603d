internal import EntenteSchema
internal import TTRPC

/// What went wrong, in the language of the page: made of the reason that the service gives, not of its English message.
struct FailureView {
  /// How much of a query stands on either side of the character that is wrong.
  private static let shownCharacters = 60

  let request: PageRequest

  init(_ request: PageRequest) { self.request = request }

  /// - Parameters:
  ///   - query: the one that was asked, to show where in it the fault lies.
  ///   - field: of the page's address, which a suggested name replaces.
  func callAsFunction(_ error: RPCError, query: String = "", field: String = "") -> View {
    var view = pointer(into: query, at: error.info?.metadata["position"].flatMap { Int($0) })
    view["message"] = message(error)
    let names = (error.info?.metadata["suggestions"] ?? "").split(separator: "\n").map(String.init)
    view["suggestions"] = names.map { name in
      ["name": name, "link": field.isEmpty ? "" : request.address.setting(field, name).setting("page", "").text] as View
    }
    view["hasSuggestions"] = !names.isEmpty
    return view
  }

  /// Where the table of labels has no words for a reason, an English page shows the message; a French one says no more than
  /// its title.
  private func message(_ error: RPCError) -> String {
    let fallback = request.language == .english ? error.message : ""
    guard let info = error.info else { return fallback }
    let key = "reason.\(info.reason)"
    guard Labels.embedded.keys.contains(key) else { return fallback }
    return info.metadata.reduce(Labels.embedded(key, request.language)) { text, entry in
      text.replacing("{\(entry.key)}", with: entry.value.split(separator: "\n").joined(separator: ", "))
    }
  }

  /// The query around the character at `position`.
  private func pointer(into query: String, at position: Int?) -> View {
    guard let position, position >= 0 else { return [:] }
    let number = Labels.embedded("error.character", request.language).replacing("{number}", with: String(position + 1))
    let characters = Array(query)
    guard position < characters.count else { return ["character": number] }
    let before = characters[..<position].suffix(Self.shownCharacters)
    let after = characters[(position + 1)...].prefix(Self.shownCharacters)
    return [
      "character": number, "hasPointer": true, "at": String(characters[position]),
      "before": (before.startIndex > 0 ? "…" : "") + String(before),
      "after": String(after) + (after.endIndex < characters.count ? "…" : ""),
    ]
  }
}
