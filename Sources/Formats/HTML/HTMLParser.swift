internal import CEntenteXML

/// Receives the content of a page in document order; every start of an element has a matching end.
protocol HTMLEvents: AnyObject {
  /// - Parameter name: in small letters.
  func begin(_ name: String, _ attributes: HTMLAttributes)
  func end(_ name: String)
  /// Text, or a part of it, with its references as they were written.
  func add(_ text: UnsafeBufferPointer<UInt8>)
}

/// The attributes of an element that begins.
@safe struct HTMLAttributes: ~Escapable {
  /// Names and values in turn, each a C string, then nil; a value may be missing.
  private let strings: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// Longer values are not read: they are images and styles.
  private static let longestValue = 4096

  @unsafe @_lifetime(immortal)
  fileprivate init(_ strings: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { unsafe self.strings = strings }

  /// The value of the attribute, with its references resolved; nil if the element has no such attribute.
  subscript(_ wanted: String) -> String? {
    // Sound: the parser ends the list with a nil name, and each string with a zero.
    guard var next = unsafe strings else { return nil }
    while let name = unsafe next[0] {
      if unsafe wanted.utf8.elementsEqual(Self.bytes(name, limit: 64)) {
        guard let value = unsafe next[1] else { return "" }
        var resolved: [UInt8] = []
        unsafe CharacterReference.resolve(
          Self.bytes(value, limit: Self.longestValue)[...], isAttribute: true, into: &resolved)
        return String(decoding: resolved, as: UTF8.self)
      }
      unsafe next += 2
    }
    return nil
  }

  private static func bytes(_ string: UnsafePointer<xmlChar>, limit: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: string, count: strnlen(string, limit)))
  }

  private static func strnlen(_ string: UnsafePointer<xmlChar>, _ limit: Int) -> Int {
    var count = 0
    while count < limit, unsafe string[count] != 0 { count += 1 }
    return count
  }
}

/// Why a page cannot be parsed.
public struct HTMLError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  static let memory = HTMLError(description: "there is not enough memory to parse it")
  static let attributes = HTMLError(description: "one of its tags has too many attributes")
  static let nesting = HTMLError(description: "its tags are nested too deep")
}

/// libxml2's parser, which gives the elements and the text of a page one by one and builds no tree.
///
/// It reads nothing but the bytes that it is given: no file, no address, no entity from outside. Its time grows with their
/// number, whatever they are.
@safe final class HTMLParser {
  private let context: htmlParserCtxtPtr
  private let events: any HTMLEvents
  private let page: [UInt8]
  private var position = 0
  private var error: HTMLError?
  /// How many elements may still be looked through for those that end tags without a match might end.
  private var budget: Int

  /// More attributes in one tag are not compared with each other.
  private static let attributeLimit = 176

  private static let isReady: Bool = {
    // Before threads use it.
    xmlInitParser()
    return true
  }()

  private init(_ page: [UInt8], _ events: any HTMLEvents) throws(HTMLError) {
    guard Self.isReady, let context = unsafe htmlNewParserCtxt() else { throw .memory }
    unsafe self.context = context
    self.events = events
    self.page = page
    budget = 16 * (page.count + 4096)
  }

  deinit {
    // Sound: made by `htmlNewParserCtxt`, freed once.
    unsafe htmlFreeParserCtxt(context)
  }

  /// Tells `events` of a page.
  ///
  /// - Parameter page: UTF-8, as `HTMLSource` rewrites it.
  static func parse(_ page: [UInt8], _ events: any HTMLEvents) throws(HTMLError) {
    let parser = try HTMLParser(page, events)
    parser.run()
    if let error = parser.error { throw error }
  }

  private func run() {
    var handlers = unsafe xmlSAXHandler()
    // XML_SAX2_MAGIC, which makes the parser call `serror`.
    unsafe handlers.initialized = 0xDEED_BEAF
    unsafe handlers.startElement = { unsafe HTMLParser.of($0).begin($1, $2) }
    unsafe handlers.endElement = { unsafe HTMLParser.of($0).end($1) }
    unsafe handlers.characters = { unsafe HTMLParser.of($0).add($1, $2) }
    unsafe handlers.serror = { unsafe HTMLParser.of($0).complain($1?.pointee.code) }
    let this = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe context.pointee.sax.pointee = handlers
    unsafe context.pointee.userData = this
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    // Sound: `self` lives longer than the call, in which alone the parser uses it. There is no document to free, because
    // none of the handlers makes one.
    _ = unsafe withExtendedLifetime(self) {
      unsafe htmlCtxtReadIO(
        context, { unsafe HTMLParser.of($0).read($1, $2) }, nil, this, nil, "UTF-8", Int32(bitPattern: options))
    }
  }

  @unsafe private static func of(_ pointer: UnsafeMutableRawPointer?) -> HTMLParser {
    // Sound: `run` gave it, and keeps it alive.
    unsafe Unmanaged<HTMLParser>.fromOpaque(pointer.unsafelyUnwrapped).takeUnretainedValue()
  }

  // What the parser calls

  /// Gives the parser the next bytes.
  private func read(_ target: UnsafeMutablePointer<CChar>?, _ count: Int32) -> Int32 {
    if unsafe Int(context.pointee.maxatts) > 2 * Self.attributeLimit { stop(.attributes) }
    guard error == nil, let target = unsafe target else { return 0 }
    let next = page[position...].prefix(Int(count))
    // Sound: the parser has room for `count` bytes there.
    unsafe next.withUnsafeBytes {
      unsafe UnsafeMutableRawPointer(target).copyMemory(
        from: $0.baseAddress ?? UnsafeRawPointer(target), byteCount: $0.count)
    }
    position += next.count
    return Int32(next.count)
  }

  private func begin(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard error == nil, let name = unsafe name else { return }
    events.begin(unsafe String(cString: name), unsafe HTMLAttributes(attributes))
  }

  private func end(_ name: UnsafePointer<xmlChar>?) {
    guard error == nil, let name = unsafe name else { return }
    events.end(unsafe String(cString: name))
  }

  private func add(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard error == nil, count > 0 else { return }
    unsafe events.add(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  /// An end tag without a match was looked for among all elements that are open.
  private func complain(_ code: Int32?) {
    guard code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue) else { return }
    budget -= Int(unsafe context.pointee.nameNr)
    if budget < 0 { stop(.nesting) }
  }

  /// The parser gets no more bytes, and comes to its end.
  private func stop(_ reason: HTMLError) { error = error ?? reason }
}
