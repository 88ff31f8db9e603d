"""Drives the explorer with a real browser: on the seeds, and on documents that mean harm.

usage: EXPLORER=… INGEST=… python -m unittest Tests/Browser/test_explorer.py
  EXPLORER and INGEST are the paths of entente-web and entente-ingest; .build/debug unless said.
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time
import unittest
import urllib.request

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
INGEST = os.environ.get("INGEST", str(ROOT / ".build/debug/entente-ingest"))
EXPLORER = os.environ.get("EXPLORER", str(ROOT / ".build/debug/entente-web"))
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


class Explorer:
    """entente-web on a free port, over a snapshot of some documents."""

    def __init__(self, folder, *sources):
        snapshot = os.path.join(folder, "corpus.snapshot")
        subprocess.run([INGEST, *sources, "--output", snapshot], check=True, stderr=subprocess.DEVNULL, timeout=60)
        self.log = open(os.path.join(folder, "log"), "w+")
        self.process = subprocess.Popen(
            [EXPLORER, "--snapshot", snapshot, "--listen", "127.0.0.1:0"], stderr=self.log, stdout=self.log)
        for _ in range(200):
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", pathlib.Path(self.log.name).read_text())
            if found:
                self.address = f"http://127.0.0.1:{found[1]}"
                return
            time.sleep(0.05)
        raise RuntimeError("entente-web did not say where it listens")

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()


def browser(width=1280, scheme="light"):
    options = webdriver.ChromeOptions()
    for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 f"--window-size={width},900", "--force-prefers-reduced-motion"]:
        options.add_argument(flag)
    if scheme == "dark":
        options.add_argument("--blink-settings=preferredColorScheme=0")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_page_load_timeout(30)
    return driver


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
                for page in PAGES:
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
                for page in PAGES:
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
        box = self.driver.find_element(By.CSS_SELECTOR, "[data-toggle=m-date]")
        text = self.driver.find_element(By.CSS_SELECTOR, "article.text")
        box.send_keys(Keys.SPACE)
        self.assertIn("off-m-date", text.get_attribute("class"))
        box.send_keys(Keys.SPACE)
        self.assertNotIn("off-m-date", text.get_attribute("class"))

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
