internal import EntenteFormats

/// The lines of one file.
struct LinePieces: ~Copyable {
  private let file: InputFile
  private let limits: InputLimits
  private var source: InputBytes?
  private let encoding: TextEncoding?
  /// Turns UTF-16 and UTF-32 into UTF-8; nil if neither is found.
  private var decoder: WideDecoder?
  private var isAtStart = true
  /// The beginning of a line whose end is not read yet.
  private var begun: [UInt8] = []
  /// Read, and not cut into lines yet.
  private var pending: [UInt8] = []
  /// How many bytes of an overlong line have been discarded so far.
  private var skipped = 0
  /// The number of the line that `begun` holds the start of, from 1.
  private var number = 1
  private var foundText = false
  private var isEmpty = true

  /// - Parameter encoding: nil to recognise it.
  init(_ file: InputFile, _ source: consuming InputBytes, limits: InputLimits, encoding: TextEncoding?) {
    self.file = file
    self.source = consume source
    self.limits = limits
    self.encoding = encoding
  }

  mutating func next() -> InputPiece? {
    do throws(InputBytes.Failure) {
      while source != nil {
        let piece = pending.isEmpty ? try read() : pending
        pending = []
        guard !piece.isEmpty else {
          try finish()
          if let last = lastLine() { return last }
          break
        }
        isEmpty = false
        if let lines = add(piece) { return lines }
      }
    } catch {
      source = nil
      foundText = true
      return .rejected(Rejection(file.name, error.reason))
    }
    guard !foundText else { return nil }
    foundText = true
    return .rejected(Rejection(file.name, isEmpty ? "the file is empty" : "it contains no documents"))
  }

  /// The next bytes, in UTF-8 or an encoding whose line breaks are those of ASCII; none at the end.
  private mutating func read() throws(InputBytes.Failure) -> [UInt8] {
    while true {
      var piece = try source?.next() ?? []
      guard !piece.isEmpty else { return [] }
      if isAtStart {
        isAtStart = false
        let (form, markSize) = TextDecoder.form(unsafe piece.span.bytes, named: encoding)
        decoder = form.flatMap(WideDecoder.init)
        piece.removeFirst(markSize)
      }
      if decoder != nil {
        let undecoded = piece
        piece = []
        do throws(DecodingFailure) { try decoder?.decode(undecoded, into: &piece) } catch {
          throw InputBytes.Failure(reason: error.reason)
        }
      }
      // A mark alone, or half a character, is no end.
      if !piece.isEmpty { return piece }
    }
  }

  private mutating func finish() throws(InputBytes.Failure) {
    try source?.finish()
    source = nil
    do throws(DecodingFailure) { try decoder?.finish() } catch { throw InputBytes.Failure(reason: error.reason) }
  }

  /// The lines that `piece` ends; nil when it ends none.
  private mutating func add(_ piece: [UInt8]) -> InputPiece? {
    if skipped > 0 {
      let end = piece.firstIndex(of: 0x0A)
      skipped += (end ?? piece.endIndex) - piece.startIndex
      guard let end else { return nil }
      pending = Array(piece[(end + 1)...])
      return rejectSkipped()
    }
    guard let end = piece.lastIndex(of: 0x0A) else {
      begun += piece
      if begun.count > limits.documentSize {
        skipped = begun.count
        begun = []
      }
      return nil
    }
    let lines = begun + piece[...end]
    begun = Array(piece[(end + 1)...])
    return takeLines(lines)
  }

  /// What follows the last line break.
  private mutating func lastLine() -> InputPiece? {
    if skipped > 0 { return rejectSkipped() }
    guard !begun.isEmpty else { return nil }
    let lines = begun
    begun = []
    return takeLines(lines)
  }

  private mutating func takeLines(_ lines: [UInt8]) -> InputPiece {
    let first = number
    var breaks = 0
    for byte in lines where byte == 0x0A { breaks &+= 1 }
    number += breaks
    foundText = foundText || lines.contains { $0 > 0x20 }
    return .lines(lines, file, firstLine: first)
  }

  private mutating func rejectSkipped() -> InputPiece {
    let rejection = Rejection("\(file.name):\(number)", limits.excess("a line of \(skipped) bytes"))
    skipped = 0
    number += 1
    foundText = true
    return .rejected(rejection)
  }
}
