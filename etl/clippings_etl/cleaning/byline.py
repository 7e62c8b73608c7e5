"""Lines that only name the author: ``By Anna Berg``."""

from __future__ import annotations

import re

from ..dates import parse
from ..documents import Metadata
from .document import Document, Line, Place
from .labels import every, label_pattern, words
from .names import is_name, is_person
from .rule import Example, Rule, keep

_LABELS = words(
    """
    en: author, authors, written by, by, reporter, reported by, words by, text by, story by
    vi: tác giả, bài, người viết, phóng viên, thực hiện
    fr: auteur, auteurs, rédigé par, par, texte
    de: autor, autorin, autoren, von, text
    es: autor, autora, escrito por, por, texto, redacción
    pt: autor, autora, escrito por, por, texto
    ru: автор, авторы, автор текста, текст
    zh: 作者, 记者, 記者, 撰文, 文, 编辑, 責任編輯, 责任编辑, 本报记者
    ar: بقلم, كتب, كتبت, الكاتب, إعداد
    id: penulis, oleh, reporter, pewarta
    tr: yazan, yazar, haber
    it: autore, autrice, di, a cura di, testo
    ja: 文, 筆者, 著者, 記者, 執筆
    ko: 글, 기자, 작성자
    hi: लेखक, द्वारा
    pl: autor, autorka, tekst
    uk: автор, автори, текст
    nl: auteur, door, tekst
    el: συντάκτης, γράφει
    """
)
_PREFIXES = words(
    """
    en: by, written by, reported by, words by, story by, posted by, published by
    fr: par, propos recueillis par
    de: von
    es: por
    pt: por
    it: di, a cura di
    id: oleh
    nl: door
    ar: بقلم
    """
)
"""Words that stand before a name without a colon; each counts in its own language only, and English everywhere."""

_LABEL = label_pattern(_LABELS)
_PREFIX_LINES = {language: label_pattern({language: words}, r"\s+") for language, words in _PREFIXES.items()}
_REPORTER_LINES = (
    re.compile(
        r"(?:本報|本报)?[記记]者\s?(?P<value>[\u4e00-\u9fff·]{2,8}(?:[、 ][\u4e00-\u9fff]{2,4}){0,3})"
        r"\s?[／/]\s?\S{2,12}[报報][导導]"
    ),
    re.compile(r"(?:本報|本报|新华社)?[記记]者\s(?P<value>[\u4e00-\u9fff]{2,4})"),
    re.compile(r"文[／/・]\s?(?P<value>[\u4e00-\u9fff·]{2,8})"),
    re.compile(r"(?P<value>[가-힣]{2,4})\s?기자(?:\s?\S{1,40}@\S{1,40})?"),
)
_STAFF_LINE = re.compile(
    r"(?:reporting|writing) by (?P<value>[^;.]{3,80})"
    r"(?:[;.] ?(?:additional )?(?:reporting|writing|editing) by [^;.]{3,80})+\.?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|;|、)\s*|\s+(?:and|et|und|y|e|en|dan|ve|i|và|и|та)\s+", re.IGNORECASE)
_EXTRA = re.compile(
    r"\s*[|•·]\s*|(?<=[^\W\d])\s*/\s*(?=[^\W\d])|\s+[–—-]\s+"
    r"|\s+on\s+(?=\S{0,12}\s?\d)|\s+(?:for|avec|mit|with)\s+(?=[A-Z])"
)
_NO_NAME_WORDS = every(
    words(
        """
        en: a, an, any, the, after, air, all, and, at, bus, by, car, day, far, foot, for, from, how, if, in, its, land
        en: law, means, more, my, no, not, of, on, or, our, over, rail, sea, some, than, their, this, through, to, train
        en: under, we, what, when, where, why, with, your
        de: zu, nach, der, das, dem, den, im, am, zum, zur
        es: los, todos, la, lo, el
        fr: une, un, les, des
        it: tutti
        """
    )
)
"""Words of titles that begin like a byline: By Bus Through the Delta."""
_POST_WORDS = every(
    words(
        """
        en: author, columnist, contributor, contributing, correspondent, desk, editor, journalist, news, reporter, staff
        en: writer
        de: redakteur, redakteurin, korrespondent, redaktion
        fr: journaliste, correspondant, correspondante, rédaction
        es: periodista, redactor, redactora, corresponsal, redacción
        """
    )
)
"""Words that show a post or a paper, no person: By Anna Berg, Staff Writer."""


