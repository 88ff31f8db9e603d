import ArgumentParser
import TTRPC

/// The addresses of the replicas of each shard, as `--shard` gives them.
struct ReplicaAddresses {
  private(set) var shards: [[ServerAddress]] = []

  /// - Parameter options: of the form `0=host:port,host:port`, in any order.
  /// - Throws: `ValidationError` unless each shard from 0 on is there once.
  init(_ options: [String]) throws {
    var found: [Int: [ServerAddress]] = [:]
    for option in options {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let hosts = parts.last?.split(separator: ",", omittingEmptySubsequences: false) ?? []
      let addresses = hosts.compactMap { ServerAddress(String($0)) }
      guard parts.count == 2, let number = Int(parts[0]), !addresses.isEmpty, addresses.count == hosts.count else {
        throw ValidationError("--shard takes K=HOST:PORT[,HOST:PORT…], not \(option).")
      }
      guard found.updateValue(addresses, forKey: number) == nil else {
        throw ValidationError("--shard \(number) is given twice; separate its replicas by commas.")
      }
    }
    for number in 0..<found.count {
      guard let addresses = found[number] else {
        throw ValidationError("--shard \(number) is missing; shards count from 0.")
      }
      shards.append(addresses)
    }
  }
}
