"""The language of the interface: what a reader asks for, what the browser asks for, and what nobody should."""

from __future__ import annotations

import asyncio
import html
import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from scripts import translations as scripts

from datasette_clippings import formatting, translations

from .conftest import Site

VIETNAMESE = "Tìm kiếm"


def ask(site: Site, path: str, **headers: str) -> Any:
    """The response to a path of the archive, with these headers."""

    async def asked() -> Any:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return await site.datasette.client.get(f"/clippings/{path}", headers=sent)

    return asyncio.run(asked())


def root(response: Any) -> str:
    """The page's root element."""
    text = str(response.text)
    begin = text.index("<html")
    return text[begin : text.index(">", begin) + 1]


PAGES = ("-/search", "-/facet?_by=place", "-/cleaning", "articles/1", "entities/1")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_the_language_that_the_browser_asks_for(site: Site, path: str) -> None:
    """The page says which it is, and that it depends on the request."""
    response = ask(site, path, Accept_Language="fr, vi-VN;q=0.8, en;q=0.7")
    assert root(response) == '<html lang="vi">'
    assert VIETNAMESE in response.text
    assert "Accept-Language" in response.headers["vary"] and "Cookie" in response.headers["vary"]
    assert root(ask(site, path)) == '<html lang="en">'
    assert VIETNAMESE not in ask(site, path).text


def test_an_address_chooses_and_a_cookie_keeps_it(site: Site) -> None:
    """The choice is kept for the next pages, and links don't carry it to whom they are sent."""
    chosen = ask(site, "-/search?_lang=vi&_search=korea", Accept_Language="en")
    assert root(chosen) == '<html lang="vi">'
    assert chosen.headers["set-cookie"].startswith("clippings_language=vi;")
    assert chosen.text.count("_lang=") == len(translations.languages()) - 1  # the choice itself
    assert root(ask(site, "-/search", Cookie="clippings_language=vi", Accept_Language="en")) == '<html lang="vi">'
    again = ask(site, "-/search?_lang=en", Cookie="clippings_language=vi")
    assert root(again) == '<html lang="en">'
    assert again.headers["set-cookie"].startswith("clippings_language=en;")
    assert "set-cookie" not in ask(site, "-/search", Accept_Language="vi").headers


HOSTILE = (
    "xx", "../../vi", "vi\0", "vi%0d%0aSet-Cookie:%20a=b", "<script>alert(1)</script>", "v" * 5000, "VI", "en-us",
    "%ff",
)  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_what_is_no_language_of_ours_is_passed_over(site: Site, value: str) -> None:
    """Whether in the address, in the cookie or in the browser's wishes: the page is English and nothing is set."""
    response = ask(site, f"-/search?_lang={value.replace(' ', '')}".replace("\0", "%00"))
    assert response.status_code == 200 and root(response) == '<html lang="en">'
    assert "set-cookie" not in response.headers
    assert "<script>alert(1)" not in response.text
    if value.isprintable():
        for cookie in (f"clippings_language={value}", f"{value}; =;;;", f'clippings_language="{value}'):
            assert root(ask(site, "-/search", Cookie=cookie)) == '<html lang="en">'


WISHES = {
    "vi": "vi", "VI-vn": "vi", "en;q=0.5, vi;q=0.9": "vi", "vi;q=0": "en", "vi;q=0.000, en;q=0.1": "en",
    "vi;q=nan": "en", "vi;q=inf": "en", "vi;q=-1": "en", "vi;q=1e9": "en", "vi ; q=0.5": "vi", ",,,": "en",
    ";q=1": "en", "*": "en", ", ".join(["xx"] * 30 + ["vi"]): "en", "vi_VN": "en", "fr-FR, de": "en",
}  # fmt: skip


@pytest.mark.parametrize(("header", "language"), WISHES.items())
def test_wishes_are_weighed_as_the_standard_says(site: Site, header: str, language: str) -> None:
    """The highest weight wins, a weight of 0 refuses, and what is malformed counts for nothing."""
    assert root(ask(site, "-/search", Accept_Language=header)) == f'<html lang="{language}">'


def test_pages_of_datasette_stay_english_and_our_parts_in_them_say_what_they_are(site: Site) -> None:
    """Only a page that is ours as a whole bears the reader's language as a whole."""
    for path in ("removed_lines", "articles/1?_plain=1", "articles?_plain=1"):
        assert root(ask(site, path, Accept_Language="vi")) == '<html lang="en">'
    table = ask(site, "articles?_facet_entity=place", Accept_Language="vi").text
    assert '<main id="clippings-main" tabindex="-1" lang="en">' in table
    assert '<div class="clippings-list" lang="vi">' in table
    assert '<div class="facet-results" lang="vi">' in table


def test_data_is_the_same_in_every_language(site: Site) -> None:
    """JSON holds English words and ISO dates, whatever the reader's language."""
    for path in ("-/search.json?_search=korea", "-/facet.json?_by=month", "-/cleaning.json"):
        assert ask(site, path, Accept_Language="vi").json() == ask(site, path).json()
        assert "Accept-Language" not in ask(site, path).headers.get("vary", "")


def test_filters_are_told_in_the_readers_language_and_what_was_typed_as_it_was(site: Site) -> None:
    """Entities, dates, languages; a search that reads like one of our own phrases stays what it is."""
    asked = "-/search?_entity=place:KR&_not_entity=place:UZ&_from=2021-04&language=vi&_search=mentioning+x"
    page = ask(site, asked, Accept_Language="vi").text
    for words in (
        "nhắc đến South Korea",
        "không nhắc đến Uzbekistan",
        "từ tháng 4 năm 2021",
        "Tiếng Việt",
        "mentioning x",
    ):
        assert f"<bdi>{words}</bdi> <span" in page, words
    pills = {pill["words"] for pill in ask(site, asked.replace("?", ".json?"), Accept_Language="vi").json()["pills"]}
    assert pills == {
        "mentioning South Korea",
        "not mentioning Uzbekistan",
        "from April 2021",
        "Vietnamese",
        "mentioning x",
    }


