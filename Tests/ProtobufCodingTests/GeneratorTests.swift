import Foundation
import Testing

/// The plugin, run by protoc as a user runs it.
@Suite struct GeneratorTests {
  private func generate(_ schemas: [String: String], parameters: String = "") throws -> Protoc.Outcome {
    try Protoc.generate(schemas, parameters: parameters)
  }

  @Test func `the generator writes the code that decodes its own input, byte for byte`() throws {
    let source = Protoc.root.appending(path: "Sources/protoc-gen-codable")
    let outcome = try Protoc.withFolder { output in
      try Protoc.generate(["descriptor.proto"], in: source, to: output, parameters: "access=internal")
    }
    let committed = source.appending(path: "Generated/Descriptor.swift")
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
    ("syntax = \"proto3\";\nmessage M {}\n\nmessage m {}", "4:1", "M is also declared in bad.proto"),
    (
      "syntax = \"proto3\";\nmessage M {\n  int32 a_b = 1;\n  oneof aB { int32 c = 2; }\n}", "3:3",
      "aB is the Swift name of another element"
    ),
    ("syntax = \"proto3\";\nmessage M {\n  message N {}\n  enum n { A = 0; }\n}", "4:3", "N is the Swift name"),
    (
      "syntax = \"proto3\";\nenum E {\n  E_E_2D = 0;\n  E_2D = 1;\n}", "4:3",
      "e2d is the Swift name of another value"
    ),
    ("syntax = \"proto3\";\noption swift_prefix = \"a b\";\nmessage M {}", "2:1", "swift_prefix cannot"),
    (
      "syntax = \"proto3\";\nmessage M {\n  int32 a = 1 [json_name = \"\\xff\"];\n}", "3:16",
      "the JSON name is not UTF-8"
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
    #expect(clash.complaint.contains("b.proto:3:1: M is also declared in a.proto"), "\(clash.complaint)")
    let prefixed = try generate(["a.proto": first, "b.proto": second + "\noption swift_prefix = \"B\";"])
    #expect(prefixed.status == 0)
    #expect(prefixed.files["B.swift"]?.contains("public struct BM: ProtobufMessage") == true)
  }

  @Test func `two methods with one Swift name are refused where services are generated`() throws {
    let schema = """
      syntax = "proto3";
      message M {}
      service S {
        rpc Go_On(M) returns (M);
        rpc GoOn(M) returns (M);
      }
      """
    #expect(try generate(["s.proto": schema]).status == 0)
    let outcome = try generate(["s.proto": schema], parameters: "content=server")
    #expect(outcome.complaint.contains("s.proto:5:3: goOn is the Swift name of another method"), "\(outcome.complaint)")
  }

  @Test func `a type of proto2 is refused where a message refers to it`() throws {
    let old = "syntax = \"proto2\";\nmessage Old {}"
    let new = "syntax = \"proto3\";\nimport \"old.proto\";\nmessage New {\n  Old old = 1;\n}"
    let outcome = try Protoc.withFolder { folder in
      try Data(old.utf8).write(to: folder.appending(path: "old.proto"))
      try Data(new.utf8).write(to: folder.appending(path: "new.proto"))
      return try Protoc.generate(
        ["new.proto"], in: folder, to: folder.appending(path: "output"), parameters: "")
    }
    #expect(outcome.complaint.contains("new.proto:4:3: the type Old is not supported"), "\(outcome.complaint)")
  }

  @Test func `files of one name in several folders give Swift files with their folders in front`() throws {
    let schema = { (package: String) in "syntax = \"proto3\";\npackage \(package);\nmessage M\(package) {}" }
    let outcome = try generate([
      "a/ship.proto": schema("a"), "b/c/ship.proto": schema("b"), "b/crew.proto": schema("c"),
    ])
    #expect(outcome.files.keys.sorted() == ["AShip.swift", "BCShip.swift", "Crew.swift"])
    let clash = try generate(["a/ship.proto": schema("a"), "A/ship.proto": schema("b")])
    #expect(clash.complaint.contains("the Swift file AShip.swift would be written for A/ship.proto too"))
  }

  @Test func `the combined layout writes one file for each schema, named after its path`() throws {
    let schemas = [
      "a/ship.proto": "syntax = \"proto3\";\nmessage Ship {}\nservice Harbour { rpc Enter(Ship) returns (Ship); }",
      "ship.proto": "syntax = \"proto3\";\nenum Kind { UNKNOWN = 0; }", "nothing.proto": "syntax = \"proto3\";",
    ]
    let contents = "content=messages,content=server,content=client"
    let outcome = try generate(schemas, parameters: "\(contents),layout=combined,import=Sea,access=package")
    #expect(outcome.files.keys.sorted() == ["a_ship.codable.swift", "nothing.codable.swift", "ship.codable.swift"])
    let ship = try #require(outcome.files["a_ship.codable.swift"])
    for line in [
      "package import ProtobufCoding\npackage import TTRPC\npackage import Sea\n",
      "package struct Ship: ProtobufMessage",
      "package protocol HarbourHandler: Sendable", "package struct HarbourClient: Sendable",
    ] {
      #expect(ship.contains(line), "\(line)")
    }
    #expect(outcome.files["ship.codable.swift"]?.contains("TTRPC") == false)
    #expect(outcome.files["nothing.codable.swift"]?.contains("ProtobufCoding") == false)
  }

  @Test func `a field is not read under a name that another field has in JSON`() throws {
    let schema = """
      syntax = "proto3";
      message M {
        int32 here = 1 [json_name = "there"];
        int32 there = 2 [json_name = "here"];
        int32 else_where = 3;
      }
      """
    let source = try #require(try generate(["m.proto": schema]).files["M.swift"])
    for line in [
      #"json.scalar("there", "there", into: &self.here)"#, #"json.scalar("here", "here", into: &self.there)"#,
      #"json.scalar("elseWhere", "else_where", into: &self.elseWhere)"#,
    ] {
      #expect(source.contains(line), "\(line)")
    }
  }

  @Test func `comments in any encoding stay comments`() throws {
    var schema = Data("syntax = \"proto3\";\r\n// A*/ `b\u{202E}\u{B}struct C {}\r\n// ".utf8)
    schema += [0xE9, 0xFF] + Data(" Latin-1 \u{2028}var d\r\nmessage M {}\r\n".utf8)
    let outcome = try Protoc.generate(["m.proto": schema])
    let source = try #require(outcome.files["M.swift"], "\(outcome.complaint)")
    #expect(
      source.contains(
        "/// A*/ `b\u{FFFD}\n/// struct C {}\n/// \u{FFFD}\u{FFFD} Latin-1 \n/// var d\npublic struct M"), "\(source)")
  }

  @Test func `client streaming is refused where services are generated, and unknown parameters everywhere`() throws {
    let schema = "syntax = \"proto3\";\nmessage M {}\nservice S {\n  rpc Put(stream M) returns (M);\n}"
    #expect(try generate(["s.proto": schema]).status == 0)
    for content in ["client", "server"] {
      let outcome = try generate(["s.proto": schema], parameters: "content=\(content)")
      #expect(outcome.complaint.contains("s.proto:4:3: client streaming is not supported"), "\(outcome.complaint)")
    }
    let unknown = try generate(["s.proto": schema], parameters: "async=S.put")
    #expect(unknown.complaint.contains("async=S.put matches no service or method"), "\(unknown.complaint)")
    for parameters in ["content=all", "layout=flat", "visibility=public", "access=open"] {
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
