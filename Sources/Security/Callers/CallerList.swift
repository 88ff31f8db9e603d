internal import Crypto

// The file of those who may call:
//
//     file        = *( line LF )
//     line        = name WSP credential [ WSP methods ]  /  "#" comment  /  nothing
//     credential  = "sha256:" 64HEXDIG      of the token, which the file does not hold
//                 / "certificate"           name is the one that the caller's certificate proves
//     methods     = pattern *( "," pattern )                     all of them where none are given
//     pattern     = "*"  /  service "/*"  /  service "/" method
//
// A name may stand on several lines, as it does while its token is being changed.

/// Who may call which methods.
///
/// ```
/// # name   token or certificate                                                      methods
/// analyst  sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  entente.v1.Query/*
/// replica  certificate                                                              entente.v1.Feed/*
/// ```
public struct CallerList: Sendable {
  struct Caller: Hashable, Sendable {
    let name: String
    let methods: [MethodPattern]

    func mayCall(service: String, method: String) -> Bool {
      methods.isEmpty || methods.contains { $0.contains(service: service, method: method) }
    }
  }

  private static let limit = 1_024

  private var hashes: [SHA256Digest] = []
  /// In the order of the hashes.
  private var holders: [Caller] = []
  private var certified: [String: [Caller]] = [:]

  /// How many lines grant something.
  public private(set) var count = 0

  public init(path: String) throws(SecurityError) {
    try self.init(SmallFile.bytes(of: path), path: path)
  }

  /// - Parameter path: for errors, which name the line and say nothing of what it holds.
  init(_ bytes: [UInt8], path: String) throws(SecurityError) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in zip(1..., lines) {
      let text = String(decoding: line, as: UTF8.self)
      let columns = text.split { $0.isWhitespace }
      guard let first = columns.first, !first.hasPrefix("#") else { continue }
      guard count < Self.limit else {
        throw SecurityError(path: path, "line \(number): there are more than \(Self.limit) callers")
      }
      do throws(SecurityError) {
        try add(columns)
      } catch {
        throw SecurityError(path: path, "line \(number): \(error.reason)")
      }
    }
    guard count > 0 else { throw SecurityError(path: path, "it names nobody, so nobody could call") }
  }

  private mutating func add(_ columns: [Substring]) throws(SecurityError) {
    guard (2...3).contains(columns.count) else {
      throw SecurityError(path: "", "a line is NAME sha256:HEX|certificate [METHODS], with spaces between")
    }
    let patterns = columns.count == 3 ? columns[2].split(separator: ",").map { MethodPattern($0) } : []
    let methods = patterns.compactMap(\.self)
    guard methods.count == patterns.count, columns.count == 2 || !methods.isEmpty else {
      throw SecurityError(path: "", "methods are *, SERVICE/* or SERVICE/METHOD, with commas between")
    }
    let caller = Caller(name: String(columns[0].prefix(256)), methods: methods)
    if columns[1] == "certificate" {
      certified[caller.name, default: []].append(caller)
    } else if columns[1].hasPrefix("sha256:"), let digest = SHA256Digest(hex: columns[1].dropFirst(7)) {
      hashes.append(digest)
      holders.append(caller)
    } else {
      throw SecurityError(path: "", "the second column is sha256: and 64 hexadecimal digits, or the word certificate")
    }
    count += 1
  }

  /// The lines of whoever holds a token.
  func holders(of token: some StringProtocol) -> [Caller] {
    let digest = SHA256Digest(of: Array(token.utf8))
    var found: [Caller] = []
    // Every hash is compared to its end: how long it takes tells nothing of them.
    for (hash, holder) in zip(hashes, holders) where hash.equals(digest) { found.append(holder) }
    return found
  }

  /// The lines of whoever has proved a name by a certificate.
  func certified(_ identity: String) -> [Caller] { certified[identity] ?? [] }
}

/// The SHA-256 of a token, in words that are compared in constant time.
struct SHA256Digest: Sendable {
  private let words: InlineArray<4, UInt64>

  init(of bytes: [UInt8]) {
    self.init(Array(SHA256.hash(data: bytes)))
  }

  /// - Returns: nil for anything but 64 hexadecimal digits.
  init?(hex: some StringProtocol) {
    let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 64, hex.utf8.count == 64 else { return nil }
    self.init(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
  }

  private init(_ bytes: [UInt8]) {
    words = InlineArray { word in
      bytes[(word * 8)..<(word * 8 + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  func equals(_ other: SHA256Digest) -> Bool {
    var difference: UInt64 = 0
    for index in words.indices { difference |= words[index] ^ other.words[index] }
    return difference == 0
  }
}
