"""People, organisations, places and events in a text: what the recognisers propose, made into one answer."""

from __future__ import annotations

from ..documents import Mention
from .acronyms import acronyms
from .candidates import Recogniser
from .document import prepare
from .events import coined_events
from .given import NOTHING, Given
from .headed import headed
from .link import link
from .merging import one_type_each, without_overlaps
from .persons import persons
from .quoted import quoted
from .support import known
from .tagger import tagged
from .unspaced import unspaced
from .voting import voted

RECOGNISERS: tuple[Recogniser, ...] = (
    tagged,
    known,
    unspaced,
    headed,
    quoted,
    acronyms,
    coined_events,
    persons,
)


def recognise(text: str, language: str | None = None, given: Given = NOTHING) -> list[Mention]:
    """The mentions in a text, in order, none overlapping another.

    ``language`` is the text's ISO 639 code; None where it isn't known. Pure and deterministic; takes time linear
    in the text. Offsets count characters: ``text[mention.start:mention.end] == mention.surface``.
    ``given`` is what else is known of the text: names on lists, mentions that other engines found.
    """
    document = prepare(text, language)
    recognisers = RECOGNISERS if given.asks_ours else ()
    proposed = [*given.candidates, *(candidate for recogniser in recognisers for candidate in recogniser(document))]
    chosen = one_type_each(text, without_overlaps(text, given.wanted(text, proposed)))
    if given.asks_ours:
        chosen = without_overlaps(text, [*chosen, *given.wanted(text, voted(document, chosen))])
    return link(document, chosen)
