"""A document line by line: kept or removed, by which rule, and what was read out of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import asdict, dataclass
from itertools import accumulate

from .cleaning import RULES, clean
from .documents import Cleaned, Extracted, Mention
from .entities import recognise


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line of the document and what became of it."""

    number: int
    """Its number in the file, from 1."""
    text: str
    kept: bool
    headline: bool
    rule: str | None
    """The rule that removed it."""
    reason: str | None
    """What that rule is for."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything the build would make of a document."""

    encoding: str
    language: str | None
    lines: tuple[ExplainedLine, ...]
    metadata: dict[str, object]
    """What was read out of the removed lines; only what was found."""
    mentions: tuple[Mention, ...]


def explain(extracted: Extracted) -> Explanation:
    """Explain a decoded document."""
    cleaned = clean(extracted.text)
    return Explanation(
        encoding=extracted.encoding,
        language=cleaned.language,
        lines=_lines(extracted.text, cleaned),
        metadata={name: value for name, value in asdict(cleaned.metadata).items() if value is not None},
        mentions=tuple(recognise(cleaned.text, cleaned.language)),
    )


def _lines(decoded: str, cleaned: Cleaned) -> tuple[ExplainedLine, ...]:
    reasons = {rule.id: rule.description for rule in RULES}
    spans = sorted(
        [(span.start, span.end, None) for span in cleaned.kept]
        + [(line.start, line.end, line.rule) for line in cleaned.removed]
    )
    headline = cleaned.kept[0].start if cleaned.has_headline else None
    starts = list(accumulate(map(len, decoded.splitlines(keepends=True)), initial=0))
    return tuple(
        ExplainedLine(
            number=bisect_right(starts, start),
            text=decoded[start:end],
            kept=rule is None,
            headline=start == headline,
            rule=rule,
            reason=reasons[rule] if rule else None,
        )
        for start, end, rule in spans
    )
