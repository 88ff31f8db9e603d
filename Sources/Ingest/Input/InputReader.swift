internal import ProtobufCoding

/// The bounds of what is read.
public struct InputLimits: Sendable {
  /// Of the text of one document, in bytes of UTF-8.
  public var documentSize = 64 << 20
  /// Of a file after decompression, in bytes.
  public var fileSize = 4 << 30

  public init() {}
}

/// Turns what was read of files into documents: a pure function of each piece, so that pieces may be read in parallel.
struct InputReader: Sendable {
  let encoding: InputEncoding?
  let limits: InputLimits
  /// What manifests say, by the path of the file.
  let entries: [String: Manifest.Entry]

  /// What came of a piece.
  struct Output: Sendable {
    var documents: [InputDocument] = []
    var rejections: [Rejection] = []
  }

  func read(_ piece: InputPiece) -> Output {
    var output = Output()
    switch piece {
    case .rejected(let rejection): output.rejections.append(rejection)
    case .files(let files): for file in files { read(file, &output) }
    case .lines(let bytes, let file, let firstLine): read(lines: bytes, file, firstLine, &output)
    }
    return output
  }

  private func add(_ document: InputDocument, _ file: InputFile, _ output: inout Output) {
    var document = document
    if let entry = entries[file.path] { document.apply(entry) }
    output.documents.append(document)
  }

  // Files of one document

  private func read(_ file: InputFile, _ output: inout Output) {
    do throws(TextDecoder.Failure) {
      add(try document(file), file, &output)
    } catch {
      output.rejections.append(Rejection(file.name, error.reason))
    }
  }

  private func document(_ file: InputFile) throws(TextDecoder.Failure) -> InputDocument {
    let bytes = try bytes(of: file)
    guard !bytes.isEmpty else { throw TextDecoder.Failure(reason: "the file is empty") }
    var document = InputDocument(id: file.id, file: file.name, text: "")
    let text = try TextDecoder(encoding: encoding).decode(unsafe bytes.span.bytes)
    switch file.format {
    case .html:
      let page = HTMLText(text)
      (document.title, document.text) = (page.title, page.text)
    case .markdown:
      // The heading stays in the text, so the title can be pointed at there.
      document.text = MarkdownText.plain(text).text
    case .text, .jsonLines: document.text = text
    }
    guard document.text.contains(where: { !$0.isWhitespace }) else {
      throw TextDecoder.Failure(reason: "there is no text in it")
    }
    return document
  }

  private func bytes(of file: InputFile) throws(TextDecoder.Failure) -> [UInt8] {
    do throws(InputBytes.Failure) {
      var source = try InputBytes(file, limit: limits.fileSize)
      var bytes: [UInt8] = []
      while true {
        let piece = try source.next()
        guard !piece.isEmpty else { break }
        if bytes.isEmpty { bytes = piece } else { bytes += piece }
        guard bytes.count <= limits.documentSize else {
          throw InputBytes.Failure(
            reason: "it has more bytes than a document may have (\(limits.documentSize)); split it")
        }
      }
      try source.finish()
      return bytes
    } catch {
      throw TextDecoder.Failure(reason: error.reason)
    }
  }

  // JSON Lines

  private func read(lines bytes: [UInt8], _ file: InputFile, _ firstLine: Int, _ output: inout Output) {
    var number = firstLine - 1
    var start = 0
    while start < bytes.count {
      number += 1
      let end = bytes.span.endOfLine(from: start)
      defer { start = end + 1 }
      guard !bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
      let name = "\(file.name):\(number)"
      guard end - start <= limits.documentSize else {
        output.rejections.append(
          Rejection(
            name, "a line of \(end - start) bytes is more than a document may have (\(limits.documentSize))"))
        continue
      }
      do throws(JSONLine.Failure) {
        add(try document(JSONLine(bytes.span.extracting(start..<end)), name), file, &output)
      } catch {
        output.rejections.append(Rejection(name, error.reason))
      }
    }
  }

  private func document(_ line: JSONLine, _ name: String) throws(JSONLine.Failure) -> InputDocument {
    guard let id = line.members["id"], !id.isEmpty else { throw JSONLine.Failure(reason: "the object has no \"id\"") }
    guard let text = line.members["text"], text.contains(where: { !$0.isWhitespace }) else {
      throw JSONLine.Failure(reason: "the object has no \"text\"")
    }
    if let date = line.members["date"], CivilDate(iso8601: date) == nil {
      throw JSONLine.Failure(reason: "the \"date\" \(date.prefix(40)) is not a day as YYYY-MM-DD")
    }
    return InputDocument(
      id: id, file: name, text: text, title: line.members["title"],
      date: line.members["date"].map { String($0.prefix(10)) },
      language: line.members["language"], publisher: line.members["publisher"], source: line.members["source"])
  }
}
