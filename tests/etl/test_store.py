"""Rows are kept in few bytes, and read and written as if they weren't."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from clippings_etl import archive, build, verify
from clippings_etl.codes import Codes
from clippings_etl.documents import EntityName
from clippings_etl.numbers import Numbers
from clippings_etl.stored_names import StoredNames


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    """A database without rows but for an article and two entities."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(archive.schema())
    connection.execute(
        """
        insert into articles (id, title, language, word_count, text, title_source, source, key, site, format, encoding,
          sha256)
        values (1, 'On', 'fr', 9, 'Seoul and Séoul and 12 km.', 'headline', 'a', 'a', '', 'text', 'utf-8', '')
        """
    )
    connection.executemany(
        "insert into entities (id, name, type, key) values (?, ?, 'place', ?)",
        [(1, "Seoul", "place:seoul"), (2, "Suwon", "place:suwon")],
    )
    yield connection
    connection.close()


_MENTION = (1, "text", 0, 5, 1, "Seoul", 0.9, "model", "name: as written")
_INSERT_MENTION = f"insert into mentions values ({', '.join('?' * len(_MENTION))})"
_QUANTITY = (1, "text", 20, 25, "quantity", "12", 12.0, "kilometer", "12 km", "quantity:unit")
_INSERT_QUANTITY = f"insert into quantities values ({', '.join('?' * len(_QUANTITY))})"


def test_a_mention_is_written_and_read_as_a_row(empty: sqlite3.Connection) -> None:
    """What is inserted into the view comes back, and names and pairs know of it."""
    second = (1, "text", 10, 15, 1, "Séoul", 1 / 3, "model", "name: as written")
    empty.executemany(_INSERT_MENTION, [_MENTION, second])

    assert empty.execute("select * from mentions order by start").fetchall() == [_MENTION, second]
    assert empty.execute("select * from mentions where entity_id = 2").fetchall() == []
    assert empty.execute("select * from article_entities").fetchall() == [(1, 1, 2)]
    names = empty.execute("select * from entity_names order by name").fetchall()
    assert names == [(1, "Seoul", "fr", "corpus"), (1, "Séoul", "fr", "corpus")]


def test_a_mention_is_changed_and_taken_out(empty: sqlite3.Connection) -> None:
    """An update moves it to another entity or place, a delete leaves nothing."""
    empty.execute(_INSERT_MENTION, _MENTION)
    empty.execute("update mentions set entity_id = 2, start = 10, score = 1")

    [row] = empty.execute("select start, end, entity_id, surface, score from mentions").fetchall()
    assert row == (10, 15, 2, "Seoul", 1.0)
    assert empty.execute("select * from article_entities").fetchall() == [(2, 1, 1)]
    empty.execute("delete from mentions")
    for table in ("mentions", "stored_mentions", "article_entities"):
        assert empty.execute(f"select count(*) from {table}").fetchone() == (0,)


def test_a_quantity_is_written_changed_and_taken_out(empty: sqlite3.Connection) -> None:
    """The view of quantities takes rows as a table does."""
    empty.execute(_INSERT_QUANTITY, _QUANTITY)
    assert empty.execute("select * from quantities").fetchall() == [_QUANTITY]
    empty.execute("update quantities set unit = null, value = '12.0'")
    assert empty.execute("select value, unit, method from quantities").fetchall() == [("12.0", None, "quantity:unit")]
    empty.execute("delete from quantities")
    assert empty.execute("select count(*) from stored_quantities").fetchone() == (0,)


@pytest.mark.parametrize(
    ("insert", "row"),
    [
        (_INSERT_MENTION, (1, "byline", *_MENTION[2:])),
        (_INSERT_MENTION, (*_MENTION[:3], 6, *_MENTION[4:])),
        (_INSERT_QUANTITY, (1, None, *_QUANTITY[2:])),
        (_INSERT_QUANTITY, (*_QUANTITY[:3], 9, *_QUANTITY[4:])),
    ],
)
def test_what_no_row_can_say_is_refused(empty: sqlite3.Connection, insert: str, row: tuple[object, ...]) -> None:
    """A field that articles don't have, and an end that doesn't follow from start and words, are errors."""
    with pytest.raises(sqlite3.IntegrityError, match="has to be"):
        empty.execute(insert, row)


