"""Related articles: those that share the rarest entities and words, each with the reason."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datasette.utils import sqlite_timelimit

from .. import compat
from ..languages import Language, Languages
from ..queries import rows_in_time
from .phrases import SEARCHED, RareWord, rare_words, shared_phrases, weights
from .words import words_of

MOST_RELATED = 6
MOST_PHRASES = 2  # named as the reason

_CANDIDATES = MOST_RELATED * 2  # looked at; duplicates are only known by their rows
_RAREST = 20
_COMMON = 5000
_TELLING = 3  # words in shared phrases, below which they are chance unless entities are shared, too
_LIMIT = "facet_time_limit_ms"  # the setting for the words and phrases

# In a small archive what one article in twenty mentions is no rare entity; ten articles always are few.
# What an entity that few articles mention says about two of them is worth more than one that most mention;
# so its weight is one over their number. The rarest are enough, and keep the query cheap in a large archive.
_SHARED = """
with rare as (
  select entities.id, entities.name, entities.article_count
  from article_entities join entities on entities.id = article_entities.entity_id
  where article_entities.article_id = :id
    and entities.article_count between 2 and min(:common, max(10, (select max(id) from articles) / 20))
  order by entities.article_count, entities.id limit :rarest
)
select article_entities.article_id as id, rare.name as name, 1.0 / rare.article_count as weight
from rare cross join article_entities on article_entities.entity_id = rare.id
where article_entities.article_id != :id
"""

_ARTICLES = """
select id, key, title, language, duplicate_of, substr(text, 1, :searched) as text from articles where id in ({ids})
"""


@dataclass(frozen=True)
class RelatedArticle:
    """Another article, and why it is related: the entities that both mention, the rarest first, and the rare phrases
    that stand in both."""

    title: str
    url: str
    key: str
    language: Language | None
    shared: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """The article that others are related to."""

    id: int
    text: str
    duplicate_of: int | None


async def related_articles(
    datasette: Any, actor: dict[str, Any] | None, database: str, subject: Subject, languages: Languages
) -> list[RelatedArticle]:
    """The articles of the same file that share the rarest entities and words with this one, as far as the actor may
    see what tells them. Its duplicates are not news to anyone.

    Where the time limit stops the search for the one, the other alone says what is related: the article itself is what
    the reader came for.
    """
    db = datasette.get_database(database)
    rows = []
    if await compat.may_view(datasette, actor, database, "entities", "article_entities"):
        params = {"id": subject.id, "common": _COMMON, "rarest": _RAREST}
        rows = await rows_in_time(db, _SHARED, **params) or []
    has_words = await compat.may_view(datasette, actor, database, "articles_fts")
    has_frequent = await compat.may_view(datasette, actor, database, "word_postings")

    def find(connection: sqlite3.Connection) -> list[RelatedArticle]:
        try:
            with sqlite_timelimit(connection, datasette.setting(_LIMIT)):
                words = _rare(connection, subject, has_frequent) if has_words else []
        except sqlite3.OperationalError as error:
            if str(error) != "interrupted" and "no such table" not in str(error):
                raise
            words = []
        return _related(connection, datasette.urls, database, subject, _by_article(rows), words, languages)

    related: list[RelatedArticle] = await db.execute_fn(find)
    return related


def _rare(connection: sqlite3.Connection, subject: Subject, has_frequent: bool) -> list[RareWord]:
    return rare_words(connection, words_of(subject.text[:SEARCHED]), has_frequent)


def _by_article(rows: Sequence[Any]) -> dict[int, list[tuple[float, str]]]:
    """For each other article the entities that it shares, with what they weigh, the weightiest first."""
    shared: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for row in rows:
        shared[row["id"]].append((row["weight"], row["name"]))
    return {other: sorted(entities, key=lambda each: (-each[0], each[1])) for other, entities in shared.items()}


def _related(
    connection: sqlite3.Connection,
    urls: Any,
    database: str,
    subject: Subject,
    entities: dict[int, list[tuple[float, str]]],
    rare: list[RareWord],
    languages: Languages,
) -> list[RelatedArticle]:
    total = weights(rare, subject.id)
    for other, shared in entities.items():
        total[other] = total.get(other, 0.0) + sum(weight for weight, _ in shared)
    ranked = sorted(total, key=lambda other: (-total[other], other))[:_CANDIDATES]
    family = {subject.id, subject.duplicate_of or subject.id}
    rows = {row[0]: row for row in _rows(connection, ranked)}
    words = words_of(subject.text[:SEARCHED]) if rare else []
    related: list[RelatedArticle] = []
    for other, key, title, language, duplicate_of, text in (rows[number] for number in ranked if number in rows):
        of = duplicate_of or other
        if of in family or len(related) == MOST_RELATED:
            continue
        names = tuple(dict.fromkeys(name for _, name in entities.get(other, ())))
        here = [word for word in rare if other in word.articles]
        phrases = shared_phrases(subject.text[:SEARCHED], words, text, here, names, MOST_PHRASES)
        if names or _words_in(phrases) >= _TELLING:
            family.add(of)  # one of several copies is enough
            url = urls.row(database, "articles", other)
            related.append(RelatedArticle(title, url, key, languages.get(language), names, phrases))
    return related


def _words_in(phrases: Sequence[str]) -> float:
    """How many words there are in phrases; of a script without spaces, two letters make one."""
    return sum(0.5 if word.is_letter else 1 for phrase in phrases for word in words_of(phrase))


def _rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    places = ", ".join(f":id{number}" for number in range(len(ids)))
    params = {f"id{number}": each for number, each in enumerate(ids)}
    cursor = connection.execute(_ARTICLES.format(ids=places), {"searched": SEARCHED, **params})
    return [tuple(row) for row in cursor.fetchall()]
