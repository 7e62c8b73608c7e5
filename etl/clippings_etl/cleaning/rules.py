"""All cleaning rules, in the order in which they are asked: the first that takes a line removes it."""

from __future__ import annotations

from . import (
    advertising,
    byline,
    comments,
    consent,
    counter,
    credit,
    disclaimer,
    ending,
    feedback,
    follow,
    navigation,
    pagination,
    player,
    related,
    rights,
    share,
    source,
    subscription,
    tags,
    timestamp,
)
from .rule import Rule, RuleSet

RULES: tuple[Rule, ...] = (
    *pagination.RULES,
    *timestamp.RULES,
    *credit.RULES,
    *source.RULES,
    *byline.RULES,
    *related.RULES,
    *rights.RULES,
    *tags.RULES,
    *comments.RULES,
    *share.RULES,
    *counter.RULES,
    *subscription.RULES,
    *follow.RULES,
    *navigation.RULES,
    *consent.RULES,
    *advertising.RULES,
    *player.RULES,
    *feedback.RULES,
    *disclaimer.RULES,
    *ending.RULES,
)


STANDARD = RuleSet(RULES)
"""What a text is cleaned with unless the user's own rules say otherwise."""


def rules_version() -> str:
    """The version of all the rules that the package brings, see ``RuleSet.version``."""
    return STANDARD.version