def _label(line: Line, document: Document) -> Metadata | None:
    match = _LABEL.fullmatch(line.inner)
    return _author(match["value"], document, is_sure=True) if match else None


def _prefix(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    for language in dict.fromkeys((document.language or "en", "en")):
        pattern = _PREFIX_LINES.get(language)
        match = pattern.fullmatch(text) if pattern else None
        if match:
            return _author(match["value"], document, is_sure=False)
    return None


def _dated(line: Line, document: Document) -> Metadata | None:
    first, *others = _EXTRA.split(line.inner)
    if not others:
        first, *others = line.inner.split(", ", 1)
    if len(others) != 1:
        return None
    for name, when in ((first, others[0]), (others[0], first)):
        found = parse(when, document.language)
        if found and found.has_day and is_person(name) and not _has_word(name, _NO_NAME_WORDS):
            return Metadata(published=found.iso, published_text=found.text, byline=name)
    return None


def _signed(line: Line, document: Document) -> Metadata | None:
    above = document.above(line)
    if document.language != "vi" or above is None or not above.is_paragraph or not is_person(line.inner):
        return None
    has_capitals = all(word[0].isupper() and not word[1:].isupper() for word in line.inner.split())
    return Metadata(byline=line.inner) if has_capitals and len(line.inner.split()) <= 4 else None


def _reporter(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    match = next((match for pattern in _REPORTER_LINES if (match := pattern.fullmatch(text))), None)
    return Metadata(byline=match["value"].strip()) if match else None


def _staff(line: Line, document: Document) -> Metadata | None:
    match = _STAFF_LINE.fullmatch(line.inner)
    return _author(match["value"], document, is_sure=False) if match else None


def _author(value: str, document: Document, is_sure: bool) -> Metadata | None:
    """The names, if that is all there is, apart from a post, a paper or a date behind them."""
    names, *extras = _EXTRA.split(value)
    people = [person for person in _AND.split(names) if person]
    while len(people) > 1 and is_name(people[-1]) and (not is_person(people[-1]) or _has_word(people[-1], _POST_WORDS)):
        people.pop()
    is_one = is_name if is_sure else is_person
    if not people or not all(is_one(person) and not _has_word(person, _NO_NAME_WORDS) for person in people):
        return None
    dates = [parse(extra, document.language) for extra in extras]
    if not all(date or is_name(extra) for date, extra in zip(dates, extras, strict=True)):
        return None
    byline = names[: names.rindex(people[-1]) + len(people[-1])].strip()
    found = next((date for date in dates if date), None)
    if found is None:
        return Metadata(byline=byline)
    return Metadata(published=found.iso, published_text=found.text, byline=byline)


def _has_word(text: str, listed: frozenset[str]) -> bool:
    return any(word.lower() in listed for word in text.split())


def _example(line: str, language: str, byline: str) -> Example:
    return Example(line, language, Metadata(byline=byline))


RULES: tuple[Rule, ...] = (
    Rule(
        id="byline.label",
        version=1,
        languages=tuple(_LABELS),
        description="The author's name behind a label.",
        matcher=_label,
        examples=(
            _example("Author: Anna Berg", "en", "Anna Berg"),
            _example("Tác giả: Lan Anh", "vi", "Lan Anh"),
            _example("Auteur : Marie Tilleul", "fr", "Marie Tilleul"),
            _example("Autorin: Karla Busch", "de", "Karla Busch"),
            _example("Autor: Marta Olmo", "es", "Marta Olmo"),
            _example("Texto: Rui Faia", "pt", "Rui Faia"),
            _example("Автор: Анна Берёзова", "ru", "Анна Берёзова"),
            _example("作者：李海", "zh", "李海"),
            _example("بقلم: مريم سالم", "ar", "مريم سالم"),
            _example("Penulis: Dewi Laut", "id", "Dewi Laut"),
        ),
        counterexamples=keep("Author: unknown until today", "Text: see below", "By: the old harbour"),
        places=(Place.HEAD, Place.TAIL),
        overrides=("announced",),
    ),
    Rule(
        id="byline.prefix",
        version=1,
        languages=tuple(_PREFIXES),
        description="The author's full name behind “by”.",
        matcher=_prefix,
        examples=(
            _example("By Anna Berg", "en", "Anna Berg"),
            _example("By Anna Berg and Maria Lind", "en", "Anna Berg and Maria Lind"),
            Example("By Anna Berg | 3 June 2019", "en", Metadata("2019-06-03", "3 June 2019", "Anna Berg")),
            _example("By Anna Berg, Staff Writer", "en", "Anna Berg"),
            _example("Par Marie Tilleul", "fr", "Marie Tilleul"),
            _example("Von Karla Busch", "de", "Karla Busch"),
            _example("Por Marta Olmo", "es", "Marta Olmo"),
            _example("Di Carla Porto", "it", "Carla Porto"),
            _example("Oleh Dewi Laut", "id", "Dewi Laut"),
        ),
        counterexamples=(
            *keep("By The Sea", "By Bus Through The Delta", "By now the ferry was gone", "By 2030"),
            *keep("كتب قديمة", language="ar"),
        ),
        places=(Place.HEAD, Place.TAIL),
    ),
    Rule(
        id="byline.dated",
        version=1,
        languages=("*",),
        description="A person's name and a date in one line above the text.",
        matcher=_dated,
        examples=(
            Example("Anna Berg | 3 June 2019", "en", Metadata("2019-06-03", "3 June 2019", "Anna Berg")),
            Example("Anna Berg, 3 June 2019", "en", Metadata("2019-06-03", "3 June 2019", "Anna Berg")),
            Example("03/06/2019 - Lan Anh", "vi", Metadata("2019-06-03", "03/06/2019", "Lan Anh")),
        ),
        counterexamples=keep("Anna Berg | harbour master", "The Harbour | 3 June 2019 | Winter", "Hotel Berg - 3"),
        places=(Place.HEAD,),
    ),
    Rule(
        id="byline.signed",
        version=1,
        languages=("vi",),
        description="The author's name alone right below the text, as Vietnamese papers sign.",
        matcher=_signed,
        examples=(_example("Lan Anh", "vi", "Lan Anh"), _example("Trần Lan Anh", "vi", "Trần Lan Anh")),
        counterexamples=(
            Example("Anna Berg", "en"),
            *keep("Nguồn vốn", "Tàu chạy lại", "THÔNG BÁO MỚI", language="vi"),
        ),
        places=(Place.TAIL,),
    ),
    Rule(
        id="byline.staff",
        version=1,
        languages=("en",),
        description="Who reported and who edited, as agencies close their texts.",
        matcher=_staff,
        examples=(
            _example("Reporting by Anna Berg; Editing by Maria Lind", "en", "Anna Berg"),
            _example(
                "(Reporting by Anna Berg and Rui Faia; additional reporting by Lan Anh; editing by Maria Lind)",
                "en",
                "Anna Berg and Rui Faia",
            ),
        ),
        counterexamples=keep("Reporting by radio; editing by hand", "Reporting by Anna Berg"),
        places=(Place.TAIL,),
        overrides=("sentence",),
    ),
    Rule(
        id="byline.reporter",
        version=1,
        languages=("zh", "ko"),
        description="The reporter's name with the word for reporter, in the ways of Chinese and Korean papers.",
        matcher=_reporter,
        examples=(
            _example("記者林海／港口報導", "zh", "林海"),
            _example("文／林海", "zh", "林海"),
            _example("本报记者 林海", "zh", "林海"),
            _example("김바다 기자", "ko", "김바다"),
        ),
        counterexamples=keep("记者在港口等了一夜", language="zh"),
        places=(Place.HEAD, Place.TAIL),
    ),
)
