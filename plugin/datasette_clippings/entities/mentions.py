"""Mentions of entities in their sentences, in the order of the articles that they stand in."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from datasette.utils import sqlite_timelimit

from ..dates import ShownDate, shown_date
from ..facets.counts import snapshot
from ..languages import Language, Languages
from ..links import Links
from ..results import Dated, merging
from ..searching.places import Place
from ..sharding.asking import Asked
from .sentences import InSentence, in_sentence

STRETCH, BATCH = 5_000, 200
"""Articles that are put in order at a time, and that are read at a time, where there are many."""

_ARTICLE = "select title, text, published, published_text, language, publisher, site, key from articles where id = ?"

_MENTIONS = """
select mentions.field, mentions.start, mentions.end, mentions.method, mentions.score, entities.key, entities.name
from mentions join entities on entities.id = mentions.entity_id
where mentions.article_id = ? and mentions.entity_id in ({ids})
order by mentions.field desc, mentions.start, entities.key limit ? offset ?
"""

_IDS = "select id from entities where key in ({keys})"


@dataclass(frozen=True)
class MentionRow:
    """What the database says of a mention and of its article, and the sentence that it stands in."""

    shard: int
    article_id: int
    article: dict[str, Any]  # but for its text
    mention: dict[str, Any]
    sentence: InSentence


@dataclass(frozen=True)
class Mention:
    """A mention of an entity in its sentence; offsets are in characters of the field."""

    key: str
    name: str
    database: str
    article_id: int
    article_key: str
    title: str
    url: str
    date: ShownDate | None
    language: Language | None
    publisher: str
    field: str
    start: int
    end: int
    method: str
    score: float
    sentence: InSentence


@dataclass(frozen=True)
class Reader:
    """Reads the mentions of some entities in the articles that a page selects."""

    asked: Asked
    keys: tuple[str, ...]  # of the entities
    time_limit_ms: float  # for each question

    async def articles(self, size: int, after: Sequence[Place]) -> list[tuple[int, Dated]] | None:
        """So many articles behind these places, the latest first, each with its shard's place among those asked.

        None where that takes too long.
        """
        questions = [partial(_newest, size=size, after=place) for place in after]
        found = await self.asked.each(questions, self.time_limit_ms)
        return None if found is None else merging.newest(found, size)

    async def mentions(
        self, articles: Sequence[tuple[int, Dated]], size: int, offset: int = 0
    ) -> list[list[MentionRow]] | None:
        """For each article its mentions, at most so many: the title's, then the text's, by their places.

        `offset`: so many of the first article are passed over. None where that takes too long.
        """
        wanted: list[list[tuple[int, int, int]]] = [[] for _ in self.asked.dbs]
        for place, (shard, article) in enumerate(articles):
            wanted[shard].append((place, article.article_id, 0 if place else offset))
        found = await asyncio.gather(*(self._read(shard, each, size) for shard, each in enumerate(wanted)))
        by_place: dict[int, list[MentionRow]] = {}
        for rows in found:
            if rows is None:
                return None
            by_place.update(rows)
        return [by_place[place] for place in range(len(articles))]

    async def all(self) -> AsyncIterator[list[MentionRow] | None]:
        """All mentions, some articles' at a time, the latest first; None, and then nothing, where that takes too long.

        Of an article all are read, however many.
        """
        after: list[Place] = [None] * len(self.asked.dbs)
        while True:
            articles = await self.articles(STRETCH, after)
            if articles is None:
                yield None
                return
            for start in range(0, max(len(articles), 1), BATCH):
                rows = await self.mentions(articles[start : start + BATCH], -1)
                yield None if rows is None else [row for each in rows for row in each]
                if rows is None:
                    return
            if len(articles) < STRETCH:
                return
            after = merging.last_shown(articles, after)

    async def _read(
        self, shard: int, wanted: Sequence[tuple[int, int, int]], size: int
    ) -> dict[int, list[MentionRow]] | None:
        def read(connection: sqlite3.Connection) -> dict[int, list[MentionRow]] | None:
            with snapshot(connection), sqlite_timelimit(connection, self.time_limit_ms):
                try:
                    sql = _IDS.format(keys=", ".join("?" * len(self.keys)))
                    ids = [row[0] for row in connection.execute(sql, list(self.keys)).fetchall()]
                    return {
                        place: list(_of_article(connection, shard, article_id, ids, size, offset))
                        for place, article_id, offset in wanted
                    }
                except sqlite3.OperationalError as error:
                    if str(error) == "interrupted":
                        return None
                    raise

        # in a thread of the database's, since the server answers nobody while sentences are looked for
        found: dict[int, list[MentionRow]] | None = await self.asked.dbs[shard].execute_fn(read) if wanted else {}
        return found


def _newest(matching: Any, size: int, after: Place) -> list[Dated]:
    found: list[Dated] = matching.results.newest(size, after if isinstance(after, Dated) else None)
    return found


def _of_article(
    connection: sqlite3.Connection, shard: int, article_id: int, ids: Sequence[int], size: int, offset: int
) -> Iterator[MentionRow]:
    found = _dicts(connection, _ARTICLE, [article_id])
    if not found:  # gone since the index was made
        return
    article = found[0]
    texts = {"title": article["title"], "text": article.pop("text")}
    sql = _MENTIONS.format(ids=", ".join(map(str, ids)))
    for mention in _dicts(connection, sql, [article_id, size, offset]):
        sentence = in_sentence(texts[mention["field"]], mention["start"], mention["end"])
        yield MentionRow(shard, article_id, article, mention, sentence)


def _dicts(connection: sqlite3.Connection, sql: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def shown_mention(row: MentionRow, links: Sequence[Links], languages: Languages) -> Mention:
    """A row as a page shows it; `links` are those of the shards."""
    article, mention, here = row.article, row.mention, links[row.shard]
    return Mention(
        key=mention["key"],
        name=mention["name"],
        database=here.database,
        article_id=row.article_id,
        article_key=article["key"],
        title=article["title"],
        url=here.article(row.article_id),
        date=shown_date(article["published"], article["published_text"]),
        language=languages.get(article["language"]),
        publisher=article["publisher"] or article["site"],
        field=mention["field"],
        start=mention["start"],
        end=mention["end"],
        method=mention["method"],
        score=mention["score"],
        sentence=row.sentence,
    )
