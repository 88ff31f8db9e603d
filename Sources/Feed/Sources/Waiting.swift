internal import NIOPosix
internal import Synchronization

extension FollowingError {
  static let cancelled = FollowingError(.unreachable, "following was stopped")
}

/// Sleeps for a duration.
///
/// - Throws: if the task is cancelled.
func pause(_ duration: Duration) async throws(FollowingError) {
  do { try await Task.sleep(for: duration) } catch { throw FollowingError.cancelled }
}

/// Runs both until the first of them ends; the other is cancelled.
func firstToEnd(_ first: @escaping @Sendable () async -> Void, _ second: @escaping @Sendable () async -> Void) async {
  await withTaskGroup { group in
    group.addTask(operation: first)
    group.addTask(operation: second)
    await group.next()
    group.cancelAll()
  }
}

/// Runs work that reads files or computes for a long time on its own thread, away from the tasks that answer calls.
func offLoop<Result: Sendable>(
  _ body: @escaping @Sendable () throws(FollowingError) -> Result
) async throws(FollowingError) -> Result {
  let outcome: Swift.Result<Result, FollowingError> = await withCheckedContinuation { waiter in
    NIOThreadPool.singleton.submit { _ in
      waiter.resume(returning: Swift.Result { () throws(FollowingError) in try body() })
    }
  }
  return try outcome.get()
}

/// Runs `body`, and cancels it if it reports no progress for `limit`.
///
/// - Throws: `FollowingError.unreachable` in that case; otherwise any error of `body`.
func withStallLimit(
  _ limit: Duration, _ body: @escaping @Sendable (Progress) async throws(FollowingError) -> Void
) async throws(FollowingError) {
  let progress = Progress()
  let outcome: Swift.Result<Void, FollowingError>? = await withTaskGroup { group in
    group.addTask {
      do throws(FollowingError) {
        try await body(progress)
        return Swift.Result<Void, FollowingError>.success(())
      } catch {
        return .failure(error)
      }
    }
    group.addTask {
      repeat { try? await Task.sleep(for: limit) } while !Task.isCancelled && progress.wasMade()
      return .failure(FollowingError(.unreachable, "nothing arrived for \(limit)"))
    }
    let first = await group.next()
    group.cancelAll()
    return first
  }
  try outcome?.get()
}

/// Whether there was progress since the last check.
final class Progress: Sendable {
  private let isNew = Atomic<Bool>(false)

  func note() { isNew.store(true, ordering: .relaxed) }

  func wasMade() -> Bool { isNew.exchange(false, ordering: .relaxed) }
}
