import ArgumentParser

/// Measures what Entente does, and what its peers do with the same. Each subcommand prints JSON lines.
@main
struct EntenteBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-bench",
    abstract: "Measure Entente and its peers.",
    subcommands: [
      SearchBenchmark.self, PassageBenchmark.self, OpenBenchmark.self, IngestBenchmark.self, ExtractBenchmark.self,
      RankingBenchmark.self, CallBenchmark.self, CostBenchmark.self,
      CodecBenchmark.self, EchoServer.self, EchoLoad.self, QueryServer.self, LoadBenchmark.self, NewsCommand.self,
    ])
}
