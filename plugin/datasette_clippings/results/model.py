"""What the results of a search give: counts and places in an order, nothing of the articles themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

COLUMNS = ("month", "language", "site")
"""What `Results.values` counts by."""

TITLE_WEIGHT, TEXT_WEIGHT = 10.0, 1.0
"""What a word in the headline and one in the text weigh in bm25."""


class EntityCount(NamedTuple):
    """An entity and the number of matching articles that mention it."""

    key: str
    name: str
    articles: int


class ValueCount(NamedTuple):
    """A month, language or site and the number of matching articles of it; None for those without."""

    value: str | None
    articles: int


class Hit(NamedTuple):
    """An article found, and its score: the higher, the better. 0.0 where nothing was searched for."""

    article_id: int
    score: float


class Dated(NamedTuple):
    """An article in the order of time, with its date as stored; None where it has none."""

    article_id: int
    published: str | None


class Articles(Protocol):
    """A set of articles by their ids, in which none that isn't there was found."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[int]: ...
    def __and__(self, other: Any, /) -> Any: ...
    def __sub__(self, other: Any, /) -> Any: ...


class Results(Protocol):
    """The articles that match a selection, counted and put in order.

    All numbers are exact. Whatever takes longer than its caller allows raises
    sqlite3.OperationalError("interrupted"); a part of a count is never given.
    """

    deadline: float | None
    """When what runs outside SQLite has to be over, by `time.perf_counter`; each question may have its own."""

    @property
    def count(self) -> int:
        """The number of matching articles."""

    @property
    def stories(self) -> Results:
        """The same with one article of each story: of articles that are nearly the same, the one that the others
        repeat where it matches, else the first of those that match."""

    def entities(
        self, types: Sequence[str], limit: int, *, offset: int = 0, containing: str = ""
    ) -> dict[str, list[EntityCount]]:
        """For each type the entities that most matching articles mention, the most frequent first, then by key.

        `containing`: only those of whose names (shown or other) some one holds this, both folded with
        `folding.fold_name`. A type that nothing has gets an empty list.
        """

    def entity_counts(self, keys: Sequence[str]) -> dict[str, int]:
        """The number of matching articles that mention each of these entities; 0 for an unknown key."""

    def values(self, column: str, limit: int | None = None) -> list[ValueCount]:
        """The matching articles by `month`, `language` or `site`.

        Months by time, years known without a month as their year (`2024`) and undated articles last; the
        others by the number of articles, the largest first, then by value.
        """

    def ranked(self, limit: int, after: Hit | None = None) -> list[Hit]:
        """The best hits first, those with equal scores by number; `after` goes on behind a hit.

        The score is the sum of -bm25(articles_fts, 1.0, 10.0) of each word and phrase that is asked for and that the
        article has (the text is the first column, the headline the second); 0.0 where there is none.
        """

    def newest(self, limit: int, after: Dated | None = None) -> list[Dated]:
        """The latest first, undated ones last, within a date the highest number first."""

    def place(self, article_id: int, by_relevance: bool) -> Hit | Dated | None:
        """Where an article stands in the order of `ranked` or `newest`; None where it doesn't match."""

    def before(self, place: Hit | Dated) -> tuple[int, Hit | Dated | None]:
        """How many come before a place in its order, whether or not its article matches, and the last of them."""

    def among(self, ids: Sequence[int]) -> set[int]:
        """Those of these articles that match."""

    @property
    def articles(self) -> Articles:
        """The matching articles, to be kept and put together with others: `&` and `-` give sets that `Listed` takes."""

    def pairs(self, keys: Sequence[str]) -> dict[tuple[str, str], int]:
        """The number of matching articles that mention both of two entities, for each two of these that any mentions.

        The smaller key comes first. Unknown keys are in no pair.
        """

    def holding(self, phrases: Sequence[str]) -> dict[str, int]:
        """The number of matching articles that hold each of these folded words or phrases."""

    def sample(self, size: int) -> list[int]:
        """So many of the matching articles, or all: spread evenly over them, in the order of their numbers."""
