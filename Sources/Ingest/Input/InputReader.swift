internal import FileMapping
internal import Zlib

/// The bounds of what is read.
public struct InputLimits: Sendable {
  /// Of the text of one document, in bytes of UTF-8.
  public var documentSize = 64 << 20
  /// Of a file after decompression, in bytes.
  public var fileSize = 4 << 30

  public init() {}
}

/// Reads the documents of a file.
struct InputReader {
  let encoding: InputEncoding?
  let limits: InputLimits

  /// Gives every document of `file` to `body`, and every rejection to `reject`.
  func read(_ file: InputFile, _ body: (InputDocument) -> Void, reject: (Rejection) -> Void) {
    let region: ByteRegion
    do {
      region = try bytes(of: file)
    } catch {
      reject(Rejection(file.name, error.reason))
      return
    }
    guard region.count > 0 else {
      reject(Rejection(file.name, "the file is empty"))
      return
    }
    if file.format == .jsonLines {
      readLines(region, file, body, reject: reject)
      return
    }
    do {
      body(try document(region, file))
    } catch {
      reject(Rejection(file.name, error.reason))
    }
  }

  private func bytes(of file: InputFile) throws(TextDecoder.Failure) -> ByteRegion {
    let region: ByteRegion
    do throws(FileMappingError) {
      region = try ByteRegion(mapping: file.path)
    } catch {
      throw TextDecoder.Failure(reason: "cannot be read: \(error.reason)")
    }
    guard file.isCompressed, region.count > 0 else { return region }
    do throws(ZlibError) {
      return ByteRegion(try gunzip(region.bytes, limit: limits.fileSize))
    } catch {
      throw TextDecoder.Failure(reason: "not a whole gzip file: \(error)")
    }
  }

  private func document(_ region: ByteRegion, _ file: InputFile) throws(TextDecoder.Failure) -> InputDocument {
    guard region.count <= limits.documentSize else {
      throw TextDecoder.Failure(
        reason: "\(region.count) bytes are more than a document may have (\(limits.documentSize)); split it")
    }
    var document = InputDocument(id: file.id, file: file.name, text: "")
    let text = try TextDecoder(encoding: encoding).decode(region.bytes)
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

  // JSON Lines

  private func readLines(
    _ region: ByteRegion, _ file: InputFile, _ body: (InputDocument) -> Void, reject: (Rejection) -> Void
  ) {
    var number = 0
    var start = 0
    var found = false
    while start < region.count {
      number += 1
      let end = region.firstIndex(of: 0x0A, from: start) ?? region.count
      defer { start = end + 1 }
      guard let line = region.slice(start, end - start), !line.isBlank else { continue }
      found = true
      let name = "\(file.name):\(number)"
      guard line.count <= limits.documentSize else {
        reject(
          Rejection(name, "a line of \(line.count) bytes is more than a document may have (\(limits.documentSize))"))
        continue
      }
      do throws(JSONLine.Failure) {
        body(try document(JSONLine(line.utf8), name))
      } catch {
        reject(Rejection(name, error.reason))
      }
    }
    if !found { reject(Rejection(file.name, "there is no document in it")) }
  }

  private func document(_ line: JSONLine, _ name: String) throws(JSONLine.Failure) -> InputDocument {
    guard let id = line.members["id"], !id.isEmpty else { throw JSONLine.Failure(reason: "the object has no \"id\"") }
    guard let text = line.members["text"], text.contains(where: { !$0.isWhitespace }) else {
      throw JSONLine.Failure(reason: "the object has no \"text\"")
    }
    if let date = line.members["date"], CalendarDay(iso8601: date) == nil {
      throw JSONLine.Failure(reason: "the \"date\" \(date.prefix(40)) is not a day as YYYY-MM-DD")
    }
    return InputDocument(
      id: id, file: name, text: text, title: line.members["title"], date: line.members["date"],
      language: line.members["language"], publisher: line.members["publisher"], source: line.members["source"])
  }
}

extension ByteRegion {
  fileprivate var utf8: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get {
      // Sound: any byte is a UInt8.
      unsafe bytes._unsafeView(as: UInt8.self)
    }
  }

  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    let span = bytes
    var position = start
    while position < span.byteCount {
      if span.byte(position) == byte { return position }
      position += 1
    }
    return nil
  }

  fileprivate var isBlank: Bool {
    let span = bytes
    for position in 0..<span.byteCount where ![0x20, 0x09, 0x0D].contains(span.byte(position)) { return false }
    return true
  }
}
