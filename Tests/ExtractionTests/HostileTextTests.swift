internal import EntenteSchema
internal import Testing

@testable internal import EntenteExtraction

/// Texts in which words and marks stand where no sentence has them. They come from fuzzing.
@Suite struct HostileTextTests {
  @Test(arguments: [
    #"–a dit"Paraná""#, #""24\#n\#n– félicite  adoptés  chers il""#, ". –parlé«égal»", "-,parlé «.”",
    "»(Copiapó  Bedford,",
    #".Nov"guinéenne""#, "«Bucarest  MIMAROPA  Marek \n•unités”", #"’’et du\#n\#n  •elle communicationsle""#,
    "—a dit«Korolyov”",
    "Commission des affaires étrangères\nMercredi Général Holm : « Le froid »\nPropos recueillis à Oslo par Anna Berg, le 9 octobre 2024",
    "Vu à Oslo : Ryosuke Hanada, un chercheur",
  ])
  func `no text ends the process, and what is found stands where it is said to stand`(text: String) throws {
    let found = Extractor().read(DocumentInput(id: "d", text: text))
    let bytes = Array(text.utf8)
    for source in found.quotations.flatMap({ [$0.source, $0.attribution] }).compactMap({ $0 }) {
      let span = try #require(source.span)
      let range = Int(span.offset)..<Int(span.offset) + Int(span.length)
      #expect(bytes[range].elementsEqual(source.text.utf8))
    }
  }
}
