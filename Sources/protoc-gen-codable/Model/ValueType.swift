/// The type of a single value: how it is spelt in Swift, read, measured and written.
enum ValueType {
  case scalar(ScalarType, swift: String)
  case enumeration(swift: String)
  case message(swift: String)

  static func scalar(_ type: ScalarType, in scope: Scope) -> Self {
    let name = scope.standard(type.element)
    return .scalar(type, swift: type == .byteString ? "[\(name)]" : name)
  }

  var swift: String {
    switch self {
    case .scalar(_, let swift), .enumeration(let swift), .message(let swift): swift
    }
  }

  /// The method of ProtobufReader, ProtobufWriter and ProtobufSize.
  var method: String {
    switch self {
    case .scalar(let type, _): type.rawValue
    case .enumeration: "enumeration"
    case .message: "message"
    }
  }

  var wireType: UInt32 {
    switch self {
    case .scalar(let type, _): type.wireType
    case .enumeration: 0
    case .message: 2
    }
  }

  var isPackable: Bool { wireType != 2 }

  /// The encoded size of the smallest value, in bytes.
  var minimumSize: Int {
    switch wireType {
    case 1: 8
    case 5: 4
    default: 1
    }
  }

  var defaultLiteral: String {
    switch self {
    case .scalar(.string, _): "\"\""
    case .scalar(.byteString, _): "[]"
    case .scalar(.bool, _): "false"
    case .scalar: "0"
    case .enumeration(let swift): "\(swift)(rawValue: 0)"
    case .message(let swift): "\(swift)()"
    }
  }

  /// A condition that `name` is not at its default.
  func isSet(_ name: String) -> String {
    switch self {
    case .scalar(.string, _), .scalar(.byteString, _): "!\(name).isEmpty"
    case .scalar(.bool, _): name
    case .scalar(.float, _), .scalar(.double, _): "\(name).bitPattern != 0"
    case .scalar: "\(name) != 0"
    case .enumeration: "\(name).rawValue != 0"
    case .message: "true"
    }
  }
}

/// The scalar types of protobuf, named after the methods that code them.
enum ScalarType: String {
  case double, float, int64, uint64, int32, fixed64, fixed32, bool, string, byteString, uint32, sfixed32, sfixed64,
    sint32, sint64

  init?(_ kind: FieldDescriptor.Kind) {
    switch kind {
    case .double: self = .double
    case .float: self = .float
    case .int64: self = .int64
    case .uint64: self = .uint64
    case .int32: self = .int32
    case .fixed64: self = .fixed64
    case .fixed32: self = .fixed32
    case .bool: self = .bool
    case .string: self = .string
    case .bytes: self = .byteString
    case .uint32: self = .uint32
    case .sfixed32: self = .sfixed32
    case .sfixed64: self = .sfixed64
    case .sint32: self = .sint32
    case .sint64: self = .sint64
    default: return nil
    }
  }

  /// The name of the type in Swift's standard library; for bytes, of their elements.
  var element: String {
    switch self {
    case .double: "Double"
    case .float: "Float"
    case .int64, .sfixed64, .sint64: "Int64"
    case .uint64, .fixed64: "UInt64"
    case .int32, .sfixed32, .sint32: "Int32"
    case .uint32, .fixed32: "UInt32"
    case .bool: "Bool"
    case .string: "String"
    case .byteString: "UInt8"
    }
  }

  var wireType: UInt32 {
    switch self {
    case .double, .fixed64, .sfixed64: 1
    case .float, .fixed32, .sfixed32: 5
    case .string, .byteString: 2
    default: 0
    }
  }
}
