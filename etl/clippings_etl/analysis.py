"""One document's way: to its cleaned text, and, when the corpus is known, from there to what is stored.

Both halves are pure functions of their arguments, and run in any process.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from urllib.parse import urlsplit

from datasette_clippings.folding import fold

from .amounts import quantities
from .article_digest import article_digest
from .cleaning import STANDARD, RuleSet, clean
from .corpus import PackedTraits, traits
from .documents import Analysed, Cleaned, Extracted, FieldMention, FieldQuantity, Mention, Metadata, Quantity, Record
from .entities import recognise
from .errors import DecodeError, DocumentError, RecogniserFailed, WorkerDied
from .extraction import PAGES, extract
from .packing import pack, pack_analysed, unpack, unpack_analysed
from .passes import Failed, Finished, Prepared, Waiting
from .readers import Unreadable
from .repeated import remove_repeated

RulesFor = Callable[[str, str], RuleSet]
"""Which rules a document is cleaned with: takes its source and its site, see ``site``; one that pickle can name."""


Recogniser = Callable[[str, str | None], Sequence[Mention]]
"""Takes a text and its language, and gives the entities that it mentions."""

RecogniserFor = Callable[[str, str], Recogniser]
"""What a document's entities are recognised with: takes its source and its site; one that pickle can name."""


def standard_rules(source: str, site: str) -> RuleSet:
    """The rules that come with the package, for any document."""
    return STANDARD


def standard_recogniser(source: str, site: str) -> Recogniser:
    """The recogniser that comes with the package, for any document."""
    return recognise


def prepare(
    item: Record | Unreadable, *, keep_original: bool, rules_for: RulesFor = standard_rules
) -> Prepared | Failed:
    """Extract and clean one document, and note what the corpus has to know of it."""
    if isinstance(item, Unreadable):
        return Failed(item.source, "read", item.error)
    try:
        extracted = extract(item)
        _check_characters(extracted)
    except DocumentError as error:
        return Failed(item.source, "decode", error)
    place = site(item.url or extracted.url, item.source)
    cleaned = clean(extracted.text, rules=rules_for(item.source, place), score_lines=extracted.format not in PAGES)
    return Prepared(
        source=item.source,
        site=place,
        original=zlib.compress(item.data) if keep_original else None,
        payload=pack(item, extracted, cleaned),
        traits=PackedTraits.of(traits(extracted.text, cleaned)),
    )


def died(item: Record | Unreadable) -> Failed:
    """For a document that ended the process it was prepared in."""
    return Failed(item.source, "decode", WorkerDied(), is_lasting=False)


def finish(
    waiting: Waiting,
    *,
    version: str = "",
    rules_for: RulesFor = standard_rules,
    recogniser_for: RecogniserFor = standard_recogniser,
    otherwise: RecogniserFor = standard_recogniser,
) -> Finished:
    """Take out what the site repeats, find the entities, and split headline and body.

    Args:
        version: of all that entities are recognised with; what the same found in the same text isn't looked for again.
        otherwise: what takes the recogniser's place in a document that it fails on.
    """
    record, extracted, cleaned = unpack(waiting.payload)
    place = site(record.url or extracted.url, record.source)
    if waiting.repeated:
        rules = rules_for(record.source, place)
        cleaned = remove_repeated(extracted.text, cleaned, waiting.repeated, title=extracted.title, rules=rules)
    article = _article(record, extracted, cleaned)
    about = _about(article, version)
    failed = None
    former, former_about = unpack_analysed(waiting.former, waiting.payload) if waiting.former else (None, "")
    if former and former_about == about:
        document = replace(article.document, mentions=former.mentions, quantities=former.quantities)
    else:
        try:
            document = _recognised(article, recogniser_for(record.source, place))
        except RecogniserFailed as error:
            failed = Failed(record.source, "recognise", error, is_lasting=False)
            document = _recognised(article, otherwise(record.source, place))
    return _finished(document, about, waiting, failed)


def died_late(waiting: Waiting, *, rules_for: RulesFor = standard_rules) -> Finished:
    """For a document that ended the process it was finished in: all but its entities."""
    waiting = replace(waiting, former=None)
    finished = finish(waiting, rules_for=rules_for, recogniser_for=_no_recogniser)
    failed = Failed(finished.document.source, "recognise", WorkerDied(), is_lasting=False)
    return _finished(finished.document, "", waiting, failed)


def _finished(document: Analysed, about: str, waiting: Waiting, failed: Failed | None) -> Finished:
    return Finished(
        document=document,
        folded_title=fold(document.title),
        folded_text=fold(document.text),
        failed=failed,
        packed=pack_analysed(document, "" if failed else about, waiting.payload),
        digest=article_digest(document, waiting.sha256),
        number=waiting.document,
    )


def _no_recogniser(source: str, site: str) -> Recogniser:
    return lambda text, language: []


def _check_characters(extracted: Extracted) -> None:
    """Halves of characters, which JSON can hold, can't be stored as text."""
    said = (getattr(extracted.metadata, item.name) for item in fields(Metadata))
    try:
        for value in (extracted.text, extracted.title, extracted.url, *said):
            if isinstance(value, str):
                value.encode()
    except UnicodeEncodeError as error:
        raise DecodeError(
            f"it holds half a character (surrogate {error.object[error.start]!a})", "Mend how it was saved; it was cut."
        ) from error


@dataclass(frozen=True, slots=True)
class _Article:
    """A document with headline and body split."""

    document: Analysed
    """Without entities."""
    text: str
    """Headline and body as one text, in which entities are looked for."""
    body_start: int


def _article(record: Record, extracted: Extracted, cleaned: Cleaned) -> _Article:
    """Split headline and body."""
    title, title_source, body_start = _headline(extracted, cleaned, record.source)
    body = cleaned.text[body_start:]
    # Recognised as one text: the names of a title that is no line of it help with those of the body, and the reverse.
    apart = title_source == "metadata"
    text = f"{title}\n\n{body}" if apart else cleaned.text
    url = record.url or extracted.url
    document = Analysed(
        source=record.source,
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
        mentions=(),
    )
    return _Article(document, text, len(text) - len(body))


def _recognised(article: _Article, recogniser: Recogniser) -> Analysed:
    """The document with its entities."""
    language = article.document.language
    return replace(
        article.document,
        mentions=tuple(_place(recogniser(article.text, language), article.body_start)),
        quantities=tuple(_place_quantities(quantities(article.text, language), article.body_start)),
    )


def _about(article: _Article, version: str) -> str:
    """A fingerprint of all that the entities of a document depend on."""
    document = article.document
    told = (version, document.source, document.site, document.language, article.body_start, article.text)
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


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


def _place_quantities(found: Iterable[Quantity], body_start: int) -> Iterable[FieldQuantity]:
    for quantity in found:
        if quantity.start < body_start:
            yield FieldQuantity("title", quantity.start, quantity.end, quantity)
        else:
            yield FieldQuantity("text", quantity.start - body_start, quantity.end - body_start, quantity)


# A run of letters and digits; in scripts without spaces, each character.
_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))
