"""What the command prints: the end of a build, a check, an explained document, a kit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from .build import Report
from .errors import DocumentError
from .explain import Explanation
from .publishing import Kit
from .verify import Check


def build_report(report: Report) -> str:
    """The final report of a build, several lines."""
    blocks = [f"{_plural(report.documents, 'document')} in {report.database}"]
    if report.removed_by_rule:
        removed = sum(report.removed_by_rule.values())
        blocks.append(f"{_plural(removed, 'line')} removed" + _counts(report.removed_by_rule))
    if report.entities_by_type:
        entities = sum(report.entities_by_type.values())
        noun = "entity" if entities == 1 else "entities"
        blocks.append(f"{entities:,} {noun} recognised" + _counts(report.entities_by_type))
    if report.errors:
        blocks.append(f"{_plural(len(report.errors), 'document')} failed (listed in the table errors)")
        blocks.extend(failures(report.errors))
    blocks.append(f"digest {report.digest}")
    return "\n".join(blocks)


def failures(errors: Iterable[tuple[str, DocumentError]]) -> Iterator[str]:
    """A line for each document that failed: where, what, and what to do."""
    for source, error in errors:
        yield f"  {printable(source)}: {printable(str(error))}. {error.advice}"


def check(result: Check) -> str:
    """One check of a verification: a line, and a line for each problem."""
    mark = click.style("ok  ", fg="green") if result.ok else click.style("BAD ", fg="red", bold=True)
    out = [f"{mark} {result.name} ({result.checked:,} checked)"]
    out.extend(f"       {printable(problem)}" for problem in result.problems)
    if result.problem_count > len(result.problems):
        out.append(f"       … and {result.problem_count - len(result.problems):,} more")
    return "\n".join(out)


def explanation(result: Explanation) -> str:
    """A document line by line, with what was read out of it, styled for a terminal."""
    width = len(str(result.lines[-1].number)) if result.lines else 1
    out = []
    for line in result.lines:
        text = printable(line.text)
        number = f"{line.number:>{width}}"
        if line.kept:
            out.append(f"{number}  keep    {click.style(text, bold=True) if line.headline else text}")
        else:
            out.append(click.style(f"{number}  remove  {text}", fg="red") + f"  [{line.rule}: {line.reason}]")
    out.append("")
    out.append(f"language  {result.language or 'unknown'}")
    out.append(f"encoding  {result.encoding}")
    out.extend(f"{name}  {printable(str(value))}" for name, value in result.metadata.items())
    out.append("")
    seen = Counter((mention.type, mention.surface, mention.key, mention.method) for mention in result.mentions)
    for (kind, surface, key, method), count in seen.items():
        times = f" ×{count}" if count > 1 else ""
        out.append(f"{click.style(kind, fg='cyan')}  {printable(surface)}{times}  → {key}  [{method}]")
    return "\n".join(out)


def kit(result: Kit) -> str:
    """A prepared kit: what to know first, then the command line for each target with what it needs."""
    out = [f"Ready in {result.folder}"]
    out.extend(f"Note: {notice}" for notice in result.notices)
    for command in result.commands:
        out += ["", f"{command.target}: {command.note}", f"  {command.line}"]
    return "\n".join(out)


def printable(text: str) -> str:
    """Text that can't steer a terminal: control characters, which untrusted text may hold, are shown as escapes."""
    return "".join(
        char if char.isprintable() or char == "\u200d" else char.encode("unicode_escape").decode() for char in text
    )


def _counts(counts: Counter[str]) -> str:
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"\n  {count:>7,}  {name}" for name, count in rows)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
