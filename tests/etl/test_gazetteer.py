"""The compiled gazetteer: made from its tables, opened without reading it, searched by form."""

from __future__ import annotations

import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings_etl.entities.gazetteer import COMPILED, FAMILY, GIVEN, Gazetteer, gazetteer
from clippings_etl.entities.tables import Tables, in_order, index_of, pack
from clippings_etl.errors import ClippingsError

ROOT = Path(__file__).parents[2]


def keys(form: str, language: str | None) -> list[str]:
    """The entities that a form may mean in a language."""
    return [name.key for name in gazetteer().find(form, language)]


def test_the_compiled_file_is_what_its_tables_give() -> None:
    """Nobody can change the tables and forget the file, or the file alone."""
    script = ROOT / "scripts" / "build_gazetteer.py"
    checked = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_name_is_read_in_the_language_of_the_document_first() -> None:
    """The same letters are Russia in Vietnamese and nothing in English."""
    assert keys("nga", "vi") == ["place:RU"]
    assert keys("nga", "en") == []


def test_english_names_are_found_in_every_language() -> None:
    """Every press writes names in English; a name of another Latin-script language may be a word here."""
    assert keys("south korea", "de") == ["place:KR"]
    assert keys("südkorea", "en") == []


def test_names_in_other_scripts_are_found_where_the_language_is_not_known() -> None:
    """Hangul says itself what language it is."""
    assert keys("대한민국", None) == ["place:KR"]


def test_longest_form_is_told_by_its_first_word_or_two() -> None:
    """The matcher looks no further than names go on."""
    known = gazetteer()
    assert known.longest("bosnia") >= 3
    assert known.longest("bosnia and") >= 3
    assert known.longest("bosnia of") == 0
    assert known.longest("qwertyuiop") == 0


def test_names_of_a_language_by_their_beginning() -> None:
    """What case endings are taken from: a language's own names from some letters on."""
    forms = [form for form, _ in gazetteer().beginning("узбек", "ru")]
    assert "узбекистан" in forms
    assert all(form.startswith("узбек") for form in forms)
    assert all("ru" in name.languages for _, names in gazetteer().beginning("узбек", "ru") for name in names)


def test_an_entity_says_what_it_is() -> None:
    """Kind, country and the name that is shown; nothing for entities of the archive alone."""
    entity = gazetteer().entity("place:KR")
    assert entity
    assert (entity.kind, entity.country, entity.shown) == ("country", "KR", "South Korea")
    assert gazetteer().entity("person:nobody") is None
    with pytest.raises(KeyError):
        gazetteer().shown["person:nobody"]


@given(st.text())
def test_any_text_can_be_looked_up(text: str) -> None:
    """Lone surrogates, line breaks or nothing at all are looked up like any word."""
    known = gazetteer()
    assert known.longest(text) >= 0
    assert all(name.key in known.shown for name in known.find(text, "en"))
    assert known.people(text) in (0, 1, 2, 3)


@given(st.sets(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))))
def test_every_string_of_an_index_is_found_at_its_place(
    tmp_path_factory: pytest.TempPathFactory, strings: set[str]
) -> None:
    """What was packed is found again at its place; strings that weren't are not."""
    path = tmp_path_factory.mktemp("tables") / "some.tables"
    ordered = in_order(strings)
    path.write_bytes(pack({"numbers": array("H", [1, 2, 3]), **index_of("words", ordered)}))
    tables = Tables(path)
    index = tables.index("words")
    assert list(index) == ordered
    assert [index.find(string) for string in ordered] == list(range(len(ordered)))
    assert index.find("\n") is None
    assert list(tables.numbers("numbers")) == [1, 2, 3]


@pytest.mark.parametrize("damage", ["missing", "empty", "foreign", "cut", "header"])
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, damage: str) -> None:
    """An installation that lost or cut the file says so, before anything is looked up."""
    content = COMPILED.read_bytes()
    path = tmp_path / "gazetteer.tables"
    if damage != "missing":
        at = content.index(b"{")
        path.write_bytes(
            {
                "empty": b"",
                "foreign": b"key,name\n" * 10,
                "cut": content[:-8],
                "header": content[:at] + b"[" + content[at + 1 :],
            }[damage]
        )
    with pytest.raises(ClippingsError, match=r"gazetteer\.tables") as raised:
        Gazetteer(path)
    assert "Install" in raised.value.advice


def test_strings_that_cannot_be_packed_are_refused() -> None:
    """A string twice, or with a line break, has no place of its own."""
    with pytest.raises(ValueError, match="words"):
        index_of("words", ["one", "one"])
    with pytest.raises(ValueError, match="words"):
        index_of("words", ["two\nlines"])


def test_of_places_that_share_a_name_the_more_important_comes_first() -> None:
    """The capital before the town of its name, the country before the city; the others stay as candidates."""
    london = keys("london", "en")
    assert gazetteer().entity(london[0]).country == "GB"  # type: ignore[union-attr]
    assert any(gazetteer().entity(key).country == "CA" for key in london)  # type: ignore[union-attr]
    assert keys("singapore", "en")[0] == "place:SG"
    assert keys("thanh hóa", "vi")[0].startswith("place:VN-")


def test_a_city_has_coordinates_inhabitants_and_a_country() -> None:
    """What maps need, and what tells cities of one name apart."""
    city = gazetteer().entity(keys("tashkent", "en")[0])
    assert city
    assert (city.kind, city.country, city.is_capital, city.shown) == ("city", "UZ", True, "Tashkent")
    assert city.population > 1_000_000
    assert (round(city.latitude or 0), round(city.longitude or 0)) == (41, 69)


@pytest.mark.parametrize(
    ("form", "language"),
    [
        ("münchen", "de"),
        ("munich", "en"),
        ("мюнхен", "ru"),
        ("monachium", "pl"),
        ("mnichov", "cs"),
        ("慕尼黑", "zh"),
        ("ミュンヘン", "ja"),
        ("뮌헨", "ko"),
        ("ميونخ", "ar"),
        ("monaco di baviera", "it"),
    ],
)
def test_one_city_in_many_languages(form: str, language: str) -> None:
    """A city's names in all languages are one entity."""
    assert keys(form, language)[0] == keys("munich", "en")[0]


@pytest.mark.parametrize("name", ["nice", "reading", "victoria", "orlando", "lincoln"])
def test_cities_that_are_words_or_people_are_still_found(name: str) -> None:
    """They may need context, but the readings are there."""
    assert any(gazetteer().entity(key).kind == "city" for key in keys(name, "en"))  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "language"), [("nice", "en"), ("reading", "en"), ("essen", "de"), ("lincoln", "en")])
def test_cities_that_are_words_or_people_need_context(name: str, language: str) -> None:
    """ "Nice" at the beginning of a sentence is no city."""
    assert {found.needs for found in gazetteer().find(name, language)} == {"context"}


@pytest.mark.parametrize("junk", ["ict", "han", "of", "is", "muc", "r&d", "central", "eastern"])
def test_codes_and_words_are_no_names(junk: str) -> None:
    """Airport codes and words of parts of countries never came in."""
    assert not [name for name in gazetteer().find(junk, "en") if name.key.startswith("place:")]


def test_people_have_given_and_family_names() -> None:
    """Whether a word is a given name, a family name or neither."""
    known = gazetteer()
    assert known.people("anna") & GIVEN
    assert known.people("schmidt") & FAMILY
    assert known.people("xqzt") == 0
    assert "anna" in known.given_names and "xqzt" not in known.given_names and 5 not in known.given_names
