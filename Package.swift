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

/// A library module. `Sources/Snapshot` holds the module `EntenteSnapshot`: the prefix keeps it from colliding in a user's package.
func module(
  _ folder: String, uses dependencies: [Target.Dependency] = [], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: "Entente" + folder, dependencies: dependencies, path: "Sources/" + folder, exclude: exclude,
    swiftSettings: house, plugins: plugins)
}

func tests(
  _ name: String, uses dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: house)
}

// Modules of ours
let zlib: Target.Dependency = "EntenteZlib"
let fileMapping: Target.Dependency = "EntenteFileMapping"
let formats: Target.Dependency = "EntenteFormats"
let protobufCoding: Target.Dependency = "ProtobufCoding"
let schema: Target.Dependency = "EntenteSchema"
let ttrpc: Target.Dependency = "TTRPC"
let textAnalysis: Target.Dependency = "EntenteTextAnalysis"
let searchIndex: Target.Dependency = "EntenteSearchIndex"
let snapshot: Target.Dependency = "EntenteSnapshot"
let extraction: Target.Dependency = "EntenteExtraction"
let corpus: Target.Dependency = "EntenteCorpus"
let ingest: Target.Dependency = "EntenteIngest"
let query: Target.Dependency = "EntenteQuery"
let router: Target.Dependency = "EntenteRouter"
let feed: Target.Dependency = "EntenteFeed"
let operations: Target.Dependency = "EntenteOperations"
let client: Target.Dependency = "EntenteClient"
let security: Target.Dependency = "EntenteSecurity"
let flags: Target.Dependency = "EntenteFlags"
let explorer: Target.Dependency = "EntenteExplorer"

// Libraries of others
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let tls: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let tlsEvents: Target.Dependency = .product(name: "NIOTLS", package: "swift-nio")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let coreMetrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

