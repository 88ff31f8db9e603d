/// The types of a run as Swift sees them: what is declared where, and so what a name means at any place.
struct TypeNames {
  /// The names that a type declares in itself, by its path from the top; the empty path has those at the top.
  private var members: [[String]: Set<String>] = [:]
  /// Names at the top that several files declare.
  private var ambiguous: Set<String> = []

  /// Adds a type at the top of a file.
  mutating func declareTop(_ name: String) {
    if !members[[], default: []].insert(name).inserted { ambiguous.insert(name) }
  }

  /// Adds a type inside another.
  mutating func declare(_ name: String, in path: [String]) { members[path, default: []].insert(name) }

  /// How to name the type at `target` inside the type at `scope`; nil where other types hide it.
  ///
  /// - Parameter isLocal: whether the type is generated in this run. Such a type hides one of the same name in another
  ///   module, and `NameCheck` sees to it that there is one.
  func spelling(of target: [String], isLocal: Bool, in scope: [String]) -> String? {
    for dropped in target.indices {
      guard dropped <= scope.count, target[..<dropped] == scope[..<dropped] else { break }
      guard depth(of: target[dropped], in: scope) == dropped else { continue }
      if dropped == 0, !isLocal, ambiguous.contains(target[0]) { return nil }
      return target[dropped...].joined(separator: ".")
    }
    return nil
  }

  /// Whether a type of the run hides a name of another module inside the type at `scope`.
  func hides(_ name: String, in scope: [String]) -> Bool { depth(of: name, in: scope) != nil }

  /// How deep the type lies that `name` means inside the type at `scope`.
  private func depth(of name: String, in scope: [String]) -> Int? {
    (0...scope.count).last { members[Array(scope[..<$0])]?.contains(name) == true }
  }
}
