public import EntenteTextAnalysis
internal import ProtobufCoding

/// Builds the segment of a run of documents, in which occurrences are grouped by term: the unit that one thread indexes.
///
/// ```swift
/// var builder = SegmentBuilder(firstDocument: 0)
/// for document in documents { builder.add(title: document.title, body: document.text) }
/// let sections = IndexWriter.sections(of: [builder.finish()])
/// ```
public struct SegmentBuilder: Sendable {
  private var firstDocument: UInt32
  private let profile: LanguageProfile
  private var analyzer: Analyzer
  private var tokens: [Token] = []
  private var lengths: [UInt8] = []
  private var totalLength: UInt64 = 0
  private var occurrences: [Occurrence] = []
  /// The terms so far, in byte order: most are known from earlier runs.
  private var order: [Int] = []

  /// By number of the stop word: the documents that hold it.
  private var stopLists: [StopList]

  private struct StopList {
    let term: [UInt8]
    /// As TermRun.swift tells.
    var occurrences: [UInt8] = []
    var lastDocument: UInt32 = 0
  }

  private struct Occurrence {
    let term: UInt32
    let document: UInt32
    /// Its position, with the title flag in the lowest bit.
    let place: UInt32
  }

  /// Between the title and the body, so that no phrase spans them.
  private static let fieldGap: UInt32 = 8
  /// The most memory for the vocabulary that is kept from run to run, in bytes.
  private static let memoryLimit = 16 << 20

  /// - Parameters:
  ///   - firstDocument: the ordinal of the first document; the others follow.
  ///   - profile: the language profile to analyse documents with.
  public init(firstDocument: UInt32, profile: LanguageProfile = .french) {
    self.firstDocument = firstDocument
    self.profile = profile
    analyzer = Analyzer(profile)
    stopLists = profile.stopTerms.map { StopList(term: $0) }
  }

  /// Starts another run; words analysed earlier are remembered.
  public mutating func begin(firstDocument: UInt32) {
    self.firstDocument = firstDocument
    if analyzer.memory > Self.memoryLimit {
      analyzer.forget()
      order = []
    }
    lengths = []
    totalLength = 0
    occurrences.removeAll(keepingCapacity: true)
    stopLists = stopLists.map { StopList(term: $0.term) }
  }

  /// Indexes the next document. Positions past 2³⁰ are not kept.
  public mutating func add(title: String, body: String) {
    let document = firstDocument &+ UInt32(truncatingIfNeeded: lengths.count)
    var stopWords = StopWordSet()
    let titleEnd = add(title, document, from: 0, isTitle: true, &stopWords)
    let end = add(body, document, from: titleEnd == 0 ? 0 : titleEnd &+ Self.fieldGap, isTitle: false, &stopWords)
    stopWords.visit { number in
      Varint.append(document &- stopLists[number].lastDocument, to: &stopLists[number].occurrences)
      stopLists[number].lastDocument = document
    }
    let length = Int(end)
    lengths.append(QuantisedLength.encode(length))
    totalLength &+= UInt64(length)
  }

  private mutating func add(
    _ text: String, _ document: UInt32, from start: UInt32, isTitle: Bool, _ stopWords: inout StopWordSet
  ) -> UInt32 {
    guard !text.isEmpty else { return start }
    var text = text
    text.makeContiguousUTF8()
    unsafe analyzer.analyze(text.utf8.span.bytes, into: &tokens, stopWords: &stopWords)
    var end = start
    for token in tokens {
      let position = start &+ token.position
      guard position < 1 << 30 else { break }
      occurrences.append(Occurrence(term: token.term, document: document, place: position << 1 | (isTitle ? 1 : 0)))
      end = max(end, position &+ 1)
    }
    return end
  }

  /// Returns the segment of the documents added since the start of the run.
  public mutating func finish() -> Segment {
    // A counting sort: stable, so that documents and positions stay in order.
    var starts = [Int](repeating: 0, count: analyzer.termCount + 1)
    for occurrence in occurrences { starts[Int(occurrence.term) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var documents = [UInt32](repeating: 0, count: occurrences.count)
    var places = documents
    for occurrence in occurrences {
      let target = next[Int(occurrence.term)]
      next[Int(occurrence.term)] += 1
      documents[target] = occurrence.document
      places[target] = occurrence.place
    }
    var run = TermRunWriter()
    for list in stopLists where !list.occurrences.isEmpty { run.append(list.term, occurrences: list.occurrences) }
    orderTerms()
    for number in order where starts[number] < starts[number + 1] {
      let range = starts[number]..<starts[number + 1]
      run.append(
        analyzer.term(number).prefix(IndexFormat.maximumTermLength), documents: documents[range], places: places[range])
    }
    return Segment(run: run.bytes, lengths: lengths, totalLength: totalLength)
  }

  /// Puts the terms that are new into `order`.
  private mutating func orderTerms() {
    let new = (order.count..<analyzer.termCount).sorted { analyzer.precedes($0, $1) }
    var merged: [Int] = []
    merged.reserveCapacity(analyzer.termCount)
    var old = order[...]
    for number in new {
      let before = old.prefix { analyzer.precedes($0, number) }
      merged += before
      merged.append(number)
      old = old.dropFirst(before.count)
    }
    order = merged + old
  }
}

/// An indexed run of documents, not encoded yet.
public struct Segment: Sendable {
  /// The encoded occurrences; the grammar is in TermRun.swift.
  public let run: [UInt8]
  /// The quantised length of each document.
  public let lengths: [UInt8]
  /// The sum of the lengths in words.
  public let totalLength: UInt64
}
