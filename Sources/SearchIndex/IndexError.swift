/// Why an index cannot be read.
public enum IndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes are not an index: damage, or a forgery. The offset counts bytes of the section.
  case damaged(section: String, offset: Int, reason: String)
  /// The terms were made by a language profile that this version does not have.
  case unknownProfile(String)

  public var description: String {
    switch self {
    case .damaged(let section, let offset, let reason):
      "the index section \(section) is damaged at byte \(offset): \(reason)"
    case .unknownProfile(let name):
      "the index was built with the language profile \(name.debugDescription), which this version lacks; "
        + "ingest the documents again, or read it with the version that wrote it"
    }
  }
}
