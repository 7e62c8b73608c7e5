"""The articles that a reader's own SQL names: any query with a column of their numbers selects them.

`?_sql=select article_id from money_mentioned where amount > :least&_sql_least=1000000`. Only for those who may run SQL;
all the queries of a request share Datasette's own time for one, and are run once for each page.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable
from typing import Any

from datasette import Forbidden
from datasette.database import QueryInterrupted
from datasette.utils import InvalidSql, derive_named_parameters, escape_sqlite, sqlite_timelimit, validate_sql_select
from datasette.utils.asgi import BadRequest

from .. import compat
from ..results import Condition

SQL_ARGUMENT = "_sql"
"""A query whose articles are selected; its parameters follow as `_sql_NAME`."""

COLUMNS = ("article_id", "article", "id")
"""Where the numbers of articles stand in the rows of a query: in the first of these columns that there is."""

MOST_QUERIES = 5
"""In one request."""

_SHOWN = 60  # characters of a query in the words for it
_IDS = """
select json_group_array(distinct {column}), coalesce(sum(typeof({column}) not in ('integer', 'null')), 0)
from ({sql}\n)
"""
_SELECTED = "id in (select value from json_each(:own_sql_{number}))"


class QueryTime:
    """The time that is left for the queries of a request, in milliseconds. It runs while they do: waiting for a
    thread costs nothing."""

    def __init__(self, time_limit_ms: float) -> None:
        self.left = time_limit_ms

    async def rows(self, db: Any, sql: str, parameters: dict[str, str]) -> tuple[list[str], list[tuple[Any, ...]]]:
        """The columns and rows of a query. Raises QueryInterrupted where the time is over."""

        def run(connection: sqlite3.Connection) -> tuple[list[str], list[tuple[Any, ...]]]:
            if self.left <= 0:
                raise QueryInterrupted("no time left", sql, parameters)
            begun = time.perf_counter()
            try:
                with sqlite_timelimit(connection, self.left):
                    cursor = connection.execute(sql, parameters)
                    return [column for column, *_ in cursor.description], [tuple(row) for row in cursor.fetchall()]
            except sqlite3.Error as error:
                if error.args == ("interrupted",):
                    raise QueryInterrupted(error, sql, parameters) from error
                raise
            finally:
                self.left -= 1000 * (time.perf_counter() - begun)

        found: tuple[list[str], list[tuple[Any, ...]]] = await db.execute_fn(run)
        return found


async def sql_conditions(datasette: Any, request: Any, database: str) -> list[tuple[str, str, Condition, str]]:
    """What a request asks for in SQL: argument, value, condition, and that in words.

    Raises Forbidden where the actor may not run SQL; BadRequest for what is no query for articles, takes too long
    (all together), or for too many queries.
    """
    queries = [sql for sql in dict.fromkeys(request.args.getlist(SQL_ARGUMENT)) if sql.strip()]
    if not queries:
        return []
    if not await compat.may_run_sql(datasette, request.actor, database):
        raise Forbidden("You do not have permission to run SQL, so not to select articles by it")
    if len(queries) > MOST_QUERIES:
        raise BadRequest(
            f"At most {MOST_QUERIES} queries can be asked for at once with ?{SQL_ARGUMENT}=, these are {len(queries)}; "
            "put some of them into one"
        )
    db = datasette.get_database(database)
    allowed = QueryTime(datasette.setting("sql_time_limit_ms"))
    found = []
    for number, sql in enumerate(queries):
        try:
            ids = await _ids(db, sql, request, allowed)
        except QueryInterrupted as error:
            raise BadRequest(f"The query in ?{SQL_ARGUMENT}= took too long; let it go through fewer rows") from error
        except (InvalidSql, sqlite3.Error, OverflowError) as error:
            raise BadRequest(f"Invalid SQL in ?{SQL_ARGUMENT}=: {error}") from error
        condition = Condition(_SELECTED.format(number=number), {f"own_sql_{number}": ids})
        found.append((SQL_ARGUMENT, sql, condition, f"in the query {_shortened(sql)}"))
    return found


def article_column(columns: Iterable[str] | None) -> str | None:
    """The column of a query that holds the numbers of articles, going by its name."""
    known = set(columns or ())
    return next((column for column in COLUMNS if column in known), None)


def sql_arguments(sql: str, parameters: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The arguments that select the articles of a query with these parameters."""
    return [(SQL_ARGUMENT, sql), *((f"{SQL_ARGUMENT}_{name}", value) for name, value in parameters)]


async def _ids(db: Any, sql: str, request: Any, allowed: QueryTime) -> str:
    """The numbers of the query's articles, as JSON."""
    sql = sql.strip().rstrip(";").rstrip()
    validate_sql_select(sql)
    parameters = {}
    for name in await derive_named_parameters(db, sql):
        if "__" in name:
            raise BadRequest(
                f"The parameter :{name} can't be given here: its name may not hold two underscores together"
            )
        parameters[name] = request.args.get(f"{SQL_ARGUMENT}_{name}") or ""
    columns, _ = await allowed.rows(db, f"select * from ({sql}\n) limit 0", parameters)
    column = article_column(columns)
    if column is None:
        raise BadRequest(
            f"The query in ?{SQL_ARGUMENT}= has no column {', '.join(COLUMNS[:-1])} or {COLUMNS[-1]}, where "
            "the numbers of articles have to stand"
        )
    _, [(ids, others)] = await allowed.rows(db, _IDS.format(column=escape_sqlite(column), sql=sql), parameters)
    if others:
        raise BadRequest(f"The query in ?{SQL_ARGUMENT}= has {others:,} rows whose {column} is no number of an article")
    return str(ids)


def _shortened(sql: str) -> str:
    line = re.sub(r"\s+", " ", sql.strip())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
