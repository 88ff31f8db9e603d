/// A place in the generated Swift, and how names are spelt there.
///
/// Names of the standard library and the runtime stand as they are, `Int32`, unless a type of the schema hides them:
/// then `Swift.Int32`. No type of a schema is called like these modules, see `typeName`.
struct Scope {
  /// The names of the types around the place, from the outermost.
  let path: [String]
  private let names: TypeNames

  init(_ names: TypeNames, path: [String] = []) {
    self.names = names
    self.path = path
  }

  /// The place inside a type that is declared here.
  func inside(_ type: String) -> Scope { Scope(names, path: path + [type]) }

  func standard(_ name: String) -> String { qualified(name, "Swift") }
  func runtime(_ name: String) -> String { qualified(name, "ProtobufCoding") }
  func rpc(_ name: String) -> String { qualified(name, "TTRPC") }

  /// Nil where other types hide it.
  func spelling(of type: SwiftType) -> String? {
    switch type {
    case .runtime(let name): runtime(name)
    case .declared(let path, let isLocal): names.spelling(of: path, isLocal: isLocal, in: self.path)
    }
  }

  /// A second name at the top of the file for a type that others hide here; nil if that name is taken, or nobody can
  /// tell which type is meant.
  ///
  /// Each place and type has a name of its own, `Outer__Status` for `Status` in `Outer`: underscores of names are written
  /// `_0`, as no name begins with a digit.
  func alias(of type: SwiftType) -> TypeAlias? {
    guard case .declared(let target, let isLocal) = type,
      let spelling = names.spelling(of: target, isLocal: isLocal, in: [])
    else { return nil }
    let name = joined(path) + "__" + joined(target)
    return names.hides(name, in: path) ? nil : TypeAlias(name: name, target: spelling)
  }

  private func joined(_ path: [String]) -> String {
    path.map { $0.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "_0") }.joined(
      separator: "_")
  }

  private func qualified(_ name: String, _ module: String) -> String {
    names.hides(name, in: path) ? "\(module).\(name)" : name
  }
}

/// A second name at the top of a file.
struct TypeAlias {
  let name: String
  let target: String
}

/// A type that generated code may name.
enum SwiftType {
  /// A type of the module ProtobufCoding.
  case runtime(String)
  /// A type of the schema, by its path from the top; local if it is generated in this run.
  case declared([String], isLocal: Bool)
}
