private let words =
  "le la les de des du l’OTAN Japon partenariat cyberdéfense et en 2023 2024 article L. 311-7 \n".split(separator: " ")

/// Bytes that compress as a text does.
func text(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
  var random = Random(state: seed)
  var bytes: [UInt8] = []
  while bytes.count < count { bytes += Array((words.randomElement(using: &random) ?? "").utf8) + [0x20] }
  return Array(bytes.prefix(count))
}

/// Bytes that do not compress.
func noise(_ count: Int) -> [UInt8] {
  var random = Random(state: 7)
  return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
}
