import EntenteFileMapping
import EntenteSchema
import Testing

@testable import EntenteSnapshot

@Suite struct MentionListTests {
  private static let documentCount = 5000

  private func mentions(_ count: Int) -> [EntityMention] {
    var random = SeededRandom(UInt64(count))
    var document = 0
    return (0..<count).map { _ in
      if Int.random(in: 0..<3, using: &random) == 0 { document += Int.random(in: 0...9, using: &random) }
      return EntityMention(
        document: document, offset: Int.random(in: 0..<1 << 20, using: &random),
        text: ["Otan", "l’Alliance", ""].randomElement(using: &random) ?? "",
        form: Bool.random(using: &random) ? .name : .description)
    }
  }

  private func section(_ mentions: [EntityMention], roles: Range<Int> = 0..<0) throws -> [UInt8] {
    var builder = MentionListBuilder()
    for mention in mentions {
      builder.add(
        document: UInt32(mention.document), offset: UInt32(mention.offset), text: mention.text, form: mention.form)
    }
    return try SectionParts.encode([[], builder.part(roles: roles)], of: "mentions")
  }

  private func open(_ bytes: [UInt8], entity: Int = 1) throws(SnapshotError) -> MentionList {
    let parts = try SectionParts(SectionBytes(section: "mentions", region: ByteRegion(bytes)), at: 0)
    return try MentionList(parts, entity: entity, documentCount: Self.documentCount, roleCount: 9)
  }

  @Test(arguments: [0, 1, 2, 127, 128, 129, 256, 1000]) func `mentions are read as they were written`(count: Int) throws
  {
    let given = mentions(count)
    let list = try open(section(given, roles: 4..<9))
    let all = try list.mentions(0..<count)
    #expect(list.count == count && list.roles == 4..<9 && all == given)
    for start in stride(from: 0, to: count, by: 37) {
      let page = try list.mentions(start..<start + 20)
      #expect(page == Array(given.dropFirst(start).prefix(20)))
    }
    for document in Set(given.map(\.document)).union([0, Self.documentCount - 1]) {
      let found = try list.mentions(inDocument: document)
      #expect(found == given.filter { $0.document == document })
    }
    let (behind, none) = (try list.mentions(count..<count + 20), try open(section(given), entity: 0))
    #expect(behind.isEmpty && none.count == 0 && none.roles.isEmpty)
  }

  @Test func `damaged mentions give typed errors or other mentions, never a trap`() throws {
    let bytes = try section(mentions(300), roles: 2..<5)
    for length in 0..<bytes.count { readAll(Array(bytes[..<length])) }
    for bit in 0..<bytes.count * 8 {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      readAll(damaged)
    }
  }

  private func readAll(_ bytes: [UInt8]) {
    do throws(SnapshotError) {
      let list = try open(bytes)
      for mention in try list.mentions(0..<list.count) {
        #expect(mention.document < Self.documentCount && mention.offset >= 0)
      }
      #expect(list.roles.upperBound <= 9)
    } catch {
      #expect(!error.description.isEmpty)
    }
  }
}