def test_a_name_is_kept_once_for_all_its_languages(empty: sqlite3.Connection) -> None:
    """The view shows a row for each language and source, beneath there is one; the same name again changes nothing."""
    listed = [EntityName("Seoul", "en", "cldr"), EntityName("Seoul", None, "list"), EntityName("서울", "ko", "cldr")]
    names = StoredNames(empty)
    names.add_listed(1, listed)
    names.write()
    empty.execute("insert into entity_names values (1, 'Seoul', 'de', 'mine'), (1, 'Seoul', 'de', 'mine')")

    assert empty.execute("select count(*) from stored_names").fetchone() == (3,)
    assert empty.execute("select name, language, source from entity_names order by 1, 2").fetchall() == [
        ("Seoul", "de", "mine"),
        ("Seoul", "en", "cldr"),
        ("Seoul", "und", "list"),
        ("서울", "ko", "cldr"),
    ]


def test_names_keep_their_numbers_when_they_are_read_again(empty: sqlite3.Connection) -> None:
    """A second writer, which knows nothing yet, finds each name by words and evidence, and adds what is new."""
    asked = [("Seoul", "en", "known: a"), ("Seoul", "en", "known: b"), ("Seoul", "fr", "known: a")]
    first = StoredNames(empty)
    numbers = [first.number(1, name, language, "corpus", evidence) for name, language, evidence in asked]
    first.write()
    rows = empty.execute("select * from stored_names").fetchall()
    again = StoredNames(empty)

    assert [again.number(1, name, language, "corpus", evidence) for name, language, evidence in asked] == numbers
    again.write()
    assert empty.execute("select * from stored_names").fetchall() == rows
    assert again.number(1, "Séoul", "fr", "corpus", "known: a") == len(rows)
    assert sorted(empty.execute("select language, source from entity_names").fetchall()) == [
        ("en", "corpus"),
        ("fr", "corpus"),
    ]


def test_codes_are_found_again(empty: sqlite3.Connection) -> None:
    """The same values have the same number, also for one who reads them from the database, and null is a value."""
    columns = ["kind", "unit", "method"]
    first = Codes(empty, "quantity_readings", columns)
    date, money = first.number("date", None, "date"), first.number("money", "USD", "money:sign")
    assert date != money
    assert first.number("date", None, "date") == date
    second = Codes(empty, "quantity_readings", columns)
    assert second.number("money", "USD", "money:sign") == money
    assert second.number("percent", "percent", "percent") not in (date, money)


def test_numbers_outlast_what_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little stays at hand, each key has one number, and those that were inherited come again."""
    monkeypatch.setattr("clippings_etl.numbers._AT_HAND", 3)
    monkeypatch.setattr("clippings_etl.numbers._BATCH", 2)
    for inherited in ([], [("entity", "place:4", 77), ("article", "a", 5), ("entity", "gone", 9)]):
        numbers = Numbers(sqlite3.connect(":memory:", isolation_level=None), inherited)
        keys = [f"place:{number % 7}" for number in range(50)]
        given = [numbers.entity(key) for key in keys]
        assert len(dict(zip(keys, given, strict=True))) == 7
        assert [new for _, new in given] == [True] * 7 + [False] * 43
        assert all(number == given[place % 7][0] for place, (number, _) in enumerate(given))
        articles = [numbers.new_article(key) for key in "abcdef"]
        assert [numbers.article(key) for key in "abcdef"] == articles
        assert len(set(articles)) == 6
        assert list(numbers.retired()) == ([("entity", "gone", 9)] if inherited else [])
        if inherited:
            assert (given[4][0], articles[0]) == (77, 5)


def test_a_new_database_has_no_empty_pages(tmp_path: Path) -> None:
    """Nothing that the build worked with stays behind in the file."""
    (tmp_path / "sources").mkdir()
    for number in range(30):
        text = f"Ferry {number} leaves Busan\n\nThe ferry number {number} left Busan for South Korea's islands.\n"
        (tmp_path / "sources" / f"{number}.txt").write_text(text, encoding="utf-8")
    database = tmp_path / "clippings.db"
    build([tmp_path / "sources"], database)

    assert sqlite3.connect(database).execute("pragma freelist_count").fetchone() == (0,)
    assert verify(database).ok
