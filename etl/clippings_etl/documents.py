"""What passes between the stages of a build.

    bytes → Record → Extracted → Cleaned → Analysed → rows
         readers  extraction  cleaning  language, entities  store

All of it is frozen and made of plain values: a stage can run in another process and gives the
same result there. Offsets are counted in characters (code points), the end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Portable:
    """Pickled as the call that makes it: several times as fast as dataclasses with slots are by themselves."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__slots__])


@dataclass(frozen=True, slots=True)
class Record(Portable):
    """One document as it was found: its bytes, untouched, and the name it goes by."""

    source: str
    """The document's lasting identity, for example ``seeds/story.txt`` or ``crawl/page.warc.gz#17``."""
    data: bytes
    format: str = "text"
    """What the bytes are; a key of ``extraction.FORMATS``."""
    url: str | None = None
    encoding: str | None = None
    """The encoding that came with the bytes (an HTTP header's ``charset``); None: they have to tell it themselves."""


@dataclass(frozen=True, slots=True)
class Metadata(Portable):
    """What is known about an article besides its text. None: nothing was said."""

    published: str | None = None
    """ISO 8601, as precise as it is known: ``2024``, ``2024-04``, ``2024-04-22``, ``2024-04-22T14:33``."""
    published_text: str | None = None
    """The date as written; may be all there is (``23/8`` names no year)."""
    byline: str | None = None
    publisher: str | None = None
    photo_credit: str | None = None
    page_count: int | None = None


@dataclass(frozen=True, slots=True)
class Extracted(Portable):
    """A document's text, before anything is cleaned out of it, and what its format says besides the text."""

    text: str
    encoding: str
    """Name of the codec that ``text`` was decoded with, as Python spells it."""
    format: str = "text"
    """What the text was extracted from; a key of ``extraction.FORMATS``."""
    title: str | None = None
    """The title that the format names (a page's metadata, a record's field), in one line."""
    url: str | None = None
    """The article's own address, where the format names one."""
    language: str | None = None
    """ISO 639 code that the format names; the text itself may say otherwise."""
    metadata: Metadata = field(default_factory=Metadata)

    @property
    def published(self) -> str | None:
        """ISO 8601 date, see ``Metadata.published``."""
        return self.metadata.published

    @property
    def byline(self) -> str | None:
        """Author or authors."""
        return self.metadata.byline


@dataclass(frozen=True, slots=True)
class RemovedLine(Portable):
    """A line that a rule took for boilerplate: ``decoded[start:end] == text``."""

    start: int
    end: int
    text: str
    rule: str
    """Id of the rule that removed it, for example ``pagination.list``."""
    reason: str | None = None
    """Why, where it isn't the rule's description alone: a score with its grounds, a count of pages."""


class Span(NamedTuple):
    """A stretch of the decoded text, ``start`` to ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cleaned(Portable):
    """A text split into what is kept and what is removed.

    Law: ``kept`` and ``removed`` together, in order, are the decoded text with only white space
    left out between them.
    """

    text: str
    """The kept lines; the headline, where there is one, is the first."""
    kept: tuple[Span, ...]
    """Where the kept lines stand in the decoded text, in order; one span a line of ``text``."""
    removed: tuple[RemovedLine, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    language: str | None = None
    """ISO 639 code, or None where the text is too short or too mixed to tell."""
    has_headline: bool = False
    """Whether the first kept line is a headline."""


class LinkCandidate(NamedTuple):
    """An entity that a mention may mean."""

    key: str
    name: str
    score: float
    """How likely it is, from 0 to 1; what is left to 1 is none of the candidates."""


@dataclass(frozen=True, slots=True)
class Mention(Portable):
    """A place in a text that names an entity: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    type: str
    """``person``, ``organisation``, ``place`` or ``event``."""
    key: str
    """The entity's lasting key, for example ``place:KR`` or ``organisation:asean``."""
    name: str
    """The entity's name as it is shown, for example ``South Korea``."""
    score: float
    """How sure the recogniser is, from 0 to 1."""
    method: str
    """How it was found, for example ``gazetteer:cldr`` or ``model``."""
    evidence: str = ""
    """Why this entity: a code, a colon, and the grounds in words, for example ``last-name: Jalol Marufov``."""
    candidates: tuple[LinkCandidate, ...] = ()
    """The entities that it may mean, the likeliest first, where nothing decides between them."""


