/// Some methods: all of them (`*`), those of a service (`entente.v1.Query/*`), or one (`entente.v1.Query/Search`).
public struct MethodPattern: Hashable, Sendable {
  private let service: String?
  private let method: String?

  /// - Returns: nil for text of another form.
  public init?(_ text: some StringProtocol) {
    if text == "*" {
      (service, method) = (nil, nil)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !parts[0].contains("*") else { return nil }
    guard parts[1] == "*" || !parts[1].contains("*") else { return nil }
    service = String(parts[0])
    method = parts[1] == "*" ? nil : String(parts[1])
  }

  /// Every method of a service.
  public init(service: String) {
    self.service = service
    method = nil
  }

  func contains(service: String, method: String) -> Bool {
    (self.service ?? service) == service && (self.method ?? method) == method
  }
}
