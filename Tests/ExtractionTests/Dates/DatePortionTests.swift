import EntenteSchema
import Testing

@testable import EntenteExtraction

@Suite struct DatePortionTests {
  private func first(_ sentence: String) throws -> PartialDate {
    let input = DocumentInput(id: "a", text: sentence, title: "Titre", date: "2024-06-05")
    return try #require(Extractor().read(input).dates.first)
  }

  @Test(arguments: [
    ("Il était là début mars.", "début mars", DatePortion.early), ("À la mi-juillet, il part.", "mi-juillet", .middle),
    ("Attendu fin 2024.", "fin 2024", .late),
    ("Au milieu de l'année 2023, il est parti.", "milieu de l'année 2023", .middle),
    ("À la fin de l'année dernière, il est parti.", "fin de l'année dernière", .late),
    ("En début de semaine prochaine, il part.", "début de semaine prochaine", .early),
    ("Il était là en mars 2023.", "mars 2023", .unspecified),
    ("Il était là le 3 mars 2023.", "3 mars 2023", .unspecified),
  ])
  func `the part of a period that is meant is kept beside the whole`(
    _ sentence: String, _ words: String, _ portion: DatePortion
  ) throws {
    let date = try first(sentence)
    #expect(date.source?.text == words)
    #expect(date.portion == portion)
    #expect(!date.start.isEmpty)
  }

  @Test(arguments: [
    ("Le jeudi 6 juin à 14h30, il parle.", "14:30"), ("Le 6 juin 2024 à 9 h 05, il parle.", "09:05"),
    ("Jeudi à 20 heures, le match débute.", "20:00"), ("Le 6 juin vers midi, il parle.", "12:00"),
    ("Reçu : 2024-07-12T14:30:05+02:00, à Paris.", "14:30:05"), ("Hier soir, vers 20h, il parlait.", "20:00"),
    ("Le 6 juin, 25 heures plus tard, il parle.", ""), ("Le 6 juin à Paris, il parle.", ""),
    ("Le 6 juin, 14 hommes sont partis.", ""), ("En juin 2024 à 14h30, il parle.", ""),
  ])
  func `the time of day is kept where one is printed with a day`(_ sentence: String, _ time: String) throws {
    #expect(try first(sentence).time == time)
  }
}