@dataclass(frozen=True, slots=True)
class Quantity(Portable):
    """A date or an amount that a text names in figures: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    kind: str
    """``date``, ``money``, ``percent`` or ``quantity``."""
    value: str
    """Of a date ISO 8601, as precise as written: ``2023``, ``2023-08``, ``2023-08-21``, ``--08-21`` where no year is
    named. Otherwise the exact number as a plain decimal: ``1280000000000``. Of a range both ends with a slash between
    (for dates, an ISO 8601 interval): ``2016/2025``, ``10/12``."""
    unit: str | None
    """Of money the ISO 4217 code, or where several currencies go by the name, that name (``peso``); of a measure CLDR's
    identifier of the unit (``square-meter``); of a count the noun as written. None for a date."""
    method: str
    """How it was read: ``date``, ``money:name``, ``quantity:count`` … with ``:default`` behind it where a name or
    sign of several currencies is taken for one, and ``:ambiguous`` where it isn't settled."""


@dataclass(frozen=True, slots=True)
class EntityName(Portable):
    """A name that an entity is known by."""

    name: str
    language: str | None
    source: str
    """Where the name comes from: ``cldr``, ``aliases``, ``corpus`` …"""


@dataclass(frozen=True, slots=True)
class FieldMention(Portable):
    """A mention placed in a field of the article instead of the whole cleaned text."""

    field: str
    """``title`` or ``text``."""
    start: int
    end: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class FieldQuantity(Portable):
    """A quantity placed in a field of the article instead of the whole cleaned text."""

    field: str
    """``title`` or ``text``."""
    start: int
    end: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Analysed(Portable):
    """A document ready to be stored."""

    source: str
    format: str
    encoding: str
    url: str | None
    site: str
    """Host of the address; for want of one, the folder that the document lies in."""
    title: str
    title_source: str
    """``headline`` (the first kept line, not repeated in ``text``), ``metadata`` (what the format names, see
    ``Extracted.title``), ``opening`` (the text's first words, for want of a headline) or ``source`` (nothing was
    kept, so the source's name)."""
    text: str
    metadata: Metadata
    language: str | None
    word_count: int
    removed: tuple[RemovedLine, ...]
    positions: tuple[int, ...]
    """For each removed line, the offset in ``text`` at which it stood."""
    mentions: tuple[FieldMention, ...]
    quantities: tuple[FieldQuantity, ...] = ()


def join_lines(decoded: str, kept: Iterable[Span], removed: Iterable[Span]) -> str:
    """The kept lines as one text: a paragraph break where the original had a blank line, else a line break.

    A removed line counts neither as text nor as blank.
    """
    removed_starts = {span.start for span in removed}
    kept_starts = {span.start: span for span in kept}
    parts: list[str] = []
    blank = False
    for span in lines(decoded, keep_blank=True):
        if span.start == span.end:
            blank = True
        elif span.start in kept_starts:
            if parts:
                parts.append("\n\n" if blank else "\n")
            parts.append(decoded[span.start : span.end])
            blank = False
        elif span.start not in removed_starts:
            raise ValueError(f"the line at {span.start} is neither kept nor removed")
    return "".join(parts)


def lines(decoded: str, keep_blank: bool = False) -> list[Span]:
    """The lines of a text, each without the white space around it; blank ones only if asked for."""
    found = []
    position = 0
    for raw in decoded.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = position + (raw.index(stripped[0]) if raw[0] != stripped[0] else 0)
            found.append(Span(start, start + len(stripped)))
        elif keep_blank:
            found.append(Span(position, position))
        position += len(raw)
    return found
