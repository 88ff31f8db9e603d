internal import EntenteTextAnalysis

/// The names by which a corpus may know what somebody asks for.
enum NameForms {
  /// The name as it was given, then what the lexicon says that it stands for: `NATO`, `otan`.
  static func of(_ name: String) -> [String] {
    let equivalents = LanguageProfile.french.equivalents
    return [name] + equivalents.forms(of: name) + equivalents.forms(ofAcronym: name)
  }
}
