import EntenteSchema
import Testing

@testable import EntenteExtraction

/// Sentences of our own with the day of their text, and what they state: a day, a range, `?` for what is left open.
@Suite struct DateSentenceTests {
  private static let years: [(String?, String, [String])] = [
    ("2024-06-05", "Le 31 mars 1854, le Japon et les États-Unis ont signé la convention de Kanagawa.", ["1854-03-31"]),
    ("2024-06-05", "Il fut signé en mars 1856 à Paris.", ["1856-03-01..1856-03-31"]),
    ("2024-06-05", "Le château fut pris le 5 décembre 1391.", ["1391-12-05"]),
    ("2024-06-05", "L'ère Meiji (1868-1912) a ouvert le pays.", ["1868-01-01..1912-12-31"]),
    ("2024-06-05", "Sous l'ère Edo (1603-1868), le pays s'est fermé.", ["1603-01-01..1868-12-31"]),
    ("2024-06-05", "Il est né le 31 octobre 74 à Oslo.", ["1974-10-31"]),
    (nil, "Il est né le 31 octobre 74 à Oslo.", ["?"]),
    ("2024-06-05", "Le texte date d'août 99.", ["1999-08-01..1999-08-31"]),
    (nil, "Le texte date d'août 99.", ["?"]),
    ("2025-04-23", "La séance s'est tenue lundi 21/04/25 à Paris.", ["2025-04-21"]),
    (nil, "La séance s'est tenue lundi 21/04/25 à Paris.", ["2025-04-21"]),
    (nil, "La séance s'est tenue le 21/04/25 à Paris.", ["?"]),
    ("2024-06-05", "César fut tué le 15 mars 44 av. J.-C. à Rome.", ["?"]),
    ("2024-06-05", "Charlemagne fut couronné le 25 décembre 800 à Rome.", ["0800-12-25"]),
    ("2024-06-05", "Le 12 mai 40 soldats ont débarqué à Kobe.", ["2024-05-12"]),
    ("2024-06-05", "Le 12 mai 1500 soldats ont débarqué à Kobe.", ["2024-05-12"]),
    ("2024-06-05", "Le 12 mai 30 % des inscrits ont voté.", ["2024-05-12"]),
    ("2024-06-05", "Depuis 1854, les deux pays commercent.", ["1854-01-01..1854-12-31"]),
    ("2024-06-05", "La guerre de 1870 a tout changé.", []),
    ("2024-06-05", "Un groupe de 1500 hommes est parti.", []),
    ("2024-06-05", "Le navire jauge 1350 tonnes et mesure 1200 mètres.", []),
    ("2024-06-05", "Un prix de 1200 à 1500 euros.", []),
    ("2024-06-05", "Entre 1500 et 1800 participants sont venus.", []),
    ("2024-06-05", "En mai 68, les étudiants ont défilé.", ["1968-05-01..1968-05-31"]),
    ("2024-06-05", "En août 14, la guerre a éclaté.", ["?"]),
    ("2024-06-05", "Le traité du 8 septembre 1951 reste en vigueur.", ["1951-09-08"]),
    ("2024-06-05", "Le plan 2023-24 est prêt.", ["2023-01-01..2024-12-31"]),
    ("2024-06-05", "Facture de 2024-05 en attente.", ["2024-05-01..2024-05-31"]),
    ("2024-06-05", "Entre 1904 et 1905, les deux pays se firent la guerre.", ["1904-01-01..1905-12-31"]),
    ("2024-06-05", "La résolution 1325 a été adoptée.", []),
    ("2024-06-05", "Le vol AF 1234 du 12 mai 2150 n'existe pas.", ["2150-05-12"]),
    ("2024-06-05", "Le roi mourut en l'an 496.", ["0496-01-01..0496-12-31"]),
    ("2024-06-05", "Il reçoit par an 496 lettres.", []),
    ("2024-06-05", "Le chantier a fini en février de cette année.", ["2024-02-01..2024-02-29"]),
    ("2024-06-05", "Le chantier finit en octobre de cette année.", ["2024-10-01..2024-10-31"]),
    ("2024-06-05", "Le 3 mars 1878 fut signé le traité de San Stefano.", ["1878-03-03"]),
  ]

