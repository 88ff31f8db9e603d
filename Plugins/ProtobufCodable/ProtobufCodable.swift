import Foundation
import PackagePlugin

/// Turns the `.proto` files of a target into plain Swift structs, handler protocols and clients when the target is built.
///
/// A file `protobuf-codable.json` in the target's folder may say more: see `Configuration`.
@main struct ProtobufCodable: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let configuration = try Configuration(folder: target.directoryURL)
    let protos = try configuration.protos()
    guard !protos.isEmpty else {
      Diagnostics.warning("\(target.name): there is no .proto file in \(configuration.root.path)")
      return []
    }
    let output = context.pluginWorkDirectoryURL
    let generator = try context.tool(named: "protoc-gen-codable").url
    return [
      .buildCommand(
        displayName: "Generating Swift from the .proto files of \(target.name)",
        executable: try configuration.protoc(),
        arguments: ["--plugin=protoc-gen-codable=\(generator.path)"]
          + ([configuration.root] + configuration.includes).flatMap { ["-I", $0.path] }
          + ["--codable_out=\(configuration.parameters):\(output.path)"] + protos,
        inputFiles: protos.map { configuration.root.appending(path: $0) } + configuration.files + [generator],
        outputFiles: protos.map { output.appending(path: outputName($0)) })
    ]
  }

  /// The name that the generator gives the Swift file in its combined layout: `a/b.proto` → `a_b.codable.swift`.
  private func outputName(_ proto: String) -> String {
    proto.dropLast(".proto".count).split(separator: "/").joined(separator: "_") + ".codable.swift"
  }
}
