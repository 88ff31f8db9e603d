// snapshot  := header section* directory footer
// header    := magic "ENTENTE1" | version u32 | zero u32                              16 bytes
//              version 2; 3 for a shard, which has the texts of some of its documents alone
// section   := bytes, then zeros up to a multiple of 8
// directory := SnapshotDirectory (protobuf), then zeros up to a multiple of 8
// footer    := directory offset u64 | directory length u32 | directory CRC-32 u32
//              | SHA-256 of all bytes before the footer | magic "1ETNETNE"            56 bytes
//
// Integers are little-endian. schema/SNAPSHOT.md specifies the whole format.

/// The constants of the file format.
public enum SnapshotFormat {
  /// The format version. A reader refuses newer ones, and older ones too: version 1 kept mentions and roles in the records of
  /// entities.
  public static let version: UInt32 = 2
  /// The version of a shard: a reader that does not know shards would take missing texts for empty ones.
  static let shardVersion: UInt32 = 3
  static let headMagic = Array("ENTENTE1".utf8)
  static let tailMagic = Array("1ETNETNE".utf8)
  static let headerSize = 16
  /// The size of the footer, in bytes.
  package static let footerSize = 56
  static let alignment = 8
  /// The largest directory, in bytes; a larger one is refused before it is read.
  static let maximumDirectorySize = 1 << 20
}

/// The sections that this version writes.
public enum SectionName {
  /// The preset dictionary for record sections without a dictionary of their own.
  public static let dictionary = "dictionary"
  /// Document messages without their text, ordered by id.
  public static let documents = "documents"
  /// Document messages with only their text, in the order of `textSlots`.
  public static let texts = "texts"
  /// The position of each document's text in `texts`; without it, texts are in the order of `documents`.
  public static let textSlots = "texts.slots"
  /// DocumentDates messages, in the order of `documents`.
  public static let dates = "dates"
  public static let entities = "entities"
  public static let events = "events"
  public static let quotations = "quotations"
  public static let evidence = "evidence"
  public static let programmes = "programmes"
  /// DocumentDrafts messages: together with the other sections, they allow the facts extracted from each document to be
  /// reconstructed. Present whenever the snapshot was built with extraction.
  public static let drafts = "drafts"

  /// EntitySummary messages, in the order of `entities`.
  public static let entitySummaries = "entities.summaries"
  /// Role messages, grouped by entity as specified in `mentions`.
  public static let roles = "roles"
  /// Where documents mention each entity; the grammar is in MentionList.swift.
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
  static let goalHistories = "lists/history"

  // Read in place; told in FilterBuilder.swift.
  static let documentKinds = "filters/kinds"
  static let documentDates = "filters/dates"
  static let documentSources = "filters/sources"
  static let goalDocuments = "filters/goals"
  static let entityDocuments = "filters/entities"
  static let entityNames = "filters/names"

  /// In a shard: by document, its opening if it has no title and its text is in another shard.
  static let openings = "shard/openings"

  /// The prefix of the names of all search index sections.
  public static let searchIndexPrefix = "index/"

  /// The name of the section with the dictionary of a record section.
  public static func dictionary(of section: String) -> String { section + ".dictionary" }

  /// The name of the section that says where the blocks of a record section start.
  public static func blocks(of section: String) -> String { section + ".blocks" }
}

extension Int {
  /// The next multiple of the section alignment.
  var alignedUp: Int { (self + SnapshotFormat.alignment - 1) & ~(SnapshotFormat.alignment - 1) }
}
