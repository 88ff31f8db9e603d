/// One run of the plugin: from what protoc parsed to Swift files.
struct Generation {
  private let request: CodeGeneratorRequest
  private let options: Options
  private let types: TypeRegistry

  init(_ request: CodeGeneratorRequest) throws(Refusal) {
    self.request = request
    options = try Options(request.parameter)
    types = try TypeRegistry(request.protoFile)
  }

  func files() throws(Refusal) -> [CodeGeneratorResponse.File] {
    var files: [CodeGeneratorResponse.File] = []
    var names = NameCheck(types)
    for file in request.protoFile where request.fileToGenerate.contains(file.name) {
      try refuseUnsupported(file)
      try names.check(file)
      if options.contents.contains(.messages) { files += try messages(of: file) }
      if options.contents.contains(.server) {
        files += try services(of: file, "Handler") { ServerEmitter($0, options.access).emit(into: &$1) }
      }
      if options.contents.contains(.client) {
        files += try services(of: file, "Client") { ClientEmitter($0, options.access).emit(into: &$1) }
      }
    }
    return files
  }

  private func messages(of file: FileDescriptor) throws(Refusal) -> [CodeGeneratorResponse.File] {
    guard !file.messageType.isEmpty || !file.enumType.isEmpty else { return [] }
    var source = SourceText(generatedFrom: file.name, imports: ["ProtobufCoding"] + options.imports, options.access)
    let origin = Origin(file)
    for (index, enumeration) in file.enumType.enumerated() {
      let name = types.swiftName(file, enumeration.name)
      EnumEmitter(enumeration, name, origin.descend(5, index), options.access).emit(into: &source)
    }
    for (index, message) in file.messageType.enumerated() {
      let name = types.swiftName(file, message.name)
      try MessageEmitter(
        message, fullName: file.qualified(message.name), name, origin.descend(4, index), options.access, types
      ).emit(into: &source)
    }
    let base = file.name.split(separator: "/").last?.dropLast(".proto".count) ?? ""
    return [CodeGeneratorResponse.File(name: upperCamel(String(base)) + ".swift", content: source.text)]
  }

  private func services(
    of file: FileDescriptor, _ suffix: String,
    _ emit: (ServicePlan, inout SourceText) -> Void
  ) throws(Refusal) -> [CodeGeneratorResponse.File] {
    var files: [CodeGeneratorResponse.File] = []
    for (index, service) in file.service.enumerated() {
      var source = SourceText(generatedFrom: file.name, imports: options.imports, options.access)
      emit(
        try ServicePlan(service, file, Origin(file).descend(6, index), types, asynchronous: options.asynchronous),
        &source)
      files.append(CodeGeneratorResponse.File(name: "\(service.name)\(suffix).swift", content: source.text))
    }
    return files
  }

  private func refuseUnsupported(_ file: FileDescriptor) throws(Refusal) {
    let origin = Origin(file)
    guard file.syntax == "proto3" else {
      throw origin.descend(12).refusal("only proto3 is supported; begin the file with `syntax = \"proto3\";`")
    }
    if !file.extension.isEmpty { throw origin.descend(7, 0).refusal("extensions are not supported") }
  }
}

/// The parameters of the plugin.
struct Options {
  enum Content: String { case messages, server, client }

  var contents: Set<Content> = []
  var imports: [String] = []
  var access = "public"
  /// Services and methods, such as `Feed` and `Feed.Describe`, whose unary handlers are async.
  var asynchronous: Set<String> = []

  init(_ parameter: String) throws(Refusal) {
    for part in parameter.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      switch (pair.first, pair.last) {
      case ("content", let value?):
        guard let content = Content(rawValue: value) else { throw Refusal("content is messages, server or client") }
        contents.insert(content)
      case ("import", let value?): imports.append(value)
      case ("async", let value?): asynchronous.insert(value)
      case ("access", "public"), ("access", "internal"): access = pair[1]
      default: throw Refusal("unknown parameter \(part); use content=, import=, async= or access=")
      }
    }
    if contents.isEmpty { contents = [.messages] }
  }
}
