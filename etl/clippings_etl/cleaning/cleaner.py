"""The way of a text through the rules."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import fields, replace

from ..documents import Cleaned, Metadata, RemovedLine
from ..language import detect_in_parts
from .document import Document, Line, read
from .guards import GUARDS
from .headline import has_headline
from .line_scorer import SCORED, furniture_lines
from .rule import FURNITURE_LENGTH, Claims, Rule, RuleSet
from .rules import STANDARD

Claim = tuple[Rule, Metadata]
"""The rule that takes a line for boilerplate, and what the line tells."""

_PARTS = re.compile(r"\s*[|｜•·]\s*|\s{2,}|\s(?=[^\W\d_]{2,12}[:：])")
"""Where a line of several parts comes apart: at a bar or dot, wide space, or before a label."""
_MAY_PART = re.compile(r"[|｜•·:：]|\s\s")
"""What one of these places has, quickly looked for."""
_MOST_PARTS = 5

_SAMPLED_LINES = 3
_SAMPLED_LENGTH = 120
"""So many lines, and so many characters of each, tell the language: more of them no longer change the answer."""


def clean(text: str, language: str | None = None, *, rules: RuleSet = STANDARD, score_lines: bool = True) -> Cleaned:
    """Split a text into the article and its boilerplate, and read the boilerplate.

    Args:
        language: ISO 639 code of the language that dates and names are read in; without it the text's own is detected.
        rules: what is asked of each line.
        score_lines: whether the text may be a crude dump, whose lines the line scorer may take as well; no text that
            a page's main content was picked out for.
    """
    document = read(text)
    document = replace(document, language=language or detect_in_parts(_sample(document)))
    claims = _unprotected(_claims(document, rules), document)
    removed = {number: _removed_line(document.lines[number], rule.id) for number, (rule, _) in claims.items()}
    if score_lines:
        removed |= _scored(document, {number: rule for number, (rule, _) in claims.items()}, rules)
    kept = [line for line in document.lines if line.number not in removed]
    return Cleaned(
        text=_join(document, removed),
        kept=tuple(line.span for line in kept),
        removed=tuple(removed[number] for number in sorted(removed)),
        metadata=_merge(list(claims.values()), rules),
        language=document.language,
        has_headline=has_headline(kept),
    )


def _sample(document: Document) -> list[str]:
    """The text's longest lines, or their beginnings: what furniture there is seldom stands in them."""
    longest = sorted(document.lines, key=lambda line: -len(line.text))[:_SAMPLED_LINES]
    return [line.text[:_SAMPLED_LENGTH] for line in longest]


def _join(document: Document, removed: Container[int]) -> str:
    """The kept lines as one text, see ``documents.join_lines``."""
    parts: list[str] = []
    blank = False
    for line in document.lines:
        blank |= line.after_blank
        if line.number not in removed:
            if parts:
                parts.append("\n\n" if blank else "\n")
            parts.append(line.text)
            blank = False
    return "".join(parts)


def claimed_lines(document: Document, rules: RuleSet = STANDARD) -> Claims:
    """Numbers of the lines that the rules take for boilerplate and no guard protects."""
    return frozenset(_unprotected(_claims(document, rules), document))


def _unprotected(claims: dict[int, Claim], document: Document) -> dict[int, Claim]:
    claimed = frozenset(claims)
    return {
        number: claim
        for number, claim in claims.items()
        if not _is_protected(document.lines[number], claim[0], document, claimed)
    }


def _claims(document: Document, rules: RuleSet) -> dict[int, Claim]:
    claims = {}
    for line in document.lines:
        claim = _claim(line, document, rules) or _claim_of_parts(line, document, rules)
        if claim and not rules.keeps(line, document):
            claims[line.number] = claim
    return claims


def _claim(line: Line, document: Document, rules: RuleSet) -> Claim | None:
    for rule in rules.asked(line):
        metadata = rule.match(line, document)
        if metadata is not None:
            return rule, metadata
    return None


def _claim_of_parts(line: Line, document: Document, rules: RuleSet) -> Claim | None:
    """The claim on a line of several parts, each of them boilerplate: ``3 June 2019 | Source: …``."""
    claims = []
    for part in parts_of(line.inner):
        claim = _claim(line._replace(text=part, inner=part), document, rules)
        if claim is None:
            return None
        claims.append(claim)
    return (claims[0][0], _merge(claims, rules)) if claims else None


def parts_of(text: str) -> list[str]:
    """The parts of a line that has several and is no prose, each of which a rule may take; else none."""
    if len(text) > FURNITURE_LENGTH or not _MAY_PART.search(text):
        return []
    parts = [part for part in _PARTS.split(text) if part]
    return parts if 2 <= len(parts) <= _MOST_PARTS else []


def _is_protected(line: Line, rule: Rule, document: Document, claimed: Claims) -> bool:
    return any(guard.protects(line, document, claimed) for guard in GUARDS if guard.id not in rule.overrides)


def _scored(document: Document, claimed: dict[int, Rule], rules: RuleSet) -> dict[int, RemovedLine]:
    return {
        number: _removed_line(document.lines[number], SCORED.id, grounds)
        for number, grounds in furniture_lines(document, claimed).items()
        if rules.permits(SCORED.id, document.lines[number], document)
    }


def _removed_line(line: Line, rule: str, reason: str | None = None) -> RemovedLine:
    return RemovedLine(line.span.start, line.span.end, line.text, rule, reason)


def _merge(claims: list[Claim], rules: RuleSet) -> Metadata:
    """One answer to each question: the earlier rule's counts, then the earlier line's."""
    found = [metadata for _, metadata in sorted(claims, key=lambda claim: rules.rank[claim[0].id])]
    # A date and the words it was read from stay together, and a full date counts before one without a year.
    dated = sorted((m for m in found if m.published_text), key=lambda m: m.published is None)
    merged = dated[0] if dated else Metadata()
    for metadata in found:
        missing = {
            f.name: getattr(metadata, f.name)
            for f in fields(Metadata)
            if getattr(merged, f.name) is None and not f.name.startswith("published")
        }
        merged = replace(merged, **missing)
    return merged
