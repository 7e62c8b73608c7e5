"""What a reader does on the search page, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import serving
from tests.plugin.stories import build_stories

from .conftest import Visit

PHONE = {"viewport": {"width": 375, "height": 800}}
NO_SCRIPT = {"java_script_enabled": False}
DARK = {"color_scheme": "dark"}


@pytest.fixture(scope="module")
def stories_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a reading room on several dozen articles."""
    database: Path = build_stories(tmp_path_factory.mktemp("stories"))
    with serving(database) as address:
        yield address


def expect_count(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


@pytest.mark.parametrize("options", [{}, PHONE, NO_SCRIPT, DARK], ids=["desktop", "phone", "no script", "dark"])
def test_search_narrow_exclude_and_go_on(browser: Browser, stories_room: str, options: dict[str, object]) -> None:
    """A reader searches, narrows by an entity, leaves another out, takes filters away, turns the page, reads."""
    context = browser.new_context(base_url=stories_room, **options)  # type: ignore[arg-type]
    visit = Visit(context.new_page(), stories_room)
    page = visit.page
    page.goto("/stories/articles")
    page.get_by_role("link", name="Search page").click()
    expect_count(page, "70 articles")

    page.get_by_role("searchbox").fill("HARBOUR")
    page.get_by_role("button", name="Search").click()
    expect_count(page, "27 articles")
    expect(page.get_by_text("by relevance")).to_be_visible()
    expect(page.locator("article.clippings-result")).to_have_count(20)
    expect(page.locator("article.clippings-result h2 mark").first).to_have_text("harbour")

    page.get_by_role("link", name="Next page").click()
    expect(page.locator("article.clippings-result")).to_have_count(7)
    page.get_by_role("link", name="First page").click()

    page.locator("#facet-place").get_by_role("link", name="Norway", exact=True).click()
    expect_count(page, "16 articles")
    page.locator("#facet-organisation").get_by_role("link", name="Leave out NATO").click()
    expect(page.get_by_text("not mentioning NATO")).to_be_visible()
    left = page.locator("article.clippings-result").count()
    assert 0 < left < 16
    expect(page.locator("#facet-organisation .clippings-excluded .clippings-count")).to_have_text(f"−{16 - left}")
    page.get_by_role("link", name="mentioning Norway", exact=False).first.click()
    page.get_by_role("link", name="not mentioning NATO").click()
    expect_count(page, "27 articles")

    page.get_by_text("In numbers").click()
    page.locator("details table").get_by_role("link", name="April 2024").click()
    expect(page.get_by_text("published in April 2024")).to_be_visible()
    page.locator("article.clippings-result h2 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("harbour")
    context.close()
    assert visit.problems == []


def test_find_a_value_in_a_long_list(browser: Browser, stories_room: str) -> None:
    """From a list that is cut off to all its values, to the one by a name in another language, back to the search."""
    context = browser.new_context(base_url=stories_room)
    visit = Visit(context.new_page(), stories_room)
    page = visit.page
    page.goto("/stories/-/search?_search=harbour")
    page.locator("#facet-place").get_by_role("link", name="more…").click()
    page.get_by_role("searchbox", name="Part of a name").fill("han quoc")
    page.get_by_role("button", name="Search in this list").click()
    expect(page.locator(".clippings-values li")).to_have_count(1)
    page.get_by_role("link", name="South Korea", exact=True).click()
    expect(page.get_by_text("mentioning South Korea")).to_be_visible()
    expect_count(page, "5 articles")
    context.close()
    assert visit.problems == []


def test_nothing_is_wider_than_a_phone(browser: Browser, stories_room: str) -> None:
    """At 320 pixels nothing has to be scrolled sideways to be read."""
    context = browser.new_context(base_url=stories_room, viewport={"width": 320, "height": 700})
    visit = Visit(context.new_page(), stories_room)
    long = "x" * 80
    for path in ("search", f"search?_search={long}&_entity={long}", "search?_from=2024&_to=2024-05", "facet?_by=place"):
        visit.page.goto(f"/stories/-/{path}")
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()
    assert visit.problems == []
