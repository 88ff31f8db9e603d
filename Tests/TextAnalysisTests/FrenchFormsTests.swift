import EntenteTextAnalysis
import Testing

@Suite struct FrenchFormsTests {
  private func term(_ word: String) -> String {
    LanguageProfile.french.queryWord(word).parts.first.map { String(decoding: $0.term, as: UTF8.self) } ?? ""
  }

  @Test(arguments: [
    "japonais japonaise japonaises", "finlandais finlandaise", "suédois suédoise suédoises",
    "heureux heureuse heureuses", "dangereux dangereuse",
    "chercheur chercheuse chercheurs", "premier première premiers premières", "étranger étrangère étrangers",
    "policier policière", "léger légère",
    "acteur actrice acteurs actrices", "directeur directrice", "lecteur lectrice", "opérateur opératrice",
    "nouveau nouvel nouvelle nouveaux",
    "beau bel belle", "vieux vieil vieille", "grec grecque grecs", "turc turque", "public publique publics publiques",
    "long longue longs",
    "blanc blanche", "sec sèche", "noyau noyaux", "tuyau tuyaux", "travail travaux", "bail baux", "vitrail vitraux",
    "œil yeux", "ciel cieux",
    "national nationale nationaux nationales", "égal égale égaux", "actif active actifs actives", "offensif offensive",
    "européen européenne",
    "américain américaine", "italien italienne", "net nette", "gros grosse", "épais épaisse", "bas basse",
    "divers diverse", "précis précise",
    "bijou bijoux", "neveu neveux", "château châteaux", "complet complète", "secret secrète", "frais fraîche",
    "doux douce", "faux fausse",
  ])
  func `number and gender meet`(forms: String) {
    #expect(Set(forms.split(separator: " ").map { term(String($0)) }).count == 1, "\(forms)")
  }

  @Test(arguments: [
    "rencontrer rencontre rencontrent rencontré rencontrée rencontrait rencontraient rencontra rencontrera rencontreront rencontrerait rencontrant rencontrèrent",
    "signer signe signent signé signait signa signera", "voter vote votent voté votait voteront",
    "tenir tient tiennent tenu tenait tiendra tint tenant", "soutenir soutient soutenu soutiendra soutenait soutien",
    "prendre prend prennent pris prise prenait prendra prit", "comprendre compris comprend comprenait",
    "mettre met mettent mis mettait",
    "permettre permet permis permettra", "venir vient viennent venu viendra vint", "devenir devient devenu deviendra",
    "recevoir reçoit reçoivent reçu recevra", "produire produit produisent produira",
    "construire construit construite construisait",
    "craindre craint craignent", "rejoindre rejoint rejoindra", "défendre défend défendu défendait",
    "répondre répond répondit répondu",
    "connaître connaît connu connaissent", "ouvrir ouvre ouvert ouverte ouvrira", "offrir offre offert offrait",
    "finir finit finissent fini finira", "réussir réussit réussi réussissent", "établir établit établissait établie",
    "agir agit agissent",
    "affirmer affirme affirment affirmé affirmait", "écrire écrit écrivait écrira", "suivre suit suivi suivra",
    "conclure conclu conclut conclura", "acquérir acquis acquise acquiert", "dire dit disait dira",
    "aller va vont ira allait",
  ])
  func `forms of a verb meet`(forms: String) {
    #expect(Set(forms.split(separator: " ").map { term(String($0)) }).count == 1, "\(forms)")
  }

  @Test(arguments: [
    "port porte", "point pointe", "vent vente", "pont ponte", "fin faim", "retrait retraite", "crise cri",
    "partie part parti",
    "prix prise", "paix paie", "voix voie", "choix chou", "mois moi", "fois foi", "document docu", "moment mom",
    "président présider",
    "présent presse", "parent parer", "important importer", "enfant enfer", "armée arme", "armée armer", "banque banc",
    "marque marc",
    "police polir", "revenu revenir", "entreprise entreprendre", "direct directeur", "opéra opérer", "villa ville",
    "Paris pari", "Tours tour",
    "cours cour", "trait traiter", "flotte flot", "reine rein", "ministère ministre", "sens sensation", "habit habiter",
    "commandant commande",
    "étrange étranger", "fonds fond", "règlement règle", "lieutenant lieu", "instant instar", "content contenir",
  ])
  func `words that only look alike stay apart`(words: String) {
    let words = words.split(separator: " ").map(String.init)
    #expect(Set(words.map(term)).count == words.count, "\(words) \(words.map(term))")
  }

  @Test func `another language has other rules`() {
    #expect(
      LanguageProfile.neutral.queryWord("les nations").parts.map(\.term) == [Array("les".utf8), Array("nations".utf8)])
    #expect(LanguageProfile.neutral.equivalents.forms(of: "NATO").isEmpty)
    #expect(LanguageProfile(named: LanguageProfile.french.name) == .french)
    #expect(LanguageProfile(named: LanguageProfile.neutral.name) == .neutral)
    #expect(LanguageProfile(named: "fr-1") == nil)
  }
}
