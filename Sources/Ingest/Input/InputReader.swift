internal import EntenteFormats
internal import ProtobufCoding

/// Turns what was read of files into documents: a pure function of each piece, so that pieces may be read in parallel.
struct InputReader: Sendable {
  let encoding: TextEncoding?
  let limits: InputLimits
  /// What manifests say, by the path of the file.
  let entries: [String: Manifest.Entry]

  /// What came of a piece.
  struct Output: Sendable {
    var documents: [InputDocument] = []
    var findings = InputFindings()

    mutating func reject(_ input: String, _ reason: String) { findings.rejections.append(Rejection(input, reason)) }
  }

  func read(_ piece: InputPiece) -> Output {
    var output = Output()
    switch piece {
    case .rejected(let rejection): output.findings.rejections.append(rejection)
    case .files(let files): for file in files { read(file, &output) }
    case .lines(let bytes, let file, let firstLine): read(lines: bytes, file, firstLine, &output)
    }
    return output
  }

  /// The text of bytes, and a remark where not all of them were text.
  private func text(_ bytes: RawSpan, of name: String, isPage: Bool, _ output: inout Output) throws(DecodingFailure)
    -> String
  {
    let decoded = try TextDecoder(encoding: encoding).decode(bytes, isPage: isPage)
    if let replaced = decoded.replaced {
      output.findings.remarks.append(
        InputRemark(
          name,
          "\(replaced.count) \(replaced.count == 1 ? "sequence is" : "sequences are") not valid \(decoded.encoding.rawValue), the "
            + "first at byte \(replaced.first); each is shown as U+FFFD"))
    }
    return decoded.text
  }

  // Files of one document

  private struct Failure: Error { let reason: String }

  private func read(_ file: InputFile, _ output: inout Output) {
    do {
      var document = InputDocument(id: file.id, file: file.name, text: "")
      if let entry = entries[file.path] { document.apply(entry) }
      let bytes = try bytes(of: file)
      guard !bytes.isEmpty else { throw Failure(reason: "the file is empty") }
      let text = try text(unsafe bytes.span.bytes, of: file.name, isPage: file.format == .html, &output)
      try document.setText(text, file.format)
      guard document.text.contains(where: { !$0.isWhitespace }) else { throw Failure(reason: "it contains no text") }
      output.documents.append(document)
    } catch let error as DecodingFailure {
      output.reject(file.name, error.reason)
    } catch let error as InputBytes.Failure {
      output.reject(file.name, error.reason)
    } catch let error as Failure {
      output.reject(file.name, error.reason)
    } catch {
      output.reject(file.name, "\(error)")
    }
  }

  private func bytes(of file: InputFile) throws(InputBytes.Failure) -> [UInt8] {
    var source = try InputBytes(file, limit: limits.fileSize)
    var bytes: [UInt8] = []
    while true {
      let piece = try source.next()
      guard !piece.isEmpty else { break }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= limits.documentSize else {
        throw InputBytes.Failure(reason: limits.excess("its size"))
      }
    }
    try source.finish()
    return bytes
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
        output.reject(name, limits.excess("a line of \(end - start) bytes"))
        continue
      }
      do throws(JSONLine.Failure) {
        var document = try document(try line(bytes[start..<end], name, &output), name)
        if let entry = entries[file.path] { document.apply(entry) }
        output.documents.append(document)
      } catch {
        output.reject(name, error.reason)
      }
    }
  }

  /// A line as UTF-8, or else in the encoding that is named or that it shows.
  private func line(_ bytes: ArraySlice<UInt8>, _ name: String, _ output: inout Output) throws(JSONLine.Failure)
    -> JSONLine
  {
    if encoding?.isOfOneByte != true {
      do throws(JSONLine.Failure) { return try JSONLine(bytes.span) } catch {
        guard error.isOfEncoding else { throw error }
      }
    }
    let decoded: [UInt8]
    do throws(DecodingFailure) {
      decoded = Array(try text(unsafe bytes.span.bytes, of: name, isPage: false, &output).utf8)
    } catch {
      throw JSONLine.Failure(reason: error.reason)
    }
    return try JSONLine(decoded.span)
  }

  private func document(_ line: JSONLine, _ name: String) throws(JSONLine.Failure) -> InputDocument {
    guard let id = line.members["id"], !id.isEmpty else { throw JSONLine.Failure(reason: "the object has no \"id\"") }
    let date = line.members["date"].map { String($0.prefix(10)) }
    if let date, CivilDate(iso8601: date) == nil {
      throw JSONLine.Failure(reason: "the \"date\" \(date.prefix(40)) is not in the form YYYY-MM-DD")
    }
    let file = line.members["file"].flatMap { $0.isEmpty ? nil : $0 } ?? name
    var document = InputDocument(
      id: id, file: file, text: "", title: line.members["title"], date: date, language: line.members["language"],
      publisher: line.members["publisher"], source: line.members["source"])
    try Self.setText(of: &document, line)
    return document
  }

  /// Takes the first text that a line has: plain, or a page.
  private static func setText(of document: inout InputDocument, _ line: JSONLine) throws(JSONLine.Failure) {
    for (member, format) in [("text", InputFormat.text), ("html", .html), ("markdown", .markdown)] {
      guard let text = line.members[member] else { continue }
      do throws(HTMLError) { try document.setText(text, format) } catch {
        throw JSONLine.Failure(reason: error.description)
      }
      if document.text.contains(where: { !$0.isWhitespace }) { return }
    }
    throw JSONLine.Failure(reason: "the object has no \"text\", \"html\" or \"markdown\" with a text")
  }
}

extension InputDocument {
  /// Takes the text of a file, and of what it says of itself what is not known yet.
  fileprivate mutating func setText(_ text: String, _ format: InputFormat) throws(HTMLError) {
    switch format {
    case .text, .jsonLines: self.text = text
    case .html:
      let page = try HTMLPage(Array(text.utf8))
      self.text = page.text
      takeFacts(title: page.title, date: page.published, publisher: page.publisher, source: page.address)
    case .markdown:
      // A heading stays in the text, so the title can be pointed at there.
      let page = try MarkdownPage(text)
      self.text = page.text
      takeFacts(title: page.title, date: page.published, publisher: page.publisher, source: page.address)
      language = language ?? page.language
    }
  }

  private mutating func takeFacts(title: String?, date: String?, publisher: String?, source: String?) {
    self.title = self.title ?? title
    self.date = self.date ?? date.flatMap { CivilDate(iso8601: $0) == nil ? nil : $0 }
    self.publisher = self.publisher ?? publisher
    self.source = self.source ?? source
  }
}
