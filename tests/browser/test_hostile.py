"""A hostile archive in a real browser: on no page does anything of it run, break the page or reach another host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser

from tests.conftest import serving
from tests.hostile_archive import LINKS, PRODUCT, build_hostile

from .conftest import Visit
from .page_types import addresses

# What only markup of theirs could have made: our own pages have none of it.
_INTRUDERS = """() => [...document.querySelectorAll("body *")].filter((element) =>
  [...element.attributes].some(({ name, value }) => name.startsWith("on") && value !== "openColumnChooser()") // 1.0
  || (element.localName === "script" && /alert\\(\\d/.test(element.text) && element.type !== "application/json")
  || Element.prototype.matches.call(element, "img, iframe, object, embed, base, meta") // which 1.0 hides in one
  || ["href", "src", "action", "formaction", "xlink:href"].some((name) =>
    /^[\\s\\u0000-\\u0020]*(javascript|vbscript|data|file):/i.test(element.getAttribute(name) || ""))
).map((element) => element.outerHTML.slice(0, 300))"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def room(hostile: Path) -> Iterator[str]:
    with serving(hostile) as address:
        yield address


def walked(hostile: Path) -> dict[str, str]:
    """The pages of all types, of each article and of each entity, and searches for what is hostile."""
    found = addresses(hostile)
    found |= {f"article {number}": f"/hostile/articles/{number}?_removed=1" for number in range(1, len(LINKS) + 4)}
    found |= {f"entity {number}": f"/hostile/entities/{number}" for number in range(1, 7)}
    for name in ("search", "facet", "map", "network", "timeline", "export", "mentions"):
        words = quote_plus("</script><script>alert(12)</script>{{191*193}}\"'><img src=x onerror=alert(13)>")
        more = "&_by=site" if name == "facet" else f"&_series={words}" if name == "timeline" else "&_entity=place%3ANO"
        found[f"hostile {name}"] = f"/hostile/-/{name}?_search={words}&site={words}{more}"
    return found


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_of_it_does_anything(browser: Browser, room: str, hostile: Path, width: int) -> None:
    """Each page answers, says what it is, and stays within the window; whatever it shows is text."""
    options: dict[str, Any] = {"viewport": {"width": width, "height": 800}, "base_url": room}
    context = browser.new_context(**options)
    visit = Visit(context.new_page(), room)
    page = visit.page
    problems = []
    for name, address in walked(hostile).items():
        response = page.goto(address)
        problems += [f"{name}: {intruder}" for intruder in page.evaluate(_INTRUDERS)]
        if response is None or response.status != 200:
            problems.append(f"{name}: {response and response.status} {address}")
        if PRODUCT in page.content():
            problems.append(f"{name}: a template was run")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            problems.append(f"{name}: wider than the window")
        problems += [f"{name}: {problem}" for problem in visit.problems]
        visit.problems.clear()
    context.close()
    assert problems == [], "\n".join(problems)
