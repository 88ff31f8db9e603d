/// Something to read that does not depend on anything else.
enum InputPiece: Sendable {
  /// Files that hold a document each.
  case files([InputFile])
  /// Whole lines of a file, and the number of the first one, from 1.
  case lines([UInt8], InputFile, firstLine: Int)
  case rejected(Rejection)
}

/// The pieces of all files, in their order. Files of lines are cut at line breaks, about a MiB a piece.
struct InputPieces: ~Copyable {
  private let files: [InputFile]
  private let limits: InputLimits
  /// The next file that is not open yet.
  private var next = 0
  private var lines: LinePieces?

  private static let filesInPiece = 16

  init(_ files: [InputFile], limits: InputLimits) {
    self.files = files
    self.limits = limits
  }

  /// How many files are done.
  var done: Int { next - (lines == nil ? 0 : 1) }

  /// The next piece; nil after the last one.
  mutating func nextPiece() -> InputPiece? {
    while true {
      if let piece = lines?.next() { return piece }
      lines = nil
      guard next < files.count else { return nil }
      let file = files[next]
      next += 1
      guard file.format == .jsonLines else {
        let first = next - 1
        while next < files.count, next - first < Self.filesInPiece, files[next].format != .jsonLines { next += 1 }
        return .files(Array(files[first..<next]))
      }
      do throws(InputBytes.Failure) {
        lines = LinePieces(file, try InputBytes(file, limit: limits.fileSize), lineLimit: limits.documentSize)
      } catch {
        return .rejected(Rejection(file.name, error.reason))
      }
    }
  }
}

/// The lines of one file.
private struct LinePieces: ~Copyable {
  private let file: InputFile
  private let lineLimit: Int
  private var source: InputBytes?
  /// The beginning of a line whose end is not read yet.
  private var begun: [UInt8] = []
  /// Read, and not cut into lines yet.
  private var pending: [UInt8] = []
  /// Of a line that is too long: its bytes so far, which are not kept.
  private var skipped = 0
  /// Of the line that `begun` begins, from 1.
  private var number = 1
  private var foundText = false
  private var isEmpty = true

  init(_ file: InputFile, _ source: consuming InputBytes, lineLimit: Int) {
    self.file = file
    self.source = consume source
    self.lineLimit = lineLimit
  }

  mutating func next() -> InputPiece? {
    do throws(InputBytes.Failure) {
      while source != nil {
        let piece = pending.isEmpty ? try source?.next() ?? [] : pending
        pending = []
        guard !piece.isEmpty else {
          try source?.finish()
          source = nil
          if let last = lastLine() { return last }
          break
        }
        isEmpty = false
        if let lines = add(piece) { return lines }
      }
    } catch {
      source = nil
      return .rejected(Rejection(file.name, error.reason))
    }
    guard !foundText else { return nil }
    foundText = true
    return .rejected(Rejection(file.name, isEmpty ? "the file is empty" : "there is no document in it"))
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
      if begun.count > lineLimit {
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
    let rejection = Rejection(
      "\(file.name):\(number)", "a line of \(skipped) bytes is more than a document may have (\(lineLimit))")
    skipped = 0
    number += 1
    foundText = true
    return .rejected(rejection)
  }
}
