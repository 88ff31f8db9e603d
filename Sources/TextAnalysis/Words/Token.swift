/// A word of a text as indexed: a term, its position among the words, and the bytes it was read from.
///
/// Positions count words from 0. Words that are not indexed (stop words) still take up a position, so that "chef de l'OTAN"
/// matches as a phrase; elided articles do not. Two tokens may share a position: a compound has that of its first part.
public struct Token: Hashable, Sendable {
  /// The term's number in the analyser that made the token.
  public var term: UInt32
  public var position: UInt32
  /// The offset of the first byte, from the start of the text.
  public var offset: UInt32
  /// The length in bytes of the text, which may be more than that of the term: "O.T.A.N." gives `otan`.
  public var length: UInt32

  @inlinable
  public init(term: UInt32, position: UInt32, offset: UInt32, length: UInt32) {
    self.term = term
    self.position = position
    self.offset = offset
    self.length = length
  }
}
