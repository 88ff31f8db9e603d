internal import EntenteSchema
internal import ProtobufCoding

/// A whole date in a line: day, month and year, and a time where one follows.
struct PrintedDate {
  let year, month, day: Int
  let time: String
  /// In the words of the line.
  let words: Range<Int>

  private static let years = 1900...2100

  /// Whether a line has a year and another number, as every date has.
  static func mayStand(in line: LineWords) -> Bool {
    numbers(in: line).haveYear
  }

  /// Whether a line may also have a date in numbers whose year has two digits.
  static func mayStandShort(in line: LineWords) -> Bool {
    let numbers = numbers(in: line)
    return numbers.haveYear || numbers.count > 2
  }

  /// How many words begin with a digit, and whether a year is one of several, or stands in a date of one word.
  private static func numbers(in line: LineWords) -> (count: Int, haveYear: Bool) {
    var (count, years) = (0, 0)
    for index in line.indices where line.beginsWithDigit(index) {
      count += 1
      if line.mayBeNumber(index, in: Self.years) { years += 1 }
      if line.ideographicDate(index) != nil { return (count, true) }
    }
    return (count, years > 0 && count > 1)
  }

  /// The first whole date from the word `start` on: `12 juillet 2023`, `12 juillet, 2023`, `12 Jul. 2023`, `12/07/2023`, `2023-07-12`.
  ///
  /// - Parameter shortYears: `12.07.23` is one too. Only a line of nothing but dates says so for sure.
  init?(
    in line: LineWords, from start: Int = 0, shortYears: Bool = false, _ vocabulary: StructureWords = .standard
  ) {
    func number(_ index: Int) -> Int? {
      guard line.indices.contains(index), line.beginsWithDigit(index) else { return nil }
      if let number = line.plainNumber(index) { return number }
      let word = line[index]
      let digits = word.utf8.prefix { (0x30...0x39).contains($0) }
      let ending = word[digits.endIndex...]
      return ending.isEmpty || ["er", "st", "nd", "rd", "th"].contains(ending) || Self.isHour(ending)
        ? Int(word[..<digits.endIndex]) : nil
    }
    for index in line.indices.dropFirst(start) where line.hasDigit(near: index) {
      if shortYears, let (year, month, day, end) = Self.short(line, index) {
        (self.year, self.month, self.day, time, words) = (year, month, day, "", index..<end)
        return
      }
      // `2025年12月9日 21:03`
      if let date = line.ideographicDate(index), Self.exists(date.year, date.month, date.day) {
        (self.year, self.month, self.day) = (date.year, date.month, date.day)
        let (time, end) = Self.time(line.words, from: index + 1)
        self.time = time
        self.words = index..<end
        return
      }
      // `Nov. 4, 2025`
      if let month = vocabulary.month(line.folded(index)), index == 0 || number(index - 1) == nil {
        var next = index + 1
        if line.isPunctuation(next), line[next] == "." { next += 1 }
        guard let day = number(next) else { continue }
        next += 1
        if line.isPunctuation(next), line[next] == "," { next += 1 }
        guard let year = number(next), Self.exists(year, month, day) else { continue }
        (self.year, self.month, self.day) = (year, month, day)
        let (time, end) = Self.time(line.words, from: next + 1)
        self.time = time
        self.words = index..<end
        return
      }
      guard let first = number(index) else { continue }
      var next = index + 1
      func skip(_ marks: [String]) { while line.isPunctuation(next), marks.contains(line[next]) { next += 1 } }
      let found: (Int, Int, Int)?
      if line.indices.contains(next), let month = vocabulary.month(line.folded(next)) {
        next += 1
        skip([".", ","])
        found = number(next).map { ($0, month, first) }
      } else {
        skip(["/", "-", "–", "."])
        guard let second = number(next) else { continue }
        next += 1
        skip(["/", "-", "–", "."])
        found = number(next).map { first > 31 ? (first, second, $0) : ($0, second, first) }
      }
      guard let (year, month, day) = found, Self.exists(year, month, day) else { continue }
      next += 1
      (self.year, self.month, self.day) = (year, month, day)
      if let (time, end) = Self.isoTime(line, from: next) {
        (self.time, self.words) = (time, index..<end)
        return
      }
      let (time, end) = Self.time(line.words, from: next)
      self.time = time
      self.words = index..<end
      return
    }
    return nil
  }

