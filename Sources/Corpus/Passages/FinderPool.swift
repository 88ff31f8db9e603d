internal import EntenteTextAnalysis
internal import Synchronization

/// Finders that no call uses at the moment: they remember the words that they have seen.
final class FinderPool: Sendable {
  private static let capacity = 16
  private let profile: LanguageProfile
  private let finders = Mutex<[PassageFinder]>([])

  /// - Parameter profile: the profile that the documents were analysed with.
  init(_ profile: LanguageProfile) { self.profile = profile }

  /// Lends a finder for the time of `body`.
  func withFinder<Result, Failure>(_ body: (inout PassageFinder) throws(Failure) -> Result) throws(Failure) -> Result {
    var finder = finders.withLock { $0.popLast() } ?? PassageFinder(profile)
    defer { finders.withLock { if $0.count < Self.capacity { $0.append(finder) } } }
    return try body(&finder)
  }
}
