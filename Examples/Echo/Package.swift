// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "echo",
  dependencies: [.package(name: "entente", path: "../..")],
  targets: [
    .target(
      name: "EchoService", dependencies: [.product(name: "TTRPC", package: "entente")],
      plugins: [.plugin(name: "ProtobufCodable", package: "entente")]),
    .executableTarget(
      name: "echo-server", dependencies: ["EchoService", .product(name: "TTRPC", package: "entente")]),
    .executableTarget(
      name: "echo-client", dependencies: ["EchoService", .product(name: "TTRPC", package: "entente")]),
  ]
)