  /// `12.07.23`, `12/07/23`: three pairs of digits with one mark between them, however they are cut into words.
  private static func short(_ line: LineWords, _ index: Int) -> (year: Int, month: Int, day: Int, end: Int)? {
    guard line.beginsWithDigit(index), line.folded(index).length == 2 else { return nil }
    var written = ""
    for next in index..<min(index + 5, line.indices.upperBound) {
      written += line[next]
      guard written.utf8.count < 8 else {
        let marks = written.utf8.enumerated().filter { $0.offset == 2 || $0.offset == 5 }.map(\.element)
        let parts = written.split { $0 == "." || $0 == "/" }.compactMap { $0.utf8.count == 2 ? Int($0) : nil }
        guard written.utf8.count == 8, marks.first == marks.last, parts.count == 3 else { return nil }
        // As clocks of two digits are read since POSIX.
        let year = parts[2] + (parts[2] < 69 ? 2000 : 1900)
        return exists(year, parts[1], parts[0]) ? (year, parts[1], parts[0], next + 1) : nil
      }
    }
    return nil
  }

  private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    years.contains(year) && CivilDate(year: year, month: month, day: day) != nil
  }

  /// `t19` of `07T19:40`
  private static func isHour(_ ending: Substring) -> Bool {
    ending.first == "t" && ending.utf8.count == 3 && Int(ending.dropFirst()).map { (0..<24).contains($0) } ?? false
  }

  /// The rest of `2025-08-07T19:40:00+02:00`, and the time in it.
  private static func isoTime(_ line: LineWords, from next: Int) -> (String, end: Int)? {
    guard next > 0, line.beginsWithDigit(next - 1), let mark = line[next - 1].firstIndex(of: "t"),
      isHour(line[next - 1][mark...]), next + 1 < line.indices.upperBound, line[next] == ":",
      let minute = Int(line[next + 1]), (0..<60).contains(minute)
    else { return nil }
    var end = next + 2
    while end < line.indices.upperBound, line.beginsWithDigit(end) || [":", "+", "-", ".", "z"].contains(line[end]) {
      end += 1
    }
    return (line[next - 1][mark...].dropFirst() + ":" + pad(minute, 2), end)
  }

  /// `11:59`, `à 07h30`.
  private static func time(_ words: [String], from start: Int) -> (String, end: Int) {
    var index = start
    while words.indices.contains(index), ["a", "à", ",", "-"].contains(words[index]) { index += 1 }
    guard words.indices.contains(index) else { return ("", start) }
    var parts = words[index].split(separator: "h").map(String.init)
    var end = index + 1
    // `18 h 42`, `18 h`
    if parts.count == 1, words.indices.contains(end), words[end] == "h", Int(parts[0]) != nil {
      end += 1
      if words.indices.contains(end), words[end].utf8.count == 2, Int(words[end]) != nil {
        parts.append(words[end])
        end += 1
      } else {
        parts.append("00")
      }
    }
    if parts.count == 1, words.indices.contains(index + 2), words[index + 1] == ":" {
      parts.append(words[index + 2])
      end = index + 3
    }
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return ("", start) }
    return (pad(hour, 2) + ":" + pad(minute, 2), end)
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(width - String(number).count, 0)) + String(number)
  }

  var iso: String { "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))" }

  /// As a date of the text.
  func date(source: Source) -> PartialDate {
    PartialDate(
      start: iso, end: iso, precision: .day, basis: .text, time: time, source: source, anchor: "printed in the text")
  }
}
