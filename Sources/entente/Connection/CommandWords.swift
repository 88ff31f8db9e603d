import ArgumentParser
import EntenteTextAnalysis

/// Checks the command words before the parser looks at the options, about which it would complain instead.
enum CommandWords {
  /// - Parameter arguments: without the program's name.
  /// - Throws: `ValidationError` if a word names no command.
  static func check(_ arguments: [String], of command: any ParsableCommand.Type) throws {
    let commands = command.configuration.subcommands
    guard !commands.isEmpty, let word = arguments.first else { return }
    let path = command == Entente.self ? "entente" : "entente \(command._commandName)"
    if word == "help" {
      if arguments.dropFirst().first?.hasPrefix("-") == false { try check(Array(arguments.dropFirst()), of: command) }
      return
    }
    if word.hasPrefix("-") {
      guard ["--server", "--snapshot", "--timeout", "--json"].contains(where: word.hasPrefix) else { return }
      throw ValidationError("put \(word) after a command: \(path) \(example(commands)) \(word) …")
    }
    if word == Search._commandName, path == "entente" { try checkQuery(Array(arguments.dropFirst())) }
    if let found = commands.first(where: { $0._commandName == word }) {
      return try check(Array(arguments.dropFirst()), of: found)
    }
    throw ValidationError("unknown command \"\(path) \(word.prefix(60))\"" + advice(word, commands))
  }

  /// A word to leave out, `-exercice`, looks like options where the query is not quoted.
  private static func checkQuery(_ arguments: [String]) throws {
    let words = arguments.prefix { !$0.hasPrefix("--") }
    let isSign = { (word: String) in word.hasPrefix("-") && !word.hasPrefix("-l") && word.count > 2 }
    guard words.contains(where: isSign) else { return }
    throw ValidationError("quote a query that contains -: entente search \(shellQuoted(words.joined(separator: " ")))")
  }

  private static func example(_ commands: [any ParsableCommand.Type]) -> String {
    commands.contains { $0 == Goals.self } ? Goals._commandName : commands[0]._commandName
  }

  private static func advice(_ word: String, _ commands: [any ParsableCommand.Type]) -> String {
    let names = commands.map { $0._commandName }
    let near = names.first { $0.hasPrefix(word) || word.hasPrefix($0) } ?? nearest(word, names)
    return near.map { "; did you mean \"\($0)\"?" } ?? "; the commands are \(names.joined(separator: ", "))"
  }

  private static func nearest(_ word: String, _ names: [String]) -> String? {
    for edits in 1...2 {
      let near = names.first { $0.count > edits + 1 && EditDistance.isWithin(edits, Array(word.utf8), Array($0.utf8)) }
      if let near { return near }
    }
    return nil
  }
}
