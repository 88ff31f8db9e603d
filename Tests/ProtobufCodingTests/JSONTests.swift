import Foundation
import ProtobufCoding
import Testing

/// The canonical JSON mapping of proto3: what is written, and what else is read.
@Suite struct JSONTests {
  private func json(_ message: some ProtobufMessage) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(message), as: UTF8.self)
  }

  private func read<Message: ProtobufMessage>(_ type: Message.Type = Message.self, _ text: String) throws -> Message {
    try JSONDecoder().decode(Message.self, from: Data(text.utf8))
  }

  @Test func `names are lowerCamelCase, and defaults are left out`() throws {
    #expect(try json(Singular()) == "{}")
    #expect(try json(Singular(int32Field: 1, twoByteTag: 2)) == #"{"int32Field":1,"twoByteTag":2}"#)
    #expect(
      try json(AwkwardNames(self_: "a", size: 1, page2Token: "b")) == #"{"page2Token":"b","self":"a","size":"1"}"#)
    #expect(try json(Optional(int32Field: 0, stringField: "")) == #"{"int32Field":0,"stringField":""}"#)
    #expect(try json(Choice(chosenValue: .boolCase(false))) == #"{"boolCase":false}"#)
    #expect(try json(EveryField(nothing: Nothing())) == #"{"nothing":{}}"#)
  }

  @Test func `names of the schema are read too, unknown names are passed over, and null is the default`() throws {
    #expect(try read(Singular.self, #"{"two_byte_tag": 2, "nobodyKnows": [{}]}"#) == Singular(twoByteTag: 2))
    #expect(try read(Singular.self, #"{"int32Field": null, "messageField": null, "enumField": null}"#) == Singular())
    #expect(try read(Repeated.self, #"{"int32Field": null}"#) == Repeated())
    #expect(try read(Maps.self, #"{"stringString": null}"#) == Maps())
    #expect(try read(Choice.self, #"{"int32Case": null, "boolCase": true}"#).chosenValue == .boolCase(true))
    #expect(throws: DecodingError.self) { try read(Repeated.self, #"{"int32Field": [1, null]}"#) }
    #expect(throws: DecodingError.self) { try read(Maps.self, #"{"stringString": {"a": null}}"#) }
  }

  @Test func `a JSON name is taken as it is, whatever it holds`() throws {
    let message = OddJSONNames(
      quote: "1", backslash: "2", control: "3", interpolation: "4", accent: "5", choice: .choiceQuote("6"))
    let written = try JSONEncoder().encode(message)
    let keys = try #require(try JSONSerialization.jsonObject(with: written) as? [String: String])
    #expect(
      keys == [
        "a\"b": "1", "a\\b": "2", "a\n\t\r\u{1}b": "3", #"\(fatalError())"#: "4", "é日\u{202E}": "5", "\"\"\"": "6",
      ])
    #expect(try JSONDecoder().decode(OddJSONNames.self, from: written) == message)
  }

  @Test func `64-bit integers are strings, 32-bit ones are numbers, and either form is read`() throws {
    let large = Singular(int32Field: .min, int64Field: .min, uint32Field: .max, uint64Field: .max)
    #expect(
      try json(large)
        == #"{"int32Field":-2147483648,"int64Field":"-9223372036854775808","uint32Field":4294967295,"#
        + #""uint64Field":"18446744073709551615"}"#)
    #expect(
      try read(Singular.self, #"{"int64Field": 9007199254740993, "int32Field": "-7"}"#).int64Field
        == 9_007_199_254_740_993)
    #expect(try read(Singular.self, #"{"uint64Field": 18446744073709551615}"#).uint64Field == .max)
    #expect(try read(Singular.self, #"{"int32Field": "-7"}"#).int32Field == -7)
  }

  @Test(arguments: ["1e3", "1000.0", "1.0e3", "\"1e3\"", "\"1000\"", "\"1000.0\""])
  func `an integer may be written with a fraction or an exponent`(_ number: String) throws {
    #expect(try read(Singular.self, #"{"int32Field": \#(number)}"#).int32Field == 1000)
    #expect(try read(Singular.self, #"{"uint64Field": \#(number)}"#).uint64Field == 1000)
  }

  @Test(arguments: [
    "2147483648", "-2147483649", "1.5", "\"1.5\"", "\"\"", "\" 1\"", "\"1 \"", "\"+1\"", "\"0x1\"", "\"a\"", "true",
    "[]", "{}", "1e100",
    "\"NaN\"", "\"Infinity\"", "\"inf\"",
  ])
  func `what is not an integer of the type is refused`(_ value: String) {
    #expect(throws: DecodingError.self) { try read(Singular.self, #"{"int32Field": \#(value)}"#) }
  }

  @Test func `an unsigned integer is not negative`() {
    #expect(throws: DecodingError.self) { try read(Singular.self, #"{"uint32Field": -1}"#) }
    #expect(throws: DecodingError.self) { try read(Singular.self, #"{"uint64Field": "-1"}"#) }
    #expect(throws: DecodingError.self) { try read(Singular.self, #"{"uint64Field": 18446744073709551616}"#) }
  }

  @Test func `numbers that JSON lacks are strings`() throws {
    #expect(
      try json(Singular(doubleField: .infinity, floatField: -.infinity))
        == #"{"doubleField":"Infinity","floatField":"-Infinity"}"#)
    #expect(try json(Singular(doubleField: .nan)) == #"{"doubleField":"NaN"}"#)
    #expect(try read(Singular.self, #"{"doubleField": "NaN"}"#).doubleField.isNaN)
    #expect(try read(Singular.self, #"{"floatField": "-Infinity"}"#).floatField == -.infinity)
    #expect(try read(Singular.self, #"{"doubleField": "1.5e2"}"#).doubleField == 150)
    #expect(try read(Singular.self, #"{"doubleField": 3}"#).doubleField == 3)
    #expect(try read(Singular.self, #"{"doubleField": -0.0}"#).doubleField.sign == .minus)
    #expect(try read(Singular.self, #"{"doubleField": -0}"#).doubleField.sign == .minus)
    #expect(try read(Singular.self, #"{"floatField": 3.4028235e38}"#).floatField == .greatestFiniteMagnitude)
  }

  @Test(arguments: [
    "\"nan\"", "\"inf\"", "\"infinity\"", "\"0x1p3\"", "\" 1\"", "\"\"", "\"+1\"", "1e39", "-1e39", "true",
  ])
  func `what is not a float is refused`(_ value: String) {
    #expect(throws: DecodingError.self) { try read(Singular.self, #"{"floatField": \#(value)}"#) }
  }

  @Test func `a bool is true or false and nothing else`() throws {
    #expect(try read(Singular.self, #"{"boolField": true}"#).boolField)
    for value in ["1", "\"true\"", "0"] {
      #expect(throws: DecodingError.self) { try read(Singular.self, #"{"boolField": \#(value)}"#) }
    }
  }

  @Test func `bytes are base64, read in both alphabets, with padding or without`() throws {
    #expect(try json(Singular(bytesField: [0xFB, 0xFF, 0xBF, 0])) == #"{"bytesField":"+/+/AA=="}"#)
    for text in ["+/+/AA==", "-_-_AA==", "+/+/AA", "-_-_AA"] {
      #expect(try read(Singular.self, #"{"bytesField": "\#(text)"}"#).bytesField == [0xFB, 0xFF, 0xBF, 0])
    }
    for text in ["a", "====", "a===", "ab=", "ab cd", "ab\\ncd", "é", "AA=A"] {
      #expect(throws: DecodingError.self) { try read(Singular.self, #"{"bytesField": "\#(text)"}"#) }
    }
  }

  @Test func `enums are names, numbers where there is no name, and read as either`() throws {
    #expect(try json(Singular(enumField: .vert)) == #"{"enumField":"COLOUR_GREEN"}"#)
    #expect(try json(Singular(enumField: .unrecognized(77))) == #"{"enumField":77}"#)
    #expect(try read(Singular.self, #"{"enumField": "COLOUR_VERT"}"#).enumField == .green)
    #expect(try read(Singular.self, #"{"enumField": 2}"#).enumField == .green)
    #expect(try read(Singular.self, #"{"enumField": -5}"#).enumField == .unrecognized(-5))
    for value in ["\"GREEN\"", "\"COLOUR_MAUVE\"", "1.5", "\"\""] {
      #expect(throws: DecodingError.self) { try read(Singular.self, #"{"enumField": \#(value)}"#) }
    }
  }

  @Test func `keys of maps are strings`() throws {
    let maps = Maps(uint32Int32: [7: -1], uint64Int64: [.max: .min], boolBool: [true: false])
    let text =
      #"{"boolBool":{"true":false},"uint32Int32":{"7":-1},"uint64Int64":{"18446744073709551615":"-9223372036854775808"}}"#
    #expect(try json(maps) == text)
    #expect(try read(Maps.self, text) == maps)
    for text in [
      #"{"uint32Int32": {"-1": 1}}"#, #"{"boolBool": {"1": true}}"#, #"{"uint32Int32": {"a": 1}}"#,
      #"{"uint32Int32": []}"#,
    ] {
      #expect(throws: DecodingError.self) { try read(Maps.self, text) }
    }
  }

  @Test func `only one field of a oneof may be given`() {
    #expect(throws: DecodingError.self) { try read(Choice.self, #"{"int32Case": 1, "boolCase": true}"#) }
  }

  @Test(
    arguments: [
      ("0001-01-01T00:00:00Z", -62_135_596_800, 0), ("1969-12-31T23:59:59.500Z", -1, 500_000_000),
      ("1970-01-01T00:00:00Z", 0, 0), ("2000-02-29T12:00:00.000001Z", 951_825_600, 1000),
      ("2023-11-15T08:30:00.250Z", 1_700_037_000, 250_000_000),
      ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
    ] as [(String, Int64, Int32)])
  func `a timestamp is an RFC 3339 time in UTC`(_ text: String, _ seconds: Int64, _ nanos: Int32) throws {
    let message = Singular(timestampField: ProtobufTimestamp(seconds: seconds, nanos: nanos))
    #expect(try json(message) == #"{"timestampField":"\#(text)"}"#)
    #expect(try read(Singular.self, #"{"timestampField":"\#(text)"}"#) == message)
  }

  @Test func `a timestamp may have an offset and any number of digits up to nine`() throws {
    let shifted = try read(Maps.self, #"{"stringTimestamp": {"a": "1970-01-01T01:00:00+01:00"}}"#)
    #expect(shifted.stringTimestamp == ["a": ProtobufTimestamp()])
    let fraction = try read(Singular.self, #"{"timestampField": "1969-12-31T19:30:00.5-04:30"}"#)
    #expect(fraction.timestampField == ProtobufTimestamp(nanos: 500_000_000))
  }

  @Test(arguments: [
    "", "1970-01-01", "1970-01-01T00:00:00", "1970-01-01 00:00:00Z", "1970-02-30T00:00:00Z", "1970-01-01T24:00:00Z",
    "1970-01-01T00:60:00Z", "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "1970-01-01T00:00:00.Z",
    "1970-01-01T00:00:00.1234567890Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "1970-13-01T00:00:00Z",
    "1970-01-01T00:00:00ZZ", "1970-1-1T00:00:00Z", "1970-00-01T00:00:00Z", "1970-01-00T00:00:00Z",
    "1900-02-29T00:00:00Z",
  ])
  func `what is not a time from 0001 to 9999 is refused`(_ text: String) {
    #expect(throws: DecodingError.self) { try read(Singular.self, #"{"timestampField": "\#(text)"}"#) }
  }

  @Test(
    arguments: [
      ("0s", 0, 0), ("1.500s", 1, 500_000_000), ("-0.000001s", 0, -1000), ("-1.000000001s", -1, -1),
      ("315576000000s", 315_576_000_000, 0), ("-315576000000s", -315_576_000_000, 0),
    ] as [(String, Int64, Int32)])
  func `a duration is a number of seconds`(_ text: String, _ seconds: Int64, _ nanos: Int32) throws {
    let message = Singular(durationField: ProtobufDuration(seconds: seconds, nanos: nanos))
    #expect(try json(message) == #"{"durationField":"\#(text)"}"#)
    #expect(try read(Singular.self, #"{"durationField":"\#(text)"}"#) == message)
  }

  @Test(arguments: [
    "", "s", "1", "1 s", "1.s", ".5s", "--1s", "+1s", "1e3s", "315576000001s", "-315576000001s",
    "315576000000.000000001s",
    "1.1234567890s", "99999999999999999999s",
  ])
  func `what is not a duration is refused`(_ text: String) {
    #expect(throws: DecodingError.self) { try read(Singular.self, #"{"durationField": "\#(text)"}"#) }
  }

  @Test func `times that JSON has no form for are not encoded`() {
    for timestamp in [
      ProtobufTimestamp(seconds: .min), ProtobufTimestamp(seconds: .max), ProtobufTimestamp(nanos: -1),
      ProtobufTimestamp(nanos: 1_000_000_000),
    ] {
      #expect(throws: EncodingError.self) { try json(Singular(timestampField: timestamp)) }
    }
    for duration in [
      ProtobufDuration(seconds: .min, nanos: .min), ProtobufDuration(seconds: 315_576_000_001),
      ProtobufDuration(seconds: 1, nanos: -1),
      ProtobufDuration(seconds: 315_576_000_000, nanos: 1),
    ] {
      #expect(throws: EncodingError.self) { try json(Singular(durationField: duration)) }
    }
  }

  @Test func `JSON nested far deeper than a message may be is an error, not a crash`() throws {
    let nested = { (depth: Int) in
      String(repeating: #"{"left":"#, count: depth) + "{}" + String(repeating: "}", count: depth)
    }
    let deep = try read(Tree.self, nested(100))
    #expect(deep.protobufBytes().count > 200)
    #expect(throws: (any Error).self) { try read(Tree.self, nested(100_000)) }
  }

  @Test func `JSON is read through any Codable coder`() throws {
    let message = Singular(int64Field: 5, bytesField: [1, 2], enumField: .red, messageField: Leaf(name: "é"))
    let plist = try PropertyListEncoder().encode(message)
    #expect(try PropertyListDecoder().decode(Singular.self, from: plist) == message)
  }
}
