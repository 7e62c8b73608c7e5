"""Results: every implementation gives what plain Python works out from the rows of the archive."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from datasette.utils import sqlite_timelimit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clippings_etl import search_index
from clippings_etl.search_index import Thresholds
from datasette_clippings.folding import fold_name
from datasette_clippings.query import ranking
from datasette_clippings.results import (
    Condition,
    Dated,
    Hit,
    Mentions,
    NotMentions,
    Results,
    Selection,
    SqlResults,
    ValueCount,
    Words,
    find,
)
from datasette_clippings.results.bitmaps import BitmapResults, open_index
from datasette_clippings.results.model import COLUMNS

from .oracle import Expected, Oracle, Story
from .stories import build_stories

TYPES = ["person", "organisation", "place", "event", "nothing's type"]

CONDITIONS: dict[str, Callable[[Story], bool]] = {
    "language = :p0": lambda story: story.language == "en",
    "published is not null": lambda story: story.published is not None,
    "published >= '2024-02' or site = :site -- told apart from what follows": lambda story: (
        (story.published or "") >= "2024-02" or story.site == "north.example"
    ),
    "rowid in (select rowid from articles_fts where title match :search_0)": lambda story: (
        "fish" in story.words["title"]
    ),
    "id % 2 = 1": lambda story: story.id % 2 == 1,
    "0": lambda story: False,
}
PARAMS = {"language = :p0": {"p0": "en"}, "rowid in (select rowid from articles_fts where title match :search_0)":
          {"search_0": "fish"}, "published >= '2024-02' or site = :site -- told apart from what follows":
          {"site": "north.example"}}  # fmt: skip

# single words, words in many and in few articles, phrases, scripts without spaces, and what is no word at all
TYPED = [
    "fish", "harbour", "HÀN QUỐC", "han quoc", "hợp tác", "the", '"the harbour is the harbour"', '"is the"',
    "treaty norway", "merkel obama", "韩国", "港口", "就港口", "韩国 越南", "اتفاقا", "الميناء هو", "Südkorea",
    "sudkorea", "nato", '"No. 7"', "7", "missing", "", "-", "- fish", '"', "\x00", "fish fish", "*", "oslo AND fish",
    "title:fish", '"fish" "harbour', "ss",
    # the language of searches
    "fish OR treaty", "fish -treaty", "-fish", "NOT (fish OR harbour)", "fish OR -harbour",
    "(fish OR harbour) norway",
    "har*", "title:har*", '"the har"*', "港*", "a* -b*", "text:(fish OR 港口)", "title:fish text:harbour",
    "-title:fish 7",
    "NEAR(treaty norway, 3)", "NEAR(harbour the)", '"harbour is"~0', '"minister president"~12', "NEAR(har* treat*, 2)",
    "title:NEAR(norway treaty, 4)", "-NEAR(the harbour, 1)", '="Hàn Quốc"', '="han quoc"', "=Fish", "=fish", "=韩国",
    '-="South Korea"', 'exact:"South Korea" OR 韩国', 'title:="South Korea"', '(="South Korea" OR fish) -nato har*',
    "NOT NOT fish", "fish AND (the OR (norway -japan))", "missing OR fish", "missing -fish", "-missing", "(fish",
    "fish OR", "- OR fish", "NEAR(- fish)", '"***" fish', "the OR of OR and",
    '="the harbour is" -="The harbour"',
]  # fmt: skip
PARTS_OF_NAMES = [
    "", " ", "a", "an", "han quo", "HÀN", "nam", "国", "ber", "ل", "european un", "union e", "%", "_", "zzz",
]  # fmt: skip


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_stories(tmp_path_factory.mktemp("stories"))


@pytest.fixture(scope="module")
def connection(stories: Path) -> Iterator[sqlite3.Connection]:
    """The archive as Datasette opens it, which may not be written to."""
    opened = sqlite3.connect(f"file:{stories}?mode=ro", uri=True)
    opened.row_factory = sqlite3.Row
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def oracle(stories: Path) -> Oracle:
    return Oracle(stories)


Find = Callable[[Selection], Results]


@pytest.fixture(scope="module", params=["sql", "bitmaps", "bitmaps of all"])
def opened(
    request: pytest.FixtureRequest, connection: sqlite3.Connection, stories: Path
) -> Iterator[sqlite3.Connection]:
    """The archive without stored structures, with those of the build, and with a bitmap for every entity and word."""
    if request.param == "bitmaps":
        yield connection
        return
    copy = shutil.copy(stories, stories.with_name(f"{request.param}.db"))
    with closing(sqlite3.connect(copy)) as opened:
        with opened:
            search_index.clear(opened)
            if request.param == "bitmaps of all":
                assert search_index.write(opened, Thresholds(1, 0, 1, 0))
        yield opened


@pytest.fixture(scope="module")
def results(opened: sqlite3.Connection) -> Find:
    """Each implementation, as a function of what is selected."""
    index = open_index(opened)
    if index is None:
        return lambda selection: SqlResults(opened, selection)
    return lambda selection: BitmapResults(index, opened, selection)


@pytest.fixture(scope="module")
def selections(oracle: Oracle) -> st.SearchStrategy[Selection]:
    """What readers may ask for together, the common and the odd."""
    keys = st.sampled_from([*sorted(oracle.types), "place:nowhere", "", "'"])
    vocabulary = sorted({word for story in oracle.stories for words in story.words.values() for word in words})
    typed = queries(vocabulary)
    conditions = st.sampled_from([Condition(sql, PARAMS.get(sql, {})) for sql in CONDITIONS])
    part = st.one_of(
        st.builds(Words, st.sampled_from(TYPED)),
        st.builds(Words, typed),
        st.builds(Words, typed),
        st.builds(Words, st.lists(st.sampled_from(vocabulary), min_size=1, max_size=3).map(" ".join)),
        st.builds(Words, st.lists(st.sampled_from(vocabulary), min_size=2, max_size=2).map('"{0[0]} {0[1]}"'.format)),
        st.builds(Mentions, keys),
        st.builds(NotMentions, keys),
        conditions,
    )
    return st.builds(Selection, st.lists(part, max_size=4).map(tuple))


def queries(vocabulary: list[str]) -> st.SearchStrategy[str]:
    """Searches of any shape that the language has, in words of the archive."""
    word = st.sampled_from([*vocabulary, "韩国", "Hàn Quốc", "South Korea", "nowhere"])
    phrase = st.one_of(
        word.map('"{}"'.format),
        st.tuples(word, st.integers(1, 4)).map(lambda each: f"{each[0].split()[0][: each[1]]}*"),
        st.tuples(word, word, st.integers(0, 20)).map(lambda each: 'NEAR("{}" "{}", {})'.format(*each)),
        word.map('="{}"'.format),
    )
    leaf = st.tuples(st.sampled_from(["", "", "title:", "text:"]), phrase).map("".join)

    def joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        several = st.lists(inner, min_size=2, max_size=3)
        return st.one_of(
            several.map(" ".join),
            several.map(lambda parts: f"({' OR '.join(parts)})"),
            inner.map("-({})".format),
            inner.map("title:({})".format),
        )

    return st.recursive(leaf, joined, max_leaves=5)


def expect(selection: Selection, results: Results, expected: Expected) -> None:
    """Every number and every order is what it should be."""
    assert results.count == len(expected.stories)
    found = results.entities(TYPES, 5)
    assert found == {entity_type: expected.entities(entity_type)[:5] for entity_type in TYPES}
    keys = [*sorted(expected.oracle.types), "place:nowhere"]
    assert results.entity_counts(keys) == {key: expected.mentioning(key) for key in keys}
    for column in COLUMNS:
        assert results.values(column) == expected.values(column)
        assert results.values(column, 2) == expected.values(column)[:2]
    assert results.newest(1000) == expected.newest()
    expect_ranking(results, expected)


def expect_ranking(results: Results, expected: Expected) -> None:
    hits, best = results.ranked(1000), expected.ranked()
    assert {hit.article_id for hit in hits} == {hit.article_id for hit in best}
    assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in best], rel=1e-9)
    scores = {hit.article_id: hit.score for hit in best}
    assert [scores[hit.article_id] for hit in hits] == pytest.approx([hit.score for hit in hits], rel=1e-9)
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.article_id))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_everything_counted_is_exact(
    results: Find, oracle: Oracle, selections: st.SearchStrategy[Selection], data: st.DataObject
) -> None:
    """Counts, entities, months, languages, sites and both orders are those of the matching articles."""
    selection = data.draw(selections)

    expect(selection, results(selection), oracle.matching(selection, CONDITIONS))


@pytest.mark.parametrize("typed", TYPED, ids=repr)
def test_what_is_typed_finds_the_same_articles(results: Find, oracle: Oracle, typed: str) -> None:
    """Words, phrases, scripts without spaces and what is no word at all, each by itself."""
    selection = Selection((Words(typed),))

    expect(selection, results(selection), oracle.matching(selection, CONDITIONS))


def test_the_words_typed_find_something(results: Find) -> None:
    """The cases above aren't empty: most of them match some articles, and not all."""
    counts = [results(Selection((Words(typed),))).count for typed in TYPED]

    assert sum(0 < count < results(Selection()).count for count in counts) > len(TYPED) / 2


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), limit=st.integers(0, 7), offset=st.integers(0, 12), containing=st.sampled_from(PARTS_OF_NAMES))
def test_a_list_of_entities_can_be_paged_and_searched(
    results: Find,
    oracle: Oracle,
    selections: st.SearchStrategy[Selection],
    data: st.DataObject,
    limit: int,
    offset: int,
    containing: str,
) -> None:
    """Any stretch of a type's entities, and of those with a part of some name, follows the same order."""
    selection = data.draw(selections)
    expected = oracle.matching(selection, CONDITIONS)

    found = results(selection).entities(TYPES, limit, offset=offset, containing=containing)

    assert found == {
        entity_type: expected.entities(entity_type, containing)[offset : offset + limit] for entity_type in TYPES
    }


