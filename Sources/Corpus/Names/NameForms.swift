internal import EntenteTextAnalysis

/// The names by which a corpus may know what somebody asks for.
enum NameForms {
  /// The name as it was given, then what the lexicon says that it stands for: `NATO`, `otan`.
  static func of(_ name: String) -> [String] {
    [name] + Equivalents.forms(of: name) + Equivalents.forms(ofAcronym: name)
  }
}
