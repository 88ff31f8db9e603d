/// One word, number or punctuation mark of a text, by where it stands: 20 bytes, no string.
///
/// How text is cut:
/// - an elided article or particle is a token of its own, with its apostrophe: `l’` `OTAN`, `qu'` `il`;
/// - other apostrophes stay inside: `aujourd'hui`, `O'Brien`;
/// - a hyphen between letters or digits is no token: the second half carries ``Flags/afterHyphen``, so
///   `état-major` and `état major` are the same two words, and `a-t-il` is three;
/// - an acronym with dots is one token: `O.T.A.N.`, folded to `otan`;
/// - `3,5` and `12 000` are one number each; `1er`, `75e` are numbers with ``Flags/ordinal``; `AP4`, `14h30` are words.
///
/// Where words end is told by ``WordBounds``, as in search.
struct TextToken: Sendable {
  enum Kind: UInt8, Sendable {
    case word
    /// Begins with a digit, and is digits but for an ordinal ending.
    case number
    /// Anything else that is printed; ``TextToken/value`` is its Unicode scalar, with quotation marks and dashes
    /// normalised as ``Punctuation`` tells.
    case punctuation
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    /// The first letter is upper case.
    static let capitalised = Flags(rawValue: 1 << 0)
    /// Two letters or more, all of them upper case.
    static let allCaps = Flags(rawValue: 1 << 1)
    /// At least one letter carries a diacritic, so that `à` is told from `a`.
    static let accented = Flags(rawValue: 1 << 2)
    /// Ends with an apostrophe: `l’`.
    static let elided = Flags(rawValue: 1 << 3)
    /// Joined to the token before by a hyphen.
    static let afterHyphen = Flags(rawValue: 1 << 4)
    /// White space, or the start of a line, stands before it.
    static let afterSpace = Flags(rawValue: 1 << 5)
    /// `1er`, `75e`.
    static let ordinal = Flags(rawValue: 1 << 6)
    /// `3,5`: `value` is 0.
    static let decimal = Flags(rawValue: 1 << 7)
    /// Begins with a letter of the Latin script.
    static let latin = Flags(rawValue: 1 << 9)
    /// `O.T.A.N.`
    static let dotted = Flags(rawValue: 1 << 8)
  }

  /// Of the first byte, from the start of the text.
  var start: UInt32
  /// In bytes.
  var length: UInt32
  /// What the lexicon calls this word; ``WordID/unknown`` when no entry uses it.
  var word: WordID
  /// The value of a number (0 above 4,294,967,295 and for decimals), or the scalar of a punctuation mark.
  var value: UInt32
  var kind: Kind
  var flags: Flags

  /// Where it stands, in bytes of the text.
  var bytes: Range<Int> { Int(start)..<Int(start) + Int(length) }
}

/// A word that some entry of the lexicon uses, in folded form. The number means nothing outside its ``Lexicon``.
struct WordID: Hashable, Sendable {
  let rawValue: UInt32
  static let unknown = WordID(rawValue: 0)
}

/// The scalars that ``TextToken/value`` takes for punctuation that is printed in several ways.
enum Punctuation {
  /// `« “ „ ‹ 「 <<`
  static let openQuote: UInt32 = 0xAB
  /// `» ” › 」 >>`
  static let closeQuote: UInt32 = 0xBB
  /// `"` and `''`, which open or close.
  static let straightQuote: UInt32 = 0x22
  /// `– — ―` and a hyphen that joins nothing.
  static let dash: UInt32 = 0x2013
  static let fullStop: UInt32 = 0x2E
  static let ellipsis: UInt32 = 0x2026
  static let comma: UInt32 = 0x2C
  static let colon: UInt32 = 0x3A
  static let semicolon: UInt32 = 0x3B
  static let question: UInt32 = 0x3F
  static let exclamation: UInt32 = 0x21
  static let openParenthesis: UInt32 = 0x28
  static let closeParenthesis: UInt32 = 0x29
  static let slash: UInt32 = 0x2F
  static let ampersand: UInt32 = 0x26
}
