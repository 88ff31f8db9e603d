/// Why a schema is not generated: what, where, and what to do.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
