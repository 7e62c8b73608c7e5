"""Takes the documentation's pictures from the real program: `python docs/screenshots.py [FOLDER]`.

Needs Chromium and Playwright (the extra `test`). Builds the seeds, and some invented stories for the pages that live of
many articles; serves them, and looks.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.plugin.stories import documents  # noqa: E402

SIZE = {"width": 1200, "height": 860}
STORIES = 120


def take_seeds(page: Page, archive: str, folder: Path) -> None:
    """Go the way that a reader goes, taking a picture of each page."""
    page.goto(archive)
    page.screenshot(path=folder / "overview.png")
    page.goto(f"{archive}/articles")
    page.screenshot(path=folder / "articles.png")
    page.goto(f"{archive}/-/search?_search=biotechnology+Korea")
    page.screenshot(path=folder / "search.png")
    page.goto(f"{archive}/-/cleaning")
    page.screenshot(path=folder / "cleaning.png")
    page.goto(f"{archive}/articles")
    page.get_by_role("link", name="Uzbekistan to exchange").first.click()
    page.get_by_label("Removed lines").check()
    page.screenshot(path=folder / "article.png")
    article = page.url.partition("?")[0]
    page.goto(f"{article}?_view=side")
    page.screenshot(path=folder / "side-by-side.png")
    page.goto(article)
    page.locator("article p").get_by_role("link", name="South Korea", exact=True).first.click()
    page.screenshot(path=folder / "entity.png")
    for name, path in {
        "mentions": "mentions?_entity=place:KR",
        "export": "export?_search=Korea",
        "batch": "batch?_names=South+Korea%0AUzbekistan%0AH%C3%A0n+Qu%E1%BB%91c%0ANobody+Atall",
        "cite": f"cite?_key={_key(archive)}",
    }.items():
        page.goto(f"{archive}/-/{path}")
        page.screenshot(path=folder / f"{name}.png")


def take_stories(page: Page, archive: str, folder: Path) -> None:
    """The pages across an archive."""
    repeats = "select own.key as one, first.key as other from articles as own join articles as first"
    alike = _rows(archive, f"{repeats} on first.id = own.duplicate_of where own.similarity < 1 order by own.id")[-1]
    for name, path in {
        "suggestions": "search?_search=H%C3%A0n+Qu%E1%BB%91c",
        "facet": "facet?_by=place",
        "map": "map",
        "network": "network",
        "compare": "compare?a._search=harbour&b._search=fish",
        "timeline": "timeline?_series=harbour&_series=fish&_series=shipping&_by=month",
        "difference": f"difference?_one={alike['other']}&_other={alike['one']}",
    }.items():
        page.goto(f"{archive}/-/{path}")
        page.wait_for_timeout(1000)  # a chart is drawn in steps
        page.screenshot(path=folder / f"{name}.png")


def write_stories(folder: Path) -> Path:
    """Invented stories in five languages, the last nearly one of the others."""
    records = documents(STORIES)
    first = next(record for record in records if "Monday" in record["text"])
    records.append({**first, "url": f"{first['url']}/again", "text": first["text"].replace("Monday", "Tuesday", 1)})
    path = folder / "stories.jsonl"
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


@contextlib.contextmanager
def served(source: Path, database: Path) -> Iterator[str]:
    """The address of the archive built from a source, while `clippings serve` runs."""
    command = [sys.executable, "-u", "-m", "clippings_etl", "serve", str(source), "-o", str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        announced = next(line for line in server.stdout if line.startswith("Reading room: "))
        address = announced.removeprefix("Reading room: ").strip()
        try:
            _wait_for(address)
            host = "/".join(address.split("/")[:3])
            yield f"{host}/{database.stem}"
        finally:
            server.terminate()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
        )
        page = browser.new_page(viewport=SIZE)
        with served(ROOT / "seeds", Path(work) / "clippings.db") as archive:
            take_seeds(page, archive, folder)
        with served(write_stories(Path(work)), Path(work) / "stories.db") as archive:
            take_stories(page, archive, folder)
        browser.close()


def _key(archive: str) -> str:
    return str(_rows(archive, "select key from articles order by id limit 1")[0]["key"])


def _rows(archive: str, sql: str) -> list[dict[str, object]]:
    with urllib.request.urlopen(f"{archive}.json?_shape=array&sql={urllib.parse.quote(sql)}", timeout=30) as answer:
        rows: list[dict[str, object]] = json.load(answer)
    return rows


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=10).close()
            return
        time.sleep(0.1)
    raise SystemExit(f"no answer from {address}")


if __name__ == "__main__":
    main()
