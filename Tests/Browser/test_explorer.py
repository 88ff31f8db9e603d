"""Drives the explorer with a real browser: on the seeds, and on documents that mean harm.

usage: EXPLORER=… INGEST=… python -m unittest Tests/Browser/test_explorer.py
  EXPLORER and INGEST are the paths of entente-web and entente-ingest; .build/debug unless said.
"""
import json
import pathlib
import re
import sys
import tempfile
import unittest
import urllib.request

from axe_selenium_python import Axe
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from explorer import ROOT, Explorer, browser  # noqa: E402

PAGES = [
    "/", "/search", "/search?q=cyberd%C3%A9fense", "/goal?id=cyberdefense", "/timeline", "/entities",
    "/entity?id=Stoltenberg", "/documents", "/quotations", "/compare", "/cluster", "/nothing",
]
SCRIPT = "<script>window.broken=1</script><img src=x onerror='window.broken=1'>"
HOSTILE = [
    {"id": f"x\"><svg onload=window.broken=1>{n}", "title": f"\"\u0301 onfocus=\"window.broken=1 {SCRIPT} {n}",
     "date": "2023-07-12", "publisher": SCRIPT, "source": "javascript:window.broken=1",
     "text": f"{SCRIPT} Le ministre Jean {SCRIPT} Dupont a déclaré : « \u202e{SCRIPT} l'OTAN et le Japon renforcent leur "
             f"coopération en cyberdéfense » à Tokyo le 3 mai 2023. " + "motsanslafin" * 40}
    for n in range(3)
]


class ExplorerTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        (pathlib.Path(cls.folder.name) / "seeds").mkdir()
        (pathlib.Path(cls.folder.name) / "hostile").mkdir()
        cls.seeds = Explorer(cls.folder.name + "/seeds", str(ROOT / "seeds"))
        corpus = pathlib.Path(cls.folder.name) / "hostile" / "corpus.jsonl"
        corpus.write_text("\n".join(json.dumps(document) for document in HOSTILE))
        cls.hostile = Explorer(cls.folder.name + "/hostile", str(corpus))
        cls.driver = browser()
        listed = urllib.request.urlopen(cls.seeds.address + "/documents", timeout=20).read().decode()
        cls.pages = PAGES + [re.search(r'href="(/document\?[^"&]+)', listed)[1]]

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()
        cls.seeds.close()
        cls.hostile.close()
        cls.folder.cleanup()

    def complaints(self, driver=None):
        """What the console says, but for the status of a page that is asked for though it is not there."""
        return [entry["message"] for entry in (driver or self.driver).get_log("browser")
                if "404" not in entry["message"]]

    def test_no_page_breaks_an_accessibility_rule_in_either_scheme(self):
        for scheme in ["light", "dark"]:
            driver = self.driver if scheme == "light" else browser(scheme=scheme)
            try:
                for page in self.pages:
                    for language in ["fr", "en"]:
                        driver.get(self.seeds.address + page + ("&" if "?" in page else "?") + "lang=" + language)
                        axe = Axe(driver)
                        axe.inject()
                        found = axe.run()["violations"]
                        self.assertEqual([], [(v["id"], v["nodes"][0]["html"][:160]) for v in found], f"{page} {scheme}")
            finally:
                if scheme == "dark":
                    driver.quit()

    def test_no_page_complains_or_scrolls_sideways(self):
        for width in [360, 1600]:
            driver = browser(width)
            try:
                for page in self.pages:
                    driver.get(self.seeds.address + page)
                    self.assertEqual([], self.complaints(driver), page)
                    wide = driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
                    self.assertLessEqual(wide, 0, f"{page} at {width}")
            finally:
                driver.quit()

    def test_no_script_of_a_document_runs(self):
        pages = set(PAGES)
        html = urllib.request.urlopen(self.hostile.address + "/documents", timeout=20).read().decode()
        pages |= {match.replace("&amp;", "&") for match in re.findall(r'href="(/document\?[^"]+)"', html)}
        pages.add("/search?q=" + urllib.request.quote(SCRIPT))
        pages.add("/search?f=" + urllib.request.quote('person:"' + SCRIPT + '"'))
        for page in sorted(pages):
            self.driver.get(self.hostile.address + page)
            self.assertIsNone(self.driver.execute_script("return window.broken || null"), page)
            self.assertEqual([], self.complaints(), page)
            # A link of a picture is an object; its base value is what was written.
            links = self.driver.execute_script(
                "return [...document.links, ...document.querySelectorAll('svg a')].map(a => a.href.baseVal ?? a.href)")
            self.assertEqual([], [link for link in links if not link.startswith(("http", "/"))], page)

    def test_find_filter_open_follow_a_fact_and_come_back_by_keyboard(self):
        driver = self.driver
        driver.get(self.seeds.address + "/search?lang=en")
        box = driver.switch_to.active_element
        box.send_keys("cyberd")
        WebDriverWait(driver, 10).until(
            lambda d: d.find_elements(By.CSS_SELECTOR, "form.search [role=option]"))
        frame = driver.find_element(By.CSS_SELECTOR, "form.search [role=combobox]")
        self.assertEqual("true", frame.get_attribute("aria-expanded"))
        box.send_keys(Keys.ARROW_DOWN, Keys.ENTER, Keys.ENTER)
        WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".hit-item"))
        before = len(driver.find_elements(By.CSS_SELECTOR, ".hit-item"))
        driver.find_element(By.CSS_SELECTOR, ".facets li a").send_keys(Keys.ENTER)
        WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".chosen a"))
        self.assertLessEqual(len(driver.find_elements(By.CSS_SELECTOR, ".hit-item")), before)
        found = driver.current_url
        driver.find_element(By.CSS_SELECTOR, ".hit-item blockquote a").send_keys(Keys.ENTER)
        WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".m-target"))
        self.assertTrue(driver.find_element(By.CSS_SELECTOR, ".m-target").is_displayed())
        driver.back()
        self.assertEqual(found, driver.current_url)
        driver.find_element(By.CSS_SELECTOR, ".chosen a").send_keys(Keys.ENTER)
        WebDriverWait(driver, 10).until(lambda d: not d.find_elements(By.CSS_SELECTOR, ".chosen a"))

    def test_marks_are_switched_off_and_on(self):
        self.driver.get(self.seeds.address + "/documents")
        self.driver.find_element(By.CSS_SELECTOR, "tbody a").click()
        text = self.driver.find_element(By.CSS_SELECTOR, "article.text")
        written = text.text
        for kind in ["entity", "date", "quotation", "evidence", "furniture"]:
            box = self.driver.find_element(By.CSS_SELECTOR, f".switches [value={kind}]")
            box.send_keys(Keys.SPACE)
            self.assertIn("off-" + kind, text.get_attribute("class").split())
            self.assertNotIn("show=" + kind, self.driver.current_url)
            self.assertEqual(written, text.text)
        self.assertEqual([], self.driver.find_elements(By.CSS_SELECTOR, "article.text a[href]"))
        self.driver.refresh()
        text = self.driver.find_element(By.CSS_SELECTOR, "article.text")
        self.assertIn("off-entity", text.get_attribute("class").split())
        self.driver.find_element(By.CSS_SELECTOR, ".switches [value=entity]").send_keys(Keys.SPACE)
        self.assertNotIn("off-entity", text.get_attribute("class").split())
        self.driver.find_element(By.CSS_SELECTOR, "article.text a.m-entity").send_keys(Keys.ENTER)
        WebDriverWait(self.driver, 10).until(lambda d: "/entity?" in d.current_url)

    def test_marks_are_switched_without_scripts(self):
        driver = browser(scripts=False)
        try:
            driver.get(self.seeds.address + "/documents")
            driver.find_element(By.CSS_SELECTOR, "tbody a").click()
            driver.find_element(By.CSS_SELECTOR, ".switches [value=date]").send_keys(Keys.SPACE)
            driver.find_element(By.CSS_SELECTOR, ".switches button").send_keys(Keys.ENTER)
            WebDriverWait(driver, 10).until(lambda d: "show=text" in d.current_url)
            names = driver.find_element(By.CSS_SELECTOR, "article.text").get_attribute("class").split()
            self.assertEqual(["text", "off-date"], names)
        finally:
            driver.quit()

    def test_every_fact_of_a_page_leads_to_its_mark(self):
        for page in ["/goal?id=cyberdefense", "/timeline", "/quotations", "/entity?id=Stoltenberg", "/search?q=Japon"]:
            html = urllib.request.urlopen(self.seeds.address + page, timeout=20).read().decode()
            links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/document\?[^"]+#fact)"', html)}
            self.assertTrue(links, page)
            for link in sorted(links)[:5]:
                self.driver.get(self.seeds.address + link)
                shown = self.driver.execute_script(
                    "const box = document.querySelector('.m-target').getBoundingClientRect();"
                    "return box.bottom > 0 && box.top < innerHeight")
                self.assertTrue(shown, link)

    def test_no_label_of_a_graph_covers_another(self):
        html = urllib.request.urlopen(self.seeds.address + "/entities", timeout=20).read().decode()
        people = sorted(set(re.findall(r'href="(/entity\?[^"&#]+)"', html)))
        self.assertGreater(len(people), 20)
        drawn = 0
        for page in ["/entities", "/entities?kind=person", "/entities?kind=organisation", *people]:
            self.driver.get(self.seeds.address + page)
            boxes = self.driver.execute_script(
                "return [...document.querySelectorAll('svg.graph a')].map(a => {"
                "  const lines = [...a.querySelectorAll('text')].map(text => text.getBoundingClientRect());"
                "  return [a.getAttribute('aria-label'), Math.min(...lines.map(l => l.left)),"
                "    Math.max(...lines.map(l => l.right)), lines[0].top, lines.at(-1).bottom]; })")
            drawn += len(boxes)
            for index, (name, left, right, top, bottom) in enumerate(boxes):
                for other, left2, right2, top2, bottom2 in boxes[index + 1:]:
                    covers = left < right2 and left2 < right and top < bottom2 and top2 < bottom
                    self.assertFalse(covers, f"{page}: {name}, {other}")
        self.assertGreater(drawn, 100)

    def test_pictures_are_legible_on_a_telephone(self):
        driver = browser(360)
        try:
            for page in ["/timeline", "/entities", "/entity?id=Stoltenberg", "/goal?id=cyberdefense"]:
                driver.get(self.seeds.address + page)
                scales = driver.execute_script(
                    "return [...document.querySelectorAll('svg.timeline, svg.graph')].map("
                    "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)")
                self.assertTrue(scales, page)
                # Text is 12 pixels high as drawn.
                self.assertTrue(all(scale * 12 >= 11 for scale in scales), (page, scales))
        finally:
            driver.quit()

    def test_hits_are_sorted_by_date(self):
        self.driver.get(self.seeds.address + "/search?q=Japon&lang=en")
        self.driver.find_element(By.LINK_TEXT, "latest first").send_keys(Keys.ENTER)
        WebDriverWait(self.driver, 10).until(lambda d: "sort=date" in d.current_url)
        button = self.driver.find_element(By.CSS_SELECTOR, "form.search button")
        button.send_keys(Keys.ENTER)
        # The page before has the order as well.
        WebDriverWait(self.driver, 10).until(
            lambda d: self.is_stale(button) and d.find_elements(By.CSS_SELECTOR, ".order [aria-current]"))
        self.assertIn("sort=date", self.driver.current_url)
        self.assertEqual("latest first", self.driver.find_element(By.CSS_SELECTOR, ".order [aria-current]").text)

    def test_the_cluster_page_is_live(self):
        self.driver.get(self.seeds.address + "/cluster?lang=en")
        row = self.driver.find_element(By.CSS_SELECTOR, "[data-cluster] tbody tr")
        WebDriverWait(self.driver, 10).until(lambda d: self.is_stale(row))
        self.assertEqual("serving", self.driver.find_element(By.CSS_SELECTOR, "[data-cluster] .chip").text)

    @staticmethod
    def is_stale(element):
        try:
            element.is_enabled()
            return False
        except Exception:
            return True


if __name__ == "__main__":
    unittest.main()
