internal import EntenteTextAnalysis

/// Names of entities as they are looked up: without case, accents and typography.
public enum EntityName {
  public static func fold(_ name: String) -> String {
    Folding.fold(name.replacing("’", with: "'").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " "))
  }
}
