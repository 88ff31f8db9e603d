import ProtobufCoding

// Random messages of every_field.proto: each field is set or not, and holds anything that its type allows.

extension RandomSource {
  mutating func colour() -> Colour {
    once(in: 3)
      ? Colour(rawValue: integer()) : [.red, .green, .vert, .infrared, .last].randomElement(using: &self) ?? .red
  }

  mutating func leaf() -> Leaf { Leaf(name: string(), number: integer()) }

  mutating func timestamp() -> ProtobufTimestamp {
    ProtobufTimestamp(
      seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &self), nanos: Int32(nanos()))
  }

  mutating func duration() -> ProtobufDuration {
    let sign: Int64 = once(in: 2) ? -1 : 1
    let seconds = once(in: 3) ? 0 : Int64.random(in: 0..<315_576_000_000, using: &self)
    return ProtobufDuration(seconds: sign * seconds, nanos: Int32(sign * nanos()))
  }

  /// Whole seconds, milli-, micro- or nanoseconds: each has a form of its own in JSON.
  private mutating func nanos() -> Int64 {
    let unit: Int64 = [1_000_000_000, 1_000_000, 1000, 1].randomElement(using: &self) ?? 1
    return Int64.random(in: 0..<1_000_000_000 / unit, using: &self) * unit
  }

  mutating func everyField() -> EveryField {
    EveryField(
      singular: once(in: 2) ? singular() : nil, optional: once(in: 2) ? optional() : nil,
      repeated: once(in: 3) ? repeated() : nil, maps: once(in: 3) ? maps() : nil,
      choice: once(in: 2) ? choice(depth: 3) : nil, tree: once(in: 3) ? tree(depth: 3) : nil,
      outer: once(in: 4) ? outer() : nil, awkward: once(in: 4) ? awkward(depth: 2) : nil,
      shuffled: once(in: 6) ? Shuffled(third: string(), first: string(), second: string()) : nil,
      nothing: once(in: 6) ? Nothing() : nil, hidden: once(in: 4) ? hidden(depth: 2) : nil,
      oddJSONNames: once(in: 4) ? oddJSONNames() : nil, empty: once(in: 6) ? ProtobufEmpty() : nil)
  }

  mutating func singular() -> Singular {
    var message = Singular(
      doubleField: double(), floatField: float(), int32Field: integer(), int64Field: integer(), uint32Field: integer(),
      uint64Field: integer(), sint32Field: integer(), sint64Field: integer(), fixed32Field: integer(),
      fixed64Field: integer(), sfixed32Field: integer(), sfixed64Field: integer(), boolField: once(in: 2),
      stringField: string(), bytesField: bytes(), enumField: colour())
    message.messageField = maybe { $0.leaf() }
    message.timestampField = maybe { $0.timestamp() }
    message.durationField = maybe { $0.duration() }
    message.twoByteTag = integer()
    message.threeByteTag = integer()
    message.lastTag = string()
    return message
  }

  mutating func optional() -> Optional {
    var message = Optional()
    message.doubleField = maybe { $0.double() }
    message.floatField = maybe { $0.float() }
    message.int32Field = maybe { $0.integer() }
    message.int64Field = maybe { $0.integer() }
    message.uint32Field = maybe { $0.integer() }
    message.uint64Field = maybe { $0.integer() }
    message.sint32Field = maybe { $0.integer() }
    message.sint64Field = maybe { $0.integer() }
    message.fixed32Field = maybe { $0.integer() }
    message.fixed64Field = maybe { $0.integer() }
    message.sfixed32Field = maybe { $0.integer() }
    message.sfixed64Field = maybe { $0.integer() }
    message.boolField = maybe { $0.once(in: 2) }
    message.stringField = maybe { $0.string() }
    message.bytesField = maybe { $0.bytes() }
    message.enumField = maybe { $0.colour() }
    message.messageField = maybe { $0.leaf() }
    return message
  }

  mutating func repeated() -> Repeated {
    var message = Repeated()
    message.doubleField = array { $0.double() }
    message.floatField = array { $0.float() }
    message.int32Field = array { $0.integer() }
    message.int64Field = array { $0.integer() }
    message.uint32Field = array { $0.integer() }
    message.uint64Field = array { $0.integer() }
    message.sint32Field = array { $0.integer() }
    message.sint64Field = array { $0.integer() }
    message.fixed32Field = array { $0.integer() }
    message.fixed64Field = array { $0.integer() }
    message.sfixed32Field = array { $0.integer() }
    message.sfixed64Field = array { $0.integer() }
    message.boolField = array { $0.once(in: 2) }
    message.stringField = array(upTo: 3) { $0.string() }
    message.bytesField = array(upTo: 3) { $0.bytes() }
    message.enumField = array { $0.colour() }
    message.messageField = array(upTo: 2) { $0.leaf() }
    message.timestampField = array(upTo: 2) { $0.timestamp() }
    message.durationField = array(upTo: 2) { $0.duration() }
    message.looseInt32 = array { $0.integer() }
    message.looseFixed64 = array { $0.integer() }
    message.looseEnum = array { $0.colour() }
    return message
  }

  mutating func maps() -> Maps {
    var message = Maps()
    message.int32Double = map({ $0.integer() }, { $0.double() })
    message.int64Float = map({ $0.integer() }, { $0.float() })
    message.uint32Int32 = map({ $0.integer() }, { $0.integer() })
    message.uint64Int64 = map({ $0.integer() }, { $0.integer() })
    message.sint32Sint32 = map({ $0.integer() }, { $0.integer() })
    message.sint64Sint64 = map({ $0.integer() }, { $0.integer() })
    message.fixed32Fixed32 = map({ $0.integer() }, { $0.integer() })
    message.fixed64Fixed64 = map({ $0.integer() }, { $0.integer() })
    message.sfixed32Sfixed32 = map({ $0.integer() }, { $0.integer() })
    message.sfixed64Sfixed64 = map({ $0.integer() }, { $0.integer() })
    message.boolBool = map({ $0.once(in: 2) }, { $0.once(in: 2) })
    message.stringString = map({ $0.string() }, { $0.string() })
    message.stringBytes = map({ $0.string() }, { $0.bytes() })
    message.stringEnum = map({ $0.string() }, { $0.colour() })
    message.stringMessage = map({ $0.string() }, { $0.leaf() })
    message.stringTimestamp = map({ $0.string() }, { $0.timestamp() })
    message.int32Duration = map({ $0.integer() }, { $0.duration() })
    return message
  }

  mutating func choice(depth: Int) -> Choice {
    let value: Choice.ChosenValueOneof? =
      switch Int.random(in: 0..<13, using: &self) {
      case 0: .int32Case(integer())
      case 1: .doubleCase(double())
      case 2: .boolCase(once(in: 2))
      case 3: .stringCase(string())
      case 4: .bytesCase(bytes())
      case 5: .enumCase(colour())
      case 6: .messageCase(leaf())
      case 7: .choiceCase(depth > 0 ? choice(depth: depth - 1) : Choice())
      case 8: .timestampCase(timestamp())
      case 9: .durationCase(duration())
      case 10: .sint64Case(integer())
      case 11: .fixed64Case(integer())
      default: nil
      }
    return Choice(
      before: string(), chosenValue: value, after: string(),
      other: maybe { $0.once(in: 2) ? .left($0.string()) : .right("") })
  }

  mutating func tree(depth: Int) -> Tree {
    guard depth > 0 else { return Tree(name: string()) }
    var tree = Tree(name: string())
    tree.left = maybe { $0.tree(depth: depth - 1) }
    tree.right = maybe { $0.tree(depth: depth - 1) }
    if once(in: 3) { tree.children = array(upTo: 1) { $0.tree(depth: 0) } }
    if once(in: 3) { tree.byName = map({ $0.string() }, { $0.tree(depth: depth - 1) }) }
    if once(in: 3) { tree.cycle = Cycle(depth: integer(), tree: maybe { $0.tree(depth: depth - 1) }) }
    return tree
  }

  mutating func outer() -> Outer {
    Outer(
      middle: maybe { Outer.Middle(inner: $0.maybe { $0.inner() }) }, inners: array(upTo: 3) { $0.inner() })
  }

  private mutating func inner() -> Outer.Middle.Inner {
    Outer.Middle.Inner(kind: .init(rawValue: Int32.random(in: 0...3, using: &self)), kinds: array { _ in .odd })
  }

  mutating func awkward(depth: Int) -> AwkwardNames {
    AwkwardNames(
      default: string(), in: string(), class: string(), self_: string(), init_: string(), size: integer(),
      tag: integer(),
      value: string(), reader: array(upTo: 2) { $0.string() }, writer: array { $0.integer() }, encoder: string(),
      decoder: string(), json: maybe { $0.string() }, key: string(), count: array { $0.integer() },
      type: .init(rawValue: Int32.random(in: -1...7, using: &self)), fields: map({ $0.string() }, { $0.integer() }),
      protobufSize_: once(in: 2), protobufName_: once(in: 2), hashValue_: integer(), iso2: string(),
      page2Token: string(),
      switch: depth > 0 ? (once(in: 2) ? .case(string()) : .func(awkward(depth: depth - 1))) : nil,
      return: maybe { $0.leaf() }, _3d: string(), _1: string(), __: string(), protobuf_: bytes(),
      allOrNothing: maybe { $0.once(in: 2) ? .some($0.string()) : .none($0.string()) })
  }

  mutating func hidden(depth: Int) -> Hidden {
    var message = Hidden(
      int: maybe { Hidden.Int(value: $0.integer()) }, swift: maybe { Hidden.Swift_(text: $0.string()) },
      reader: maybe { random in Hidden.ProtobufReader(packed: random.array { $0.integer() }) },
      colour: once(in: 2) ? .black : .unspecified, otherColour: colour(),
      leaf: maybe { $0.once(in: 2) ? .leafCase($0.leaf()) : .numberCase($0.integer()) })
    guard depth > 0 else { return message }
    message.string = maybe { random in
      Hidden.String(
        hidden: random.maybe { $0.hidden(depth: depth - 1) }, colour: random.colour(),
        map: random.map({ $0.string() }, { $0.bytes() }))
    }
    message.hidden = maybe { random in
      Hidden.Hidden(
        top: random.maybe { $0.leaf() }, own: random.maybe { Hidden.Hidden.Leaf(bool: $0.once(in: 2)) },
        outer: random.maybe { $0.hidden(depth: depth - 1) })
    }
    return message
  }

  mutating func oddJSONNames() -> OddJSONNames {
    OddJSONNames(
      quote: string(), backslash: string(), control: string(), interpolation: string(), accent: string(),
      choice: maybe { $0.once(in: 2) ? .choiceQuote($0.string()) : .choiceHash($0.string()) })
  }
}
