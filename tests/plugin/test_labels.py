"""Datasette's own forms on our pages, for who can't see them."""

from __future__ import annotations

import re

from .conftest import Site


def test_the_fields_of_filters_have_names(site: Site) -> None:
    """Each field that a reader fills or chooses in says what it is for, those of filters in use too."""
    page = site.get("articles", language__exact="en", title__contains='<select name="_filter_op">').text
    fields = re.findall(r"<(?:select|input|textarea)\b[^>]*>", page)
    for field in fields:
        if not re.search(r'type="(?:hidden|submit|checkbox)"|id="_search"', field):
            assert "aria-label=" in field, field
    assert len([field for field in fields if "_filter_column" in field]) == 3
    assert page.count('aria-label="How to compare"') == 3  # and not in what the reader typed


def test_the_front_page_has_a_plain_field_for_sql(site: Site) -> None:
    """Datasette's editor is on its query page; the front page asks nobody to load it, and its field has a name."""
    front, query = site.get("/clippings").text, site.get("/clippings?sql=select+1").text
    if "sql-editor" not in query:  # 1.0 has a page of its own for it
        query = site.get("-/query", sql="select 1").text
    assert re.search(r'<textarea id="clippings-sql" aria-label="SQL" name="sql">', front)
    for editor in ('id="sql-editor"', 'id="sql-format"'):
        assert editor in query and editor not in front
    assert not re.search(r"<script src=\"[^\"]*(codemirror|cm-|sql-formatter)", front)


def test_pages_without_a_table_are_spared_the_scripts_of_charts_on_tables(site: Site) -> None:
    """datasette-vega is where tables and views are, on none of our other pages."""
    for path in ("/clippings", "-/search", "-/facet?_by=place", "articles/1", "entities/1"):
        assert "datasette_vega" not in site.get(path).text, path
    for path in ("articles", "articles_by_month", "articles/1?_plain=1"):
        assert "datasette_vega" in site.get(path).text, path
