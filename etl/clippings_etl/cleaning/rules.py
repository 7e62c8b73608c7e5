"""All cleaning rules, in the order in which they are asked: the first that takes a line removes it."""

from __future__ import annotations

from . import byline, credit, pagination, related, source, timestamp
from .rule import Rule

RULES: tuple[Rule, ...] = (
    *pagination.RULES,
    *timestamp.RULES,
    *credit.RULES,
    *source.RULES,
    *byline.RULES,
    *related.RULES,
)


def rules_version() -> str:
    """Every rule with its version, in the order of their ids: the same text means the same rules."""
    return " ".join(sorted(f"{rule.id}@{rule.version}" for rule in RULES))
