import Testing

/// Waits until `condition` holds, for ten seconds at the most.
func eventually(_ what: Comment, _ condition: () async -> Bool) async {
  for _ in 0..<1_000 {
    if await condition() { return }
    try? await Task.sleep(for: .milliseconds(10))
  }
  Issue.record("it never came to be: \(what)")
}
