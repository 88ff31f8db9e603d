public import EntenteSchema

// A stored programme leaves out the texts of its paragraphs: each is the bytes of its span in the text of the document.

extension Programme {
  /// Removes the texts of paragraphs that match `text` at their spans.
  ///
  /// - Parameter text: the text of the document that prints the programme.
  package mutating func removeParagraphs(of text: String) {
    for part in parts.indices {
      for paragraph in parts[part].paragraphs.indices {
        guard let span = parts[part].paragraphs[paragraph].span, let bytes = text.bytes(of: span),
          bytes.elementsEqual(parts[part].paragraphs[paragraph].text.utf8)
        else { continue }
        parts[part].paragraphs[paragraph].text = ""
      }
    }
  }

  /// Whether the texts of paragraphs were removed.
  fileprivate var lacksParagraphs: Bool {
    parts.contains { $0.paragraphs.contains { $0.text.isEmpty && $0.span?.length ?? 0 > 0 } }
  }

  /// Puts them back.
  fileprivate mutating func addParagraphs(of text: String) {
    for part in parts.indices {
      for paragraph in parts[part].paragraphs.indices {
        guard parts[part].paragraphs[paragraph].text.isEmpty,
          let bytes = parts[part].paragraphs[paragraph].span.flatMap(text.bytes)
        else { continue }
        parts[part].paragraphs[paragraph].text = String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}

extension SnapshotReader {
  /// A programme with the texts of its paragraphs.
  public func programme(_ ordinal: Int) throws(SnapshotError) -> Programme {
    var programme = try programmes[ordinal]
    guard programme.lacksParagraphs else { return programme }
    guard let document = try self.ordinal(ofDocument: programme.documentID) else {
      throw .reference(section: SectionName.programmes, ordinal: ordinal, to: programme.documentID)
    }
    programme.addParagraphs(of: try text(ofDocument: document))
    return programme
  }
}

extension String {
  /// The bytes of a span; nil if it is not inside.
  fileprivate func bytes(of span: TextSpan) -> Substring.UTF8View? {
    let (offset, length) = (Int(span.offset), Int(span.length))
    guard offset <= utf8.count, length <= utf8.count - offset else { return nil }
    return utf8.dropFirst(offset).prefix(length)
  }
}
