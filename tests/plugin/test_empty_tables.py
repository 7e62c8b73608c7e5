"""Tables without a row."""

from __future__ import annotations

from tests.plugin.conftest import Site


def test_an_empty_table_holds_a_table_element(site: Site) -> None:
    """datasette-vega's script looks for one on every table page; readers see that there are no records."""
    page = site.get("errors").text

    assert "0 records" in page
    assert 'class="rows-and-columns"' in page
