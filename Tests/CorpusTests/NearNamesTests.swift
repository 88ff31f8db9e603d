import EntenteSchema
import Testing

@testable import EntenteCorpus

@Suite struct NearNamesTests {
  private func near(_ typed: String, _ names: String...) -> [String] {
    var near = NearNames(to: typed)
    for name in names { near.offer(name) }
    return near.best
  }

  @Test(arguments: [
    ("cyberdefence", "cyberdefense"), ("Dupnot", "Marie Dupont"), ("marie dupond", "Marie Dupont"),
    ("genève", "Geneve"), ("surete maritme", "surete-maritime"), ("Wellingtn", "Wellington"), ("cyb", "cyberdefense"),
  ]) func `a slip of the hand, another spelling or a beginning is near`(typed: String, name: String) {
    #expect(near(typed, "Autre chose", name) == [name])
  }

  @Test(arguments: ["zz", "", "Dupont-Durand-Martin", "Mxyzptlk", "ari"])
  func `what differs by more than a slip is not near`(typed: String) {
    #expect(near(typed, "Marie Dupont", "Wellington").isEmpty)
  }

  @Test func `the nearest come first, then the heaviest, three at the most and each once`() {
    var near = NearNames(to: "dupont")
    near.offer("Dumont", weight: 1)
    near.offer("Dupont", weight: 1)
    near.offer("Dupond", weight: 9)
    near.offer("Dupond", weight: 9)
    near.offer("Dupon", weight: 4)
    #expect(near.best == ["Dupont", "Dupond", "Dupon"])
    let unknown = UnknownName(.entity(.person), "dupont", suggestions: near.best)
    #expect(
      unknown.description == "no person in the corpus is called \"dupont\"; did you mean Dupont, Dupond or Dupon?")
  }

  @Test func `a name may be near by an acronym, and is given in full`() {
    var near = NearNames(to: "ONUU")
    near.offer("Organisation des Nations unies", forms: ["Organisation des Nations unies", "ONU"])
    #expect(near.best == ["Organisation des Nations unies"])
  }
}
