"""Questions about the articles that a page selects, each answered whole within its time or not at all."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, TypeVar

from datasette.utils import sqlite_timelimit

from ..results import EntityCount, NotMentions, Results, Selection, find
from ..searching.filters import ChosenEntity

Answer = TypeVar("Answer")


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """The database as it is at one moment: its tables and the index made of them, whoever writes meanwhile.

    A transaction that the connection is in already is such a moment, and is left to whoever began it.
    """
    if connection.in_transaction:
        yield
        return
    connection.execute("begin")
    try:
        yield
    finally:
        if connection.in_transaction:  # which some errors end
            connection.rollback()


class Matching:
    """The articles that a selection matches, asked for in the thread that the connection belongs to."""

    def __init__(self, connection: sqlite3.Connection, selection: Selection, time_limit_ms: float) -> None:
        """`time_limit_ms`: for all questions together."""
        self._connection = connection
        self._selection = selection
        self._deadline = time.perf_counter() + time_limit_ms / 1000
        self._until = self._deadline  # of the question that is being asked

    @property
    def connection(self) -> sqlite3.Connection:
        """What the questions are asked with."""
        return self._connection

    @property
    def results(self) -> Results:
        """What answers questions, until the time of the one that is being asked is over."""
        self._results.deadline = self._until
        return self._results

    @cached_property
    def _results(self) -> Results:
        return find(self._connection, self._selection, deadline=self._until)

    def within(self, time_limit_ms: float, question: Callable[[Matching], Answer]) -> Answer | None:
        """The answer; None where it takes longer than this, or than what is left for all."""
        left = min(time_limit_ms, 1000 * (self._deadline - time.perf_counter()))
        if left <= 0:
            return None
        self._until = time.perf_counter() + left / 1000
        with snapshot(self._connection), sqlite_timelimit(self._connection, left):
            try:
                return question(self)
            except sqlite3.OperationalError as error:
                if str(error) == "interrupted":
                    return None
                raise

    def rows(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """The rows of a query, within the time of the question that is being asked."""
        cursor = self._connection.cursor()
        cursor.row_factory = None  # Datasette's connections give rows that can't be taken apart as tuples
        return cursor.execute(sql, values).fetchall()

    def check(self) -> None:
        """Raise what SQLite raises when its time is up, once that of the question is: for what runs outside SQLite."""
        if time.perf_counter() > self._until:
            raise sqlite3.OperationalError("interrupted")

    def chosen(self, entities: Sequence[ChosenEntity]) -> dict[str, list[EntityCount]]:
        """The entities that the selection names, by type, with their counts.

        Of a chosen one these are the matching articles, all of which mention it; of an excluded one those that it
        leaves out: the articles that mention it and match all the rest.
        """
        excluded = {part.key for part in self._selection.parts if isinstance(part, NotMentions)}
        counts = self.results.entity_counts([entity.key for entity in entities if entity.key not in excluded])
        for key in (entity.key for entity in entities if entity.key in excluded):
            rest = Selection(tuple(part for part in self._selection.parts if part != NotMentions(key)))
            counts |= find(self._connection, rest, deadline=self._until).entity_counts([key])
        by_type: dict[str, list[EntityCount]] = {}
        for entity in entities:
            by_type.setdefault(entity.type, []).append(EntityCount(entity.key, entity.name, counts[entity.key]))
        return by_type


async def ask(
    db: Any, selection: Selection, time_limit_ms: float, question: Callable[[Matching], Answer]
) -> Answer | None:
    """The answer to a question about the articles; None where it takes longer than the limit: no count is partial."""
    answer: Answer | None = await db.execute_fn(
        lambda connection: Matching(connection, selection, time_limit_ms).within(time_limit_ms, question)
    )
    return answer
