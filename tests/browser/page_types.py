"""An address of each type of page, as full of what it can show as an archive allows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote_plus

# The pages by their names; the braces take keys of the archive's first articles and of its most mentioned entity.
_PATHS = {
    "batch": "-/batch?_names=Norway%0AHan+Quoc%0ANobody+Anywhere",
    "cite": "-/cite?_key={one}",
    "cleaning": "-/cleaning",
    "compare": "-/compare?a._search=harbour&b._search=norway",
    "difference": "-/difference?_one={one}&_other={other}",
    "export": "-/export?_search=harbour",
    "facet": "-/facet?_by=place&_search=harbour",
    "map": "-/map?_search=harbour",
    "mentions": "-/mentions?_entity={entity}",
    "network": "-/network?_search=harbour",
    "overview": "-/overview",
    "search": "-/search?_search=harbour&_entity={entity}",
    "timeline": "-/timeline?_series=harbour&_series=norway",
}
# Pages of Datasette's that we fill, and others of ours in states of their own.
_MORE = {
    "database": "",
    "articles": "articles?_search=harbour&_facet_entity=place&_facet_article=month",
    "article": "articles/1",
    "what was removed": "articles/1?_removed=1",
    "entity": "entities/{number}",
    "nothing found": "-/search?_search=xyzzyx",
}


def addresses(database: Path) -> dict[str, str]:
    """The address of each type of page, in an archive served by the name of its file."""
    with closing(sqlite3.connect(database)) as connection:
        keys = [row[0] for row in connection.execute("select key from articles order by id limit 2")]
        number, entity = connection.execute("select id, key from entities order by article_count desc, id").fetchone()
    values = {"one": quote_plus(keys[0]), "other": quote_plus(keys[1]), "entity": quote_plus(entity), "number": number}
    paths = {**_PATHS, **_MORE}
    return {name: f"/{database.stem}/{path.format(**values)}".removesuffix("/") for name, path in paths.items()}
