/// How many records of each kind a snapshot holds: what every ordinal of its lists is checked against.
struct RecordCounts: Sendable {
  var documents = 0
  var entities = 0
  var events = 0
  var quotations = 0
  var evidence = 0
  var programmes = 0
  var goals = 0
}
