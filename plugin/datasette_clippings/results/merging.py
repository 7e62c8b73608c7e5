"""The results of an archive's shards as one: what each answers for itself, put together exactly.

Every article is in one shard, so that numbers add up; a list of the most frequent of something doesn't, since what
is first in the whole may be far behind in each shard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import TypeVar

from .model import Dated, EntityCount, Hit, ValueCount

AnyHit = TypeVar("AnyHit", Hit, Dated)


@dataclass(frozen=True)
class TopList:
    """The entities of one type that most of a shard's matching articles mention: the first of them, or all."""

    entities: Sequence[EntityCount]
    is_all: bool

    @property
    def most_unlisted(self) -> int:
        """Articles that an entity which isn't listed can be mentioned by at most."""
        return 0 if self.is_all or not self.entities else self.entities[-1].articles


def candidates(lists: Sequence[TopList], count: int) -> list[str]:
    """The keys of the listed entities that may be among so many first of the whole, whatever isn't known yet."""
    known = _known([each.entities for each in lists])
    likely = nlargest(count, known.values())
    least = likely[-1] if len(likely) == count else 0
    unlisted = sum(each.most_unlisted for each in lists)
    most = Counter({key: articles + unlisted for key, articles in known.items()})
    for each in lists:
        for key, _, _ in each.entities:
            most[key] -= each.most_unlisted
    return [key for key in known if most[key] >= least]


def first_entities(
    lists: Sequence[TopList], counts: Sequence[Mapping[str, int]], count: int
) -> list[EntityCount] | None:
    """So many first entities of the whole, the most frequent first, then by key; None: longer lists are needed.

    Args:
        lists: one for each shard.
        counts: for each shard the articles that mention each of the ``candidates``, where its list doesn't say.
    """
    found = all_entities([each.entities for each in lists], counts, candidates(lists, count))[:count]
    # An unlisted one with as many articles as the last could come before it by its key.
    unlisted = sum(each.most_unlisted for each in lists)
    if unlisted and (len(found) < count or found[-1].articles <= unlisted):
        return None
    return found


def all_entities(
    lists: Sequence[Sequence[EntityCount]], counts: Sequence[Mapping[str, int]], keys: Iterable[str]
) -> list[EntityCount]:
    """The entities with these keys, each of which some list has, the most frequent first, then by key.

    An entity is called as in the first shard that lists it.
    """
    names: dict[str, str] = {}
    for shard in lists:
        for key, name, _ in shard:
            names.setdefault(key, name)
    known = _known(lists)
    found = [
        EntityCount(key, names[key], known[key] + sum(shard.get(key, 0) for shard in counts))
        for key in dict.fromkeys(keys)
    ]
    found.sort(key=lambda entity: (-entity.articles, entity.key))
    return found


def unlisted(entities: Sequence[EntityCount], keys: Iterable[str]) -> list[str]:
    """Those of the keys that a shard's list doesn't have."""
    listed = {entity.key for entity in entities}
    return [key for key in keys if key not in listed]


def values(column: str, shards: Iterable[Sequence[ValueCount]]) -> list[ValueCount]:
    """All values of a column in the order of ``Results.values``, from all values of each shard."""
    counts: Counter[str | None] = Counter()
    for shard in shards:
        for value, articles in shard:
            counts[value] += articles
    found = [ValueCount(value, articles) for value, articles in counts.items()]
    if column == "month":
        found.sort(key=lambda each: (each.value is None, each.value or ""))
    else:
        found.sort(key=lambda each: (-each.articles, each.value is None, each.value or ""))
    return found


def chosen(shards: Sequence[Mapping[str, Sequence[EntityCount]]]) -> dict[str, list[EntityCount]]:
    """The counts of the same entities in the same order, by type, added up."""
    return {
        entity_type: [
            EntityCount(same[0].key, same[0].name, sum(each.articles for each in same))
            for same in zip(*(shard[entity_type] for shard in shards), strict=True)
        ]
        for entity_type in shards[0]
    }


def ranked(shards: Iterable[Sequence[Hit]], count: int) -> list[tuple[int, Hit]]:
    """The best hits with the places of their shards: by score, then by shard, then as the shard has them."""
    return sorted(_placed(shards), key=lambda placed: -placed[1].score)[:count]


def newest(shards: Iterable[Sequence[Dated]], count: int) -> list[tuple[int, Dated]]:
    """The latest hits with the places of their shards, undated ones last: by date, then by shard."""

    def date(placed: tuple[int, Dated]) -> tuple[bool, str]:
        published = placed[1].published
        return (published is not None, published or "")

    return sorted(_placed(shards), key=date, reverse=True)[:count]  # reversed, equal ones still keep their order


def last_shown(
    hits: Iterable[tuple[int, Hit | Dated]], before: Sequence[Hit | Dated | None]
) -> list[Hit | Dated | None]:
    """For each shard its last hit on this page or on those before it; None where there is none yet."""
    places = list(before)
    for shard, hit in hits:
        places[shard] = hit
    return places


def _known(lists: Iterable[Sequence[EntityCount]]) -> Counter[str]:
    """The articles of each listed entity, as far as the lists say."""
    known: Counter[str] = Counter()
    for shard in lists:
        for key, _, articles in shard:
            known[key] += articles
    return known


def _placed(shards: Iterable[Sequence[AnyHit]]) -> list[tuple[int, AnyHit]]:
    return [(number, hit) for number, hits in enumerate(shards) for hit in hits]
