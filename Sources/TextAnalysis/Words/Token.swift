/// A word of a text as the index knows it: a term, its place among the words, and the bytes that it was read from.
///
/// Positions count words from 0. Words that are not indexed (stop words) still take a place, so that "chef de l'OTAN"
/// matches as a phrase; elided articles take none. Two tokens may share a position: a compound stands where its first
/// part does.
public struct Token: Hashable, Sendable {
  /// The term's number in the analyser that made the token.
  public var term: UInt32
  public var position: UInt32
  /// Of the first byte, from the start of the text.
  public var offset: UInt32
  /// In bytes of the text, which may be more than the term has: "O.T.A.N." gives `otan`.
  public var length: UInt32

  @inlinable
  public init(term: UInt32, position: UInt32, offset: UInt32, length: UInt32) {
    self.term = term
    self.position = position
    self.offset = offset
    self.length = length
  }
}
