"""Filters by date: `?_published=2024-04`, `?_from=2024-02-07`, `?_to=2024`.

A date is as precise as its source. An article counts where its date, as far as it is known, lies wholly in what is
asked for: one of "2024" is in 2024, and neither in its April nor before its May. Stored dates compare as text.
"""

from __future__ import annotations

import calendar
import re
from typing import Any

from datasette.utils.asgi import BadRequest

from ..dates import shown_date
from ..results import Condition

PERIOD_ARGUMENT = "_published"
"""Articles of one year, month or day."""

FROM_ARGUMENT = "_from"
"""Articles from the beginning of a year, month or day."""

TO_ARGUMENT = "_to"
"""Articles to the end of a year, month or day."""

_PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_BEHIND = "~"  # sorts behind all that a date is made of


def period_conditions(request: Any) -> list[tuple[str, str, Condition, str]]:
    """What a request asks of dates: argument, value, condition, and that in words.

    Raises BadRequest for what is no year, month or day.
    """
    found = []
    for argument in (PERIOD_ARGUMENT, FROM_ARGUMENT, TO_ARGUMENT):
        for number, value in enumerate(dict.fromkeys(request.args.getlist(argument))):
            if not value:
                continue  # a field of a form left empty
            if not _PERIOD.fullmatch(value):
                raise BadRequest(f"?{argument}= takes a year, a month or a day, such as 2024, 2024-04 or 2024-04-22")
            shown = shown_date(value, None)
            words = shown.text if shown else value
            parameter = f"{argument[1:]}_{number}"
            if argument == PERIOD_ARGUMENT:
                found.append((argument, value, _within(value, parameter), f"published in {words}"))
            elif argument == FROM_ARGUMENT:
                found.append((argument, value, _from(value, parameter), f"from {words}"))
            else:
                found.append((argument, value, _to(value, parameter), f"to {words}"))
    return found


def _within(period: str, parameter: str) -> Condition:
    return Condition(
        f"published >= :{parameter} and published < :{parameter}_behind",
        {parameter: period, f"{parameter}_behind": period + _BEHIND},
    )


def _from(period: str, parameter: str) -> Condition:
    """A period that begins with a longer one begins at the same time: 2024-01-01 is the beginning of 2024."""
    while period.endswith("-01"):
        period = period.removesuffix("-01")
    return Condition(f"published >= :{parameter}", {parameter: period})


def _to(period: str, parameter: str) -> Condition:
    """What is known no better than the longer periods that hold this one may lie behind it."""
    period = _longest_with_end(period)
    longer = [period[:length] for length in (4, 7) if length < len(period)]
    names = [f"{parameter}_{number}" for number in range(len(longer))]
    unsure = f" and published not in ({', '.join(f':{name}' for name in names)})" if names else ""
    return Condition(
        f"published < :{parameter}{unsure}", {parameter: period + _BEHIND, **dict(zip(names, longer, strict=True))}
    )


def _longest_with_end(period: str) -> str:
    """The longest period that ends when this one does: 2024 for 2024-12-31."""
    if len(period) == 10 and int(period[:4]):
        year, month, day = map(int, period.split("-"))
        if day >= calendar.monthrange(year, month)[1]:
            period = period[:7]
    return period.removesuffix("-12") if len(period) == 7 else period
