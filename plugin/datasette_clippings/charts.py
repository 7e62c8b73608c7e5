"""Charts for templates: Vega-Lite specifications, which static/charts.js draws with what the package carries.

A template fills a table of the same numbers, see `clippings_chart.html`: who doesn't see the chart reads these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Series = tuple[str, Sequence[float | None]]
"""A name, and a number for each period; None where there is none."""

LONGEST_LABEL = 60
"""Characters of a series in a legend."""

_DASHES = [[1, 0], [6, 3], [2, 2], [9, 3, 2, 3], [4, 4], [12, 4], [1, 3], [6, 2, 1, 2, 1, 2]]
"""Lines differ by more than colour; as many as there are series at most."""


def add_charts(environment: Any) -> None:
    """Let templates make specifications."""
    environment.globals["clippings_lines"] = lines
    environment.filters["without_vega"] = without_vega


def without_vega(files: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The scripts or stylesheets of a page but for datasette-vega's, for a page that has no table for it to draw.

    It asks to be on every page with a megabyte that has to be there before anything is shown.
    """
    return [each for each in files if "/datasette_vega/" not in each["url"]]


def lines(
    periods: Sequence[str],
    series: Sequence[Series],
    words: dict[str, str],
    *,
    is_share: bool = False,
) -> dict[str, Any]:
    """A line for each series over time.

    Args:
        periods: years (`2024`) or months (`2024-04`), without gaps.
        series: their numbers are shares from 0 to 1, or counts.
        words: `period` and `value` for the axes, in the reader's language.
        is_share: whether the numbers are shares.
    """
    names = [_short(name) for name, _ in _unlike(series)]
    by_month = any(len(period) > 4 for period in periods)
    number_format = ".1~%" if is_share else ",d"
    values = [
        {"period": period, "series": name, "value": value}
        for name, (_, numbers) in zip(names, series, strict=True)
        for period, value in zip(periods, numbers, strict=True)
    ]
    x: dict[str, Any] = {
        "field": "period",
        "type": "temporal",
        "timeUnit": "utcyearmonth" if by_month else "utcyear",
        "title": None,
        "axis": {"format": "%Y-%m" if by_month else "%Y", "labelOverlap": True, "labelSeparation": 8, "grid": False},
    }
    y = {
        "field": "value",
        "type": "quantitative",
        "title": words["value"],
        "axis": {"format": number_format, "tickCount": 5, "tickMinStep": 0 if is_share else 1},
        "scale": {"domainMin": 0},
    }
    by_series = {"field": "series", "type": "nominal", "title": None, "sort": None}
    legend = {"orient": "top", "symbolType": "stroke", "symbolSize": 300, "columns": 2} if len(names) > 1 else None
    return {
        "width": "container",
        "height": "container",
        "data": {"values": values},
        "mark": {"type": "line", "strokeWidth": 2, "point": {"size": 22, "filled": True}},
        "encoding": {
            "x": x,
            "y": y,
            "color": {**by_series, "scale": {"domain": names}, "legend": legend},
            "strokeDash": {**by_series, "scale": {"domain": names, "range": _DASHES[: len(names)]}, "legend": legend},
            "tooltip": [
                {**x, "title": words["period"], "format": x["axis"]["format"]},
                {"field": "value", "type": "quantitative", "title": words["value"], "format": number_format},
                *([{"field": "series", "type": "nominal", "title": " "}] if len(names) > 1 else []),
            ],
        },
    }


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"


def _unlike(series: Sequence[Series]) -> Iterator[Series]:
    """The series by names that stay unlike when they are cut."""
    met: set[str] = set()
    for number, (name, values) in enumerate(series, 1):
        yield (f"{number}. {name}" if _short(name) in met else name), values
        met.add(_short(name))
