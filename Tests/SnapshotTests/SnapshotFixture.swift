import EntenteFileMapping
import EntenteSchema
import Foundation

@testable import EntenteSnapshot

/// A small snapshot with every kind of record.
struct SnapshotFixture {
  let path: String
  let id: String
  let documentCount: Int

  init(documentCount: Int = 40, name: String = UUID().uuidString) throws {
    let folder = FileManager.default.temporaryDirectory.path
    path = "\(folder)/\(name).snapshot"
    self.documentCount = documentCount
    var trainer = DictionaryTrainer()
    for ordinal in 0..<documentCount { trainer.add(Array(Self.text(ordinal).utf8)) }
    let dictionary = trainer.train()
    var documents = RecordWriter(dictionary: dictionary, blockSize: 512)
    var texts = RecordWriter(dictionary: dictionary, blockSize: 512)
    var dates = RecordWriter(dictionary: dictionary, blockSize: 512)
    var quotations = RecordWriter(dictionary: dictionary, blockSize: 512)
    for ordinal in 0..<documentCount {
      let id = Self.id(ordinal)
      let source = Source(documentID: id, span: TextSpan(offset: 0, length: 2), text: "Le")
      try documents.append(Document(id: id, title: "Titre \(ordinal)", kind: .news, language: "fr"))
      try texts.append(Document(text: Self.text(ordinal)))
      try dates.append(DocumentDates(dates: [PartialDate(start: "2024-01-01", end: "2024-01-01", source: source)]))
      try quotations.append(Quotation(id: "\(id)#1", kind: .speech, source: source))
    }
    var programmes = RecordWriter(dictionary: dictionary, blockSize: 512)
    try programmes.append(Self.programme)
    var writer = try SnapshotWriter(path: path)
    try writer.append(dictionary: dictionary)
    try writer.append(section: SectionName.documents, documents.finish())
    try writer.append(section: SectionName.texts, texts.finish())
    try writer.append(section: SectionName.dates, dates.finish())
    try writer.append(section: SectionName.quotations, quotations.finish())
    try writer.append(section: SectionName.programmes, programmes.finish())
    try writer.appendFilters()
    try writer.appendKnowledge(
      textLengths: (0..<documentCount).map { UInt32(Self.text($0).utf8.count) },
      sentences: MentionedSentences(documentCount: documentCount))
    id = try writer.publish(
      SnapshotDirectory(generation: 7, writerVersion: "test", documentCount: UInt64(documentCount), textSize: 1))
  }

  static var programme: Programme {
    let goals = (1...2).map { number in
      Goal(id: "but-\(number)", title: "Titre « \(number) »", commitment: "Coopérer.", number: UInt32(number))
    }
    return Programme(documentID: id(0), title: "Programme", priorities: [Priority(number: 1, goals: goals)])
  }

  static func id(_ ordinal: Int) -> String {
    "article-" + String(repeating: "0", count: 4 - "\(ordinal)".count) + "\(ordinal)"
  }

  static func text(_ ordinal: Int) -> String {
    "Le partenariat n° \(ordinal) entre l’OTAN et le Japon progresse ; la coopération s’approfondit, \(ordinal * 7919)."
  }

  var bytes: [UInt8] { get throws { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
