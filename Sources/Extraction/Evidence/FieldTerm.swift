/// A word of a goal's field where the text uses it.
struct FieldTerm: Sendable {
  let tokens: Range<Int>
  let goal: String
  /// From 0 (exclusive) to 1: how much the word alone says that the goal's field is meant.
  let weight: Float
}
