internal import Snapshot

/// The engine of a snapshot.
func IndexEngine(_ reader: SnapshotReader) throws(SnapshotError) -> any SearchEngine {
  try MemoryEngine(reader)
}
