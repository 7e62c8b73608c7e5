"""People: a name behind a title, beside a role, before a verb of speaking, or one that begins with a given name."""

from __future__ import annotations

from collections.abc import Iterable

from .candidates import Candidate, Document, Segment
from .gazetteer import gazetteer
from .tokens import word_set

_LONGEST = 4
"""Words in a person's name, particles not counted."""
_ROLE_REACH = 25
"""Tokens before a name in which a role may stand: "director of the Office for …, Maria Lind"."""
_GIVEN_ENDINGS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), ("а", "у", "ом", "ем", "е", "ой", "ей", "ы", "и", "я", "ю", "ю")),
    **dict.fromkeys(
        ("hr", "sr", "bs", "sl", "sk", "cs", "pl"), ("a", "u", "om", "em", "e", "i", "y", "ovi", "ou", "o")
    ),
    **dict.fromkeys(("fi", "et"), ("n", "in", "a", "ä", "lle", "lla", "lta", "sta", "ta")),
    "kk": ("ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "ды", "ді", "ты", "ті"),
    "uz": ("ning", "ga", "ni", "dan", "нинг", "га", "ни"),
}
_RESTORED = ("", "а", "я", "й", "a", "o")
"""What a given name may have lost before its case ending."""
_NAMES_OFFICE_FIRST = frozenset(("id", "ms", "ro"))
"""Languages in which the office stands between title and name, written with capitals too."""
_CYRILLIC = frozenset(("ru", "uk", "be", "bg", "mk"))
_OFFICE_BEFORE_NAME = _NAMES_OFFICE_FIRST | _CYRILLIC | frozenset(("hr", "sr", "bs", "sl", "sk", "cs", "pl"))
_DOTS_ORGANISATIONS = frozenset(("ro",))
"""Languages that write organisations' initials with full stops (F.C., C.S.M.)."""
_GENITIVES = ("ы", "и", "ой", "ого", "его")
_KOREAN_FAMILIES = word_set(
    """
    kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song yoo hong
    moon ban chung yang noh roh son nam ko bae baek heo yun
    """
)


def persons(document: Document) -> Iterable[Candidate]:
    """People that the words around or in their names give away."""
    for position, segment in enumerate(document.segments):
        if document.styles[segment.first]:
            continue
        candidate = _person(document, position)
        if candidate:
            yield candidate


def _person(document: Document, position: int) -> Candidate | None:
    segment = document.segments[position]
    titled_at = _skip_known(document, segment)
    first = segment.first if titled_at == segment.last else titled_at
    first = _behind_office(document, first, segment.last)
    korean = _korean(document, first)
    if korean:
        return document.propose(first, korean, "person", 0.85, "rule:person-family-name")
    last = _name_end(document, first, position)
    words = [token for token in document.tokens[first:last] if token.capital]
    if not 1 <= len(words) <= _LONGEST or not _may_be_person(document, first, last):
        return None
    method, score = _evidence(document, segment.first, first, last, len(words))
    if not method:
        return None
    return document.propose(first, last, "person", score, f"rule:person-{method}")


def _skip_known(document: Document, segment: Segment) -> int:
    """Where in a segment a name may begin: behind the country in "Uzbekistan President …", "Mỹ Donald Trump"."""
    index = segment.first
    while index < segment.last:
        hit = document.hit_at(index)
        if not hit or hit.last > segment.last:
            break
        index = hit.last
    return index


def _behind_office(document: Document, first: int, last: int) -> int:
    """Where the name begins behind what a person heads: "мэр Москвы Сергей Собянин", "Gubernur Jawa Barat Ahmad …"."""
    if document.language not in _OFFICE_BEFORE_NAME or not document.phrase_before("title", first):
        return first
    if is_given(document, first):
        return first
    return next((index for index in range(first + 1, last - 1) if is_given(document, index)), first)


def _name_end(document: Document, first: int, position: int) -> int:
    """The end of a name that begins at ``first``: its segment, and further ones behind a particle ("van der")."""
    tokens = document.tokens
    last = document.segments[position].last
    particles = document.cues["particle"]
    while position + 1 < len(document.segments) and last - first <= 2 * _LONGEST:
        following = document.segments[position + 1]
        link = tokens[last : following.first]
        joined = 1 <= len(link) <= 2 and all(token.norm in particles and token.gap == " " for token in link)
        if not joined or tokens[following.first].gap == "\n" or document.hit_at(following.first):
            break
        position += 1
        last = following.last
    while last < len(tokens) and last - first <= 2 * _LONGEST and tokens[last].shape == "I" and tokens[last].gap == " ":
        last += 1
    return last


def _may_be_person(document: Document, first: int, last: int) -> bool:
    cues = document.cues
    for index in range(first, last):
        token = document.tokens[index]
        if token.shape in "Ud" or token.norm in cues["calendar"] or token.norm in cues["language_word"]:
            return False
        if token.norm in cues.no_person and document.language != "vi":
            return False
        hit = document.hit_at(index)
        if hit and (index == first or not hit.needs) and hit.last - hit.first == last - first:
            return False
    return not (document.language == "vi" and document.phrase_at("organisation_head", first, last))


