"""What engines do to each document, see ``analysis``; all that it takes is loaded when the first document comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .analysis import RecogniserFor, RulesFor
    from .documents import Record
    from .passes import Failed, Finished, Prepared, Waiting
    from .readers import Unreadable


def prepare(item: Record | Unreadable, *, keep_original: bool, rules_for: RulesFor) -> Prepared | Failed:
    """See ``analysis.prepare``."""
    from . import analysis

    return analysis.prepare(item, keep_original=keep_original, rules_for=rules_for)


def died(item: Record | Unreadable) -> Failed:
    """See ``analysis.died``."""
    from . import analysis

    return analysis.died(item)


def finish(
    waiting: Waiting, *, version: str, rules_for: RulesFor, recogniser_for: RecogniserFor, otherwise: RecogniserFor
) -> Finished:
    """See ``analysis.finish``."""
    from . import analysis

    return analysis.finish(
        waiting, version=version, rules_for=rules_for, recogniser_for=recogniser_for, otherwise=otherwise
    )


def died_late(waiting: Waiting, *, rules_for: RulesFor) -> Finished:
    """See ``analysis.died_late``."""
    from . import analysis

    return analysis.died_late(waiting, rules_for=rules_for)
