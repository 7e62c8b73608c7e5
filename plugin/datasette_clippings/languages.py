"""Languages: their names, and how their scripts run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import compat

_LANGUAGES = "select code, name, native_name, direction from languages"


@dataclass(frozen=True)
class Language:
    """A language as a page needs it: its code (for `lang`), its name and its direction (for `dir`)."""

    code: str
    name: str
    native_name: str = ""
    direction: str = "auto"


@dataclass(frozen=True)
class Languages:
    """The languages of an archive by their codes; any other code stands for itself."""

    by_code: dict[str, Language]

    def get(self, code: str | None) -> Language | None:
        """The language with this code; None for want of a code."""
        if not code:
            return None
        return self.by_code.get(code) or Language(code, code)


async def archive_languages(datasette: Any, actor: dict[str, Any] | None, database: str) -> Languages:
    """The languages of an archive, none of them where the actor may not see the table."""
    if not await compat.may_view(datasette, actor, database, "languages"):
        return Languages({})
    rows = await datasette.get_database(database).execute(_LANGUAGES)
    return Languages(
        {row["code"]: Language(row["code"], row["name"], row["native_name"], row["direction"]) for row in rows.rows}
    )
