"""The articles table as a list to read."""

from __future__ import annotations

import re

from .conftest import Site


def test_each_article_has_its_facts(site: Site) -> None:
    """Title, byline, publisher, date, language and the opening of the text; each in its own language."""
    page = site.get("articles").text

    assert re.search(r'<a class="clippings-title" href="/clippings/articles/1">Uzbekistan to exchange', page)
    assert '<div lang="ar" dir="rtl">' in page
    assert '<time datetime="2024-04">April 2024</time>' in page
    assert "<span>Dunyo reporter</span><span>Dunyo</span>" in page
    assert "With the support of the embassy" in page


def test_columns_sort(site: Site) -> None:
    """The headings are Datasette's own sort links."""
    page = site.get("articles", _sort="published").text

    assert "_sort_desc=published" in page
    assert "_sort=title" in page
    assert site.ids(_sort_desc="published", _size=1) != [1]


def test_there_is_a_table_even_for_nothing(site: Site) -> None:
    """Scripts that look for a table find one where no article matches."""
    page = site.get("articles", language="xx").text

    assert '<table class="rows-and-columns clippings-articles">' in page
    assert "No article matches." in page


def test_columns_that_are_asked_for_are_shown_as_columns(site: Site) -> None:
    """Choosing columns, or all of them, gives Datasette's own table."""
    for arguments in ({"_plain": "1"}, {"_col": "sha256"}, {"_nocol": "text"}):
        page = site.get("articles", **arguments).text
        assert "rows-and-columns clippings-articles" not in page
        assert "col-sha256" in page
    assert "_plain=1" in site.get("articles", _search="korea").text


def test_facets_have_headings_for_people(site: Site) -> None:
    """Types are named in the plural, languages by their names."""
    page = site.get("articles", _facet_entity=["person", "place", "organisation", "event"], _facet="language").text

    for heading in ("People", "Places", "Organisations", "Events"):
        assert f">{heading}</strong>" in page
    assert "<bdi>Vietnamese</bdi>" in page
    assert 'data-column="place"' in page
