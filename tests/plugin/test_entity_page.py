"""The page of a person, organisation, place or event."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from .conftest import READER, Site


def test_names_by_language(site: Site) -> None:
    """Each name under its language, with where it comes from; languages without articles are folded away."""
    page = site.get("entities/1").text

    vietnamese = page.partition("<dt>Vietnamese</dt>")[2].partition("<dt>")[0]
    assert '<dd title="Source: cldr, corpus"><bdi lang="vi">Hàn Quốc</bdi>' in vietnamese
    assert '<dd title="Source: corpus"><bdi lang="vi">HÀN QUỐC</bdi>' in vietnamese
    assert 'title="Source: cldr"' in page
    assert "<dt>Any language</dt>" in page
    assert "In 1 other language</summary>" in page
    assert page.index("<summary>") < page.index("Janubiy Koreya")


def test_articles_latest_first(site: Site) -> None:
    """The articles that mention it, the undated last, and a link to all of them."""
    page = site.get("entities/2").text

    assert page.index("/clippings/articles/1") < page.index("/clippings/articles/5")
    assert 'href="/clippings/articles?_entity=place%3AUZ"' in page
    assert site.ids(_entity="place:UZ") == [1, 5]


def test_company(site: Site) -> None:
    """Entities that the same articles mention, with the number of those articles."""
    page = site.get("entities/1").text

    assert re.search(r'href="/clippings/entities/5"><bdi>Vietnam</bdi></a><span [^>]*>2</span>', page)


def test_months_are_a_table_that_a_chart_can_be_made_of(site: Site) -> None:
    """What datasette-vega looks for: a table, and a link to JSON that has the same rows."""
    page = site.get("entities/1").text

    assert '<table class="rows-and-columns">' in page
    link = re.search(r'class="export-links">.*?href="([^"]+json[^"]+)"', page)
    assert link
    rows = site.get(f"{link[1].replace('&amp;', '&')}&_shape=array").json()
    charted = [(row["month"], row["articles"], row["mentions"]) for row in rows]
    assert {("2024-04", 2, 5), ("2024-05", 1, 2)} <= set(charted)
    assert re.findall(r"<td>(.*?)</td>", page) == [str(value) for row in charted for value in row]
    assert "chart.js" in page


def test_an_entity_without_dated_mentions_has_no_chart(site: Site) -> None:
    """It says so instead."""
    for number in (9, 3):
        page = site.get(f"entities/{number}").text
        assert "nothing to draw" in page
        assert "export-links" not in page
        assert "chart.js" not in page


def test_a_single_month_is_no_chart(site: Site) -> None:
    """Its numbers are shown, and nothing that a chart plugin would hang an empty chart on."""
    page = site.get("entities/4").text

    assert re.findall(r"<td>(.*?)</td>", page) == ["2024-04", "1", "1"]
    assert "export-links" not in page
    assert "chart.js" not in page


def test_an_entity_that_no_article_mentions(site: Site) -> None:
    """Nothing is shown as nothing."""
    page = site.get("entities/9").text

    assert "0 articles" in page
    assert "No article mentions it." in page


def test_a_name_of_any_characters(site: Site) -> None:
    """Quotes and brackets are text, in the title and in links."""
    page = site.get("entities/7").text

    assert "<title>O&#39;Neil &#34;&amp; Co&#34; &lt;b&gt;</title>" in page
    assert "_entity=organisation%3Ao%27neil+%22%26+co%22+%3Cb%3E" in page


@pytest.mark.parametrize(
    ("table", "secrets"),
    [
        ("entity_names", ["Hàn Quốc</bdi>", "<h2>Names"]),
        ("article_entities", ["6 articles", "Mentioned with it", "<h2>Articles", "Mentions over time", "11 mentions"]),
        ("articles", ["<h2>Articles", "biocenters", "Mentions over time"]),
        ("entity_mentions_by_month", ["Mentions over time", "2024-05</td>"]),
        ("languages", ["Vietnamese"]),
    ],
)
def test_each_private_table_hides_what_is_drawn_from_it(
    private: Callable[..., Site], table: str, secrets: list[str]
) -> None:
    """Anonymous readers get the page without it, allowed ones with it."""
    site = private(table)
    anonymous, reader = site.get("entities/1"), site.get("entities/1", actor=READER)

    assert (anonymous.status_code, reader.status_code) == (200, 200)
    for secret in secrets:
        assert secret not in anonymous.text
        assert secret in reader.text


def test_private_entities_are_forbidden(private: Callable[..., Site]) -> None:
    """To those who may not view the table."""
    site = private("entities")

    refused = site.get("entities/1")
    assert refused.status_code == 403
    assert "South Korea" not in refused.text
    assert site.get("entities/1", actor=READER).status_code == 200
