"""The entity page's data: names, articles, company and months, as far as the reader may see them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.utils import tilde_encode

from .. import compat
from ..archive import SEARCHED
from ..dates import ShownDate, shown_date
from ..languages import Language, Languages, archive_languages
from ..links import Links
from ..queries import rows_in_time
from ..sharding.shards import shards_of

MOST_ARTICLES = 20
_MOST_COMPANY = 15
_MONTHS_VIEW = "entity_mentions_by_month"

# What asks datasette-vega for a chart of the months; static/chart.js does so on the entity page.
CHART = "#g.mark=bar&g.x_column=month&g.x_type=ordinal&g.y_column=mentions&g.y_type=quantitative"

_ENTITY = "select id, key, name, type, country from entities where id = :id"

_NAMES = """
select language, name, source from entity_names where entity_id = :id order by language, name, source
"""

UNDATED = "undated"  # the month of articles without a date

_COUNTS = """
select count(*) as articles, coalesce(sum(mention_count), 0) as mentions from article_entities where entity_id = :id
"""

_ARTICLES = """
select articles.id, articles.title, articles.published, articles.published_text, articles.language, articles.publisher
from article_entities cross join articles on articles.id = article_entities.article_id
where article_entities.entity_id = :id
order by articles.published is null, articles.published desc, articles.id desc limit :limit
"""

_COMPANY = """
select entities.id, entities.name, entities.type, count(*) as articles
from article_entities as own
cross join article_entities as other on other.article_id = own.article_id and other.entity_id != own.entity_id
join entities on entities.id = other.entity_id
where own.entity_id = :id
group by entities.id order by articles desc, entities.key limit :limit
"""

# The same rows as the view entity_mentions_by_month has for the entity, without a scan of all the others.
_MONTHS = """
select coalesce(substr(articles.published, 1, 7), 'undated') as month,
  count(*) as articles, sum(article_entities.mention_count) as mentions
from article_entities cross join articles on articles.id = article_entities.article_id
where article_entities.entity_id = :id
group by 1 order by 1
"""


@dataclass(frozen=True)
class EntityName:
    """A name, and where it comes from."""

    name: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class LanguageNames:
    """The names of an entity in one language; None for names that belong to no one language."""

    language: Language | None
    names: tuple[EntityName, ...]


@dataclass(frozen=True)
class MentioningArticle:
    """An article that mentions the entity."""

    title: str
    url: str
    date: ShownDate | None
    language: Language | None
    publisher: str | None


@dataclass(frozen=True)
class Companion:
    """Another entity, and the number of articles that mention both."""

    name: str
    type: str
    url: str
    articles: int


@dataclass(frozen=True)
class Month:
    """A month's articles that mention the entity, and their mentions of it."""

    month: str  # or a year, where no month is known, or UNDATED
    articles: int
    mentions: int


@dataclass(frozen=True)
class Entity:
    """Everything an entity page shows. None stands for what the reader may not see, or what took too long."""

    name: str
    type: str
    key: str
    country: str | None
    article_count: int | None
    mention_count: int | None
    names: list[LanguageNames]
    other_names: list[LanguageNames]  # in languages in which the archive has no article
    articles: list[MentioningArticle] | None
    articles_url: str
    whole_url: str | None  # the search for it in all shards, where this is one of several
    company: list[Companion] | None
    months: list[Month] | None
    months_url: str
    months_json_url: str
    json_url: str
    plain_url: str
    lasting_url: str

    @property
    def chart(self) -> str:
        """The fragment of an address that asks datasette-vega for the chart."""
        return CHART

    @property
    def is_dated(self) -> bool:
        """Whether any article that mentions it has a date."""
        return any(month.month != UNDATED for month in self.months or ())

    @property
    def has_chart(self) -> bool:
        """Whether there is a course of time to draw; datasette-vega draws nothing of a single row."""
        return self.is_dated and len(self.months or ()) > 1


