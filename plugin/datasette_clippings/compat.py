"""The two lines of Datasette, 0.65 and 1.0, as one; no other module knows that there are two."""

from __future__ import annotations

from typing import Any

from datasette import Forbidden

try:
    from datasette.resources import DatabaseResource, TableResource
except ImportError:  # 0.65
    TableResource = None


async def may_view(datasette: Any, actor: dict[str, Any] | None, database: str, *tables: str) -> bool:
    """Whether the actor may view all of these tables (or views)."""
    for table in tables:
        if TableResource is not None:
            resource = TableResource(database=database, table=table)
            visible = await datasette.allowed(action="view-table", resource=resource, actor=actor)
        else:
            permissions = [("view-table", (database, table)), ("view-database", database), "view-instance"]
            visible, _ = await datasette.check_visibility(actor, permissions=permissions)
        if not visible:
            return False
    return True


async def ensure_view(datasette: Any, actor: dict[str, Any] | None, database: str, *tables: str) -> None:
    """Raise Forbidden unless the actor may view all of these tables."""
    for table in tables:
        if not await may_view(datasette, actor, database, table):
            raise Forbidden(f"You do not have permission to view the table {table}")


async def may_run_sql(datasette: Any, actor: dict[str, Any] | None, database: str) -> bool:
    """Whether the actor may run SQL of their own against the database."""
    if TableResource is not None:
        return bool(
            await datasette.allowed(action="execute-sql", resource=DatabaseResource(database=database), actor=actor)
        )
    return bool(await datasette.permission_allowed(actor, "execute-sql", resource=database, default=True))
