import EntenteFormats
import Testing

@Suite struct MarkdownPageTests {
  private func text(_ markdown: String) throws -> String { try MarkdownPage(markdown).text }

  @Test(arguments: [
    (
      "# Titre #\n\nUn *mot* et un **autre**, _ici_ et __là__, ~~non~~.", "Titre\n\nUn mot et un autre, ici et là, non."
    ),
    ("Titre\n=====\nTexte", "Titre\n\nTexte"),
    ("Ligne un\nligne deux", "Ligne un\nligne deux"),
    ("nom_de_fichier et 2 * 3 * 4 et *seul", "nom_de_fichier et 2 * 3 * 4 et *seul"),
    ("***tout*** et **un *deux* trois**", "tout et un deux trois"),
    ("`code *brut* <b>` et ``a`b``", "code *brut* <b> et a`b"),
    (#"\*pas\* \[un\] \`lien\`"#, "*pas* [un] `lien`"),
    ("a < b & c &eacute; R&D &copy;", "a < b & c é R&D ©"),
    ("*l’été*, «*oui*», (_non_)", "l’été, «oui», (non)"),
  ])
  func `headings and emphasis lose their marks, and other signs stay`(_ markdown: String, _ expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test(arguments: [
    ("Un [lien](https://example.org) ici.", "Un lien ici."),
    ("[a [b] c](x) et [OTAN](https://fr.wikipedia.org/wiki/OTAN_(alliance) \"titre (x)\").", "a [b] c et OTAN."),
    ("![image](x.png) [![alt](a.png)](b) fin", "fin"),
    ("[texte][ref], [Ref], [ref][] et [autre].\n\n[REF]: https://example.org 'titre'", "texte, Ref, ref et [autre]."),
    ("« Il a dit […] oui » [sic]", "« Il a dit […] oui » [sic]"),
    ("<https://example.org/a_b_c> et <a@b.fr>", "https://example.org/a_b_c et a@b.fr"),
    ("Une note[^1] ici.\n\n[^1]: La note.", "Une note ici.\n\nLa note."),
    ("[a](b [c](d", "[a](b [c](d"),
    ("[*mot*](<a b>)", "mot"),
  ])
  func `links are their words`(_ markdown: String, _ expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test(arguments: [
    ("- un\n- deux\n  suite\n* trois", "• un\n• deux\nsuite\n• trois"),
    ("1. un\n2) deux\n7. sept", "1. un\n2. deux\n7. sept"),
    ("Liste :\n\n* un\n\n---\n\nFin", "Liste :\n\n• un\n\nFin"),
    ("> Citation\n> > double\n\nfin", "Citation\ndouble\n\nfin"),
    ("```swift\nlet a = *b*\n```\nfin", "let a = *b*\n\nfin"),
    (
      "| Ville | Navires |\n|:--|--:|\n| Kure | 3 |\n| *Sasebo* \\| x | 5 |\n\nfin",
      "Ville | Navires\nKure | 3\nSasebo | x | 5\n\nfin"
    ),
    ("a | b\n--- | ---\n1 | 2", "a | b\n1 | 2"),
    ("a | b, sans table", "a | b, sans table"),
  ])
  func `lists, quotations, code and tables`(_ markdown: String, _ expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test(arguments: [
    ("Un <b>mot</b><br>ici<!-- non -->.", "Un mot\nici."),
    ("<div class=\"a_b_c\">\n<p>Bloc *brut*</p>\n</div>\n\nUn *mot*.", "Bloc *brut*\n\nUn mot."),
    ("<table>\n<tr><td>Kure<td>3\n</table>\n\nfin", "Kure | 3\n\nfin"),
    ("<!-- un\n\ndeux -->\nfin", "fin"),
    ("<script>\n\nnon\n\n</script>\nfin", "fin"),
    ("si a <b, alors", "si a <b, alors"),
  ])
  func `HTML is read as HTML`(_ markdown: String, _ expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `front matter in YAML is no text`(_ lineBreak: String) throws {
    let page = try MarkdownPage(
      """
      ---
      # un commentaire
      title: "Visite : l'accord \\"historique\\""
      date: 2024-07-12T10:00:00+02:00 # hier
      tags: [cyber, "mer du Nord, est"]
      categories:
        - Défense
        - 'L''OTAN'
      lang: fr
      author:
        name: Personne
      source: https://example.org/a
      ---
      # Texte

      Le *ministre*.
      """.replacing("\n", with: lineBreak))
    #expect(page.title == "Visite : l'accord \"historique\"")
    #expect(page.published == "2024-07-12")
    #expect(page.tags == ["cyber", "mer du Nord, est", "Défense", "L'OTAN"])
    #expect(page.language == "fr")
    #expect(page.address == "https://example.org/a")
    #expect(page.text == "Texte\n\nLe ministre.")
  }

  @Test func `front matter in TOML is no text`() throws {
    let page = try MarkdownPage(
      """
      +++
      title = "Visite"
      date = 2024-07-12
      keywords = [
        "cyber",
        'mer',
      ]
      [taxonomies]
      tags = ["nord"]
      [extra]
      title = "non"
      +++
      Texte.
      """)
    #expect(page.title == "Visite")
    #expect(page.published == "2024-07-12")
    #expect(page.tags == ["nord", "cyber", "mer"])
    #expect(page.text == "Texte.")
  }

  @Test func `a folded title, an empty head, and rules that are no head`() throws {
    #expect(try MarkdownPage("---\ntitle: >-\n  Visite\n  à Oslo\n---\nx").title == "Visite à Oslo")
    #expect(try text("---\n---\nTexte") == "Texte")
    #expect(try text("---\n\nUn texte sans clef.\n\n---\n\nfin") == "Un texte sans clef.\n\nfin")
    #expect(try text("---\ntitle: sans fin") == "title: sans fin")
  }

  /// Each of them takes what a text of its size takes.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "[", "]", "[a](", "[a](b", "[a](b \"", "[a](b 'x", "![", "![[]()", "[a][", "*", "_", "**a ", "*a_ ", "`", "`a``",
      "<", "<a ",
      "<a b=\"", "<!--", ">", "> ", "- ", "| ", "|-", "a|b\n-|-\n", "#", "# a #", "~~", "\\", "&", "[^", "[^a]: ",
      "[a]: b\n",
      "(", "<x@", "1. ", "```\n", "~~~\n", "<div>\n\n", "<p>\n", "---\n", "a\n=\n", "\r", " ", "[a]: x\n[[[[",
    ])
  func `any mark, again and again, is read, or refused with its reason`(_ piece: String) {
    for start in ["", "[a]: b\n\n", "---\na: b\n---\n"] {
      let text = start + String(repeating: piece, count: 200_000 / piece.utf8.count)
      do throws(HTMLError) { _ = try MarkdownPage(text) } catch { #expect(!error.description.isEmpty) }
    }
  }
}
