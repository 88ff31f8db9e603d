// swift-tools-version: 6.2
import PackageDescription

// The benchmarks, and the peers that they measure against. A package of its own: no peer is a dependency of the product.
let package = Package(
  name: "entente-benchmarks",
  products: [.executable(name: "entente-bench", targets: ["entente-bench"])],
  dependencies: [
    .package(name: "entente", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
  ],
  targets: [
    .target(name: "CAllocationCounter"),
    .target(
      name: "SwiftProtobufPeer", dependencies: [.product(name: "SwiftProtobuf", package: "swift-protobuf")],
      exclude: ["generate"]),
    .executableTarget(
      name: "entente-bench",
      dependencies: [
        "CAllocationCounter", "SwiftProtobufPeer",
        .product(name: "Entente", package: "entente"),
        .product(name: "TTRPCSecurity", package: "entente"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
  ]
)
