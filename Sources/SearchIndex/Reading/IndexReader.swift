public import EntenteFileMapping
public import EntenteTextAnalysis

/// An index, read in place.
///
/// ```swift
/// let index = try IndexReader(sections: snapshot.sections(withPrefix: "index/"))
/// let result = try index.search(.term(Array("cyberdefens".utf8)), limit: 10)
/// ```
public final class IndexReader: Sendable {
  /// The most terms that a prefix or a fuzzy word expands to.
  public static let maximumExpansion = 128

  /// The language profile that documents were analysed with, and that queries must use too.
  public let profile: LanguageProfile
  public let documentCount: Int
  /// The documents whose postings it has: all of them, except in a shard.
  public let documents: Range<Int>
  /// The sum of the lengths of all documents, in words.
  public let totalLength: UInt64
  public var termCount: Int { dictionary.count }
  let dictionary: TermDictionary
  let postings: SectionReader
  let positions: SectionReader
  let lengths: SectionReader
  let scoring: BM25

  /// - Parameters:
  ///   - sections: the sections, by their names in the index.
  ///   - documents: those whose postings it has, in a shard; nil for all.
  /// - Throws: `IndexError` if a section is missing, its size contradicts the header, or the language profile is unknown;
  ///   the rest is checked when it is read.
  public init(sections: [String: ByteRegion], documents: Range<Int>? = nil) throws(IndexError) {
    func section(_ name: String) throws(IndexError) -> SectionReader {
      guard let region = sections[name] else { throw .damaged(section: name, offset: 0, reason: "it is missing") }
      return SectionReader(name: name, region: region)
    }
    let header = try section(IndexFormat.header)
    profile = try Self.profile(header)
    documentCount = Int(try header.uint32(0))
    lengths = try section(IndexFormat.lengths)
    guard lengths.region.count == documentCount else {
      throw lengths.error(0, "its length does not match \(documentCount) documents")
    }
    self.documents = (documents ?? 0..<documentCount).clamped(to: 0..<documentCount)
    totalLength = try header.uint64(8)
    dictionary = try TermDictionary(
      count: Int(try header.uint32(4)), terms: try section(IndexFormat.terms),
      blocks: try section(IndexFormat.termBlocks),
      frequencies: documents == nil ? nil : try section(IndexFormat.frequencies))
    postings = try section(IndexFormat.postings)
    positions = try section(IndexFormat.positions)
    scoring = BM25(documentCount: documentCount, totalLength: totalLength)
  }

  private static func profile(_ header: SectionReader) throws(IndexError) -> LanguageProfile {
    let length = Int(try header.byte(IndexFormat.headerSize))
    var name: [UInt8] = []
    for offset in 0..<length { name.append(try header.byte(IndexFormat.headerSize + 1 + offset)) }
    let text = String(decoding: name, as: UTF8.self)
    guard let profile = LanguageProfile(named: text) else { throw .unknownProfile(text) }
    return profile
  }

  // Terms

  /// The entry of a term; nil if no document contains it.
  public func entry(_ term: [UInt8]) throws(IndexError) -> TermEntry? { try dictionary[term] }

  /// The terms that start with `prefix`, most frequent first.
  public func terms(withPrefix prefix: [UInt8], limit: Int) throws(IndexError) -> [TermEntry] {
    try expansion(ofPrefix: prefix, limit: limit) { false }.entries
  }

  /// The terms within an edit distance of `word` and with the same first letter, most frequent first.
  public func terms(near word: [UInt8], distance: Int, limit: Int) throws(IndexError) -> [TermEntry] {
    try expansion(ofFuzzy: word, distance: distance, limit: limit) { false }.entries
  }

  func cursors(_ entries: [TermEntry]) throws(IndexError) -> [PostingCursor] {
    var cursors: [PostingCursor] = []
    for entry in entries { cursors.append(try cursor(entry)) }
    return cursors
  }

  func cursor(_ entry: TermEntry) throws(IndexError) -> PostingCursor {
    let cursor = PostingCursor(entry, self)
    try cursor.begin()
    return cursor
  }
}
