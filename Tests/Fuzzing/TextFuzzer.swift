import EntenteExtraction
import EntenteSchema

/// Reads any bytes as a document: whatever they say, what is found in them stands where it is said to stand.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let knowledge = Extractor().read(DocumentInput(id: "d", text: text))
  let bytes = Array(text.utf8)
  let sources =
    knowledge.quotations.flatMap { [$0.source, $0.attribution] } + knowledge.events.map(\.evidence)
    + knowledge.evidence.flatMap { [$0.passage] + $0.decidingWords }
  for source in sources.compactMap({ $0 }) {
    guard let span = source.span, Int(span.offset) + Int(span.length) <= bytes.count,
      bytes[Int(span.offset)..<Int(span.offset) + Int(span.length)].elementsEqual(source.text.utf8)
    else { fatalError("\(source) does not stand in the text") }
  }
  return 0
}