def test_an_entity_is_found_by_a_name_that_is_not_shown(results: Find) -> None:
    """A part of a name in any language finds the entity, whatever its diacritics and its case."""
    for part in ("hàn quốc", "HAN QUOC", "韩国", "südkor"):
        places = results(Selection()).entities(["place"], 9, containing=part)["place"]
        assert [place.key for place in places] == ["place:KR"], part


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), size=st.integers(1, 9))
def test_walking_the_pages_meets_every_match_once(
    results: Find, selections: st.SearchStrategy[Selection], data: st.DataObject, size: int
) -> None:
    """Page by page, each going on behind the last hit of the one before, gives the whole list, however long a page."""
    found = results(data.draw(selections))

    hits = page = found.ranked(size)
    while page:
        page = found.ranked(size, page[-1])
        hits = hits + page
    assert hits == found.ranked(1000)
    dated = days = found.newest(size)
    while days:
        days = found.newest(size, days[-1])
        dated = dated + days
    assert dated == found.newest(1000)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    hit=st.builds(Hit, st.integers(-5, 90) | st.sampled_from([2**63 - 1, -(2**63)]), st.floats(-1, 9) | st.just(0.0)),
    published=st.sampled_from([None, "2024", "2024-04-01", "2024-04-22", "0000", "9999-99", "é"]),
)
def test_going_on_behind_what_is_not_there(
    results: Find,
    selections: st.SearchStrategy[Selection],
    data: st.DataObject,
    hit: Hit,
    published: str | None,
) -> None:
    """A place in the list stays one when its article is gone, or was never there."""
    selection = data.draw(selections)
    found = results(selection)
    after = Dated(hit.article_id, published)
    if selection.words is None or not ranking(selection.words):
        hit = Hit(hit.article_id, 0.0)

    assert found.ranked(1000, hit) == [
        each for each in found.ranked(1000) if (-each.score, each.article_id) > (-hit.score, hit.article_id)
    ]
    assert found.newest(1000, after) == [
        each
        for each in found.newest(1000)
        if (each.published or "", each.article_id) < (after.published or "", after.article_id)
    ]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_article_has_its_place(
    results: Find, selections: st.SearchStrategy[Selection], oracle: Oracle, data: st.DataObject
) -> None:
    """Of each matching article both orders tell the place and what comes before it; the others have none."""
    found = results(data.draw(selections))

    for hits in (found.ranked(1000), found.newest(1000)):
        for number, hit in list(enumerate(hits))[::7]:
            assert found.place(hit.article_id, isinstance(hit, Hit)) == hit
            assert found.before(hit) == (number, hits[number - 1] if number else None)
    everyone = [story.id for story in oracle.stories]
    matching = {hit.article_id for hit in found.newest(1000)}
    assert found.among([*everyone, 0, -1, 2**40]) == matching
    for number in sorted({*everyone, 0, -1, 2**40} - matching)[:9]:
        assert found.place(number, by_relevance=True) is found.place(number, by_relevance=False) is None


