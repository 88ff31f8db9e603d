/// One run of the plugin: from what protoc parsed to Swift files.
struct Generation {
  private let request: CodeGeneratorRequest
  private let options: Options
  private let types: TypeRegistry

  init(_ request: CodeGeneratorRequest) throws(Refusal) {
    self.request = request
    options = try Options(request.parameter)
    let generated = options.contents.contains(.messages) ? Set(request.fileToGenerate) : []
    types = TypeRegistry(request.protoFile, generated: generated)
  }

  func files() throws(Refusal) -> [CodeGeneratorResponse.File] {
    let wanted = Set(request.fileToGenerate)
    let files = request.protoFile.filter { wanted.contains($0.name) }
    try refuseUnknownAsynchronous(in: files)
    var names = NameCheck(types, options.contents)
    for file in files {
      try refuseUnsupported(file)
      try names.check(file)
    }
    var output = OutputFiles()
    for file in files {
      if options.layout == .combined {
        output.add(try combined(file), named: OutputFiles.combinedName(file.name), from: file)
      } else {
        try addSeparate(file, to: &output)
      }
    }
    return try output.files()
  }

  /// One Swift file with all that is asked of a .proto, even where that is nothing: build tools count on it.
  private func combined(_ file: FileDescriptor) throws(Refusal) -> SourceText {
    let hasMessages = options.contents.contains(.messages) && !(file.messageType.isEmpty && file.enumType.isEmpty)
    let hasServices = !file.service.isEmpty && options.contents != [.messages]
    let runtime = (hasMessages ? ["ProtobufCoding"] : []) + (hasServices ? ["TTRPC"] : [])
    var source = SourceText(generatedFrom: file.name, imports: imports(after: runtime), options.access)
    if hasMessages { try emitMessages(of: file, into: &source) }
    if hasServices { for service in try services(of: file) { emit(service, into: &source) } }
    return source
  }

  /// A Swift file for the messages of a .proto, and one for each handler and client.
  private func addSeparate(_ file: FileDescriptor, to output: inout OutputFiles) throws(Refusal) {
    if options.contents.contains(.messages), !(file.messageType.isEmpty && file.enumType.isEmpty) {
      var source = SourceText(generatedFrom: file.name, imports: imports(after: ["ProtobufCoding"]), options.access)
      try emitMessages(of: file, into: &source)
      output.add(source, named: OutputFiles.messagesName(file.name), from: file)
    }
    guard options.contents != [.messages] else { return }
    for service in try services(of: file) {
      if options.contents.contains(.server) {
        var source = SourceText(generatedFrom: file.name, imports: options.imports, options.access)
        ServerEmitter(service, options.access).emit(into: &source)
        output.add(source, named: service.handlerName + ".swift", from: file)
      }
      if options.contents.contains(.client) {
        var source = SourceText(generatedFrom: file.name, imports: options.imports, options.access)
        ClientEmitter(service, options.access).emit(into: &source)
        output.add(source, named: service.clientName + ".swift", from: file)
      }
    }
  }

  private func imports(after runtime: [String]) -> [String] {
    runtime + options.imports.filter { !runtime.contains($0) }
  }

  private func emitMessages(of file: FileDescriptor, into source: inout SourceText) throws(Refusal) {
    let origin = Origin(file)
    for (index, enumeration) in file.enumType.enumerated() {
      let name = types.swiftName(file, enumeration.name)
      EnumEmitter(enumeration, name, origin.descend(5, index), options.access, types.top).emit(into: &source)
    }
    for (index, message) in file.messageType.enumerated() {
      let name = types.swiftName(file, message.name)
      try MessageEmitter(
        message, fullName: file.qualified(message.name), name, origin.descend(4, index), options.access, types,
        types.top
      ).emit(into: &source)
    }
  }

  private func emit(_ service: ServicePlan, into source: inout SourceText) {
    if options.contents.contains(.server) { ServerEmitter(service, options.access).emit(into: &source) }
    if options.contents.contains(.client) { ClientEmitter(service, options.access).emit(into: &source) }
  }

  private func services(of file: FileDescriptor) throws(Refusal) -> [ServicePlan] {
    var services: [ServicePlan] = []
    for (index, service) in file.service.enumerated() {
      services.append(
        try ServicePlan(service, file, Origin(file).descend(6, index), types, asynchronous: options.asynchronous))
    }
    return services
  }

  /// A name that is misspelt would leave a handler synchronous without a word.
  private func refuseUnknownAsynchronous(in files: [FileDescriptor]) throws(Refusal) {
    let services = files.flatMap(\.service)
    let methods = services.flatMap { service in service.method.map { "\(service.name).\($0.name)" } }
    let names = services.map(\.name) + methods
    guard let unknown = options.asynchronous.subtracting(names).min() else { return }
    throw Refusal("async=\(unknown) matches no service or method in these files")
  }

  private func refuseUnsupported(_ file: FileDescriptor) throws(Refusal) {
    let origin = Origin(file)
    guard file.syntax == "proto3" else {
      throw origin.descend(12).refusal("only proto3 is supported; begin the file with `syntax = \"proto3\";`")
    }
    if !file.extension.isEmpty { throw origin.descend(7, 0).refusal("extensions are not supported") }
    let prefix = file.options?.swiftPrefix ?? []
    let isName = prefix.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: false
      }
    }
    guard isName else {
      throw origin.descend(8).descend(39).refusal("swift_prefix cannot start a Swift name: use ASCII letters")
    }
  }
}

/// The parameters of the plugin.
struct Options {
  enum Content: String { case messages, server, client }
  /// Separate files for messages, handlers and clients, or one Swift file for each .proto.
  enum Layout: String { case separate, combined }

  var contents: Set<Content> = []
  var imports: [String] = []
  var layout = Layout.separate
  var access = "public"
  /// Services and methods, such as `Feed` and `Feed.Describe`, whose unary handlers are async.
  var asynchronous: Set<String> = []

  init(_ parameter: String) throws(Refusal) {
    for part in parameter.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      switch (pair.first, pair.last) {
      case ("content", let value?):
        guard let content = Content(rawValue: value) else {
          throw Refusal("content must be messages, server or client")
        }
        contents.insert(content)
      case ("import", let value?): imports.append(value)
      case ("async", let value?): asynchronous.insert(value)
      case ("layout", let value?):
        guard let layout = Layout(rawValue: value) else { throw Refusal("layout must be separate or combined") }
        self.layout = layout
      case ("access", "public"), ("access", "package"), ("access", "internal"): access = pair[1]
      default: throw Refusal("unknown parameter \(part); use content=, import=, layout=, async= or access=")
      }
    }
    if contents.isEmpty { contents = [.messages] }
  }
}