// The modules, bottom to top. A target lists exactly what it may import: an import that points up does not build.
let package = Package(
  name: "entente",
  products: [
    .executable(name: "entente", targets: ["entente"]),
    .executable(name: "entente-ingest", targets: ["entente-ingest"]),
    .executable(name: "entente-query", targets: ["entente-query"]),
    .executable(name: "entente-router", targets: ["entente-router"]),
    .executable(name: "entente-web", targets: ["entente-web"]),
    .executable(name: "protoc-gen-codable", targets: ["protoc-gen-codable"]),
    .library(name: "TTRPC", targets: ["TTRPC", "ProtobufCoding"]),
    .library(name: "TTRPCSecurity", targets: ["EntenteSecurity"]),
    .library(name: "ProtobufCoding", targets: ["ProtobufCoding"]),
    .plugin(name: "ProtobufCodable", targets: ["ProtobufCodable"]),
    .library(
      name: "Entente",
      targets: [
        "EntenteClient", "EntenteIngest", "EntenteExtraction", "EntenteQuery", "EntenteCorpus", "EntenteSnapshot",
        "EntenteSearchIndex",
        "TTRPC", "EntenteSchema", "ProtobufCoding",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Bytes
    .systemLibrary(
      name: "CEntenteZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    module("Zlib", uses: ["CEntenteZlib"]),
    .systemLibrary(name: "CEntenteFileCloning", path: "Sources/CFileCloning"),
    module("FileMapping", uses: ["CEntenteFileCloning"]),
    .systemLibrary(
      name: "CEntenteXML", path: "Sources/CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    module("Formats", uses: ["CEntenteXML"], exclude: ["Lexicon"], plugins: ["EmbedText"]),
    .target(name: "ProtobufCoding", swiftSettings: house),

    // The contract
    module("Schema", uses: [protobufCoding]),
    .executableTarget(
      name: "protoc-gen-codable", dependencies: [protobufCoding], exclude: ["descriptor.proto"], swiftSettings: house),
    .target(
      name: "TTRPC", dependencies: [protobufCoding, zlib, logging, nio, nioPosix], swiftSettings: house),

    // Text and search
    module("TextAnalysis", exclude: ["Lexicon"], plugins: ["EmbedText"]),
    module("SearchIndex", uses: [textAnalysis, fileMapping, protobufCoding]),
    module("Snapshot", uses: [searchIndex, textAnalysis, fileMapping, schema, protobufCoding, zlib, crypto]),
    module("Extraction", uses: [textAnalysis, schema, protobufCoding], exclude: ["Lexicon"], plugins: ["EmbedText"]),

    // Services
    module(
      "Ingest",
      uses: [
        extraction, formats, snapshot, searchIndex, textAnalysis, fileMapping, schema, protobufCoding, zlib,
      ]),
    module("Corpus", uses: [snapshot, searchIndex, textAnalysis, fileMapping, schema, protobufCoding]),
    module("Query", uses: [corpus, snapshot, ttrpc, schema]),
    module(
      "Feed",
      uses: [
        snapshot, fileMapping, ttrpc, schema, protobufCoding, nio, nioPosix, nioHTTP, tls, httpClient, crypto, logging,
        metrics, lifecycle,
      ]),
    module(
      "Operations", uses: [ttrpc, fileMapping, nio, nioPosix, nioHTTP, logging, metrics, coreMetrics, lifecycle]),
    module("Client", uses: [ttrpc, schema, protobufCoding]),
    module("Router", uses: [client, query, corpus, snapshot, ttrpc, schema, protobufCoding]),
    // Beside TTRPC, so that who serves in the clear has no TLS library.
    module("Security", uses: [ttrpc, fileMapping, nio, tls, tlsEvents, crypto, logging]),
    module("Flags", uses: [security, operations, ttrpc, argumentParser, logging]),
    module(
      "Explorer",
      uses: [
        client, ttrpc, schema, protobufCoding, zlib, hummingbird, hummingbirdCore, mustache, httpTypes, crypto, nio,
        nioHTTP, logging, lifecycle,
      ],
      exclude: ["Resources"], plugins: ["EmbedText"]),

    // Executables: flags and wiring
    .executableTarget(
      name: "entente",
      dependencies: [
        client, feed, corpus, query, snapshot, textAnalysis, fileMapping, flags, security, ttrpc, schema,
        protobufCoding, argumentParser,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "entente-ingest",
      dependencies: [
        ingest, feed, formats, snapshot, operations, fileMapping, flags, security, ttrpc, schema, protobufCoding,
        argumentParser, logging, metrics, lifecycle,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "entente-query",
      dependencies: [
        feed, query, corpus, snapshot, client, operations, fileMapping, flags, security, ttrpc, schema, protobufCoding,
        argumentParser, logging, metrics, lifecycle, nio, nioPosix,
      ],
      swiftSettings: house),

    .executableTarget(
      name: "entente-router",
      dependencies: [
        router, snapshot, operations, flags, security, ttrpc, schema, protobufCoding, argumentParser, logging, metrics,
        lifecycle, nio,
        nioPosix,
      ],
      swiftSettings: house),

    .executableTarget(
      name: "entente-web",
      dependencies: [
        explorer, client, corpus, query, operations, flags, security, ttrpc, schema, hummingbird, argumentParser,
        logging,
      ],
      swiftSettings: house),

    .executableTarget(
      name: "corpus-example", dependencies: [corpus, schema], path: "Examples/Corpus", exclude: ["run"],
      swiftSettings: house),
    .executableTarget(
      name: "service-example", dependencies: [client, corpus, ingest, query, ttrpc, schema], path: "Examples/Service",
      exclude: ["run"], swiftSettings: house),

    // Build tools
    .executableTarget(name: "embed-text"),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
    .plugin(name: "ProtobufCodable", capability: .buildTool(), dependencies: ["protoc-gen-codable"]),

    // Tests
    tests("ZlibTests", uses: [zlib, "CEntenteZlib"]),
    tests(
      "ProtobufCodingTests", uses: [protobufCoding, schema, "protoc-gen-codable"],
      exclude: ["every_field.proto", "hostile_schemas.py", "python_peer.py"]),
    tests("GeneratedServiceTests", uses: [ttrpc, protobufCoding, nio], exclude: ["countdown.proto"]),
    tests(
      "TTRPCTests", uses: [ttrpc, protobufCoding, zlib, logging, nio, nioPosix, nioEmbedded], exclude: ["GoPeers"]),
    tests("SecurityTests", uses: [security, ttrpc, nio, nioPosix, logging]),
    tests("TextAnalysisTests", uses: [textAnalysis]),
    tests("FileMappingTests", uses: [fileMapping]),
    tests("FormatsTests", uses: [formats]),
    tests("SearchIndexTests", uses: [searchIndex, textAnalysis, fileMapping]),
    tests("SnapshotTests", uses: [snapshot, searchIndex, textAnalysis, fileMapping, schema, protobufCoding, zlib]),
    tests(
      "ExtractionTests", uses: [extraction, textAnalysis, schema, protobufCoding],
      exclude: [
        "Blind", "Development", "Seeds", "Quotations/speakers.tsv", "Entities/organisations.tsv", "Entities/places.tsv",
        "Entities/people.tsv",
      ]),
    tests(
      "IngestTests",
      uses: [ingest, formats, extraction, snapshot, schema, protobufCoding, "TestCorpora", "entente-ingest"]),
    .target(name: "TestCorpora", dependencies: [corpus, ingest], path: "Tests/TestCorpora", swiftSettings: house),
    tests("CorpusTests", uses: [corpus, "TestCorpora", schema]),
    tests(
      "ExplorerTests",
      uses: [
        explorer, client, query, corpus, "TestCorpora", ttrpc, schema, zlib, hummingbird, httpTypes, nio, nioPosix,
        nioHTTP, nioEmbedded,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
    tests(
      "RouterTests",
      uses: [
        router, client, query, corpus, ingest, snapshot, fileMapping, "TestCorpora", ttrpc, schema, protobufCoding,
      ]),
    tests("QueryTests", uses: [query, corpus, "TestCorpora", ttrpc, schema, protobufCoding, nio, nioPosix]),
    tests(
      "FeedTests",
      uses: [feed, ingest, snapshot, fileMapping, ttrpc, schema, protobufCoding, logging, lifecycle]),
    tests("OperationsTests", uses: [operations, ttrpc, logging, coreMetrics, metrics, nio, nioPosix]),
    tests(
      "IntegrationTests",
      uses: [
        client, feed, snapshot, fileMapping, ttrpc, schema, protobufCoding, zlib, crypto, nio, nioPosix, "entente",
        "entente-ingest", "entente-query", "entente-router",
      ],
      path: "Tests/Integration"),
  ]
)
