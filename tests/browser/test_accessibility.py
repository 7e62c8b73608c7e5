"""What axe-core finds on each type of page: nothing, by WCAG 2.2 AA, in light and dark, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from datasette_clippings.routes import pages
from tests.conftest import serving
from tests.plugin.stories import build_stories

from .page_types import addresses

WIDTHS = (1280, 768, 320)
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
# Datasette 1.0's own menu behind "/", closed, has a list called `matches` where axe calls the method of every element.
MENU = "navigation-search"


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_stories(tmp_path_factory.mktemp("stories"))


@pytest.fixture(scope="module")
def room(stories: Path) -> Iterator[str]:
    with serving(stories) as address:
        yield address


def violations(page: Page) -> list[str]:
    """What axe finds, each with the elements that it finds it in."""
    page.evaluate("menu => document.querySelector(menu)?.remove()", MENU)
    found: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{each['id']}: {node['target']}: {node['failureSummary']}: {node['html'][:200]}"
        for each in found
        for node in each["nodes"]
    ]


def test_each_page_is_among_those_looked_at(stories: Path) -> None:
    """A page that is added without an address here is a page that nobody has looked at."""
    assert {page.name for page in pages()} <= set(addresses(stories))


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_a_readers_way(browser: Browser, room: str, stories: Path, scheme: Any, language: str) -> None:
    """No violation of WCAG 2.2 AA on any page, nor anything to be scrolled sideways; in Vietnamese on a phone only."""
    context = browser.new_context(base_url=room, color_scheme=scheme, locale=language)
    page = context.new_page()
    problems = []
    for name, address in addresses(stories).items():
        response = page.goto(address)
        assert response is not None and response.status == 200, f"{name}: {address}"
        for width in WIDTHS if language == "en" else WIDTHS[-1:]:
            page.set_viewport_size({"width": width, "height": 900})
            problems += [f"{name} at {width}: {problem}" for problem in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                problems.append(f"{name} at {width}: wider than the window")
    context.close()
    assert problems == [], "\n".join(problems)
