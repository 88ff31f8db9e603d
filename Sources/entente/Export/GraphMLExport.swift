import EntenteCorpus
import EntenteSchema
import EntenteSnapshot

// graphml := <graphml> key* <graph edgedefault="undirected"> node* edge* </graph> </graphml>     graphml.graphdrawing.org
// node    := an entity: its id; label, kind, acronym, mentions
// edge    := two entities of one sentence: weight, the number of such sentences

/// Entities and their co-occurrences as GraphML, for Gephi, yEd or NetworkX.
struct GraphMLExport {
  func write(_ snapshot: SnapshotReader, to output: inout TextOutput) throws {
    try output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="label" for="node" attr.name="label" attr.type="string"/>
      <key id="kind" for="node" attr.name="kind" attr.type="string"/>
      <key id="acronym" for="node" attr.name="acronym" attr.type="string"/>
      <key id="mentions" for="node" attr.name="mentions" attr.type="int"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
      <graph id="entities" edgedefault="undirected">

      """)
    var together = CoOccurrenceCounter()
    for ordinal in 0..<snapshot.entities.count {
      let entity = try snapshot.entity(ordinal)
      together.add(entity)
      try output.write(
        """
        <node id="\(escaped(entity.id))"><data key="label">\(escaped(entity.name))</data>\
        <data key="kind">\(entity.kind.shown)</data><data key="acronym">\(escaped(entity.acronym))</data>\
        <data key="mentions">\(entity.mentions.count)</data></node>

        """)
    }
    for pair in try together.pairs(in: snapshot) {
      try output.write(
        """
        <edge source="\(escaped(pair.first))" target="\(escaped(pair.second))">\
        <data key="weight">\(pair.sentences)</data></edge>

        """)
    }
    try output.write("</graph>\n</graphml>\n")
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // XML 1.0 has neither other control characters nor these two.
      case "\u{0}"..<" " where !["\t", "\n", "\r"].contains(scalar), "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
