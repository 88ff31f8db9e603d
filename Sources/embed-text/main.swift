// usage: embed-text OUTPUT.swift FILE...
// Writes one Swift file that holds each FILE as a string constant named after it in lowerCamelCase:
// `stop-words.txt` becomes `EmbeddedText.stopWords`. A raw string literal compiles a hundred times faster
// than the array of bytes that SwiftPM's own `.embedInCode` writes.
import Foundation

func constantName(_ file: URL) -> String {
  let words = file.deletingPathExtension().lastPathComponent.split { !$0.isLetter && !$0.isNumber }
  return words.enumerated().map { $0 == 0 ? $1.lowercased() : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
}

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  FileHandle.standardError.write(Data("usage: embed-text OUTPUT.swift FILE...\n".utf8))
  exit(64)
}
var source = "enum EmbeddedText {\n"
for path in arguments.dropFirst() {
  let file = URL(fileURLWithPath: path)
  let text = try String(contentsOf: file, encoding: .utf8)
  source += "  static let \(constantName(file)) = ###\"\"\"\n\(text)\n\"\"\"###\n"
}
source += "}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
