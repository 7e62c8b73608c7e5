"""A document line by line: kept or removed, by which rule and why, and what was read out of it.

`explain` takes a decoded document; `explain_source` finds one on disk or in a container, and
`explained_article` takes one out of a database, with what the build made of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import accumulate

from .amounts import quantities
from .analysis import Recogniser, merge
from .cleaning import STANDARD, RuleSet, clean
from .documents import Cleaned, Extracted, Mention, Metadata, Quantity, RemovedLine, Span
from .entities import recognise
from .extraction import PAGES
from .repeated import RULES_ELSEWHERE


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line of the document and what became of it."""

    number: int
    """Its number in the text, from 1."""
    text: str
    kept: bool
    headline: bool
    rule: str | None
    """The rule that removed it."""
    description: str | None
    """What that rule removes."""
    reason: str | None
    """Why it took this line, where its description doesn't say it all."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that a build makes of a document."""

    source: str
    format: str
    encoding: str
    title: str | None
    """The title that the format names, or that the article has in the database."""
    url: str | None
    language: str | None
    lines: tuple[ExplainedLine, ...]
    metadata: dict[str, object]
    """What was read out of the removed lines and what the format says, which counts first; only what was found."""
    from_format: dict[str, object]
    """What of this the format says: a page's metadata, a record's fields."""
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...] = ()
    """The dates, amounts of money, percentages and quantities that the text names in figures."""
    rules_files: tuple[str, ...] = ()
    """The files of the user's own rules that counted."""
    entities_files: tuple[str, ...] = ()
    """The lists of the user's own entities that counted."""


def explain(
    extracted: Extracted, source: str = "", *, rules: RuleSet = STANDARD, recogniser: Recogniser = recognise
) -> Explanation:
    """Explain a decoded document.

    Raises:
        RecogniserFailed: an engine that isn't ours failed.
    """
    cleaned = clean(extracted.text, rules=rules, score_lines=extracted.format not in PAGES)
    descriptions = {rule.id: rule.description for rule in (*rules.rules, *RULES_ELSEWHERE)}
    return Explanation(
        source=source,
        format=extracted.format,
        encoding=extracted.encoding,
        title=extracted.title,
        url=extracted.url,
        language=cleaned.language,
        lines=explained_lines(extracted.text, cleaned, descriptions),
        metadata=said(merge(extracted.metadata, cleaned.metadata)),
        from_format=said(extracted.metadata),
        mentions=tuple(recogniser(cleaned.text, cleaned.language)),
        quantities=tuple(quantities(cleaned.text, cleaned.language)),
    )


def said(metadata: Metadata) -> dict[str, object]:
    """What there is of it."""
    return {name: value for name, value in asdict(metadata).items() if value is not None}


def explained_lines(decoded: str, cleaned: Cleaned, descriptions: Mapping[str, str]) -> tuple[ExplainedLine, ...]:
    """The lines of a text in their order.

    Args:
        descriptions: of the rules, by their id.
    """
    headline = cleaned.kept[0] if cleaned.has_headline else None
    starts = list(accumulate(map(len, decoded.splitlines(keepends=True)), initial=0))
    pieces: Iterable[Span | RemovedLine] = sorted((*cleaned.kept, *cleaned.removed), key=lambda piece: piece.start)
    return tuple(
        _line(bisect_right(starts, piece.start), decoded[piece.start : piece.end], piece, headline, descriptions)
        for piece in pieces
    )


def _line(
    number: int, text: str, piece: Span | RemovedLine, headline: Span | None, descriptions: Mapping[str, str]
) -> ExplainedLine:
    if isinstance(piece, RemovedLine):
        return ExplainedLine(number, text, False, False, piece.rule, descriptions.get(piece.rule), piece.reason)
    return ExplainedLine(number, text, True, piece == headline, None, None, None)
