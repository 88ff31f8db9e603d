import Foundation

/// The desktop that the program runs on, if there is one.
enum Desktop {
  /// Opens an address in the browser; does nothing without a desktop, or where the output goes to another program.
  static func open(_ address: String) {
    guard isatty(STDOUT_FILENO) == 1, environment("DISPLAY") != nil || environment("WAYLAND_DISPLAY") != nil else {
      return
    }
    let opener = Process()
    opener.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    opener.arguments = ["xdg-open", address]
    opener.standardOutput = FileHandle.nullDevice
    opener.standardError = FileHandle.nullDevice
    // The address has been printed: who has no xdg-open can still follow it.
    try? opener.run()
  }
}
