public import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot
public import TTRPC

/// Follows a feed, at one address or several that publish the same snapshots.
///
/// An interrupted transfer resumes where it stopped, at the next address.
public final class FeedSource: SnapshotSource {
  public let name: String
  private let client: RPCClient
  private let feed: FeedClient
  /// How long a watch lasts before it is restarted, so that a feed that has frozen is abandoned.
  private static let watchTime = Duration.seconds(60)
  /// How long a fetch may go without progress.
  private static let stallLimit = Duration.seconds(10)

  /// - Parameters:
  ///   - setup: done to each connection before its first frame, such as TLS.
  ///   - isSecure: whether the set-up is TLS, for the name.
  public init(
    addresses: [ServerAddress], configuration: ClientConfiguration = ClientConfiguration(),
    setup: ConnectionSetup = .plain, isSecure: Bool = false
  ) {
    name = (isSecure ? "ttrpcs://" : "ttrpc://") + addresses.map(\.description).joined(separator: ",")
    var configuration = configuration
    configuration.maximumAttempts = max(configuration.maximumAttempts, addresses.count + 1)
    client = RPCClient(addresses: addresses, configuration: configuration, setup: setup)
    feed = FeedClient(client)
  }

  public func next(after known: SnapshotOffer?) async throws(FollowingError) -> SnapshotOffer {
    let request = WatchRequest(knownSnapshotID: known?.snapshotID ?? "")
    do throws(RPCError) {
      while true {
        var messages = try feed.watch(request, options: CallOptions(timeout: Self.watchTime)).makeAsyncIterator()
        do throws(RPCError) {
          while let message = try await messages.next(isolation: nil) {
            guard let publication = message.publication, publication.snapshotID != known?.snapshotID else { continue }
            return Self.offer(publication)
          }
        } catch  where error.code == .deadlineExceeded {
          continue
        }
        throw RPCError(.unavailable, "the feed ended the watch")
      }
    } catch {
      throw failure(error)
    }
  }

  public func fetch(_ offer: SnapshotOffer, into file: ScratchFile) async throws(FollowingError) {
    try await withStallLimit(Self.stallLimit) { [self] progress async throws(FollowingError) in
      do throws(RPCError) {
        let request = FetchRequest(snapshotID: offer.snapshotID ?? "", offset: UInt64(file.count))
        var chunks = try feed.fetch(request).makeAsyncIterator()
        while let chunk = try await chunks.next(isolation: nil) {
          progress.note()
          try append(chunk, of: offer, to: file)
        }
      } catch {
        throw failure(error)
      }
      guard offer.size == nil || file.count == offer.size else {
        throw FollowingError(.unreachable, "the transfer from \(name) was interrupted after \(file.count) bytes")
      }
    }
  }

  public func signature(of offer: SnapshotOffer) async throws(FollowingError) -> SnapshotSignature? { offer.signature }

  public func close() async { await client.close() }

  // MARK: Answers

  private func append(_ chunk: FetchResponse, of offer: SnapshotOffer, to file: ScratchFile) throws(RPCError) {
    guard chunk.offset == UInt64(file.count), offer.size.map({ chunk.data.count <= $0 - file.count }) ?? true else {
      throw RPCError(.dataLoss, "the feed sent \(chunk.data.count) bytes at \(chunk.offset) after \(file.count)")
    }
    do throws(FileMappingError) { try file.append(chunk.data) } catch {
      throw RPCError(.aborted, "\(FollowingError(storage: error))")
    }
  }

  private static func offer(_ publication: Publication) -> SnapshotOffer {
    SnapshotOffer(
      revision: publication.snapshotID, snapshotID: publication.snapshotID, generation: publication.generation,
      size: Int(exactly: publication.size), published: publication.published,
      signature: SnapshotSignature(publication.signature))
  }

  private func failure(_ error: RPCError) -> FollowingError {
    let kind: FollowingError.Kind =
      switch error.code {
      case .notFound, .outOfRange: .replaced
      case .dataLoss: .damaged
      case .aborted: .storage
      case .unimplemented, .unauthenticated, .permissionDenied: .unreadable
      default: .unreachable
      }
    return FollowingError(kind, "\(name): \(error.message)")
  }
}
