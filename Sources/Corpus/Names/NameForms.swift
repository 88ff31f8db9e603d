internal import EntenteTextAnalysis

/// The names under which a corpus may know a requested entity.
enum NameForms {
  /// The name as given, then its equivalents in the lexicon: `NATO`, `otan`.
  static func of(_ name: String) -> [String] {
    let equivalents = LanguageProfile.french.equivalents
    return [name] + equivalents.forms(of: name) + equivalents.forms(ofAcronym: name)
  }
}