async def entity_page(datasette: Any, request: Any, database: str, primary_key: str) -> Entity | None:
    """The entity with this number for the request's actor; None where there is none."""
    actor, db, urls = request.actor, datasette.get_database(database), datasette.urls
    row = (await db.execute(_ENTITY, {"id": primary_key})).first()
    if row is None:
        return None
    entity_id, key = row["id"], row["key"]
    languages = await archive_languages(datasette, actor, database)
    names, other_names = await _names(datasette, actor, database, entity_id, languages)
    counts = articles = company = months = None
    if await compat.may_view(datasette, actor, database, "article_entities"):
        counts = await rows_in_time(db, _COUNTS, id=entity_id)
        company = await _company(datasette, database, entity_id)
        if await compat.may_view(datasette, actor, database, "articles"):
            articles = await _articles(datasette, database, entity_id, languages)
            # the chart draws from the view, so that has to be open too
            if await compat.may_view(datasette, actor, database, _MONTHS_VIEW):
                months = await _months(db, entity_id)
    return Entity(
        name=row["name"],
        type=row["type"],
        key=key,
        country=row["country"],
        article_count=counts[0]["articles"] if counts else None,
        mention_count=counts[0]["mentions"] if counts else None,
        names=names,
        other_names=other_names,
        articles=articles,
        whole_url=await _whole_url(datasette, actor, database, key),
        articles_url=f"{urls.table(database, 'articles')}?{urlencode({'_entity': key})}",
        company=company,
        months=months,
        months_url=f"{urls.table(database, _MONTHS_VIEW)}?{urlencode({'entity': key})}{CHART}",
        months_json_url=f"{urls.table(database, _MONTHS_VIEW, format='json')}?{urlencode({'entity': key})}&_size=max",
        json_url=urls.row(database, "entities", entity_id, format="json"),
        plain_url=f"{urls.row(database, 'entities', entity_id)}?_plain=1",
        lasting_url=urls.path(f"/-/clippings/{tilde_encode(database)}/entity/{tilde_encode(key)}"),
    )


async def _whole_url(datasette: Any, actor: dict[str, Any] | None, database: str, key: str) -> str | None:
    shards = await shards_of(datasette, actor, database)
    if shards.count == 1 or not await compat.may_view(datasette, actor, database, *SEARCHED):
        return None
    return f"{Links(datasette.urls, database).search()}?{urlencode({'_entity': key})}"


async def _names(
    datasette: Any, actor: dict[str, Any] | None, database: str, entity_id: int, languages: Languages
) -> tuple[list[LanguageNames], list[LanguageNames]]:
    """The names by language: those of the archive's languages, and the others."""
    if not await compat.may_view(datasette, actor, database, "entity_names"):
        return [], []
    rows = (await datasette.get_database(database).execute(_NAMES, {"id": entity_id})).rows
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row["language"]][row["name"]].append(row["source"])
    known: list[LanguageNames] = []
    others: list[LanguageNames] = []
    for code, names in found.items():
        language = None if code == "und" else languages.get(code)
        group = LanguageNames(language, tuple(EntityName(name, tuple(sources)) for name, sources in names.items()))
        (known if language is None or code in languages.by_code else others).append(group)
    known.sort(key=lambda group: (group.language is None, group.language.name if group.language else ""))
    return known, others


async def _articles(
    datasette: Any, database: str, entity_id: int, languages: Languages
) -> list[MentioningArticle] | None:
    rows = await rows_in_time(datasette.get_database(database), _ARTICLES, id=entity_id, limit=MOST_ARTICLES)
    return rows and [
        MentioningArticle(
            row["title"],
            datasette.urls.row(database, "articles", row["id"]),
            shown_date(row["published"], row["published_text"]),
            languages.get(row["language"]),
            row["publisher"],
        )
        for row in rows
    ]


async def _company(datasette: Any, database: str, entity_id: int) -> list[Companion] | None:
    rows = await rows_in_time(datasette.get_database(database), _COMPANY, id=entity_id, limit=_MOST_COMPANY)
    return rows and [
        Companion(row["name"], row["type"], datasette.urls.row(database, "entities", row["id"]), row["articles"])
        for row in rows
    ]


async def _months(db: Any, entity_id: int) -> list[Month] | None:
    rows = await rows_in_time(db, _MONTHS, id=entity_id)
    return rows and [Month(row["month"], row["articles"], row["mentions"]) for row in rows]
