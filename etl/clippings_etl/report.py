"""What the command prints: the end of a build, a check, an explained document, a kit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from .build import Report
    from .documents import Mention, Quantity
    from .errors import DocumentError
    from .explain import Explanation
    from .publishing import Kit
    from .try_rule import Change, Trial
    from .verify import Check

_EXAMPLE_WIDTH = 160
"""Characters of a line that are shown in an example."""

_MOST_ROWS = 12
"""Rows of a table in the report; the rest are summed up."""


def build_report(report: Report) -> str:
    """The final report of a build, several lines."""
    blocks = [*map(printable, report.notes), f"{_plural(report.documents, 'document')} in {_files(report)}"]
    blocks.append(_what_is_new(report))
    if report.duplicates:
        blocks.append(f"{report.duplicates:,} of them nearly the same as an earlier one")
    if report.removed_by_rule:
        removed = sum(report.removed_by_rule.values())
        blocks.append(f"{_plural(removed, 'line')} removed" + _counts(report.removed_by_rule))
    if report.idle_rules:
        blocks.append(f"Rules of your own that removed nothing: {', '.join(report.idle_rules)}")
    if report.entities_by_type:
        entities = sum(report.entities_by_type.values())
        noun = "entity" if entities == 1 else "entities"
        blocks.append(f"{entities:,} {noun} recognised" + _counts(report.entities_by_type))
    if report.passed_over:
        blocks.append(f"{_plural(sum(report.passed_over.values()), 'item')} passed over" + _counts(report.passed_over))
    if report.error_count:
        blocks.append(f"{_plural(report.error_count, 'document')} failed (listed in the table errors)")
        blocks.extend(failures(report.errors))
        if report.error_count > len(report.errors):
            blocks.append(f"  … and {report.error_count - len(report.errors):,} more")
    blocks.append(f"digest {report.digest}")
    return "\n".join(blocks)


def _files(report: Report) -> str:
    """Where the archive is."""
    if len(report.databases) < 2:
        return str(report.database)
    return f"{report.databases[0]} … {report.databases[-1].name}"


def _what_is_new(report: Report) -> str:
    """What this build changed, in a line."""
    said = [f"{report.new:,} new", f"{report.changed:,} changed", f"{report.unchanged:,} unchanged"]
    if report.vanished:
        vanished = f"{report.vanished:,} in no source any more"
        said.append(vanished + (", taken out" if report.pruned else " and kept (--prune takes them out)"))
    return "; ".join(said) + (". The database was up to date." if report.is_current else "")


def failures(errors: Iterable[tuple[str, DocumentError]]) -> Iterator[str]:
    """A line for each document that failed: where, what, and what to do."""
    for source, error in errors:
        yield f"  {printable(source)}: {printable(str(error))}. {error.advice}"


def check(result: Check) -> str:
    """One check of a verification: a line, and a line for each problem."""
    mark = click.style("ok  ", fg="green") if result.ok else click.style("BAD ", fg="red", bold=True)
    out = [f"{mark} {result.name} ({result.checked:,} checked)"]
    out.extend(f"       {printable(problem)}" for problem in result.problems)
    out.extend(f"       Note: {printable(note)}" for note in result.notes)
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
            why = f"  [{line.rule}: {line.description}]" + (f" {printable(line.reason)}" if line.reason else "")
            out.append(click.style(f"{number}  remove  {text}", fg="red") + why)
    out.append("")
    known = {"source": result.source, "format": result.format, "title": result.title, "url": result.url}
    known |= {"language": result.language or "unknown", "encoding": result.encoding}
    known["own rules"] = ", ".join(result.rules_files)
    known["own entities"] = ", ".join(result.entities_files)
    out.extend(f"{name}  {printable(value)}" for name, value in known.items() if value)
    for name, value in result.metadata.items():
        told = f"  [told by the {result.format}]" if result.from_format.get(name) == value else ""
        out.append(f"{name}  {printable(str(value))}{told}")
    out.append("")
    out.extend(_mentions(result.mentions))
    if result.quantities:
        out.append("")
        out.extend(_quantities(result.quantities))
    return "\n".join(out)


def _mentions(mentions: Iterable[Mention]) -> Iterator[str]:
    """What is mentioned, how it was found, what it is linked to and why; what nothing decides, with its candidates."""
    seen = Counter(
        (mention.type, mention.surface, mention.key, mention.method, mention.evidence, mention.candidates)
        for mention in mentions
    )
    for (kind, surface, key, method, evidence, candidates), count in seen.items():
        times = f" ×{count}" if count > 1 else ""
        why = f"  ({printable(evidence)})" if evidence else ""
        yield f"{click.style(kind, fg='cyan')}  {printable(surface)}{times}  → {key}  [{method}]{why}"
        for candidate in candidates:
            yield f"    {candidate.score:.2f}  {candidate.key}  {printable(candidate.name)}"


def _quantities(quantities: Iterable[Quantity]) -> Iterator[str]:
    """The dates and amounts that are named, what each comes to, and how it was read."""
    seen = Counter((one.kind, one.surface, one.value, one.unit, one.method) for one in quantities)
    for (kind, surface, value, unit, method), count in seen.items():
        times = f" ×{count}" if count > 1 else ""
        amount = f"{value} {printable(unit)}" if unit else value
        yield f"{click.style(kind, fg='cyan')}  {printable(surface)}{times}  → {amount}  [{method}]"


def trial(result: Trial) -> str:
    """What other rules would make of a database: how much, where, examples, and what would be left empty."""
    share = result.removed.characters / result.characters if result.characters else 0
    out = [
        f"Looked at {_plural(result.articles, 'article')}, {result.characters:,} characters.",
        *_change("would be removed", result.removed, f"{share:.2%} of all characters"),
        *_change("would come back", result.returned),
        *_change("match and stay, protected", result.protected),
    ]
    if result.other_rule:
        out += ["", f"{_plural(result.other_rule, 'removed line')} would be removed by another rule."]
    if result.emptied_count:
        what = f"{_plural(result.emptied_count, 'article')} would be left empty, or nearly:"
        out += ["", click.style(what, fg="red", bold=True)]
        for item in result.emptied:
            sizes = f"{item.left:,} of {item.characters:,} characters left"
            out.append(f"  {printable(item.source)}: {printable(item.title)} ({sizes})")
        if result.emptied_count > len(result.emptied):
            out.append(f"  … and {result.emptied_count - len(result.emptied):,} more")
    elif result.removed.lines:
        out += ["", "No article would be left empty, or nearly."]
    return "\n".join(out)


def _change(what: str, change: Change, more: str = "") -> Iterator[str]:
    yield ""
    if not change.lines:
        yield f"No line {what.replace('match and stay', 'matches and stays')}."
        return
    where = f"{_plural(change.lines, 'line')} in {_plural(change.articles, 'article')} {what}"
    yield click.style(where, bold=True) + (f" ({more})" if more else "")
    yield f"by rule{_counts(Counter(change.by_rule))}"
    yield f"by site{_counts(Counter(change.by_site))}"
    yield "for example"
    for example in change.examples:
        times = f" ×{example.times:,}" if example.times > 1 else ""
        guards = f" (protected by {', '.join(example.guards)})" if example.guards else ""
        yield f"  {printable(example.source)}{times}  [{example.rule}]{guards}"
        for mark, text in ((" ", example.above), (">", example.text), (" ", example.below)):
            if text is not None:
                shown = text if len(text) <= _EXAMPLE_WIDTH else text[:_EXAMPLE_WIDTH] + " …"
                yield f"    {mark} {click.style(printable(shown), bold=mark == '>')}"


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
    if len(rows) > _MOST_ROWS:
        others = rows[_MOST_ROWS - 1 :]
        rows[_MOST_ROWS - 1 :] = [(f"{len(others)} others", sum(count for _, count in others))]
    return "".join(f"\n  {count:>7,}  {name}" for name, count in rows)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
