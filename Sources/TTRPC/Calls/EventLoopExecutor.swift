public import NIOCore

/// Runs tasks on an event loop, so that what they send goes out, and what they wait for comes in, without waking another thread.
///
/// ```swift
/// let executor = EventLoopExecutor(group.next())
/// Task(executorPreference: executor) { try await client.search(request) }
/// ```
///
/// While a task runs, the loop's connections wait: it must not block, nor compute for long.
public final class EventLoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  public init(_ loop: any EventLoop) { self.loop = loop }

  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
