import EntenteFormats
import Testing

@Suite struct HTMLPageTests {
  private func text(_ html: String) throws -> String { try HTMLPage(Array(html.utf8)).text }

  @Test(arguments: [
    ("<p>Un   mot\n ici.</p><p>Deux.</p>", "Un mot ici.\n\nDeux."),
    ("Une ligne<br>une autre<br><br>et la suite", "Une ligne\nune autre\n\net la suite"),
    ("<div>a<div>b</div></div>c", "a\nb\nc"),
    ("<h1>Titre</h1>Texte", "Titre\n\nTexte"),
    ("un<b>mot</b>, XXI<sup>e</sup> siècle", "unmot, XXIe siècle"),
    ("<pre>a\n  b</pre>", "a\nb"),
    ("a < b et c > d, 3<4", "a < b et c > d, 3<4"),
  ])
  func `blocks are lines, and what stands in a line stays in it`(_ html: String, _ expected: String) throws {
    #expect(try text(html) == expected)
  }

  @Test(arguments: [
    (
      "<table><caption>Bases</caption><tr><th>Ville<th>Navires<tr><td>Kure<td>3<tr><td>Sasebo</td><td>5</td></tr></table>",
      "Bases\nVille | Navires\nKure | 3\nSasebo | 5"
    ),
    // A table that only places things on a page.
    ("<table><tr><td><p>Menu</p></td><td><h1>Titre</h1><p>Texte.</p></td></tr></table>", "Menu\n\nTitre\n\nTexte."),
    ("<select><option>Kure<option>Sasebo</select> fin", "Kure\nSasebo\nfin"),
    ("<label>Kure</label><label>Sasebo</label>", "Kure Sasebo"),
    ("<ul><li>un<li>deux<ol><li>trois</ol></ul>", "• un\n• deux\n1. trois"),
    ("<ol start=4><li>a</li><li value=9><p>b</p></li><li></li><li>c</li></ol>", "4. a\n\n9. b\n\n11. c"),
    ("<dl><dt>OTAN<dd>Alliance</dl>", "OTAN\nAlliance"),
  ])
  func `cells, options, labels and items are apart`(_ html: String, _ expected: String) throws {
    #expect(try text(html) == expected)
  }

  @Test(arguments: [
    ("<form><p>Texte</p><input value=x></form>", "Texte"),
    ("avant <svg/> après", "avant\n\naprès"),
    ("avant <svg><title>Logo</title><text>OTAN</text></svg> après", "avant\n\naprès"),
    ("<p title=\"a > b\" data-x='<p>'>Texte</p>", "Texte"),
    ("<img alt='a > b' src=x>Texte<a href=\"?a>b\">lien</a>", "Textelien"),
    ("<!DOCTYPE html [<!ENTITY x \"y\"> <!ELEMENT p ANY>]><p>Texte", "Texte"),
    ("<?xml version='1.0'?>\n<!-- a --><!doctype HTML><p>Texte", "Texte"),
    ("<!DOCTYPE html [<p>Texte", "Texte"),
    ("a<!-->b<!--->c<!-- d --!>e<!-- f -->g", "abceg"),
    ("a<![if !supportLists]>b<![endif]>c<!x>d<?php echo 1 ?>e</ x>f</>g", "abcdefg"),
    ("<script>if (a < b) { '<p>non</p>' }</script><style>p {}</style>a<noscript>non</noscript>", "a"),
    ("<template><p>non</p></template><iframe>non</iframe>a", "a"),
    ("<SCRIPT>non</SCRIPT><P>Oui", "Oui"),
    ("<q>Oui</q>, <q> « non » <q>peut-être</q> </q>.", "«\u{A0}Oui\u{A0}», «\u{A0}« non » “peut-être”\u{A0}»."),
  ])
  func `nothing is lost, and no mark is left`(_ html: String, _ expected: String) throws {
    #expect(try text(html) == expected)
  }

