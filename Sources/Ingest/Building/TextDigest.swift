/// What tells texts apart, without keeping them: 128 bits under a key of this process.
struct TextDigest: Hashable, Sendable {
  var first = 0
  var second = 0
}

struct TextDigester: Sendable {
  func digest(_ text: String) -> TextDigest {
    TextDigest(first: hash(text, 1), second: hash(text, 2))
  }

  private func hash(_ text: String, _ number: UInt8) -> Int {
    var hasher = Hasher()
    hasher.combine(number)
    var text = text
    // Sound: the hasher reads inside the string while the closure runs.
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }
}
