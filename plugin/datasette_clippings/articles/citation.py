"""An article as literature lists want it: BibTeX, RIS, CSL-JSON, Markdown, and a line to read.

Each names the copy in the archive by its lasting address and the SHA-256 of the original bytes, so that a reader can
tell whether what stands there is what was cited. Nothing here asks the clock: an archived copy doesn't change, and no
citation says when it was looked at.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from ..dates import shown_date

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])", re.ASCII)

# What LaTeX takes for commands; braces become commands too, since BibTeX counts even escaped ones.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    }
)  # fmt: skip
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_MARKDOWN_LINE = re.compile(r"^(\d*)([-+=:.)])")  # what would begin a list or an underline
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")  # categories of Unicode; joiners, which some scripts need, stay
_LONGEST = 2_000  # characters of a field
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class Cited:
    """An article as it is cited. ``link`` is the absolute address of the copy in the archive, which lasts."""

    key: str
    title: str
    author: str | None
    publication: str | None  # the newspaper, agency or office; for want of one, the site
    published: str | None  # ISO 8601, as precise as known
    published_text: str | None  # as written
    language: str | None
    url: str | None  # where it was published, if that is an address of the web
    link: str
    sha256: str
    archive: str  # the name of the database

    @property
    def date(self) -> tuple[str, ...]:
        """Year, month and day, as far as they are known."""
        found = _DATE.match(self.published or "")
        return tuple(part for part in found.groups() if part) if found else ()

    @property
    def shown_date(self) -> str | None:
        """The date for people; what the source wrote, for want of a year."""
        shown = shown_date(self.published, self.published_text)
        return one_line(shown.text) if shown else None


def one_line(text: str | None) -> str:
    """A text without line breaks, and without characters that no one sees but that turn lines around; nothing that
    could be a headline or a name is so long that it would be cut."""
    if not text:
        return ""
    spaced = " ".join(text[: 2 * _LONGEST].split())
    if len(spaced) > _LONGEST:
        spaced = f"{spaced[: _LONGEST - 1]}…"
    if spaced.isascii() and spaced.isprintable():
        return spaced
    kept = (each for each in spaced if each in _JOINERS or unicodedata.category(each) not in _INVISIBLE)
    return " ".join("".join(kept).split())


def line_parts(cited: Cited) -> tuple[str, ...]:
    """A line to read, in the order in which most styles have it; in parts, each of which has its own direction."""
    publication, date = one_line(cited.publication), cited.shown_date
    parts = [
        _ended(one_line(cited.author)),
        _ended(f"“{one_line(cited.title)}”"),
        f"{publication}," if publication and date else _ended(publication),
        _ended(one_line(date)),
        _ended(one_line(cited.url)),
        f"Archived: {cited.link} (SHA-256 {cited.sha256}).",
    ]
    return tuple(part for part in parts if part)


def line(cited: Cited) -> str:
    """The parts as one line."""
    return " ".join(line_parts(cited))


def reference(cited: Cited) -> str:
    """What stands behind a quotation, in a word: publication and date, and the headline before them."""
    facts = (f"“{one_line(cited.title)}”", one_line(cited.publication), cited.shown_date)
    return ", ".join(each for each in facts if each)


def markdown(cited: Cited) -> str:
    """The same as Markdown, the title a link to the archive's copy."""
    facts = ", ".join(_escaped_markdown(each) for each in (cited.publication, cited.shown_date) if one_line(each))
    title = f"[{_escaped_markdown(cited.title)}](<{_in_brackets(cited.link)}>)"
    parts = [_escaped_markdown(cited.author), title, facts]
    return ". ".join(part for part in parts if part) + f". SHA-256 `{cited.sha256}`"


def bibtex(cited: Cited) -> str:
    """An entry for BibTeX and biblatex; `@misc`, since classic styles know nothing of the web."""
    year, month, *_ = *cited.date, "", ""
    fields = {
        "author": f"{{{_latex(cited.author)}}}" if cited.author else "",  # one name, however it is written
        "title": f"{{{_latex(cited.title)}}}",
        "howpublished": _latex(cited.publication),
        "date": "-".join(cited.date),
        "year": year,
        "month": str(int(month)) if month else "",
        "language": _latex(cited.language),
        "url": _address(cited.url or cited.link),
        "note": _latex(f"Archived: {cited.link}, SHA-256 {cited.sha256}"),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value not in ("", "{}")]
    return f"@misc{{{_identifier(cited.key)},\n" + ",\n".join(lines) + "\n}\n"


def ris(cited: Cited) -> str:
    """A record for reference managers, in lines that end in CR LF as the format has them."""
    year, month, day, *_ = *cited.date, "", "", ""
    fields = [
        ("TY", "NEWS"),
        ("ID", cited.key),
        ("TI", cited.title),
        ("AU", cited.author),
        ("T2", cited.publication),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("LA", cited.language),
        ("UR", cited.url or cited.link),
        ("DB", cited.archive),
        ("AN", cited.key),
        ("N1", f"Archived: {cited.link}, SHA-256 {cited.sha256}"),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if one_line(value)]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(cited: Cited) -> dict[str, Any]:
    """An item of CSL-JSON, as https://github.com/citation-style-language/schema has it."""
    fields: dict[str, Any] = {
        "id": cited.key,
        "type": "article-newspaper",
        "title": one_line(cited.title),
        "author": [{"literal": one_line(cited.author)}] if one_line(cited.author) else [],
        "container-title": one_line(cited.publication),
        "issued": _issued(cited),
        "language": cited.language,
        "URL": cited.url or cited.link,
        "archive": cited.archive,
        "archive_location": cited.link,
        "note": f"SHA-256: {cited.sha256}",
    }
    return {name: value for name, value in fields.items() if value}


def _issued(cited: Cited) -> dict[str, Any]:
    if cited.date:
        return {"date-parts": [[int(part) for part in cited.date]]}
    return {"literal": cited.shown_date} if cited.shown_date else {}


def _ended(part: str) -> str:
    """A part with a full stop behind it, unless it is empty or ends in a mark of its own."""
    return part if not part or part.rstrip("”").endswith((".", "。", "?", "!", "…", "？", "！")) else f"{part}."


def _latex(text: str | None) -> str:
    return one_line(text).translate(_LATEX)


def _address(url: str) -> str:
    """An address for a field of BibTeX: `\\url` takes all but braces, percent-encoded ones too."""
    return one_line(url).replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")


def _identifier(key: str) -> str:
    """A key that BibTeX can read: letters, digits and a few marks; the rest by number, so that no two become one."""
    return "".join(each if each.isascii() and (each.isalnum() or each in "-:.") else f"_{ord(each):x}_" for each in key)


def _escaped_markdown(text: str | None) -> str:
    escaped = _MARKDOWN.sub(r"\\\1", one_line(text))
    return _MARKDOWN_LINE.sub(r"\1\\\2", escaped)


def _in_brackets(url: str) -> str:
    return one_line(url).replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace(" ", "%20")
