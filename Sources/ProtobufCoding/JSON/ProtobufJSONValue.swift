// The canonical JSON mapping of proto3: https://protobuf.dev/programming-guides/json/

/// A scalar with its own form in proto3 JSON.
public protocol ProtobufJSONValue: Sendable {
  init(json decoder: any Decoder) throws
  func encodeJSON(to encoder: any Encoder) throws
  /// Whether the value is the default, which is omitted from JSON if the field has no explicit presence.
  var isProtobufDefault: Bool { get }
}

/// A scalar that can be a map key; in JSON, every key is a string.
public protocol ProtobufJSONMapKey: ProtobufJSONValue, Hashable, LosslessStringConvertible {}

extension Bool: ProtobufJSONMapKey {
  public init(json decoder: any Decoder) throws { self = try decoder.singleValueContainer().decode(Bool.self) }
  public func encodeJSON(to encoder: any Encoder) throws { try encode(to: encoder) }
  public var isProtobufDefault: Bool { !self }
}

extension String: ProtobufJSONMapKey {
  public init(json decoder: any Decoder) throws { self = try decoder.singleValueContainer().decode(String.self) }
  public func encodeJSON(to encoder: any Encoder) throws { try encode(to: encoder) }
  public var isProtobufDefault: Bool { isEmpty }
}

/// Whether a string is a number in JSON syntax; Swift also accepts `+1` and `0x1p3`.
private func isJSONNumber(_ text: String) -> Bool {
  let isDigit = { (byte: UInt8?) in byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false }
  let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
  return isDigit(digits.first) && isDigit(digits.last) && digits.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) }
}

// Integers: 32 bits as numbers, 64 bits as strings; either form is read, and so is a number written as 1.0 or 1e3.

extension FixedWidthInteger where Self: Decodable {
  fileprivate init(jsonInteger decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Self.self) {
      self = value
      return
    }
    if let text = try? container.decode(String.self) {
      if isJSONNumber(text), let value = Self(text) ?? Double(text).flatMap(Self.init(exactly:)) {
        self = value
        return
      }
    } else if let value = Self(exactly: try container.decode(Double.self)) {
      self = value
      return
    }
    throw DecodingError.dataCorruptedError(
      in: container, debugDescription: "not an integer from \(Self.min) to \(Self.max)")
  }
}

extension Int32: ProtobufJSONMapKey {
  public init(json decoder: any Decoder) throws { try self.init(jsonInteger: decoder) }
  public func encodeJSON(to encoder: any Encoder) throws { try encode(to: encoder) }
  public var isProtobufDefault: Bool { self == 0 }
}

extension UInt32: ProtobufJSONMapKey {
  public init(json decoder: any Decoder) throws { try self.init(jsonInteger: decoder) }
  public func encodeJSON(to encoder: any Encoder) throws { try encode(to: encoder) }
  public var isProtobufDefault: Bool { self == 0 }
}

extension Int64: ProtobufJSONMapKey {
  public init(json decoder: any Decoder) throws { try self.init(jsonInteger: decoder) }
  public func encodeJSON(to encoder: any Encoder) throws { try String(self).encode(to: encoder) }
  public var isProtobufDefault: Bool { self == 0 }
}

extension UInt64: ProtobufJSONMapKey {
  public init(json decoder: any Decoder) throws { try self.init(jsonInteger: decoder) }
  public func encodeJSON(to encoder: any Encoder) throws { try String(self).encode(to: encoder) }
  public var isProtobufDefault: Bool { self == 0 }
}

// Floating point: numbers, and the strings NaN, Infinity and -Infinity; a number in a string is read too.

extension BinaryFloatingPoint where Self: Codable & LosslessStringConvertible {
  fileprivate init(jsonNumber decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let text = try? container.decode(String.self) else {
      self = try container.decode(Self.self)
      return
    }
    switch text {
    case "NaN": self = .nan
    case "Infinity": self = .infinity
    case "-Infinity": self = -.infinity
    default:
      guard isJSONNumber(text), let value = Self(text), value.isFinite else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a number: \(text)")
      }
      self = value
    }
  }

  fileprivate func encodeJSONNumber(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if isNaN {
      try container.encode("NaN")
    } else if isInfinite {
      try container.encode(self < 0 ? "-Infinity" : "Infinity")
    } else {
      try container.encode(self)
    }
  }
}

extension Float: ProtobufJSONValue {
  public init(json decoder: any Decoder) throws { try self.init(jsonNumber: decoder) }
  public func encodeJSON(to encoder: any Encoder) throws { try encodeJSONNumber(to: encoder) }
  // Negative zero is not the default.
  public var isProtobufDefault: Bool { bitPattern == 0 }
}

extension Double: ProtobufJSONValue {
  public init(json decoder: any Decoder) throws { try self.init(jsonNumber: decoder) }
  public func encodeJSON(to encoder: any Encoder) throws { try encodeJSONNumber(to: encoder) }
  // Negative zero is not the default.
  public var isProtobufDefault: Bool { bitPattern == 0 }
}

/// A field of type `bytes`: base64 in JSON.
extension [UInt8]: ProtobufJSONValue {
  public init(json decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let bytes = Base64.decode(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not base64")
    }
    self = bytes
  }

  public func encodeJSON(to encoder: any Encoder) throws { try Base64.encode(self).encode(to: encoder) }
  public var isProtobufDefault: Bool { isEmpty }
}
