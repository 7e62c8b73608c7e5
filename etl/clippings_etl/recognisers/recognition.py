"""What the documents of a build are recognised with: our recognisers, other engines, the user's lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import index
from typing import TYPE_CHECKING

from ..documents import Mention
from ..entities.user_lists import NO_LISTS, NamesHere, UserLists
from ..errors import RecogniserError, RecogniserFailed
from ..language import base_of
from .choice import ANY, BUILTIN, Choice
from .opening import opened
from .protocol import TYPES, Engine, Found

if TYPE_CHECKING:
    from ..entities.candidates import Candidate

_TYPES = frozenset(TYPES.values())


@dataclass(frozen=True)
class Recognition:
    """Plain values, so that it travels to other processes; engines are opened where they are first asked."""

    choices: tuple[Choice, ...] = ()
    lists: UserLists = NO_LISTS

    def check(self) -> None:
        """Open every engine.

        Raises:
            RecogniserError: one isn't there, or two are to take the place of ours in the same language.
        """
        taken: dict[str, Choice] = {}
        for choice in self.choices:
            for language in _languages(choice) if not choice.joins else ():
                first = taken.setdefault(language, choice)
                if first is not choice:
                    where = "all languages" if language == ANY else language
                    raise RecogniserError(
                        f"both {first} and {choice} are to take the place of ours for {where}",
                        f"Let one of them join the other: {language if language != ANY else ''}+={choice.engine}.",
                    )

    def facts(self) -> dict[str, str]:
        """What build_info says of the engines and lists: what was asked for, and in which version."""
        asked = sorted(f"{choice.how}{choice.name} ({_opened(choice).version})" for choice in self.choices)
        return ({"recognisers": ", ".join(asked)} if asked else {}) | self.lists.facts()

    def recogniser_for(self, source: str, site: str) -> Callable[[str, str | None], Sequence[Mention]]:
        """What one document is recognised with; see ``analysis.RecogniserFor``."""
        if not self.choices and not self.lists.files:
            from ..entities import recognise

            return recognise
        return partial(self._recognise, self.lists.names_for(source, site))

    def without_engines(self) -> Recognition:
        """Ours and the lists alone."""
        return Recognition((), self.lists)

    def _recognise(self, names: NamesHere, text: str, language: str | None) -> list[Mention]:
        from ..entities import recognise
        from ..entities.given import Given

        asks_ours, engines = self._asked(language)
        candidates = [*names.candidates(text, language)]
        for choice in engines:
            candidates.extend(_candidates(choice, text, language))
        return recognise(text, language, Given(tuple(candidates), asks_ours, names.refusal(language)))

    def _asked(self, language: str | None) -> tuple[bool, list[Choice]]:
        """Whether ours are asked in a language, and which engines are."""
        base = base_of(language)
        covering = [(choice, covered) for choice in self.choices if (covered := _covers(choice, base))]
        instead = [(choice, covered) for choice, covered in covering if not choice.joins]
        # What is said of a language goes before what is said of all of them.
        nearest = [choice for choice, covered in instead if covered == base] or [choice for choice, _ in instead]
        asked = [*nearest[:1], *(choice for choice, _ in covering if choice.joins)]
        asks_ours = not nearest or any(choice.name == BUILTIN for choice in asked)
        return asks_ours, [choice for choice in asked if choice.name != BUILTIN]


def _opened(choice: Choice) -> Engine:
    return opened(choice.name, choice.argument)


def _languages(choice: Choice) -> tuple[str, ...]:
    """The languages in which an engine is to be asked; ``*`` for all."""
    engine = _opened(choice)
    return choice.languages or ((ANY,) if engine.languages is None else tuple(sorted(engine.languages)))


def _covers(choice: Choice, language: str | None) -> str | None:
    """The language, or ``*``, by which an engine is asked in a language; None where it isn't."""
    languages = _languages(choice)
    return language if language in languages else ANY if ANY in languages else None


def _candidates(choice: Choice, text: str, language: str | None) -> Iterator[Candidate]:
    """What an engine found.

    Raises:
        RecogniserFailed: it raised something, or what it found can't be in the text.
    """
    engine = _opened(choice)
    try:
        found = list(engine(text, language))
    except Exception as error:  # whatever somebody else's engine raises
        raise RecogniserFailed(f"the recogniser {choice.engine} failed: {type(error).__name__}: {error}") from error
    for one in found:
        candidate = _candidate(one, text)
        if candidate is None:
            raise RecogniserFailed(f"the recogniser {choice.engine} found what can't be: {one!r}"[:300])
        yield candidate


def _candidate(found: Found, text: str) -> Candidate | None:
    """A name that was found, without white space around it; None where it isn't one."""
    from ..entities.candidates import Candidate

    try:
        start, end, type_, score, method = found
        start, end = index(start), index(end)  # an engine's numbers may be NumPy's, which no database knows
        surface = text[start:end]
        possible = 0 <= start < end <= len(text) and type_ in _TYPES and 0 <= score <= 1 and bool(surface.strip())
    except (TypeError, ValueError):
        return None
    if not possible or not isinstance(method, str) or not method:
        return None
    start += len(surface) - len(surface.lstrip())
    return Candidate(start, start + len(surface.strip()), type_, float(score), method)