@pytest.fixture(scope="module", params=["sql", "bitmaps", "bitmaps of all"])
def repeated(request: pytest.FixtureRequest, stories: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Find]:
    """An archive in which every third article is nearly the same as one of five."""
    copy = Path(shutil.copy(stories, tmp_path_factory.mktemp("repeated") / "stories.db"))
    with closing(sqlite3.connect(copy)) as opened:
        with opened:
            search_index.clear(opened)
            opened.execute("update articles set duplicate_of = null")
            opened.execute("update articles set duplicate_of = 1 + (id / 3) % 5 where id > 5 and id % 3 = 0")
            if request.param != "sql":
                assert search_index.write(opened, *([Thresholds(1, 0, 1, 0)] if request.param != "bitmaps" else []))
        index = open_index(opened)
        if index is None:
            yield lambda selection: SqlResults(opened, selection)
        else:
            yield lambda selection: BitmapResults(index, opened, selection)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), size=st.integers(1, 9))
def test_near_duplicates_are_one_story(
    repeated: Find, selections: st.SearchStrategy[Selection], data: st.DataObject, size: int
) -> None:
    """Of those that match, the one that the others repeat stands for them, else the first; in the same order."""
    found = repeated(data.draw(selections))
    matching = {hit.article_id for hit in found.newest(1000)}
    groups: dict[int, list[int]] = {}
    for number in sorted(matching):
        original = 1 + (number // 3) % 5 if number > 5 and number % 3 == 0 else number
        groups.setdefault(original, []).append(number)
    expected = {original if original in numbers else numbers[0] for original, numbers in groups.items()}

    told = found.stories
    assert told.count == len(expected)
    assert told.ranked(1000) == [hit for hit in found.ranked(1000) if hit.article_id in expected]
    assert told.newest(1000) == [hit for hit in found.newest(1000) if hit.article_id in expected]
    for hit in told.newest(size)[-1:]:
        assert told.newest(size, hit) == told.newest(1000)[size : 2 * size]
    assert found.count == len(matching)


def test_what_repeats_what_may_change(stories: Path, tmp_path: Path) -> None:
    """A duplicate that is declared by hand is folded from then on."""
    copy = Path(shutil.copy(stories, tmp_path / "stories.db"))
    with closing(sqlite3.connect(copy)) as opened:
        before = find(opened, Selection()).stories.count
        (number,) = opened.execute("select max(id) from articles where duplicate_of is null and id > 1").fetchone()
        with opened:
            opened.execute("update articles set duplicate_of = 1 where id = ?", [number])

        assert find(opened, Selection()).stories.count == before - 1


def test_months_run_through_time(results: Find, oracle: Oracle) -> None:
    """Years known without a month count as themselves, undated articles come last."""
    months = results(Selection()).values("month")

    assert [month.value for month in months] == ["2023", "2023-11", "2024", "2024-02", "2024-04", "2024-12", None]
    assert months[-1] == ValueCount(None, sum(story.published is None for story in oracle.stories))


def test_a_column_that_is_not_counted_by_is_refused(results: Find) -> None:
    """Only what the archive counts by can be asked for."""
    with pytest.raises(ValueError, match="only by month, language, site"):
        results(Selection()).values("title")


def test_a_limit_of_time_gives_no_part_of_a_count(results: Find, opened: sqlite3.Connection) -> None:
    """What is interrupted raises, whichever number was asked for."""
    slow = Condition(
        "(with recursive n(i) as (select 1 union all select i + 1 from n limit 50000000) select max(i) from n) > id"
    )
    for asked in (
        lambda found: found.count,
        lambda found: found.entities(["place"], 3),
        lambda found: found.entity_counts(["place:KR"]),
        lambda found: found.values("month"),
        lambda found: found.ranked(3),
        lambda found: found.newest(3),
    ):
        with sqlite_timelimit(opened, 20), pytest.raises(sqlite3.OperationalError, match="interrupted"):
            asked(results(Selection((slow,))))


def test_conditions_that_bind_one_name_to_two_values_are_refused() -> None:
    """Two conditions can't be taken for one another's."""
    same = Condition("language = :p0", {"p0": "en"})
    with pytest.raises(ValueError, match=":p0"):
        Selection((same, Condition("site = :p0", {"p0": "x"})))
    assert Selection((same, same)).conditions == (same, same)


def test_find_gives_results(connection: sqlite3.Connection, oracle: Oracle) -> None:
    """The results that pages are given are right, too, with a deadline and without."""
    selection = Selection((Words("the"), NotMentions("place:NO")))
    for deadline in (None, time.perf_counter() + 60):
        expect(selection, find(connection, selection, deadline=deadline), oracle.matching(selection, CONDITIONS))


@given(st.text())
def test_folding_a_name_settles(name: str) -> None:
    """A folded name stays as it is, so that stored names and typed ones meet."""
    assert fold_name(fold_name(name)) == fold_name(name)
