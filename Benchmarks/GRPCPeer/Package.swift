// swift-tools-version: 6.2
import PackageDescription

// The peer gRPC Swift 2, in a package of its own: who measures nothing against it need not build it, which takes minutes.
let package = Package(
  name: "grpc-peer",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "grpc-echo", targets: ["grpc-echo"])],
  dependencies: [
    .package(url: "https://github.com/grpc/grpc-swift-2.git", exact: "2.4.3"),
    .package(url: "https://github.com/grpc/grpc-swift-nio-transport.git", exact: "2.9.2"),
  ],
  targets: [
    .executableTarget(
      name: "grpc-echo",
      dependencies: [
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")])
  ]
)
