import ArgumentParser

/// A number of bytes as people write it: `512M`, `2G`, `65536K`, or a number of bytes.
struct MemorySize: ExpressibleByArgument, CustomStringConvertible {
  let bytes: Int

  private static let units: [(letter: Character, bytes: Int)] = [("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10)]

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let unit = Self.units.first { argument.uppercased().last == $0.letter }
    guard let number = Int(unit == nil ? argument[...] : argument.dropLast()), number > 0 else { return nil }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    guard !overflows else { return nil }
    self.bytes = bytes
  }

  var description: String {
    let unit = Self.units.first { bytes % $0.bytes == 0 }
    return unit.map { "\(bytes / $0.bytes)\($0.letter)" } ?? "\(bytes)"
  }

  var defaultValueDescription: String { description }
}