def _evidence(document: Document, segment_first: int, first: int, last: int, words: int) -> tuple[str, float]:
    """What speaks for a person, and how strongly; an empty string for nothing."""
    tokens, cues = document.tokens, document.cues
    never = cues["never"] if words == 1 else frozenset[str]()
    if tokens[first].norm in never:
        return "", 0.0
    if document.phrase_before("honorific", _behind_full_stop(document, segment_first)):
        return "after-title", 0.9
    if document.phrase_before("title", segment_first) and not _is_office(document, first, words):
        return "after-title", 0.9
    if words == 1:
        return "", 0.0
    if document.language == "vi":
        return ("family-name", 0.85) if tokens[first].norm in cues["family"] else ("", 0.0)
    if document.phrase_before("role", segment_first) and not _is_office(document, first, words):
        return "after-title", 0.85
    if _initials(document, first, last):
        return "initials", 0.85
    if is_given(document, first) and last - first > 1 and tokens[first].shape != "I" and len(tokens[last - 1].text) > 1:
        return "given-name", 0.85
    if words <= 3 and _beside_role(document, first, last):
        return "beside-role", 0.8
    if words <= 3 and _speaks(document, first, last):
        return "speaks", 0.75
    return "", 0.0


def _is_office(document: Document, first: int, words: int) -> bool:
    """Whether the word behind a title says of what, not who: "президент Республики", "Menteri Pertahanan"."""
    if words == 1 and document.hit_at(first):
        return True
    if document.language in _NAMES_OFFICE_FIRST:
        return not is_given(document, first)
    return document.language in _CYRILLIC and document.tokens[first].norm.endswith(_GENITIVES)


def _behind_full_stop(document: Document, first: int) -> int:
    """Steps back over the full stop of an abbreviated title, "Mr. X"."""
    return first - 1 if first > 1 and document.tokens[first - 1].text == "." else first


def is_given(document: Document, index: int) -> bool:
    """Whether a word is a given name, as listed or with a case ending of the document's language."""
    word = document.tokens[index].norm
    if word in document.cues["not_given"] or word in document.cues["opener"] or document.language == "vi":
        return False
    known = gazetteer().given_names
    if word in known:
        return True
    for ending in _GIVEN_ENDINGS.get(document.language or "", ()):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and any(stem + restored in known for restored in _RESTORED):
            return True
    return False


def _initials(document: Document, first: int, last: int) -> bool:
    """Initials and a whole word, "J. Lind"; "U.S" and "W.Va" are no people."""
    words = [token for token in document.tokens[first:last] if token.shape != "p"]
    if not any(word.shape == "C" and len(word.text) > (1 if word.gap or word is words[0] else 2) for word in words):
        return False
    shapes = [word.shape for word in words]
    if document.language in _DOTS_ORGANISATIONS or (shapes[-1] == "I" and document.language not in _CYRILLIC):
        return False
    return "I" in shapes and "C" in shapes and len(shapes) <= 4 and not document.hit_at(first)


def _beside_role(document: Document, first: int, last: int) -> bool:
    """ "…, director of …" behind the name, or "the director of …," before it, in the same sentence."""
    tokens, roles = document.tokens, document.cues["role"]
    if last + 1 < len(tokens) and tokens[last].text == ",":
        for index in range(last + 1, min(last + 4, len(tokens))):
            if tokens[index].norm in roles and tokens[index].shape == "l":
                return True
            if tokens[index].shape != "l" or tokens[index].gap == "\n":
                break
    if tokens[first - 1].text != "," or first < 2 or not _closes(document, last):
        return False
    for index in range(first - 2, max(-1, first - 2 - _ROLE_REACH), -1):
        token = tokens[index]
        if token.norm in roles and token.shape == "l":
            return not _is_listed(document, index, first)
        if token.shape == "p" and token.text in '.!?;:"”»)':
            return False
        if tokens[index + 1].gap == "\n":
            return False
    return False


def _closes(document: Document, last: int) -> bool:
    return last >= len(document.tokens) or document.tokens[last].shape == "p" or document.tokens[last].gap == "\n"


def _is_listed(document: Document, role: int, first: int) -> bool:
    """Whether other commas stand between role and name, so that the name may belong to a list."""
    return any(token.text == "," for token in document.tokens[role : first - 1])


def _speaks(document: Document, first: int, last: int) -> bool:
    tokens, says = document.tokens, document.cues["says"]
    if document.hit_at(first) or (tokens[first].opens and tokens[first].norm in document.lower_words):
        return False
    after = last < len(tokens) and tokens[last].gap == " " and tokens[last].norm in says
    return after or (
        first > 0 and tokens[first].gap == " " and tokens[first - 1].norm in says and not tokens[first].opens
    )


def _korean(document: Document, first: int) -> int | None:
    """The end of a romanised Korean name, "Kim Jong-un": family name, then two syllables with a hyphen."""
    tokens = document.tokens
    if first + 4 > len(tokens) or tokens[first].norm not in _KOREAN_FAMILIES or document.language == "vi":
        return None
    given, hyphen, second = tokens[first + 1 : first + 4]
    fits = given.shape == "C" and given.gap == " " and hyphen.norm == "-" and not hyphen.gap and not second.gap
    return first + 4 if fits and second.shape in "lC" and len(second.text) <= 5 and len(given.text) <= 5 else None
