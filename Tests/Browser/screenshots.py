"""Takes a picture of every page of the explorer, for scripts/screenshots."""
import pathlib
import sys
import tempfile

from explorer import ROOT, Explorer, browser

PAGES = {
    "home": "/", "search": "/search?q=cyberd%C3%A9fense", "search-error": "/search?q=%22ouvert", "goal": "/goal?id=cyberdefense",
    "timeline": "/timeline", "entities": "/entities", "entity": "/entity?id=Stoltenberg", "documents": "/documents",
    "quotations": "/quotations", "compare": "/compare", "cluster": "/cluster", "not-found": "/nothing",
}


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        explorer = Explorer(work, str(ROOT / "seeds"))
        try:
            for width in [360, 1600]:
                for scheme in ["light", "dark"]:
                    take(explorer, folder, width, scheme)
        finally:
            explorer.close()


def take(explorer, folder, width, scheme):
    driver = browser(width, scheme)
    try:
        driver.get(explorer.address + "/documents")
        document = driver.execute_script("return document.querySelector('tbody a').getAttribute('href')")
        for name, page in (PAGES | {"document": document}).items():
            for language in ["fr", "en"]:
                driver.get(explorer.address + page + ("&" if "?" in page else "?") + "lang=" + language)
                # The whole page, up to what a reader would scroll through.
                height = driver.execute_script("return document.documentElement.scrollHeight")
                driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
                    "width": width, "height": min(height, 2400), "deviceScaleFactor": 1, "mobile": False})
                driver.save_screenshot(str(folder / f"{name}-{language}-{width}-{scheme}.png"))
                driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    finally:
        driver.quit()


main()
