"""A rule given on the command line → the text of a file of rules, as `own_rules` reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

NAME = "tried"
"""The id of a rule that was given without a file: ``user.tried``."""

Value = str | int | bool | Sequence[str]

DEFAULT_EXAMPLES = 10
"""Lines that a trial of rules shows for each of them."""


def rules_text(described: Mapping[str, Value], off: Sequence[str], *, keep: bool) -> str | None:
    """The text of a file with one rule; None where nothing was described or switched off.

    Args:
        described: what the rule says, by the keys of rules.yml; what is empty is left out.
        off: rules to switch off, in the sites and folders that are described.
        keep: whether the lines that are described are to be kept rather than removed.
    """
    given: dict[str, object] = {
        key: value if isinstance(value, str | int) else list(value) for key, value in described.items() if value
    }
    where: dict[str, object] = {key: value for key, value in given.items() if key in ("sites", "folders")}
    sections: dict[str, list[dict[str, object]]] = {}
    if off:
        sections["off"] = [{"rule": rule, **where} for rule in off]
    if given.keys() - where.keys() or (where and not off):
        if keep:
            sections["keep"] = [dict(given)]
        else:
            sections["rules"] = [{"id": NAME, **given}]
    # JSON is YAML.
    return json.dumps(sections) if sections else None
