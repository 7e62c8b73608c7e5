"""The language of searches: what is typed, the tree that it is read as, and what FTS5 is asked."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datasette_clippings.phrases import fold_query
from datasette_clippings.query import (
    MOST_WORDS,
    And,
    Exact,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    expression,
    leaves,
    parse,
    ranking,
    written,
)
from datasette_clippings.query.exact import pattern
from datasette_clippings.query.parser import DEEPEST
from datasette_clippings.query.tokens import _tokenizer

A, B, C = Phrase("a"), Phrase("b"), Phrase("c")


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """A full-text index as archives have it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "create virtual table articles_fts using fts5(text, title, content='', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("insert into articles_fts (rowid, text, title) values (1, 'a b c', 'd')")
        yield connection


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a a", A),
        ("a OR b", Or((A, B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a（b OR c）", And((A, Or((B, C))))),
        ("a OR b OR (c OR a)", Or((A, B, C))),
        ("a -b", And((A, Not(B)))),
        ("a NOT b", And((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("NOT NOT a", A),
        ("-(a OR b)", Not(Or((A, B)))),
        ("a-b", Phrase("a-b")),
        ("a - b", And((A, B))),
        ("--a", Phrase("--a")),
        ('"a b"', Phrase("a b")),
        ("“a b” „c”", And((Phrase("a b"), C))),
        ("«a b»", Phrase("a b")),
        ("c「a b」『c a』", And((C, Phrase("a b"), Phrase("c a")))),
        ("=「A b」", Exact("A b", "A b")),
        ("a 「b", And((A, B))),
        ('a"b"', And((A, B))),
        ("a*", Phrase("a", prefix=True)),
        ('"a b"*', Phrase("a b", prefix=True)),
        ("a*b", Phrase("a*b")),
        ("title:a", Phrase("a", "title")),
        ("title:a b", And((Phrase("a", "title"), B))),
        ("title:(a b)", And((Phrase("a", "title"), Phrase("b", "title")))),
        ("title:(a text:b)", And((Phrase("a", "title"), Phrase("b", "text")))),
        ("-title:a", Not(Phrase("a", "title"))),
        ("byline:a", Phrase("byline:a")),
        ("Title:a TEXT:b", And((Phrase("a", "title"), Phrase("b", "text")))),
        ("title::a", Phrase("title::a")),
        ("Exact:Đức", Exact("Đức", "Dức")),
        ("NEAR(a b)", Near((A, B), 10)),
        ('NEAR(a "b c", 5)', Near((A, Phrase("b c")), 5)),
        ("NEAR(a)", A),
        ("text:NEAR(a* b, 2)", Near((Phrase("a", prefix=True), B), 2, "text")),
        ('"a b c"~3', Near((A, B, C), 3)),
        ("NEAR a", And((Phrase("NEAR"), A))),
        ('="Hà Nội"', Exact("Hà Nội", "Hà Nội")),
        ('="a*"', Exact("a*", "a*")),
        ("exact:Đức", Exact("Đức", "Dức")),
        ('title:="A b"', Exact("A b", "A b", "title")),
        ('-="a"', Not(Exact("a", "a"))),
        ("韩国", Phrase("韩 国")),
        ("and or not", And((Phrase("and"), Phrase("or"), Phrase("not")))),
        ("a OR *** OR b", Or((A, B))),
        ("a -***", A),
        ("()", None),
        ("", None),
        ("-", None),
        ('"" "!"', None),
    ],
)
def test_what_is_typed_is_read(typed: str, tree: Node | None) -> None:
    """Each part of the language, alone and together; what holds no word says nothing."""
    query = parse(typed)

    assert (query.tree, query.problem, query.read_as) == (tree, None, None)


@pytest.mark.parametrize(
    ("typed", "words", "problem"),
    [
        ('"a b', ["a b"], "quotation mark"),
        ("(a OR b", ["(a", "OR", "b"], "bracket isn’t closed"),
        ("a) b", ["a)", "b"], "isn’t open"),
        ("NEAR(a b", ["NEAR(a", "b"], "bracket isn’t closed"),
        ("a OR", ["a", "OR"], "both sides"),
        ("AND a", ["AND", "a"], "both sides"),
        ("a OR OR b", ["a", "OR", "b"], "both sides"),
        ("NOT", ["NOT"], "both sides"),
        ('="a b"*', ["a b"], "no *"),
        ("=a*", ["=a*"], "no *"),
        ('exact:"a b"~5', ["exact:", "a b", "~5"], "no ~"),
        ("title: a", ["title:", "a"], "need words behind"),
        ("a Title:", ["a", "Title:"], "need words behind"),
        ("title:text:a", ["title:text:a"], "need words behind"),
        ("title:-a", ["title:-a"], "need words behind"),
        ('"a b"~9999', ["a b", "~9999"], "1,000 words"),
        ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), ["(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1)], "within"),
    ],
)
def test_what_cannot_be_read_is_read_as_words(typed: str, words: list[str], problem: str) -> None:
    """All that was typed is asked for, as words and quoted phrases, and the answer says why."""
    query = parse(typed)

    assert query.tree is not None
    assert [leaf.text for leaf, _ in leaves(query.tree) if isinstance(leaf, Phrase)] == words
    assert problem in (query.problem or "")
    assert query.read_as == " ".join(f'"{word}"' if " " in word else word for word in words)


PIECES = ["a", "b", "é", "韩国", "ไทย", " ", " ", '"', "(", ")", "-", "*", ":", "=", "~", "~3", "title:", "text:",
          "exact:", "NEAR(", ",", "5", "AND", "OR", "NOT", "“", "”", "«", "„", "（", "\0", "\n", "{", "}", "^",
          "'", "\\", "\ud800", "\u202e", "e\u0301", "😀"]  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_nothing_that_is_typed_is_an_error(index: sqlite3.Connection, typed: str) -> None:
    """Whatever is typed is read, and FTS5 takes what becomes of it; what it was read as is read again as words."""
    query = parse(typed)
    index.execute("select rowid from articles_fts where articles_fts match ?", [fold_query(typed)]).fetchall()

    if query.tree is not None:
        exact = expression(query.tree)
        if exact is not None:
            index.execute("select rowid from articles_fts where articles_fts match ?", [exact]).fetchall()
        for phrase in ranking(query.tree):
            assert expression(phrase)
    assert (query.problem is None) == (query.read_as is None)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_what_is_written_is_read_as_the_same(typed: str) -> None:
    """A tree can be typed again."""
    tree = parse(typed).tree
    assert tree is None or parse(written(tree)).tree == tree


@pytest.mark.parametrize(
    "typed", ['=“say "no"”', '=«a "b” c»', '="a ” b » c"', 'title:=„a "b» c“', '(="a" OR b) -(c d*)']
)
def test_marks_within_marks_are_written(typed: str) -> None:
    """Quotation marks in what has to stand as it is written stay where they are."""
    tree = parse(typed).tree

    assert tree is not None
    assert (parse(written(tree)).tree, parse(written(tree)).problem) == (tree, None)


@pytest.mark.parametrize(
    "typed",
    ["(" * 16_000, '"' * 15_999, "NEAR(" * 3_000, "-" * 16_000, "a OR " * 3_000, "=" * 16_000, "title:" * 2_500,
     "a NOT " * 2_500 + "b", "((((a) " * 2_000, "=title:" * 2_000, "“" * 16_000, "~" * 16_000],
    ids=lambda typed: typed[:8],
)  # fmt: skip
def test_long_input_is_read(index: sqlite3.Connection, typed: str) -> None:
    """The longest that an address may hold, of anything that opens or joins, is read and asked for."""
    parse(typed)
    index.execute("select rowid from articles_fts where articles_fts match ?", [fold_query(typed)]).fetchall()


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("a b", '("a" AND "b")'),
        ("a -b -c", '("a" NOT ("b" OR "c"))'),
        ("title:a* OR NEAR(b c, 3)", '(title : "a" * OR NEAR("b" "c", 3))'),
        ('="Hà Nội" a', '("Hà Nội" AND "a")'),  # more than was asked for
        ("a (b OR -c)", '"a"'),
        ("-a", '""'),
    ],
)
def test_datasettes_own_search_asks_fts5(typed: str, query: str) -> None:
    """`escape_fts` gives what FTS5 can tell of a search, and never what it would stumble over."""
    assert fold_query(typed) == query


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("Hà Nội", "ở Hà Nội.", True),
        ("Hà Nội", "ở Hà\n  Nội.", True),
        ("Hà Nội", "ở HÀ NỘI, Ha Noi", False),
        ("Nội", "Nộis Nội", True),
        ("Nội", "Nộis xNội", False),
        ("Han", "Hanoi", False),
        ("韩国", "在韩国和", True),
        ("TPHCM", "在TPHCM和", True),
        ("TPHCM", "TPHCMC", False),
        ("$5", "for $5.", True),
        ("$5", "for $50.", False),
        ("e", "e\u0301", False),
        ("a.b*", "a.b* axbb", True),
        ("a.b", "axb", False),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_exact_words(written: str, text: str, form: str, found: bool) -> None:
    """Case and diacritics as written, whole words, whatever form the text's diacritics have."""
    assert bool(pattern(written).search(unicodedata.normalize(form, text))) == found


@pytest.mark.parametrize("letter", ["ặ", "ế", "ữ", "Ǻ", "ṩ"])
def test_a_letter_with_two_diacritics(letter: str) -> None:
    """Any of the ways in which a letter can be put together is the same letter."""
    base, *marks = unicodedata.normalize("NFD", letter)
    for form in {
        letter,
        unicodedata.normalize("NFD", letter),
        unicodedata.normalize("NFC", base + marks[0]) + marks[1],
    }:
        assert pattern(letter).search(f"x {form} x")
    assert not pattern(letter).search(f"x {base} x")


MANY = [f"many{number}" for number in range(5_000)]


@pytest.mark.parametrize(
    "typed",
    [
        " ".join(MANY),
        " ".join(MANY[: MOST_WORDS + 1]),
        f"NEAR({' '.join(MANY)})",
        f'"{" ".join(MANY)}"~5',
        f'{" ".join(MANY)} "not closed',
        " ".join(f'"{word} b"' for word in MANY),
        "(" * 5_000,
        "“" * 5_000,
        "a OR " * 5_000 + "a",
    ],
)
def test_too_many_words_are_not_read(typed: str) -> None:
    """They are counted as they were typed, and SQLite is asked for none of them."""
    asked: list[str] = []
    _tokenizer().set_trace_callback(asked.append)
    try:
        query = parse(typed)
    finally:
        _tokenizer().set_trace_callback(None)

    assert (query.tree, query.is_too_long) == (None, True)
    assert asked == []


def test_as_many_words_as_may_be_are_read() -> None:
    """Also where they are repeated, stand in one phrase, or have signs between them that are no words."""
    words = MANY[:MOST_WORDS]
    for typed in (" ".join(words * 2), " – ".join(words), f'"{" ".join(MANY)}"', f"NEAR({' '.join(words)})"):
        assert not parse(typed).is_too_long
        assert parse(typed).tree is not None
