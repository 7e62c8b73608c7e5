"""The language that a reader chose before, among the cookies of whatever else the host serves."""

from __future__ import annotations

import pytest

from .conftest import Site
from .test_translations import ask, root

OURS = "clippings_language=vi"


@pytest.mark.parametrize(
    "cookies",
    [
        OURS,
        f"{OURS};",
        f"a=1; {OURS}; b=2",
        f"a=1;{OURS}",
        f"a b c; {OURS}",
        f'{{"a": "b"}}=1; {OURS}',
        f'a="\\"; {OURS}',
    ],
)
def test_the_choice_is_found_among_other_cookies(site: Site, cookies: str) -> None:
    """Wherever it stands, and however malformed those of others are."""
    assert root(ask(site, "-/search", Cookie=cookies)) == '<html lang="vi">'


@pytest.mark.parametrize(
    "cookies",
    [
        f"a={'x' * 20_000}; {OURS}",
        f"x{OURS}",
        f"{OURS}x",
        f"a=1 {OURS}",
        f"{OURS}=",
        "clippings_language=" + "\\" * 8_000,
        '"' + "\\" * 60_000 + f"; {OURS}",
    ],
)
def test_no_other_cookie_is_taken_for_it(site: Site, cookies: str) -> None:
    """Nor is a header of many KB read at all, which no reader's browser sends."""
    assert root(ask(site, "-/search", Cookie=cookies)) == '<html lang="en">'
