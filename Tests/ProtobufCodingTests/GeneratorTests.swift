import Foundation
import Testing

/// The plugin, run by protoc as a user runs it.
@Suite struct GeneratorTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Outcome {
    var status: Int32
    var complaint: String
    var files: [String: String]
  }

  /// Runs protoc on `schemas`, files by name, or on `existing` files of the repository.
  private func generate(
    _ schemas: [String: String] = [:], existing: [String] = [], path: String = "", parameters: String = ""
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "protoc-\(UUID().uuidString)")
    let output = folder.appending(path: "output")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in schemas { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let plugin = try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(
      path: "protoc-gen-codable")
    let sources = schemas.isEmpty ? Self.root.appending(path: path) : folder

    let protoc = Process()
    protoc.executableURL = URL(filePath: "/usr/bin/env")
    protoc.arguments =
      ["protoc", "-I", sources.path, "--plugin=\(plugin.path)", "--codable_out=\(parameters):\(output.path)"]
      + (schemas.isEmpty ? existing : schemas.keys.sorted())
    let complaint = Pipe()
    protoc.standardError = complaint
    try protoc.run()
    let text = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    protoc.waitUntilExit()
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: output.path) {
      files[name] = try String(contentsOf: output.appending(path: name), encoding: .utf8)
    }
    return Outcome(status: protoc.terminationStatus, complaint: text, files: files)
  }

  @Test func `the generator writes the code that decodes its own input, byte for byte`() throws {
    let outcome = try generate(
      existing: ["descriptor.proto"], path: "Sources/protoc-gen-codable", parameters: "access=internal")
    let committed = Self.root.appending(path: "Sources/protoc-gen-codable/Generated/Descriptor.swift")
    #expect(outcome.files == ["Descriptor.swift": try String(contentsOf: committed, encoding: .utf8)])
  }

  static let refusals: [(schema: String, place: String, reason: String)] = [
    ("message M {}", "1:1", "only proto3"),
    ("syntax = \"proto2\";\nmessage M { optional int32 a = 1; }", "1:1", "only proto3"),
    ("syntax = \"proto2\";\nmessage M { optional group G = 1 {} }", "1:1", "only proto3"),
    (
      "syntax = \"proto3\";\nimport \"google/protobuf/any.proto\";\nmessage M {\n  int32 a = 1;\n  google.protobuf.Any b = 2;\n}",
      "5:3", "google.protobuf.Any is not supported"
    ),
    (
      "syntax = \"proto3\";\nimport \"google/protobuf/struct.proto\";\nmessage M {\n  message N {\n    map<string, google.protobuf.Value> b = 2; }\n}",
      "5:5", "google.protobuf.Value is not supported"
    ),
    (
      "syntax = \"proto3\";\nimport \"google/protobuf/descriptor.proto\";\n\nextend google.protobuf.FieldOptions { string a = 50000; }",
      "4:39", "extensions are not supported"
    ),
    (
      "syntax = \"proto3\";\nimport \"google/protobuf/descriptor.proto\";\nmessage M {\n extend google.protobuf.FieldOptions { string a = 50000; } }",
      "4:40", "extensions are not supported"
    ),
    ("syntax = \"proto3\";\nmessage M {}\n\nmessage String {}", "4:1", "String would hide Swift's own"),
    ("syntax = \"proto3\";\nmessage M {\n  enum Int32 { A = 0; } }", "3:3", "Int32 is taken"),
    (
      "syntax = \"proto3\";\nmessage M {\n  enum Kind { A = 0; }\n  oneof kind { int32 a = 1; }\n}", "4:3",
      "Kind is taken"
    ),
  ]

  @Test(arguments: refusals.indices)
  func `a schema that is not supported is refused with its line and column`(_ index: Int) throws {
    let (schema, place, reason) = Self.refusals[index]
    let outcome = try generate(["bad.proto": schema])
    #expect(outcome.status != 0)
    #expect(outcome.files.isEmpty)
    #expect(outcome.complaint.contains("bad.proto:\(place): "), "\(outcome.complaint)")
    #expect(outcome.complaint.contains(reason), "\(outcome.complaint)")
  }

  @Test func `two files that give the same Swift name need a prefix`() throws {
    let first = "syntax = \"proto3\";\npackage a;\nmessage M {}"
    let second = "syntax = \"proto3\";\npackage b;\nmessage M {}"
    let clash = try generate(["a.proto": first, "b.proto": second])
    #expect(clash.complaint.contains("b.proto:3:1: M is declared in a.proto too"), "\(clash.complaint)")
    let prefixed = try generate(["a.proto": first, "b.proto": second + "\noption swift_prefix = \"B\";"])
    #expect(prefixed.status == 0)
    #expect(prefixed.files["B.swift"]?.contains("public struct BM: ProtobufMessage") == true)
  }

  @Test func `client streaming is refused where services are generated, and unknown parameters everywhere`() throws {
    let schema = "syntax = \"proto3\";\nmessage M {}\nservice S {\n  rpc Put(stream M) returns (M);\n}"
    #expect(try generate(["s.proto": schema]).status == 0)
    for content in ["client", "server"] {
      let outcome = try generate(["s.proto": schema], parameters: "content=\(content)")
      #expect(outcome.complaint.contains("s.proto:4:3: client streaming is not supported"), "\(outcome.complaint)")
    }
    for parameters in ["content=all", "visibility=public", "access=open"] {
      #expect(try generate(["s.proto": schema], parameters: parameters).status != 0)
    }
  }

  @Test func `comments of the schema become doc comments`() throws {
    let schema = """
      syntax = "proto3";
      // A ship.
      //
      // With `guns`.
      message Ship {
        // In metres.
        double length = 1;
        int32 guns = 2;  // How many.
        oneof place {
          // At anchor.
          string harbour = 3;
        }
      }
      // What it is for.
      enum Use {
        // Nobody knows.
        USE_UNSPECIFIED = 0;
      }
      """
    let source = try #require(try generate(["ship.proto": schema]).files["Ship.swift"])
    for text in [
      "/// A ship.\n///\n/// With `guns`.\npublic struct Ship", "/// In metres.\n  public var length",
      "/// How many.\n  public var guns", "/// At anchor.\n    case harbour", "/// What it is for.\npublic enum Use",
      "/// Nobody knows.\n  case unspecified",
    ] {
      #expect(source.contains(text), "\(text)")
    }
  }
}
