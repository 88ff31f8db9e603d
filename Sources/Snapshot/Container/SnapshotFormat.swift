// snapshot  := header section* directory footer
// header    := magic "ENTENTE1" | version u32 | zero u32                              16 bytes
// section   := bytes, then zeros up to a multiple of 8
// directory := SnapshotDirectory (protobuf), then zeros up to a multiple of 8
// footer    := directory offset u64 | directory length u32 | directory CRC-32 u32
//              | SHA-256 of all bytes before the footer | magic "1ETNETNE"            56 bytes
//
// Integers are little-endian. The whole of it is told in schema/SNAPSHOT.md.

/// The fixed numbers of the file format.
public enum SnapshotFormat {
  /// A reader refuses greater ones, and smaller ones too: version 1 kept mentions and roles in the records of entities.
  public static let version: UInt32 = 2
  static let headMagic = Array("ENTENTE1".utf8)
  static let tailMagic = Array("1ETNETNE".utf8)
  static let headerSize = 16
  /// Of the footer, in bytes.
  package static let footerSize = 56
  static let alignment = 8
  /// Of a directory, in bytes: more is refused before it is read.
  static let maximumDirectorySize = 1 << 20
}

/// The sections that this version writes.
public enum SectionName {
  /// The preset dictionary of record blocks whose section has none of its own.
  public static let dictionary = "dictionary"
  /// Document messages without their text, ordered by id.
  public static let documents = "documents"
  /// Document messages with nothing but their text, in the order of `textSlots`.
  public static let texts = "texts"
  /// Where each document's text stands in `texts`; without it, in the order of `documents`.
  public static let textSlots = "texts.slots"
  /// DocumentDates messages, in the order of `documents`.
  public static let dates = "dates"
  public static let entities = "entities"
  public static let events = "events"
  public static let quotations = "quotations"
  public static let evidence = "evidence"
  public static let programmes = "programmes"
  /// DocumentDrafts messages: with the other sections they tell again what was understood of each document. There whenever
  /// that was asked for.
  public static let drafts = "drafts"

  /// EntitySummary messages, in the order of `entities`.
  public static let entitySummaries = "entities.summaries"
  /// Role messages: those of each entity follow each other, as `mentions` tells.
  public static let roles = "roles"
  /// Where documents mention each entity; told in MentionList.swift.
  package static let mentions = "mentions"
  /// GoalReview messages: every goal of every programme in printed order, each id once.
  public static let goals = "goals"

  // Read in place; told in DocumentLists.swift and the files beside it.
  static let documentLists = "lists/documents"
  static let entityLists = "lists/entities"
  static let eventLists = "lists/events"
  static let quotationLists = "lists/quotations"
  static let evidenceLists = "lists/evidence"
  static let goalLists = "lists/goals"

  // Read in place; told in FilterBuilder.swift.
  static let documentKinds = "filters/kinds"
  static let documentDates = "filters/dates"
  static let documentSources = "filters/sources"
  static let goalDocuments = "filters/goals"
  static let entityDocuments = "filters/entities"
  static let entityNames = "filters/names"

  /// What stands before the name of each section of the search index.
  public static let searchIndexPrefix = "index/"

  /// The section that holds the preset dictionary of a record section of its own.
  public static func dictionary(of section: String) -> String { section + ".dictionary" }

  /// The section that says where the blocks of a record section begin.
  public static func blocks(of section: String) -> String { section + ".blocks" }
}

extension Int {
  /// The next multiple of the section alignment.
  var alignedUp: Int { (self + SnapshotFormat.alignment - 1) & ~(SnapshotFormat.alignment - 1) }
}
