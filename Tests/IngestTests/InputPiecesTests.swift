import Foundation
import Testing

@testable import EntenteIngest

/// Files of lines are cut into pieces that can be read in parallel.
@Suite struct InputPiecesTests {
  private func read(_ text: String, limit: Int = 1 << 20) throws -> (
    documents: [InputDocument], rejections: [Rejection]
  ) {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.jsonl", text)
    let file = try #require(InputFile(path: path, name: "a.jsonl"))
    var limits = InputLimits()
    limits.documentSize = limit
    let reader = InputReader(encoding: nil, limits: limits, entries: [:])
    var pieces = InputPieces([file], limits: limits)
    var (documents, rejections): ([InputDocument], [Rejection]) = ([], [])
    while let piece = pieces.nextPiece() {
      let output = reader.read(piece)
      documents += output.documents
      rejections += output.findings.rejections
    }
    return (documents, rejections)
  }

  private func line(_ id: Int, _ size: Int) -> String {
    #"{"id": "\#(id)", "text": "\#(String(repeating: "é", count: size))"}"#
  }

  @Test func `lines across the ends of pieces are whole, and have their numbers`() throws {
    let lines = (0..<3000).map { line($0, 100 + $0 * 7919 % 1500) }
    for end in ["", "\n", "\n\n \n"] {
      let (documents, rejections) = try read(lines.joined(separator: "\n") + end)
      #expect(rejections.isEmpty)
      #expect(documents.map(\.id) == (0..<3000).map { "\($0)" })
      #expect(documents.map(\.file) == (1...3000).map { "a.jsonl:\($0)" })
    }
  }

  @Test func `a line that is too long is passed over, wherever it stands`() throws {
    let long = line(9, 3 << 20)
    for lines in [[long, line(1, 5), line(2, 5)], [line(1, 5), long, line(2, 5)], [line(1, 5), line(2, 5), long]] {
      let (documents, rejections) = try read(lines.joined(separator: "\n"))
      #expect(documents.map(\.id) == ["1", "2"])
      let number = (lines.firstIndex(of: long) ?? 0) + 1
      #expect(rejections.map(\.input) == ["a.jsonl:\(number)"])
      #expect(rejections.first?.reason.contains("\(long.utf8.count) bytes") == true)
    }
  }

  @Test func `a file without a line`() throws {
    #expect(try read("").rejections.map(\.reason) == ["the file is empty"])
    #expect(try read("\n \n").rejections.map(\.reason) == ["it contains no documents"])
  }
}
