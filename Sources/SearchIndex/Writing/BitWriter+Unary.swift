internal import EntenteFileMapping

extension BitWriter {
  /// Appends numbers that never fall, each as its distance from the one before, in unary: bit `number + index` is set.
  ///
  /// It stands in the module that calls it, because across modules the compiler does not specialise it: that took a tenth of
  /// the time of an ingestion.
  ///
  /// - Parameter size: of all of it, in bits; zeros fill it up.
  @inline(__always)
  mutating func append(unary numbers: some Sequence<Int>, size: Int) {
    var left = size
    var previous = 0
    for number in numbers {
      append(unary: number &- previous)
      left &-= number &- previous &+ 1
      previous = number
    }
    append(zeros: left)
  }
}
