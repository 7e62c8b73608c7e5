"""How the structures for fast facets and search are laid out in an archive; the build writes them, ``results`` reads.

All are made from the other tables, and say nothing that these don't. Numbers are little-endian.

- ``entity_bitmaps``: of an entity in many articles, their ids as a roaring bitmap, in the portable format of
  https://github.com/RoaringBitmap/RoaringFormatSpec.
- ``word_postings``: of a word in many articles, their ids, and how often each article has it.
- ``article_columns``: arrays with an item for each article id, in parts of ``PART`` ids; where an id belongs to no
  article, zeros.
"""

from __future__ import annotations

LAYOUT = "1"
"""Version of all this: a fingerprint begins with it, and one of another version isn't read."""

TRIGGERS = 9
"""So many triggers say when a table beneath is changed: three for each of three tables, named ``stale_…``."""

PART = 1 << 16
"""Article ids whose items stand in one part of a column; the first part begins with id 0."""

ARTICLES = "articles"
"""The ids of all articles, as a roaring bitmap in place of an array."""
ENTITIES = "entities"
"""Column: the numbers of an article's entities, article after article, see ``ENTITY_ORDER``."""
ENTITY_ENDS = "entity ends"
"""Column: where an article's entities end in the part of ``ENTITIES``; they begin where those of the id before end."""
WORDS = "words"
"""Column: words of title and text, as the full-text index counts them."""
NEWEST = "newest"
"""Column: the article's place when they are ordered by date, the newest first, and those without a date last."""
CODED = ("month", "language", "site")
"""Columns: a code for the value, whose meaning is in ``article_column_values``; 0 where there is none."""

ENTITY_ORDER = "entity order"
"""The id of each entity, in the order of their numbers: by type, then by articles, the most first, then by key."""
ENTITY_ARTICLES = "entity articles"
"""The number of articles that mention it, in the same order."""
ENTITY_PLACES = "entity places"
"""Its place when all are ordered by key, in the same order."""

ENTITY_TYPE = "entity type"
"""In ``article_column_values``: for each type of entities the number of the first of them, in place of a code."""

DTYPES = {
    ENTITIES: "<i4",
    ENTITY_ENDS: "<u4",
    WORDS: "<u4",
    NEWEST: "<u4",
    "month": "<u2",
    "language": "<u2",
    "site": "<u4",
    ENTITY_ORDER: "<u4",
    ENTITY_ARTICLES: "<i4",
    ENTITY_PLACES: "<i4",
}
"""How an item of each column is stored, as NumPy names it."""
