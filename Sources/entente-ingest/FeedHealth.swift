import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteFlags
import EntenteSchema
import EntenteSecurity
import TTRPC

/// `entente-ingest health`: checks whether a running feed has a snapshot to serve.
struct FeedHealth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health",
    abstract: "Check whether a running feed has a snapshot to serve.",
    discussion: """
      For container health checks. Exit status: 0 when it has one, 1 when it has none yet, 69 when it does not answer.

      Example:
        entente-ingest health 127.0.0.1:7421
      """)

  @Argument(help: ArgumentHelp("Where it serves.", valueName: "host:port")) var address: String
  @OptionGroup var identity: TLSIdentityFlags
  @OptionGroup var security: ClientSecurityFlags

  func run() async throws {
    guard let address = ServerAddress(address) else { throw ValidationError("The address must be HOST:PORT.") }
    var configuration = ClientConfiguration()
    configuration.timeout = .seconds(2)
    configuration.connectTimeout = .seconds(2)
    configuration.maximumAttempts = 1
    let setup: ConnectionSetup
    do throws(SecurityError) {
      configuration.metadata = try security.metadata()
      setup = try security.setup(identity)
    } catch {
      throw ValidationError("\(error)")
    }
    let client = RPCClient(addresses: [address], configuration: configuration, setup: setup)
    let answer: DescribeFeedResponse
    do throws(RPCError) {
      answer = try await FeedClient(client).describe(DescribeFeedRequest())
    } catch {
      await client.close()
      complain("entente-ingest: \(error.message)")
      throw ExitCode(69)
    }
    await client.close()
    guard let newest = answer.publications.first else {
      print("nothing has been published yet")
      throw ExitCode.failure
    }
    print("generation \(newest.generation), \(newest.size) bytes, id \(newest.snapshotID.prefix(12))")
  }
}
