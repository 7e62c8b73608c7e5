"""A researcher's whole way, in a real browser: search, narrow, read, follow, compare, cite, take along.

With JavaScript, without, and by keyboard alone; on the two seeds and on real pages of the web.
"""

from __future__ import annotations

import csv
import io
import os
import re
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from benchmarks.cleaning.data import VARIABLE, data_folder
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import run_clippings, serving

from .conftest import Visit

REAL_PAGES = 330
MOST_TABS = 400
NO_SCRIPT = {"java_script_enabled": False}
PHONE = {"viewport": {"width": 320, "height": 700}}


@pytest.fixture(scope="module")
def pages_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the first real pages of the development data, in many languages; on CI they must be there."""
    packed = data_folder() / "html_dev.tar.xz"
    if not packed.is_file():
        reason = f"{packed.name} isn't part of a clone; {VARIABLE} may name its folder"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("pages")
    with tarfile.open(packed) as archive:
        pages = sorted((each for each in archive.getmembers() if each.isfile()), key=lambda each: each.name)
        step = len(pages) // REAL_PAGES
        for number, page in enumerate(pages[::step]):
            data = archive.extractfile(page)
            assert data is not None
            (folder / f"{number}.html").write_bytes(data.read())
    database = folder.parent / f"{folder.name}.db"
    result = run_clippings("build", folder, "-o", database)
    assert result.returncode in (0, 1), result.stdout + result.stderr  # 1 where a page couldn't be read
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("select count(*) from articles").fetchone()[0] >= 300
    return database


@pytest.fixture(scope="module", params=["seeds", "pages"])
def archive(request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    """The address of a reading room, and the archive that it shows."""
    database: Path = request.getfixturevalue(f"{request.param}_database")
    with serving(database) as address:
        yield address, database


def words_of(database: Path) -> tuple[str, str]:
    """Two searches that find something: the names of the two entities that most articles have in their headlines."""
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute(
            "select surface from mentions join entities on entities.id = entity_id where length(surface) > 3 "
            "group by entity_id order by count(distinct article_id) desc, entity_id limit 2"
        ).fetchall()
    return names[0][0], names[1][0]


def number_in(locator: Locator) -> int:
    """The first number that an element shows."""
    found = re.search(r"\d[\d,]*", locator.inner_text())
    assert found, locator.inner_text()
    return int(found[0].replace(",", ""))


class Hand:
    """How a reader gets to a link or field: with a pointer."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def follow(self, link: Locator) -> None:
        link.click()

    def search(self, words: str) -> None:
        self.page.locator("#clippings-words").fill(words)
        self.page.get_by_role("button", name="Search", exact=True).click()

    def write(self, field: Locator, words: str) -> None:
        field.fill(words)


class Keyboard(Hand):
    """By keyboard alone: each link and field is reached with Tab or with a key of ours."""

    def reach(self, element: Locator) -> None:
        wanted = element.element_handle()
        for _ in range(MOST_TABS):
            if self.page.evaluate("element => document.activeElement === element", wanted):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab doesn't lead to {element}")

    def follow(self, link: Locator) -> None:
        self.reach(link)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def search(self, words: str) -> None:
        self.page.keyboard.press("/")
        expect(self.page.locator("#clippings-words")).to_be_focused()
        self.page.keyboard.type(words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def write(self, field: Locator, words: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)


def tell(hand: Hand, database: Path) -> None:
    """Search, facet, article, entity, comparison, citation, export: each step as the page offers it."""
    page = hand.page
    words, others = words_of(database)
    results, heading = page.locator("article.clippings-result"), page.get_by_role("heading", level=1)
    page.goto(f"/{database.stem}")
    hand.search(words)
    found = number_in(heading)
    assert found > 0
    expect(results.locator("mark").first).to_be_visible()
    first_search = page.url

    place = page.locator(".clippings-facet[id] .clippings-values a:first-child").first
    count = number_in(page.locator(".clippings-facet[id] .clippings-count").first)
    hand.follow(place)
    assert number_in(heading) == count <= found
    expect(page.get_by_title("Take this filter away")).to_have_count(2)

    title = results.locator("a.clippings-title").first
    if isinstance(hand, Keyboard):
        page.keyboard.press("j")
        expect(title).to_be_focused()
        with page.expect_navigation():
            page.keyboard.press("Enter")
    else:
        hand.follow(title)
    expect(page.locator("#clippings-hit-place")).to_be_visible()
    if isinstance(hand, Keyboard):
        page.keyboard.press("n")
        expect(page).to_have_url(re.compile("#hit-1$"))
    article = page.url
    hand.follow(page.locator("article a.clippings-entity").first)
    expect(page.locator("aside .clippings-names").first).to_be_attached()
    expect(page.locator(".clippings-kind")).to_be_visible()

    page.goto(first_search)
    hand.follow(page.get_by_role("link", name="compared"))
    hand.write(page.locator("[name='b._search']"), others)
    if isinstance(hand, Keyboard):
        with page.expect_navigation():
            page.keyboard.press("Enter")
    else:
        page.locator("main form input[type=submit], main form button").first.click()
    expect(page.locator("[name='a._search']")).to_have_value(words)
    expect(page.locator("dl a").first).to_be_visible()

    page.goto(article)
    hand.follow(page.get_by_role("link", name="all forms"))
    expect(page.locator("pre").first).to_be_attached()
    bibtex = page.request.get(page.get_by_role("link", name="BibTeX").get_attribute("href") or "")
    assert bibtex.ok and bibtex.text().startswith("@")

    page.goto(first_search)
    hand.follow(page.get_by_role("link", name="Export", exact=True))
    exported = page.request.get(page.get_by_role("link", name="CSV", exact=True).get_attribute("href") or "")
    assert len(list(csv.DictReader(io.StringIO(exported.text())))) == found


@pytest.mark.parametrize("options", [{}, NO_SCRIPT, PHONE], ids=["desktop", "no script", "phone"])
def test_the_whole_way(browser: Browser, archive: tuple[str, Path], options: dict[str, Any]) -> None:
    """From the front page to an export: nothing fails on the way, and nothing is asked of another host."""
    address, database = archive
    context = browser.new_context(base_url=address, **options)
    visit = Visit(context.new_page(), address)
    tell(Hand(visit.page), database)
    context.close()
    assert visit.problems == []


def test_the_whole_way_by_keyboard_alone(browser: Browser, archive: tuple[str, Path]) -> None:
    """Each link and field on the way can be reached and used without a pointer."""
    address, database = archive
    context = browser.new_context(base_url=address)
    visit = Visit(context.new_page(), address)
    tell(Keyboard(visit.page), database)
    context.close()
    assert visit.problems == []
