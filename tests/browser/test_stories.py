"""What a reader does, in a real browser: search, narrow, read, follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import run_clippings, serving

from .conftest import Visit

UZBEKISTAN = "Uzbekistan to exchange experience and experts with biocenters of South Korea"
ASEAN = "Tuần lễ đối tác BIO ASEAN – HÀN QUỐC 2021"

PHONE = {"viewport": {"width": 390, "height": 844}}
NO_SCRIPT = {"java_script_enabled": False}
DARK = {"color_scheme": "dark"}


def expect_titles(page: Page, *titles: str) -> None:
    expect(page.locator("table.clippings-articles a.clippings-title")).to_have_text(list(titles))


@pytest.mark.parametrize(
    "visit", [{}, PHONE, NO_SCRIPT, DARK], ids=["desktop", "phone", "no script", "dark"], indirect=True
)
def test_search_facet_article_entity(visit: Visit) -> None:
    """A reader searches, chooses a facet and releases it, reads an article, follows an entity to another article."""
    page = visit.page
    page.goto("/clippings/articles")
    expect_titles(page, UZBEKISTAN, ASEAN)

    page.get_by_label("Search:").fill("han quoc")
    page.get_by_label("Search:").press("Enter")
    expect_titles(page, ASEAN)
    expect(page.get_by_label("Search:")).to_have_value("han quoc")

    page.goto("/clippings/articles")
    page.locator("#facet-person").get_by_role("link", name="Abdulla Azizov", exact=True).click()
    expect_titles(page, UZBEKISTAN)
    expect(page.get_by_text("mentioning Abdulla Azizov").first).to_be_visible()
    page.locator("#facet-person").get_by_role("link", name="Abdulla Azizov").click()
    expect_titles(page, UZBEKISTAN, ASEAN)

    page.get_by_role("link", name=UZBEKISTAN).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(UZBEKISTAN)
    expect(page.locator("article")).to_have_attribute("lang", "en")
    expect(page.get_by_text("Related News")).to_be_hidden()
    page.get_by_label("Removed lines").check()
    expect(page.get_by_text("Related News")).to_be_visible()

    page.locator("article p").get_by_role("link", name="South Korea", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("South Korea")
    expect(page.get_by_text("Hàn Quốc", exact=True).first).to_be_attached()
    page.get_by_role("link", name=ASEAN).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(ASEAN)
    expect(page.locator("article")).to_have_attribute("lang", "vi")


def test_an_entity_leads_to_a_chart_of_its_mentions(visit: Visit) -> None:
    """A click on the page of an entity leads to its mentions by month, drawn by datasette-vega."""
    page = visit.page
    page.goto("/clippings/articles")
    page.get_by_role("link", name=UZBEKISTAN).click()
    page.locator("article p").get_by_role("link", name="South Korea", exact=True).first.click()
    page.get_by_role("link", name="Mentions by month, as rows and a chart").click()
    expect(page.locator(".vega-embed svg, .vega-embed canvas").first).to_be_visible()


def test_a_ready_chart_is_drawn_from_a_link(visit: Visit) -> None:
    """The link in a view's description opens the view with its chart drawn."""
    page = visit.page
    page.goto("/clippings/top_entities")
    page.get_by_role("link", name="Show as a chart").click()
    expect(page.locator(".vega-embed svg, .vega-embed canvas").first).to_be_visible()


def test_no_page_is_wider_than_a_phone(browser: Browser, reading_room: str) -> None:
    """At 320 pixels nothing has to be scrolled sideways to be read."""
    context = browser.new_context(base_url=reading_room, viewport={"width": 320, "height": 700})
    visit = Visit(context.new_page(), reading_room)
    page = visit.page
    for path in (
        "/clippings/articles",
        "/clippings/articles/1",
        "/clippings/articles/2",
        "/clippings/entities/1",
        "/clippings/-/cleaning",
    ):
        page.goto(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, path
    context.close()
    assert visit.problems == []


# What opens with a tag is a web page, and its scripts are no text; this is text about them.
HOSTILE = """{{ 7*7 }} of Norway <script>alert(1)</script><img src=x onerror=alert(2)>

President <b onmouseover=alert(3)>Ada</b> spoke in Norway about \u202ebidi\u202c and javascript:alert(4).
The minister said: “</script><script>alert(5)</script>” and left Norway by train on the same evening.

By <script>alert(6)</script>

Photo: <svg onload=alert(7)>
"""


@pytest.fixture(scope="module")
def hostile_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a <script>alert(8)<").mkdir()
    (folder / "a <script>alert(8)<" / "'\"><img src=x onerror=alert(9)>.txt").write_text(HOSTILE, encoding="utf-8")
    result = run_clippings("build", folder, "-o", folder / "hostile.db")
    assert result.returncode == 0, result.stdout
    with serving(folder / "hostile.db") as address:
        yield address


def test_hostile_documents_do_nothing(browser: Browser, hostile_room: str) -> None:
    """Markup and script in title, text, credits and file name are shown as text on every page."""
    context = browser.new_context(base_url=hostile_room)
    visit = Visit(context.new_page(), hostile_room)
    page = visit.page
    for path in (
        "articles",
        "articles?_search=script",
        "articles/1",
        "entities",
        "entities/1",
        "removed_lines",
        "mentions",
    ):
        page.goto(f"/hostile/{path}")
        # Nothing of theirs became an element: no script but Datasette's and ours, no picture, no handler.
        assert page.evaluate("[...document.scripts].filter(script => script.text.includes('alert(')).length") == 0
        assert page.locator("img, [onmouseover], [onerror], svg[onload], b").count() == 0
    page.goto("/hostile/articles/1")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>alert(1)</script>")
    expect(page.get_by_role("heading", level=1)).to_contain_text("{{ 7*7 }}")
    context.close()
    assert visit.problems == []