def template(source: str) -> str:
    """What a template with autoescaping makes of itself."""
    environment = Environment(autoescape=True)
    translations.add_to(environment)
    formatting.add_filters(environment)
    hostile = "<b>100 % {{ 7*7 }} %(x)s</b>"
    return environment.from_string(source).render(hostile=hostile)


def test_words_from_data_stay_words() -> None:
    """What isn't a message is shown as it is: neither markup nor a format."""
    shown = "&lt;b&gt;100 % {{ 7*7 }} %(x)s&lt;/b&gt;"
    assert template("{{ _(hostile) }}") == shown
    assert template('{{ _("not %(name)s; click to release", name=hostile) }}') == f"not {shown}; click to release"
    assert template('{{ ngettext("%(n)s <i>", "%(n)s <u>", 2, n=hostile) }}') == f"{shown} <u>"
    assert template("{{ _('') }}") == ""
    assert template("{{ ngettext('%(num)s thing', '%(num)s things', 12345) }}") == "12,345 things"


def test_numbers_dates_and_names_are_written_as_the_language_writes_them() -> None:
    """In English as before, in Vietnamese as there; what is no date or code is shown as it stands."""
    source = (
        "{{ 1234567|number }}|{{ 0.1234|percent }}|{{ '2024-04-22T14:33Z'|written_date }}|{{ '2024-04'|written_date }}|"
        "{{ '2024'|written_date }}|{{ '2024-02-31'|written_date }}|{{ '0000-01'|written_date }}|"
        "{{ 'spring'|written_date }}|"
        "{{ 'ko'|language_name }}|{{ 'x<y'|language_name('Other') }}|{{ 'KR'|country_name }}|{{ '??'|country_name }}"
    )
    english = (
        "1,234,567|12.3\N{NO-BREAK SPACE}%|22 April 2024, 14:33 UTC|April 2024|2024|2024-02-31|0000-01|spring|"
        "Korean|Other|South Korea|??"
    )
    vietnamese = (
        "1.234.567|12,3\N{NO-BREAK SPACE}%|22 tháng 4, 2024, 14:33 UTC|tháng 4 năm 2024|2024|2024-02-31|0000-01|spring|"
        "Tiếng Hàn|Other|Hàn Quốc|??"
    )
    assert template(source) == english
    token = translations._spoken.set(translations._Spoken("vi"))
    try:
        assert template(source) == vietnamese
    finally:
        translations._spoken.reset(token)


@pytest.mark.parametrize("language", scripts.languages())
def test_each_message_is_translated(language: str) -> None:
    """Every message of the templates and of the data is in the catalogue, with the same placeholders, and none else."""
    assert list(scripts.problems(language)) == []


def test_a_catalogue_that_lacks_something_is_told(tmp_path: Path) -> None:
    """What is missing, empty, doubtful or has other placeholders is named; an update adds what is missing."""
    path = scripts.path_of("fr", tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid "Search"\nmsgstr ""\n\n#, fuzzy\nmsgid "Table"\nmsgstr "Tableau"\n\nmsgid "Gone"\nmsgstr "Parti"\n\n'
        '#, python-format\nmsgid "Leave out %(name)s"\nmsgstr "Exclure %(nom)s"\n\nmsgid "Map"\nmsgstr "Carte"\n'
    )
    found = "\n".join(scripts.problems("fr", tmp_path))
    for told in ("untranslated: 'Search'", "fuzzy: 'Table'", "no longer in use: 'Gone'", "missing: 'Cleaning'"):
        assert told in found
    assert "'Leave out %(name)s': " in found and "'Map'" not in found
    scripts.update("fr", scripts.extracted(), tmp_path)
    updated = path.read_text("utf-8")
    assert scripts.read("fr", tmp_path).get("Map").string == "Carte" and "Gone" not in updated
    assert not [each for each in scripts.problems("fr", tmp_path) if ": missing" in each or "no longer in" in each]
    scripts.update("fr", scripts.extracted(), tmp_path)
    assert path.read_text("utf-8") == updated


TEMPLATES = Path(translations.__file__).parent / "templates"
JINJA = re.compile(
    r"{% block (?:kind|body_class) %}.*?{% endblock %}(?:-page{% endblock %})?|{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL
)
MARKUP = re.compile(r"<(script|style|code|kbd)\b.*?</\1>|<[^>]*>|\b(?:lang|dir)=\"[^\"]*\"", re.DOTALL)
READ_ALOUD = re.compile(r'(?:aria-label|title|placeholder|alt|data-label)="([^"]*)"')
NAMES = {"BibTeX", "CSL", "CSL-JSON", "CSV", "GEXF", "JSON", "Markdown", "RIS", "SHA-256", "SQL", "A", "B", "G²"}


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_no_word_stands_in_a_template_unmarked(path: Path) -> None:
    """What a reader sees or hears is a message; only names of formats are the same in every language."""
    source = JINJA.sub("\n", path.read_text("utf-8"))
    shown = [*READ_ALOUD.findall(source), MARKUP.sub("\n", source)]
    assert set(re.findall(r"[A-Za-z][\w-]*", html.unescape("\n".join(shown)))) <= NAMES
