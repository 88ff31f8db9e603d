"""The explorer as a process of its own, and a browser to look at it."""
import os
import pathlib
import re
import subprocess
import time

from selenium import webdriver

ROOT = pathlib.Path(__file__).resolve().parents[2]
INGEST = os.environ.get("INGEST", str(ROOT / ".build/debug/entente-ingest"))
EXPLORER = os.environ.get("EXPLORER", str(ROOT / ".build/debug/entente-web"))


class Explorer:
    """entente-web on a free port, over a snapshot of some documents."""

    def __init__(self, folder, *sources, flags=()):
        snapshot = os.path.join(folder, "corpus.snapshot")
        subprocess.run([INGEST, *sources, "--output", snapshot], check=True, stderr=subprocess.DEVNULL, timeout=60)
        self.log = open(os.path.join(folder, "log"), "w+")
        self.process = subprocess.Popen(
            [EXPLORER, "--snapshot", snapshot, "--listen", "127.0.0.1:0", *flags], stderr=self.log, stdout=self.log)
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


def browser(width=1280, scheme="light", scripts=True):
    options = webdriver.ChromeOptions()
    for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 f"--window-size={width},900", "--force-prefers-reduced-motion",
                 "--hide-scrollbars"]:
        options.add_argument(flag)
    if scheme == "dark":
        options.add_argument("--blink-settings=preferredColorScheme=0")
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_page_load_timeout(30)
    return driver
