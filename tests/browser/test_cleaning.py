"""A look at the quality of the cleaning, in a real browser: from the articles to a number and the rows behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import run_clippings, serving

from .conftest import Visit
from .test_stories import DARK, NO_SCRIPT, PHONE

PROSE = "The ferry to the islands will sail again from next week, the harbour office said on Monday.\n\n"
SITES = ("harbour", "a <img src=x onerror=alert(1)> " + "very-long-name-of-a-site" * 6, "عربي")


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive, made by the command, of folders as sites: pages alike, some nearly all furniture, one unreadable."""
    sources = tmp_path_factory.mktemp("crawl") / "crawl"
    for site in SITES:
        (sources / site).mkdir(parents=True)
        for number in range(6):
            text = f"Ferry number {number} returns to the islands\n\n{PROSE * (number + 3)}Related News\n\n1 2 3 4 5\n"
            (sources / site / f"{number}.txt").write_text(text, encoding="utf-8")
    pages = "Pages: " + " ".join(map(str, range(1, 200)))
    (sources / "harbour" / "pages.txt").write_text(f"Ferry\n\nThe boat sails.\n\n{pages}\n", encoding="utf-8")
    (sources / "عربي" / "pages.txt").write_text(f"Boat\n\nThe strait is open.\n\n{pages}\n", encoding="utf-8")
    (sources / "harbour" / "picture <b>.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0" * 100)
    database = sources.parent / "crawl.db"
    result = run_clippings("build", sources, "-o", database)
    assert result.returncode == 1, result.stdout + result.stderr  # for the unreadable one
    return database


@pytest.fixture(scope="module")
def room(crawl: Path) -> Iterator[str]:
    with serving(crawl) as address:
        yield address


@pytest.mark.parametrize("options", [{}, PHONE, NO_SCRIPT, DARK], ids=["desktop", "phone", "no script", "dark"])
def test_from_the_articles_to_the_rows_behind_a_number(browser: Browser, room: str, options: dict[str, object]) -> None:
    """A reader opens the page, unfolds a family of rules, follows a number, and reads an article that was emptied."""
    context = browser.new_context(base_url=room, **options)  # type: ignore[arg-type]
    visit = Visit(context.new_page(), room)
    page = visit.page
    page.goto("/crawl/articles")
    page.get_by_role("link", name="Cleaning", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cleaning")

    rule = page.locator("details tr").filter(has_text="related.heading")
    expect(rule).to_be_hidden()
    page.locator("summary").filter(has_text="related").click()
    expect(rule).to_be_visible()
    rule.get_by_role("link").first.click()
    expect(page.get_by_text("18 rows").first).to_be_visible()

    page.go_back()
    emptied = page.locator("section section").filter(has=page.locator("#emptied"))
    emptied.get_by_role("link", name="Ferry", exact=True).click()
    expect(page.get_by_text(re.compile("^Pages: 1 2 3"))).to_be_visible()
    page.get_by_role("link", name=re.compile("of its characters")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cleaning")
    expect(page.get_by_text("picture <b>.txt")).to_be_visible()
    context.close()
    assert visit.problems == []


def test_no_page_of_it_is_wider_than_a_phone_and_hostile_names_do_nothing(browser: Browser, room: str) -> None:
    """At 320 pixels, whatever a site is called; and its name stays text."""
    context = browser.new_context(base_url=room, viewport={"width": 320, "height": 700})
    visit = Visit(context.new_page(), room)
    page = visit.page
    for path in ("-/cleaning", "articles/1?_removed=1", "articles/8?_removed=1", "articles"):
        page.goto(f"/crawl/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert page.locator("section.content img, section.content b").count() == 0
    for path in ("cleaning_by_site", "cleaning_by_site_and_rule", "cleaning_outliers", "repeated_lines"):
        page.goto(f"/crawl/{path}")
        assert page.locator("img, [onerror]").count() == 0
    context.close()
    assert visit.problems == []


@pytest.mark.parametrize(
    "view", ["cleaning_by_site", "cleaning_by_site_and_rule", "cleaning_outliers", "removed_by_rule"]
)
def test_ready_charts_are_drawn(browser: Browser, room: str, view: str) -> None:
    """The link in the description opens the table or view with its chart drawn."""
    context = browser.new_context(base_url=room)
    visit = Visit(context.new_page(), room)
    visit.page.goto(f"/crawl/{view}")
    visit.page.get_by_role("link", name="Show as a chart").click()
    expect(visit.page.locator(".vega-embed svg, .vega-embed canvas").first).to_be_visible()
    context.close()
    assert visit.problems == []
