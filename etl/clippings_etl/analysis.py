"""One document's way from its text to what is stored: cleaned, its entities found, headline and body apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from urllib.parse import urlsplit

from .cleaning import clean
from .documents import Analysed, Cleaned, Extracted, FieldMention, Mention, Metadata, Record
from .entities import recognise


def analyse(record: Record, extracted: Extracted) -> Analysed:
    """Clean one document, find its entities, and split headline and body."""
    return assemble(record, extracted, clean(extracted.text))


def assemble(record: Record, extracted: Extracted, cleaned: Cleaned) -> Analysed:
    """Find the entities of a cleaned document, and split headline and body."""
    title, title_source, body_start = _headline(extracted, cleaned, record.source)
    body = cleaned.text[body_start:]
    # Recognised as one text: the names of a title that is no line of it help with those of the body, and the reverse.
    apart = title_source == "metadata"
    text = f"{title}\n\n{body}" if apart else cleaned.text
    text_start = len(text) - len(body)
    url = record.url or extracted.url
    return Analysed(
        source=record.source,
        data=record.data,
        format=record.format,
        encoding=extracted.encoding,
        url=url,
        site=site(url, record.source),
        title=title,
        title_source=title_source,
        text=body,
        metadata=merge(extracted.metadata, cleaned.metadata),
        language=cleaned.language,
        word_count=_count_words(text),
        removed=cleaned.removed,
        positions=_positions(cleaned, body_start),
        mentions=tuple(_place(recognise(text, cleaned.language), text_start)),
    )


def site(url: str | None, source: str) -> str:
    """What pages with the same furniture have in common: the address's host, else the folder or file they lie in."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # an address is what a scraper wrote down
        host = None
    if host:
        return host.removeprefix("www.")
    container, mark, _ = source.rpartition("#")
    return container if mark else source.rpartition("/")[0]


def merge(first: Metadata, second: Metadata) -> Metadata:
    """What the first says, and where it is silent, the second; a date stays with the words it was read from."""
    dated = second if first.published is None and first.published_text is None else first
    values = {item.name: getattr(first, item.name) for item in fields(Metadata)}
    values |= {name: getattr(second, name) for name, value in values.items() if value is None}
    return Metadata(**values | {"published": dated.published, "published_text": dated.published_text})


# As many words as fit a line.
_OPENING = re.compile(r"\S(?:.{0,78}\S)?(?=\s|$)")


def _headline(extracted: Extracted, cleaned: Cleaned, source: str) -> tuple[str, str, int]:
    """The title, where it comes from, and where in the cleaned text the body starts."""
    named = extracted.title
    if named:
        # The text may open with the title that the format names; then it is the headline, and isn't said twice.
        first, _, rest = cleaned.text.partition("\n")
        if first.casefold() == named.casefold():
            return first, "headline", len(cleaned.text) - len(rest.lstrip("\n"))
        return named, "metadata", 0
    if cleaned.has_headline:
        first, _, rest = cleaned.text.partition("\n")
        return first, "headline", len(cleaned.text) - len(rest.lstrip("\n"))
    # A line of signs only, such as the cross that closes a notice, is no name for anything.
    first = next((line for line in cleaned.text.splitlines() if any(map(str.isalnum, line))), "")
    if first:
        opening = _OPENING.match(first)
        words = opening.group() if opening else first[:80]
        return (words if words == first else words + " …"), "opening", 0
    return source.rpartition("/")[2], "source", 0


def _positions(cleaned: Cleaned, body_start: int) -> tuple[int, ...]:
    """For each removed line, where in the body it stood: behind the kept line before it."""
    positions = []
    end_in_text = 0
    kept = list(zip(cleaned.kept, _kept_ends(cleaned), strict=True))
    following = 0
    for line in cleaned.removed:
        while following < len(kept) and kept[following][0].start < line.start:
            end_in_text = kept[following][1]
            following += 1
        positions.append(max(end_in_text - body_start, 0))
    return tuple(positions)


def _kept_ends(cleaned: Cleaned) -> Iterable[int]:
    """Where each kept line ends in the cleaned text."""
    end = 0
    for span in cleaned.kept:
        while end < len(cleaned.text) and cleaned.text[end] == "\n":
            end += 1
        end += span.end - span.start
        yield end


def _place(mentions: Iterable[Mention], body_start: int) -> Iterable[FieldMention]:
    for mention in mentions:
        if mention.start < body_start:
            yield FieldMention("title", mention.start, mention.end, mention)
        else:
            yield FieldMention("text", mention.start - body_start, mention.end - body_start, mention)


# A run of letters and digits; in scripts without spaces, each character.
_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def _count_words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))
