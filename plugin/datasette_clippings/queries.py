"""Queries for a part of a page, which does without it where the query takes too long."""

from __future__ import annotations

from typing import Any

from datasette.database import QueryInterrupted


async def rows_in_time(db: Any, sql: str, **params: Any) -> list[Any] | None:
    """The rows of a query; None where the time limit stops it."""
    try:
        return list((await db.execute(sql, params)).rows)
    except QueryInterrupted:
        return None
