import EntenteCorpus

/// Reads any bytes as a query: it parses, or fails at one of its characters.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQuery(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do throws(QuerySyntaxError) {
    let query = try QueryParser.parse(text)
    guard query.expression != nil || !query.filters.isEmpty else { fatalError("a query that asks for nothing parsed") }
  } catch {
    guard error.offset >= 0, error.offset <= text.utf8.count else { fatalError("\(error) is outside of the query") }
  }
  return 0
}
