// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6, strict memory safety, and the features that will be the default one day.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

// The modules, bottom to top. A target lists exactly what it may import: an import that points up does not build.
let package = Package(
  name: "entente",
  products: [
    .executable(name: "entente", targets: ["entente"]),
    .executable(name: "entente-ingest", targets: ["entente-ingest"]),
    .executable(name: "entente-query", targets: ["entente-query"]),
    .executable(name: "protoc-gen-codable", targets: ["protoc-gen-codable"]),
    .library(
      name: "Entente",
      targets: [
        "Client", "Ingest", "Extraction", "Query", "Snapshot", "SearchIndex", "TTRPC", "Schema", "ProtobufCoding",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // Bytes
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Zlib", dependencies: ["CZlib"], swiftSettings: house),
    .target(name: "FileMapping", swiftSettings: house),
    .target(name: "ProtobufCoding", swiftSettings: house),

    // The contract
    .target(name: "Schema", dependencies: ["ProtobufCoding"], swiftSettings: house),
    .executableTarget(
      name: "protoc-gen-codable", dependencies: ["ProtobufCoding"], exclude: ["descriptor.proto"], swiftSettings: house),
    .target(name: "TTRPC", dependencies: ["Schema", "ProtobufCoding", "Zlib", logging] + nio, swiftSettings: house),

    // Text and search
    .target(name: "TextAnalysis", exclude: ["Lexicon"], swiftSettings: house, plugins: ["EmbedText"]),
    .target(name: "SearchIndex", dependencies: ["TextAnalysis", "FileMapping"], swiftSettings: house),
    .target(
      name: "Snapshot",
      dependencies: [
        "SearchIndex", "TextAnalysis", "FileMapping", "Schema", "ProtobufCoding", "Zlib",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .target(
      name: "Extraction", dependencies: ["TextAnalysis", "Schema"], exclude: ["Lexicon"], swiftSettings: house,
      plugins: ["EmbedText"]),

    // Services
    .target(
      name: "Ingest",
      dependencies: [
        "Extraction", "Snapshot", "SearchIndex", "TextAnalysis", "FileMapping", "Schema", "ProtobufCoding", "Zlib",
      ],
      swiftSettings: house),
    .target(
      name: "Query",
      dependencies: [
        "Snapshot", "SearchIndex", "TextAnalysis", "FileMapping", "TTRPC", "Schema", "ProtobufCoding", logging,
      ],
      swiftSettings: house),
    .target(name: "Client", dependencies: ["TTRPC", "Schema", "ProtobufCoding"], swiftSettings: house),

    // Executables: flags and wiring
    .executableTarget(
      name: "entente",
      dependencies: [
        "Client", "Query", "Snapshot", "FileMapping", "TTRPC", "Schema", "ProtobufCoding", argumentParser,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "entente-ingest", dependencies: ["Ingest", "Schema", "ProtobufCoding", argumentParser], swiftSettings: house
    ),
    .executableTarget(
      name: "entente-query", dependencies: ["Query", "Snapshot", "TTRPC", "Schema", argumentParser, logging] + nio,
      swiftSettings: house),

    // Build tools
    .executableTarget(name: "embed-text"),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),

    // Tests
    .testTarget(name: "ZlibTests", dependencies: ["Zlib"], swiftSettings: house),
    .testTarget(
      name: "ProtobufCodingTests", dependencies: ["ProtobufCoding", "Schema", "protoc-gen-codable"],
      exclude: ["every_field.proto", "python_peer.py"],
      swiftSettings: house),
    .testTarget(
      name: "GeneratedServiceTests", dependencies: ["TTRPC", "ProtobufCoding"], exclude: ["countdown.proto"],
      swiftSettings: house),
    .testTarget(
      name: "TTRPCTests", dependencies: ["TTRPC", "Schema", "ProtobufCoding", "Zlib"] + nio, exclude: ["GoPeers"],
      swiftSettings: house),
    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: house),
    .testTarget(name: "FileMappingTests", dependencies: ["FileMapping"], swiftSettings: house),
    .testTarget(
      name: "SearchIndexTests", dependencies: ["SearchIndex", "TextAnalysis", "FileMapping"], swiftSettings: house),
    .testTarget(
      name: "SnapshotTests",
      dependencies: ["Snapshot", "SearchIndex", "FileMapping", "Schema", "ProtobufCoding", "Zlib"],
      swiftSettings: house),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "TextAnalysis", "Schema"],
      exclude: ["Development", "Seeds"], swiftSettings: house),
    .testTarget(
      name: "IngestTests",
      dependencies: ["Ingest", "Extraction", "Snapshot", "Schema", "ProtobufCoding", "entente-ingest"],
      swiftSettings: house),
    .testTarget(
      name: "QueryTests",
      dependencies: ["Query", "Ingest", "Snapshot", "SearchIndex", "TTRPC", "Schema", "ProtobufCoding"] + nio,
      swiftSettings: house),
    .testTarget(
      name: "IntegrationTests",
      dependencies: ["Client", "TTRPC", "Schema", "ProtobufCoding", "entente", "entente-ingest", "entente-query"],
      path: "Tests/Integration", swiftSettings: house),
  ]
)
