"""Takes the documentation's pictures from the real program: `python docs/screenshots.py [FOLDER]`.

Needs Chromium and Playwright (the extra `test`). Builds the seeds, serves them, and looks.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
SIZE = {"width": 1200, "height": 860}


def take(page: Page, address: str, folder: Path) -> None:
    """Go the way that a reader goes, taking a picture of each page."""
    page.goto(f"{address}/articles")
    page.screenshot(path=folder / "articles.png")
    page.goto(f"{address}/-/search?_search=biotechnology+Korea")
    page.screenshot(path=folder / "search.png")
    page.go_back()
    page.get_by_role("link", name="Cleaning", exact=True).click()
    page.get_by_role("link", name="JSON").wait_for()  # the end of the page
    page.screenshot(path=folder / "cleaning.png")
    page.go_back()
    page.get_by_role("link", name="Uzbekistan to exchange").click()
    page.get_by_label("Removed lines").check()
    page.screenshot(path=folder / "article.png")
    page.locator("article p").get_by_role("link", name="South Korea", exact=True).first.click()
    page.locator(".vega-embed").first.wait_for()
    page.wait_for_timeout(1000)  # the chart is drawn in steps
    page.screenshot(path=folder / "entity.png")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        database = Path(work) / "clippings.db"
        command = [sys.executable, "-u", "-m", "clippings_etl", "serve", str(ROOT / "seeds"), "-o", str(database)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            assert server.stdout is not None
            announced = next(line for line in server.stdout if line.startswith("Reading room: "))
            address = announced.removeprefix("Reading room: ").strip()
            try:
                _wait_for(address)
                with sync_playwright() as playwright:
                    browser = playwright.chromium.launch(
                        executable_path=shutil.which("chromium"),
                        args=["--no-sandbox", "--disable-background-networking"],
                    )
                    take(browser.new_page(viewport=SIZE), address, folder)
                    browser.close()
            finally:
                server.terminate()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=10).close()
            return
        time.sleep(0.1)
    raise SystemExit(f"no answer from {address}")


if __name__ == "__main__":
    main()
