/// Everything about text analysis that depends on the language: stop words, stemming, equivalents and sentence rules.
///
/// An index names the profile that produced its terms, and queries are analysed with the same one:
///
/// ```swift
/// let profile = LanguageProfile(named: "fr-2")   // nil for a profile that this version does not have
/// profile?.queryWord("l'Indo-Pacifique")         // indo, pacif at 0 and 1; joined: indopacif
/// ```
public struct LanguageProfile: Hashable, Sendable {
  /// French.
  public static let french = LanguageProfile(language: .french)
  /// Any language: words are split and folded, nothing else.
  public static let neutral = LanguageProfile(language: .neutral)

  private enum Language: String, CaseIterable {
    // A language tag and a version, which rises with every change of what becomes of a word.
    case french = "fr-2"
    case neutral = "und-1"
  }

  private let language: Language

  private init(language: Language) { self.language = language }

  /// - Parameter name: the name in the index.
  public init?(named name: String) {
    guard let language = Language(rawValue: name) else { return nil }
    self.language = language
  }

  /// The name by which an index refers to it, in ASCII, at most 255 bytes.
  public var name: String { language.rawValue }

  /// Words and endings, for the analyser.
  var rules: LanguageRules {
    switch language {
    case .french: .french
    case .neutral: .neutral
    }
  }

  /// Elided words before an apostrophe, folded: `l`, `qu`, `jusqu`.
  package var elidedWords: [String] { rules.elisions.map { String(decoding: $0, as: UTF8.self) }.sorted() }

  /// Words that tell where sentences end.
  var sentences: SentenceWords {
    switch language {
    case .french: .french
    case .neutral: .none
    }
  }

  /// Equivalent names to search for as well.
  public var equivalents: Equivalents {
    switch language {
    case .french: .french
    case .neutral: .none
    }
  }

  /// Words with similar meanings.
  public var relatedWords: RelatedWords {
    switch language {
    case .french: .french
    case .neutral: .none
    }
  }

  /// Recognises open questions.
  public var questions: OpenQuestion {
    switch language {
    case .french: .french
    case .neutral: .none
    }
  }
}