  @Test func `navigation and footers are left out, unless the end tag of one is missing`() throws {
    let menu = "<ul><li><a href=/>Accueil</a><li><a href=/a>Actualités</a></ul>"
    let article = "<h1>Visite</h1><p>Le ministre s'est rendu à Oslo mardi.</p>"
    let closed = "<header>En-tête</header><nav>\(menu)</nav>\(article)<footer>© OTAN 2024</footer>"
    #expect(try text(closed) == "En-tête\n\nVisite\n\nLe ministre s'est rendu à Oslo mardi.")
    #expect(try text("<nav>\(menu)\(article)<footer>© OTAN 2024</footer>").contains("Visite\n\nLe ministre"))
    #expect(try text("<footer>\(article)").contains("Le ministre"))
    #expect(try text("\(article)<footer>© OTAN 2024") == "Visite\n\nLe ministre s'est rendu à Oslo mardi.")
    #expect(
      try text("<blockquote>Une phrase.<footer>Jean Dupont</footer></blockquote>").contains("Jean Dupont"))
    #expect(
      try text("<h2><button>Question ?</button></h2><p>Réponse. <button>Partager</button>") == "Question ?\n\nRéponse.")
  }

  @Test(arguments: [
    ("&eacute;&Uuml;&omacr;&OElig;", "éÜōŒ"), ("&eacute &eacutet&eacute", "é été"),
    ("l&#146;&eacute;t&eacute; &#8217;&#x2019;&#X2019", "l’été ’’’"),
    ("R&D, a&b=c, &inconnu; & &#; &#x;", "R&D, a&b=c, &inconnu; & &#; &#x;"),
    ("&lt;p&gt; &amp;eacute; &amp;amp;", "<p> &eacute; &amp;"),
    ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&notin; &notit; &not", "∉ ¬it; ¬"), ("&NotEqualTilde;", "≂̸"),
    ("&laquo;&nbsp;oui&nbsp;&raquo;", "«\u{A0}oui\u{A0}»"),
    ("&e<b>acute;</b>", "&eacute;"), ("a&\u{E9}", "a&é"), ("&", "&"), ("&am", "&am"), ("&amp", "&"),
  ])
  func `references are those of browsers`(_ html: String, _ expected: String) throws {
    #expect(try text(html) == expected)
  }

  @Test func `references in attributes need their semicolon`() throws {
    let page = try HTMLPage(
      Array(#"<meta property="og:title" content="A&amp;B &eacute;t&eacute; a&copy=1 &copyright;"><p>x"#.utf8))
    #expect(page.title == "A&B été a&copy=1 &copyright;")
  }

  @Test func `the title is that of the page without the name of the site`() throws {
    func title(_ head: String, _ body: String = "<p>x") throws -> String? {
      try HTMLPage(Array("<head>\(head)</head><body>\(body)".utf8)).title
    }
    #expect(try title("<title>L&rsquo;OTAN\n &amp; le Japon</title>") == "L’OTAN & le Japon")
    #expect(try title("<title>Visite à Oslo | Site</title>", "<h1>Visite à <b>Oslo</b></h1>") == "Visite à Oslo")
    #expect(try title("<title>Visites</title>", "<h1>Visite</h1>") == "Visites")
    #expect(try title("<title>A - Site</title><meta property='og:title' content='A'>") == "A")
    #expect(try title("", "<h1>Titre</h1>") == nil)
    #expect(try title("<title>Page</title>", "<svg><title>Logo</title></svg>") == "Page")
  }

  @Test(
    arguments: [
      (#"<meta property="article:published_time" content="2024-07-12T14:30:00+02:00">"#, "2024-07-12"),
      (#"<meta name="DC.date.issued" content="2024-07-12">"#, "2024-07-12"),
      (#"<meta itemprop="datePublished" content="2024-07-12">"#, "2024-07-12"),
      (
        #"<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-07-12"}</script>"#,
        "2024-07-12"
      ),
      (#"<p>x</p><time pubdate datetime="2024-07-12">hier</time>"#, "2024-07-12"),
      (#"<h1>Titre</h1><p>Publié le <time datetime="2024-07-12">12 juillet</time></p>"#, "2024-07-12"),
      (#"<h1>Titre</h1><time>2024-07-12</time>"#, "2024-07-12"),
      (#"<meta name="date" content="12/07/2024">"#, nil),
      (#"<p>Le sommet du <time datetime="2024-07-12">12 juillet</time></p>"#, nil),
      (#"<nav><time pubdate datetime="2024-07-12">hier</time></nav><p>x</p>"#, nil),
    ] as [(String, String?)])
  func `the day of publication is the one that the page gives`(_ html: String, _ expected: String?) throws {
    #expect(try HTMLPage(Array((html + "<p>Texte").utf8)).published == expected)
  }

  @Test func `linked data names headline and publisher`() throws {
    let page = try HTMLPage(
      Array(
        #"""
        <title>Site</title><script type="application/ld+json">
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "non"}, {"@type": ["Report", "NewsArticle"],
        "headline": "L&apos;accord & la suite", "publisher": {"@type": "Organization", "name": "Agence Nord"}}]}</script>
        <script type="application/ld+json">{"@type": </script>
        <link rel="canonical" href="https://example.org/a"><p>Texte.
        """#.utf8))
    #expect(page.title == "L&apos;accord & la suite")
    #expect(page.publisher == "Agence Nord")
    #expect(page.address == "https://example.org/a")
    #expect(page.text == "Texte.")
    #expect(
      try HTMLPage(Array(#"<meta property="og:site_name" content="OTAN"><p>x"#.utf8)).publisher == "OTAN")
  }

  /// Each of them takes what a page of its size takes.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "<p>Un paragraphe ordinaire, avec un <a href='x'>lien</a> &amp; des mots.</p>\n", "<b>", "<div>", "<p>", "<svg>",
      "<nav>",
      "<b></i>", "</i>", "<table><tr><td>", "<!--", "<!-->", "<", "&", "&#", "<?", "<![", "</ ", "<a href=\"", "<li>",
      "<ol>",
      "<script>", "<title>", "<q>", "<select><option>", "<time>", "<h1>", "<meta property=a>", "a b ", " a=b", "]]>",
      "\u{0}x",
    ])
  func `any tag or sign, again and again, is read, or refused with its reason`(_ piece: String) {
    let count = 300_000 / piece.utf8.count
    let bytes = Array(String(repeating: piece, count: count).utf8)
    for page in [bytes, Array("<p ".utf8) + bytes, Array("<script type='application/ld+json'>".utf8) + bytes] {
      do throws(HTMLError) { _ = try HTMLPage(page) } catch { #expect(!error.description.isEmpty) }
    }
  }

  @Test(.timeLimit(.minutes(10))) func `tags that end nothing, below many that are open, do not take for ever`() {
    let bytes = Array((String(repeating: "<b>", count: 100_000) + String(repeating: "</i>", count: 200_000)).utf8)
    #expect(throws: HTMLError.self) { try HTMLPage(bytes) }
    let attributes = "<p " + (0..<200_000).map { "a\($0) " }.joined() + ">x"
    #expect(throws: HTMLError.self) { try HTMLPage(Array(attributes.utf8)) }
  }

  @Test func `every beginning of a page is one`() throws {
    let page = Array(
      "<!DOCTYPE html [x]><html><head><meta charset=utf-8><title>T&eacute;</title></head><body><nav><a href='x'>a</a></nav><h1>H</h1><table><tr><td>1<td>2</table><q>q</q><!-- c --><script>s</script><p class=\"x>y\">fin</p>"
        .utf8)
    for end in 0...page.count { _ = try HTMLPage(Array(page[..<end])) }
  }
}
