/// What analysis knows of a language: which words are no terms of their own, how words lose their endings, what stands for
/// the same thing, where sentences end.
///
/// An index names the profile that made its terms, and queries are analysed by the same one:
///
/// ```swift
/// let profile = LanguageProfile(named: "fr-2")   // nil for a profile that this version does not have
/// profile?.queryWord("l'Indo-Pacifique")         // indo, pacif at 0 and 1; joined: indopacif
/// ```
public struct LanguageProfile: Hashable, Sendable {
  /// French.
  public static let french = LanguageProfile(language: .french)
  /// Any language: words are cut and folded, and nothing else.
  public static let neutral = LanguageProfile(language: .neutral)

  private enum Language: String, CaseIterable {
    // A language tag and a version, which rises with every change of what becomes of a word.
    case french = "fr-2"
    case neutral = "und-1"
  }

  private let language: Language

  private init(language: Language) { self.language = language }

  /// - Parameter name: as an index has it.
  public init?(named name: String) {
    guard let language = Language(rawValue: name) else { return nil }
    self.language = language
  }

  /// By which an index refers to it: ASCII, at most 255 bytes.
  public var name: String { language.rawValue }

  /// Words and endings, for the analyser.
  var rules: LanguageRules {
    switch language {
    case .french: .french
    case .neutral: .neutral
    }
  }

  /// Words that stand before an apostrophe for a longer one, folded: `l`, `qu`, `jusqu`.
  package var elidedWords: [String] { rules.elisions.map { String(decoding: $0, as: UTF8.self) }.sorted() }

  /// Words that tell where sentences end.
  var sentences: SentenceWords {
    switch language {
    case .french: .french
    case .neutral: .none
    }
  }

  /// What else to look for when a query names something.
  public var equivalents: Equivalents {
    switch language {
    case .french: .french
    case .neutral: .none
    }
  }

  /// Words that mean much the same.
  public var relatedWords: RelatedWords {
    switch language {
    case .french: .french
    case .neutral: .none
    }
  }

  /// What tells open questions.
  public var questions: OpenQuestion {
    switch language {
    case .french: .french
    case .neutral: .none
    }
  }
}