  @Test(arguments: years)
  func `years outside the present are kept, and short ones are read by the day of the text or left open`(
    _ day: String?, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let groups: [(String?, String, [String])] = [
    (
      "2024-06-05", "Elle plaidera de lundi à mardi, et reviendra le lundi suivant.",
      ["2024-06-10..2024-06-11", "2024-06-17"]
    ),
    ("2024-06-05", "Il viendra dans la première semaine de septembre.", ["2024-09-01..2024-09-07"]),
    ("2024-06-05", "Il est venu la dernière semaine de mars.", ["2024-03-25..2024-03-31"]),
    ("2024-06-05", "Les habits du dimanche sont prêts.", []),
    ("2024-06-05", "Il a joué le même jour que les autres.", []),
    ("2024-06-05", "Elle veille la nuit.", []),
    ("2024-06-05", "Rien n'arrivera d'ici Noël.", ["2024-12-25"]),
    ("2024-06-05", "Le ministre déclarait pourtant ici même, le 9 décembre : « Bien. »", ["2023-12-09"]),
    ("2024-06-05", "Le gouvernement a affermi le 3 la politique de défense.", ["2024-06-03"]),
    ("2024-06-05", "Kyodo Tsushin 2024年12月9日 21:03", ["2024-12-09"]),
    ("2024-06-05", "Le quartier de la Belle-de-Mai attend.", []),
  ]

  @Test(arguments: groups)
  func `a week of a month is its seven days, and what only looks like a day is none`(
    _ day: String?, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let tenses: [(String?, String, [String])] = [
    (
      "2017-03-19", "Le contrat date du 7 décembre 2016. Le ministère a réglé le 20 février.",
      ["2016-12-07", "2017-02-20"]
    ),
    ("2017-03-19", "L'élection est fixée au 24 avril.", ["2017-04-24"]),
    ("2017-03-19", "Les scrutins, fixés au 24 avril, auront lieu partout.", ["2017-04-24"]),
    ("2023-06-01", "L'élection est fixée au 24 avril.", ["2024-04-24"]),
    ("2023-10-20", "Le navire va plonger le 15 septembre.", ["2024-09-15"]),
    ("2024-06-20", "Avant le sommet du 9 juillet, les ministres ont préparé un texte.", ["2024-07-09"]),
    ("2024-12-01", "Il s'était rendu à Oslo le 12 janvier.", ["2024-01-12"]),
    ("2023-12-15", "Le texte est entré en vigueur le 1er janvier.", ["2023-01-01"]),
    ("2023-09-10", "Le forum s'est tenu en octobre.", ["2022-10-01..2022-10-31"]),
    ("2024-06-05", "Le Conseil se réunit jeudi à Bruxelles.", ["2024-06-06"]),
    ("2024-06-05", "Le ministre part mercredi pour Tokyo.", ["2024-06-05"]),
    ("2024-06-05", "Le ministre part jeudi pour Tokyo.", ["2024-06-06"]),
    ("2024-06-05", "La délégation arrive vendredi à Séoul.", ["2024-06-07"]),
    ("2024-06-05", "Ils ont pris part mardi à la réunion.", ["2024-06-04"]),
    ("2024-06-05", "Ils se verront mardi de la semaine prochaine.", ["2024-06-11"]),
    ("2024-06-05", "Ils se verront lundi en huit.", ["2024-06-17"]),
    ("2024-06-05", "Le scrutin a eu lieu le premier mardi de mars.", ["2024-03-05"]),
    ("2024-06-05", "Le scrutin aura lieu le premier lundi d'octobre 2024.", ["2024-10-07"]),
    ("2024-06-05", "Le festival s'est tenu le dernier vendredi d'août.", ["2023-08-25"]),
    ("2024-06-05", "La rencontre s'est tenue de mardi à jeudi.", ["2024-05-28..2024-05-30"]),
    ("2024-06-05", "La rencontre se tiendra de mardi à jeudi.", ["2024-06-11..2024-06-13"]),
    ("2024-06-05", "Le salon, du vendredi 14 au mardi 18, attend du monde.", ["2024-06-14..2024-06-18"]),
    ("2024-10-08", "Le salon aura lieu du vendredi 11 au mardi 15.", ["2024-10-11..2024-10-15"]),
    ("2024-06-05", "Le guichet est ouvert du lundi au vendredi.", ["?"]),
    ("2024-06-05", "Il était venu à la fin de l'année dernière.", ["2023-01-01..2023-12-31"]),
    ("2024-06-05", "Il était venu à la fin du mois dernier.", ["2024-05-01..2024-05-31"]),
    ("2024-06-05", "Ce sera prêt en fin d'année prochaine.", ["2025-01-01..2025-12-31"]),
    ("2024-12-05", "L'exercice s'est déroulé entre le 3 et le 15 novembre.", ["2024-11-03..2024-11-15"]),
    ("2024-12-05", "L'enquête couvre juin-août 2023.", ["2023-06-01..2023-08-31"]),
    ("2024-12-05", "Il fut élu en juin de l'année 2012.", ["2012-06-01..2012-06-30"]),
    ("2024-06-05", "Il est parti deux jours après le 31 mai.", ["2024-06-02"]),
    ("2024-07-20", "Au lendemain du sommet du 9 juillet, il est rentré.", ["2024-07-10", "2024-07-09"]),
    ("2024-07-20", "À la veille du 14 juillet, la ville a fêté.", ["2024-07-13"]),
    ("2024-12-05", "Les 3 et 15 novembre, ils ont voté.", ["2024-11-03", "2024-11-15"]),
    ("2024-06-05", "Mercredi 12 juin, il recevra la presse.", ["2024-06-12"]),
    ("2024-06-05", "Le préfet a annoncé mardi la fermeture du pont le 12 août.", ["2024-06-04", "2024-08-12"]),
    ("2024-11-20", "Le gouvernement a annoncé une visite en janvier.", ["2025-01-01..2025-01-31"]),
    ("2024-12-20", "Le président a été élu le 14 janvier.", ["2024-01-14"]),
    ("2024-12-20", "Le président a été invité à Oslo le 14 janvier.", ["2025-01-14"]),
    ("2024-12-20", "La loi sera votée le 14 janvier.", ["2025-01-14"]),
    ("2024-12-20", "Le 14 janvier, les députés avaient adopté le texte.", ["2024-01-14"]),
    ("2024-12-20", "Le 14 janvier, les députés adopteront le texte.", ["2025-01-14"]),
    ("2024-12-20", "Le vote, reporté au 14 janvier, inquiète la majorité.", ["2025-01-14"]),
    ("2024-12-20", "La grève du 14 janvier a été suivie.", ["2025-01-14"]),
    ("2024-03-10", "Le pont avait été fermé en novembre, avant de rouvrir.", ["2023-11-01..2023-11-30"]),
    ("2024-03-10", "Les travaux reprendront en novembre.", ["2024-11-01..2024-11-30"]),
    ("2024-03-10", "Ils arrivèrent à Kobe le 20 avril.", ["2023-04-20"]),
    ("2024-03-10", "Ils se rendront à Kobe le 20 février.", ["2025-02-20"]),
    ("2024-03-10", "Le maire a dit lundi que l'école ouvrirait mardi.", ["2024-03-04", "2024-03-12"]),
    (
      "2024-03-10", "Le 24 février 2022, la Russie a envahi l'Ukraine. Le 4 mars, elle a pris la centrale.",
      ["2022-02-24", "2022-03-04"]
    ),
    ("2024-03-10", "Ils ont convenu de se revoir le 2 avril.", ["2024-04-02"]),
    ("2024-03-10", "La mesure, applicable à compter du 1er avril, a été publiée.", ["2024-04-01"]),
    ("2024-03-10", "La session s'ouvre le 2 avril et se termine le 5 juin.", ["2024-04-02", "2024-06-05"]),
    ("2024-03-10", "Interrogé jeudi soir, il a démenti.", ["2024-03-07"]),
    ("2024-03-10", "Lors de la réunion de mardi, ils ont voté.", ["2024-03-05"]),
    ("2024-03-10", "Avant la réunion de mardi, ils ont tout préparé.", ["2024-03-12"]),
    ("2024-03-10", "Le conseil municipal du 4 avril doit trancher.", ["2024-04-04"]),
  ]

  @Test(arguments: tenses)
  func `the clause tells on which side of the day of the text a date lies`(
    _ day: String?, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let forms: [(String?, String, [String])] = [
    ("2024-06-05", "Il est venu il y a trois semaines.", ["2024-05-13..2024-05-19"]),
    ("2024-06-05", "Il viendra dans deux semaines.", ["2024-06-17..2024-06-23"]),
    ("2024-06-05", "Au cours de ces cinq dernières années, tout a changé.", ["2019-01-01..2024-12-31"]),
    ("2024-06-05", "Les trois prochains mois seront rudes.", ["2024-06-01..2024-09-30"]),
    ("2024-06-05", "Les ventes ont reculé ce trimestre.", ["2024-04-01..2024-06-30"]),
    ("2024-06-05", "Les ventes ont reculé au T3 2024.", ["2024-07-01..2024-09-30"]),
    ("2024-06-05", "Au S1 2025, la flotte partira.", ["2025-01-01..2025-06-30"]),
    ("2024-06-05", "Dans les années 70, la base était fermée.", ["1970-01-01..1979-12-31"]),
    ("2024-06-05", "Dans les années 1860, le port s'est ouvert.", ["1860-01-01..1869-12-31"]),
    ("2024-06-05", "Dans les années 20, le port s'est ouvert.", ["?"]),
    ("2024-06-05", "Dans les années soixante, le port s'est ouvert.", ["1960-01-01..1969-12-31"]),
    ("2024-06-05", "Les défis du XXIe siècle sont là.", ["2001-01-01..2100-12-31"]),
    ("2024-06-05", "Au 19e siècle, le pays s'est ouvert.", ["1801-01-01..1900-12-31"]),
    ("2024-06-05", "Au IIe siècle av. J.-C., la ville fut prise.", ["?"]),
    ("2024-06-05", "Il reviendra demain.", ["2024-06-06"]),
    ("2024-06-05", "Il est venu le premier mars.", ["2024-03-01"]),
    ("2024-06-05", "Il reviendra le 20 du mois prochain.", ["2024-07-20"]),
    ("2024-06-05", "Il est venu le 20 du mois dernier.", ["2024-05-20"]),
    ("2024-06-05", "Publié le 14 juill. 2023 à Paris.", ["2023-07-14"]),
    ("2024-06-05", "Il est venu le quinze août 2023.", ["2023-08-15"]),
    ("2024-06-05", "Il est venu le vingt et un mars 2023.", ["2023-03-21"]),
    ("2024-06-05", "Horodatage : 2024-07-12T14:30:00Z, à Paris.", ["2024-07-12"]),
    ("2024-06-05", "Vu le 12/07/23 à Paris.", ["2023-07-12"]),
    ("2024-06-05", "Ils étaient venus à Noël.", ["2023-12-25"]),
    ("2024-06-05", "Ils reviendront à la Toussaint.", ["2024-11-01"]),
    ("2024-06-05", "Ils s'étaient vus à Pâques 2018.", ["2018-04-01"]),
    ("2024-06-05", "Noël Dupont vit sur l'île de Pâques.", []),
    ("2024-06-05", "Ils reviendront à la mi-juillet.", ["2024-07-01..2024-07-31"]),
    ("2024-06-05", "Le rapport est attendu fin 2024.", ["2024-01-01..2024-12-31"]),
    ("2024-06-05", "Il était là début mars.", ["2024-03-01..2024-03-31"]),
    ("2024-06-05", "La séance du jeudi 6 juin à 14h30 est ouverte.", ["2024-06-06"]),
    ("2024-06-05", "Jeudi 20 heures, le match débute.", ["2024-06-06"]),
    ("2024-06-05", "Le jour de l'Ascension 2024, tout était fermé.", ["2024-05-09"]),
    ("2024-06-05", "La semaine du 10 juin sera chargée.", ["2024-06-10..2024-06-16"]),
    ("2024-06-05", "Il y a quinze jours, il était à Rome.", ["2024-05-21..2024-05-22"]),
    ("2024-06-05", "Au siècle dernier, tout était simple.", ["1901-01-01..2000-12-31"]),
    ("2024-06-05", "D'ici deux mois, tout sera prêt.", ["2024-08-01..2024-08-31"]),
    ("2024-06-05", "Il a lu 12/07/23/45 sur le panneau et le ratio 3/4.", []),
    ("2024-06-05", "Un mètre cinquante-deux, deux mai ou trois juin de plus.", []),
  ]

  @Test(arguments: forms)
  func `the forms of news, calendars and clocks are read`(_ day: String?, _ sentence: String, _ expected: [String]) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let styles: [(String?, String, [String])] = [
    ("2024-10-14", "L'armée a mené lundi des manœuvres autour de l'île, a indiqué le ministère.", ["2024-10-14"]),
    ("2024-10-14", "Les manœuvres débuteront le 3 novembre et dureront dix jours.", ["2024-11-03"]),
    ("2024-10-14", "M. Sato avait pris ses fonctions le 1er octobre.", ["2024-10-01"]),
    ("2024-10-14", "Le scrutin législatif du 27 octobre s'annonce serré.", ["2024-10-27"]),
    ("2024-10-14", "Il avait été élu à la tête du parti le 27 septembre.", ["2024-09-27"]),
    ("2024-01-05", "Le séisme du 1er janvier a fait plus de cent morts.", ["2024-01-01"]),
    ("2024-01-05", "Le sommet s'est tenu le 15 décembre à Tokyo.", ["2023-12-15"]),
    ("2024-01-05", "La session ordinaire s'ouvrira le 26 janvier.", ["2024-01-26"]),
    ("2024-01-05", "En décembre, le gouvernement avait assoupli ses règles.", ["2023-12-01..2023-12-31"]),
    ("2024-01-05", "En novembre dernier, les deux ministres s'étaient parlé.", ["2023-11-01..2023-11-30"]),
    ("2024-01-05", "La commission se réunira mercredi 10 janvier à 9 h 30.", ["2024-01-10"]),
    ("2024-01-05", "Les inscriptions sont ouvertes jusqu'au 31 janvier.", ["2024-01-31"]),
    ("2024-01-05", "La mairie organise ses vœux le samedi 20 janvier à 18 h.", ["2024-01-20"]),
    ("2024-01-05", "Le marché de Noël a fermé ses portes dimanche 31 décembre.", ["2023-12-31"]),
    ("2024-01-05", "Cet été, la base accueillera un exercice.", ["2024-06-21..2024-09-21"]),
    ("2024-01-05", "L'été dernier, la base a accueilli un exercice.", ["2023-06-21..2023-09-21"]),
    ("2024-01-05", "J'y étais en 1998, puis de 2003 à 2007.", ["1998-01-01..1998-12-31", "2003-01-01..2007-12-31"]),
    ("2024-01-05", "Depuis le 7 octobre 2023, tout a changé.", ["2023-10-07"]),
    ("2024-01-05", "Depuis le 7 octobre, tout a changé.", ["2023-10-07"]),
    ("2024-01-05", "L'Assemblée a adopté mardi en première lecture le projet de loi.", ["2024-01-02"]),
    ("2024-01-05", "L'examen du texte reprendra lundi.", ["2024-01-08"]),
    ("2024-01-05", "Le décret du 28 décembre 2023 fixe les règles.", ["2023-12-28"]),
    ("2024-01-05", "La loi n° 2023-703 du 1er août 2023 est en vigueur.", ["2023-08-01"]),
    ("2024-01-05", "Ils s'étaient rencontrés en mai au G7 d'Hiroshima.", ["2023-05-01..2023-05-31"]),
    ("2024-01-05", "Une deuxième rencontre est prévue en avril.", ["2024-04-01..2024-04-30"]),
    ("2024-01-05", "Il quittera son poste fin mars.", ["2024-03-01..2024-03-31"]),
    ("2024-01-05", "Il a quitté son poste fin mars.", ["2023-03-01..2023-03-31"]),
    (
      "2024-01-05", "Le tribunal rendra sa décision le 12 février, a-t-on appris vendredi.",
      ["2024-02-12", "2024-01-05"]
    ),
    ("2024-01-05", "Samedi et dimanche, les pompiers sont intervenus dix fois.", ["2023-12-30", "2023-12-31"]),
    ("2024-01-05", "Hier soir, vers 20 h, un incendie s'est déclaré.", ["2024-01-04"]),
    (
      "2024-01-05", "Les travaux, commencés en septembre, s'achèveront en juin.",
      ["2023-09-01..2023-09-30", "2024-06-01..2024-06-30"]
    ),
    (
      "2024-01-05", "Le procès, qui s'est ouvert le 8 novembre, doit durer jusqu'au 20 décembre 2024.",
      ["2023-11-08", "2024-12-20"]
    ),
    ("2024-01-05", "Né le 3 mars 1957 à Nagoya, il a été ambassadeur.", ["1957-03-03"]),
    ("2024-01-05", "Les 12 et 13 décembre, Londres accueillait la conférence.", ["2023-12-12..2023-12-13"]),
    ("2024-01-05", "Du 22 au 26 janvier, une délégation se rendra à Oslo.", ["2024-01-22..2024-01-26"]),
    ("2024-01-05", "Le 15 août prochain, le pays commémorera la fin de la guerre.", ["2024-08-15"]),
    ("2024-01-05", "Le 15 août dernier, le pays commémorait la fin de la guerre.", ["2023-08-15"]),
    ("2024-01-05", "Le budget 2024 augmente de 16 %.", ["2024-01-01..2024-12-31"]),
    ("2024-01-05", "Le navire appareille dimanche pour l'océan Indien.", ["2024-01-07"]),
    ("2024-01-05", "« Nous partons demain », a-t-il dit jeudi.", ["2024-01-06", "2024-01-04"]),
    (
      "2024-01-05", "Le ministre se rendra la semaine prochaine à Berlin, après s'être rendu en décembre à Rome.",
      ["2024-01-08..2024-01-14", "2023-12-01..2023-12-31"]
    ),
    ("2024-01-05", "Il fêtera ses 60 ans le 4 mai.", ["2024-05-04"]),
    (
      "2024-01-05", "Trois jours après l'attaque du 2 janvier, la ville enterre ses morts.",
      ["2024-01-05", "2024-01-02"]
    ),
    ("2024-01-05", "Il a remporté la primaire du 12 octobre.", ["2023-10-12"]),
    (
      "2024-01-05", "Les ministres des Affaires étrangères se sont réunis du 28 au 29 novembre.",
      ["2023-11-28..2023-11-29"]
    ),
    ("2024-01-05", "Le comité s'est réuni pour préparer le sommet de juillet.", ["2024-07-01..2024-07-31"]),
    ("2024-01-05", "Il a été nommé ministre à compter du 15 janvier.", ["2024-01-15"]),
    ("2024-01-05", "Ils ont lancé un appel à manifester le 21 janvier.", ["2024-01-21"]),
    ("2024-01-05", "Le gouvernement a promis une réponse le 20 janvier.", ["2024-01-20"]),
    ("2024-01-05", "Elle s'est engagée à publier le rapport le 1er mars.", ["2024-03-01"]),
    ("2024-01-05", "La trêve conclue le 24 novembre n'a pas tenu.", ["2023-11-24"]),
    (
      "2024-01-05", "Les tirs du 18 décembre, les premiers depuis juillet, inquiètent Séoul.",
      ["2023-12-18", "2023-07-01..2023-07-31"]
    ),
    ("2024-01-05", "Il était arrivé la veille, le 4 janvier.", ["2024-01-04"]),
    ("2024-01-05", "Dès le 1er avril, les tarifs augmenteront.", ["2024-04-01"]),
    (
      "2024-01-05", "Le 11 mars 2011, un tsunami a ravagé la côte. Le 12 mars, une explosion s'est produite.",
      ["2011-03-11", "2011-03-12"]
    ),
    ("2024-01-05", "Il y a deux ans, le 24 février, la guerre commençait.", ["2022-01-01..2022-12-31", "2022-02-24"]),
    ("2024-01-05", "Les deux hommes se verront jeudi 11 janvier puis lundi 15.", ["2024-01-11", "2024-01-15"]),
    ("2024-12-01", "Le ministre était l'invité de la chaîne, lundi et mardi.", ["2024-11-25", "2024-11-26"]),
    ("2024-01-05", "En 2022, le 24 février, la guerre commença.", ["2022-01-01..2022-12-31", "2022-02-24"]),
    (
      "2024-01-05",
      "La ministre a rappelé que la France avait reconnu l'État le 3 février 1992, et que le 5 mars une ambassade avait ouvert.",
      ["1992-02-03", "1992-03-05"]
    ),
    ("2024-01-05", "Le Premier ministre est attendu à Washington le 10 avril.", ["2024-04-10"]),
    ("2024-01-05", "Il devait s'y rendre en décembre, mais il a annulé.", ["2023-12-01..2023-12-31"]),
    ("2024-01-05", "La prochaine session aura lieu en octobre.", ["2024-10-01..2024-10-31"]),
    ("2024-01-05", "Mme Roux, arrivée au ministère en juillet, a présenté le plan.", ["2023-07-01..2023-07-31"]),
    ("2024-01-05", "Le bâtiment a été livré le 20 juin, puis baptisé le 3 août.", ["2023-06-20", "2023-08-03"]),
    (
      "2024-01-05", "Nous avons commencé en février et nous finirons en mars.",
      ["2023-02-01..2023-02-28", "2024-03-01..2024-03-31"]
    ),
    ("2024-01-05", "Au premier trimestre, l'usine a produit 300 moteurs.", ["2024-01-01..2024-03-31"]),
    (
      "2024-01-05", "Les négociations, entamées en 2019, ont abouti fin décembre.",
      ["2019-01-01..2019-12-31", "2023-12-01..2023-12-31"]
    ),
    ("2024-01-05", "Les élections se dérouleront du 6 au 9 juin prochain.", ["2024-06-06..2024-06-09"]),
    ("2024-01-05", "La question orale du 14 novembre est restée sans réponse.", ["2023-11-14"]),
    ("2024-01-05", "Le Sénat examinera le texte à partir du 16 janvier.", ["2024-01-16"]),
    ("2024-01-05", "Q : Quand êtes-vous arrivé ? R : En 1987, un lundi.", ["1987-01-01..1987-12-31"]),
    ("2024-01-05", "Le maire donne rendez-vous aux habitants samedi 13 à 10 h.", ["2024-01-13"]),
    ("2024-01-05", "Deux semaines plus tôt, le 22 décembre, le pont s'était effondré.", ["2023-12-22"]),
    ("2024-01-05", "Un an après, le pays se souvient.", []),
    ("2024-01-05", "Il avait 75 ans et pesait 80 kg en 1999.", ["1999-01-01..1999-12-31"]),
    ("2024-01-05", "Les 24 heures du Mans attirent 300 000 personnes.", []),
    ("2024-01-05", "Le F-16 et le C-130 volent à 1 200 km/h.", []),
    ("2024-01-05", "Il habite au 12 rue du 8 mai 1945.", ["1945-05-08"]),
    ("2024-01-05", "La place du 8-Mai et le 14-Juillet.", []),
    ("2024-01-05", "Le 2e régiment compte 1 250 hommes et 2000 fusils.", []),
    ("2024-01-05", "Ouvert tous les mardis et chaque jeudi.", []),
    ("2024-03-10", "Le pays avait promis en février 49 chars à Kiev.", ["2024-02-01..2024-02-29"]),
    ("2024-06-05", "À la fin de l'année 2023, il est parti.", ["2023-01-01..2023-12-31"]),
    ("2024-06-05", "Depuis l'été 1896, le phare brille.", ["1896-06-21..1896-09-21"]),
  ]

  @Test(arguments: styles)
  func `sentences in the styles of agencies, ministries, parliaments and local papers`(
    _ day: String?, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let followed: [(String?, String, [String])] = [
    (
      "2025-03-12", "Il est mort le 24 novembre 1974. La loi fut votée le 12 janvier suivant.",
      ["1974-11-24", "1975-01-12"]
    ),
    (
      "2025-03-12", "Le 3 octobre 2019, il a démissionné. En janvier suivant, il fut jugé.",
      ["2019-10-03", "2020-01-01..2020-01-31"]
    ),
    ("2025-03-12", "24-25/06/2025 : le président est à La Haye.", ["2025-06-24..2025-06-25"]),
    ("2025-03-12", "Du 24 au 25/06/2025, il sera à La Haye.", ["2025-06-24..2025-06-25"]),
    ("2025-03-12", "Réunion les 24/25 juin 2025.", ["2025-06-24..2025-06-25"]),
    ("2025-03-12", "En l’an 1178, les moines virent une lueur.", ["1178-01-01..1178-12-31"]),
    ("2025-03-12", "Aujourd’hui, j’ai signé le texte.", ["2025-03-12"]),
    ("2025-03-12", "Il s’est dit aujourd’hui soulagé.", ["2025-03-12"]),
    ("2025-03-12", "Aujourd’hui, il vit à Oslo.", []),
    ("2025-03-12", "Ce week-end, deux drones ont été vus.", ["2025-03-08..2025-03-09"]),
    (
      "2025-03-12", "Le texte fut adopté le 31 octobre 2000.\n\nLa veille, elle avait été reçue à Oslo.",
      ["2000-10-31", "2025-03-11"]
    ),
    (
      "2025-03-12", "Il présentera le budget le 15 octobre.\n\nLa veille, la banque avait baissé son taux.",
      ["2025-10-15", "2025-03-11"]
    ),
    (nil, "Il est né le 4 juin 1931. Ses obsèques seront célébrées mercredi.", ["1931-06-04", "?"]),
  ]

  @Test("what follows a date counts from it, and not from one of another story", arguments: followed)
  func following(day: String?, sentence: String, dates: [String]) {
    #expect(statedDates(sentence, on: day) == dates)
  }
}
