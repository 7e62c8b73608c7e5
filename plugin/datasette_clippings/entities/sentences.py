"""The sentence around some words of a text, in any script, looked for in the words' neighbourhood only."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 160
"""Characters that are shown on either side; a longer sentence is cut."""
REACH = 400
"""Characters on either side among which a sentence's ends are looked for."""

_CLOSING = r"""["'”’»›)\]）】」』〉》]*"""

# A blank line ends every sentence. So do a full stop and the like before white space, where what follows doesn't begin
# with a small letter; the full stops of Chinese, Japanese, Indic, Tibetan, Burmese, Khmer and Ethiopic scripts wherever
# they stand.
_END = re.compile(
    rf"""\n[^\S\n]*\n\s*
    |[.!?…؟۔։]+{_CLOSING}\s+(?=[^\W_]|["'“‘„«‹(\[¿¡—–-])
    |[。！？｡．]+{_CLOSING}\s*
    |[।॥။។៕།༎።፧꓿]+{_CLOSING}\s*""",
    re.VERBOSE,
)
# Thai, Lao and Khmer set a space where others set a full stop or a comma.
_SPACED = re.compile(r"(?<=[\u0e00-\u0eff\u1780-\u17ff])[^\S\n]+(?=[\u0e00-\u0eff\u1780-\u17ff])")
_SHORTEST_SPACED = 40  # characters on a side, to which phrases between such spaces are joined

# Initials and titles, behind which a full stop ends nothing; in Latin and Cyrillic letters.
_ABBREVIATED = re.compile(
    r"(?:^|[^\w.])(?:(?:[^\W\d_]\.)*[^\W\d_]|Mrs?|Ms|Drs?|Prof|St|Sr|Jr|Gen|Col|Sen|Rep|Gov|Lt|Capt|Mme|Mlle|Inc|Ltd|Co|Corp|vs|"
    r"approx|bzw|ca|etc|e\.g|i\.e|z\.B|[Tt]p|[Tt]h\.?[Ss]|[гр]г?|им|ул|тыс|млн|млрд|руб)\.$"
)
# These only before a digit: "No." answers, too.
_NUMBERED = re.compile(r"(?:^|[^\w.])N[or]\.$")
# Small letters such as "p.m." may end a sentence, unless they lead on to what follows.
_SMALL_LETTERS = re.compile(r"(?:^|[^\w.])(?!e\.g|i\.e|d\.h|u\.a|т\.[екн])(?:[^\W\d_]\.){2,}$")
_ABBREVIATION = 12  # characters of the longest of these, with what stands before it


@dataclass(frozen=True)
class InSentence:
    """Words in their sentence; `starts_within` and `ends_within` tell that it goes on beyond what is shown."""

    before: str
    words: str
    behind: str
    starts_within: bool
    ends_within: bool


def in_sentence(text: str, start: int, end: int) -> InSentence:
    """The sentence that the words from `start` to `end` stand in; white space in it becomes single spaces.

    Offsets beyond the text are moved to its ends. The time that it takes doesn't grow with the text.
    """
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    before, cut_before = _before(text[max(start - REACH, 0) : start], text[start:end])
    behind, cut_behind = _behind(text[end : end + REACH], text[start:end])
    return InSentence(
        _joined(before),
        " ".join(text[start:end].split()),
        _joined(behind),
        cut_before or (len(before) == REACH and start > REACH),
        cut_behind or (len(behind) == REACH and end + REACH < len(text)),
    )


def _before(text: str, words: str) -> tuple[str, bool]:
    """The sentence's beginning, and whether it is cut."""
    # a letter in place of the words, so that an end right before them is seen
    found_ends = [found for found in _END.finditer(text + "X") if found.end() <= len(text)]
    ends = [found.end() for found in found_ends if _is_end(text + words[:1], found)]
    if ends:
        text = text[ends[-1] :]
    spaces = [found.end() for found in _SPACED.finditer(text) if len(text) - found.end() >= _SHORTEST_SPACED]
    if spaces:
        text = text[spaces[-1] :]
    if len(text) <= LONGEST:
        return text, False
    place = text.find(" ", len(text) - LONGEST, len(text) - LONGEST // 2)
    return text[place + 1 if place >= 0 else len(text) - LONGEST :], True


def _behind(text: str, words: str) -> tuple[str, bool]:
    """The sentence's end, and whether it is cut."""
    lead = words[-_ABBREVIATION:]
    for found in _END.finditer(text):
        if _is_end(lead + text, found, len(lead)):
            text = text[: found.end()]
            break
    spaced = next((found for found in _SPACED.finditer(text) if found.start() >= _SHORTEST_SPACED), None)
    if spaced:
        text = text[: spaced.start()]
    text = text.rstrip() if len(text) < REACH else text
    if len(text) <= LONGEST:
        return text, False
    place = text.rfind(" ", LONGEST // 2, LONGEST)
    return text[: place if place >= 0 else LONGEST], True


def _is_end(text: str, found: re.Match[str], offset: int = 0) -> bool:
    """Whether a sentence ends with what was found: not behind an abbreviation, nor before a small letter."""
    ending = found[0].rstrip()
    if not ending or ending[0] not in ".…":
        return True
    following = text[found.end() + offset : found.end() + offset + 1]
    if following.islower():
        return False
    stop = found.start() + offset + 1
    if ending[:2] == "..":
        return True
    word = text[max(stop - _ABBREVIATION, 0) : stop]
    if _NUMBERED.search(word):
        return not following.isdigit()
    small = _SMALL_LETTERS.search(word)
    if small and small[0].islower() and following.isupper():
        return True
    return not _ABBREVIATED.search(word)


def _joined(text: str) -> str:
    """With single spaces; those at the ends stay, since words stand there."""
    return re.sub(r"\s+", " ", text)
