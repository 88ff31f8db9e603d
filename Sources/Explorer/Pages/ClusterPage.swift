internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// The replicas behind the explorer: whether each serves, and which generation.
struct ClusterPage: PageBuilder {
  let replicas: ReplicaSet

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let states = await replicas.states()
    let description = try await corpus.describe(DescribeRequest())
    let language = request.language
    return Page(
      template: "cluster", title: Labels.embedded("cluster.title", language),
      view: [
        "replicas": states.map { state -> View in
          [
            "name": state.name, "status": state.status, "label": Labels.embedded("cluster.\(state.status)", language),
            "generation": Int(clamping: state.generation), "snapshot": state.snapshot,
            "milliseconds": Self.decimal(state.milliseconds, language),
          ]
        },
        "generation": Int(clamping: description.snapshot?.generation ?? 0), "snapshot": description.snapshot?.id ?? "",
        "version": description.writerVersion, "size": Self.size(description.size, language),
        "textSize": Self.size(description.textSize, language),
        "documents": Labels.embedded.count(description.documentCount, "document", language),
      ], snapshot: nil)
  }

  private static func size(_ bytes: UInt64, _ language: Language) -> String {
    let (value, unit) =
      bytes >= 1_000_000 ? (Double(bytes) / 1_000_000, "M") : (Double(bytes) / 1_000, "k")
    return decimal((value * 10).rounded() / 10, language) + "\u{A0}" + unit + (language == .french ? "o" : "B")
  }

  private static func decimal(_ number: Double, _ language: Language) -> String {
    language == .french ? String(number).replacing(".", with: ",") : String(number)
  }
}
