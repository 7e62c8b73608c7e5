"""Tables as CSV files, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from datasette import Response

from ..exporting.cells import csv_row


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A file of comma-separated values by this name."""
    return Response(
        "".join(map(csv_row, [header, *rows])),
        content_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}.csv"', "x-content-type-options": "nosniff"},
    )
