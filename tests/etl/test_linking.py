"""Which entity a mention is linked to, why, and what is left open."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from clippings_etl.documents import Mention
from clippings_etl.entities import country_of
from clippings_etl.entities.candidates import Candidate
from clippings_etl.entities.document import prepare
from clippings_etl.entities.link import UNDECIDED, key_of, link
from clippings_etl.entities.linking.people import joined_people
from clippings_etl.entities.linking.same_organisation import joined_organisations

Marked = tuple[str, str]
"""A surface and its type."""


def linked(text: str, language: str, *marked: Marked) -> list[Mention]:
    """The mentions of surfaces, each at its next place in the text."""
    chosen = []
    position = 0
    for surface, type_ in marked:
        start = text.index(surface, position)
        position = start + len(surface)
        chosen.append(Candidate(start, position, type_, 0.9, "test"))
    return link(prepare(text, language), chosen)


def key(name: str, type_: str, language: str) -> str:
    """The key of a name that stands alone."""
    return linked(f"{name}.", language, (name, type_))[0].key


@pytest.mark.parametrize(
    "names",
    [
        [("Джалол Маруфов", "ru"), ("Jalol Marufov", "en"), ("Jalol Maʼrufov", "uz"), ("Жалол Маъруфов", "uz")],
        [("Евгений Королёв", "ru"), ("Yevgeny Korolyov", "en"), ("Jewgenij Koroljow", "de"), ("Evgenii Korolev", "en")],
        [("Владимир Дорошин", "ru"), ("Vladimir Doroshin", "en"), ("Wladimir Doroschin", "de")],
        [("Олексій Шевчук", "uk"), ("Oleksii Shevchuk", "en"), ("Oleksiy Shevchuk", "en")],
        [("Жанар Тоқаева", "kk"), ("Zhanar Tokayeva", "en")],
        [("Ђорђе Петковић", "sr"), ("Đorđe Petković", "hr")],
        [("Γιώργος Παπαδάτος", "el"), ("Giorgos Papadatos", "en")],
        [("İlham Məmmədov", "az"), ("Ilham Mammadov", "en"), ("Ильхам Маммадов", "ru")],
        [("გიორგი მაისურაძე", "ka"), ("Giorgi Maisuradze", "en")],
        [("Nikol Sargsyan", "en"), ("Никол Саргсян", "ru")],
    ],
    ids=lambda names: names[0][0],
)
def test_a_person_is_one_in_every_script(names: list[Marked]) -> None:
    """Romanisations of one name, and the name in its own script, have one key, whatever stands around them."""
    assert len({key(name, "person", language) for name, language in names}) == 1


def test_a_name_of_the_languages_own_is_not_romanised() -> None:
    """A Spanish name that ends like a Slavic one keeps its letters."""
    assert key("Javier Villanueva", "person", "es") == key("Javier Villanueva", "person", "en")
    assert key("Javier Villanueva", "person", "en") == "person:javier-villanueva"


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Alexis Kidd", "Aleksis Kid", "en"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", "vi"),
        ("Nguyễn Văn Hùng", "Nguyen Van Hung", "vi"),
        ("Jan Kowalski", "Jan Kowalsky", "pl"),
        ("Анна Петрова", "Анна Петренко", "ru"),
    ],
)
def test_other_names_stay_others(one: str, other: str, language: str) -> None:
    """Names that only look alike are not merged: no spelling is forgiven where none was romanised."""
    assert key(one, "person", language) != key(other, "person", language)


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("ru", "Джалол Маруфов", "Маруфовым"),
        ("uk", "Олександр Шевчук", "Шевчука"),
        ("pl", "Jan Kowalczewski", "Kowalczewskiego"),
        ("cs", "Petr Novotnášek", "Novotnáška"),
        ("fi", "Matti Koskirinne", "Koskirinteen"),
        ("tr", "Mehmet Yıldızeli", "Yıldızeli'nin"),
        ("en", "Anna Berg", "Berg"),
        ("en", "Anna Berg", "A. Berg"),
        ("en", "Anna Maria Berg", "Anna Berg"),
        ("vi", "Nguyễn Văn Hùng", "Hùng"),
        ("en", "Nguyễn Văn Hùng", "Nguyen Van Hung"),
    ],
)
def test_parts_and_case_forms_join_the_full_name_of_the_document(language: str, full: str, short: str) -> None:
    """A last name, a case form, initials or a name without its diacritics is the person whom the document names."""
    first, second = linked(f"{full} … {short} …", language, (full, "person"), (short, "person"))
    assert second.key == first.key
    assert second.evidence.endswith(f": {full}")


def test_a_last_name_of_two_people_joins_neither() -> None:
    """Where two people of the document share a last name, it alone is nobody's."""
    marks = [(name, "person") for name in ("Anna Berg", "Karl Berg", "Berg")]
    *people, alone = linked("Anna Berg met Karl Berg. Berg left.", "en", *marks)
    assert alone.key not in {person.key for person in people}


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Agency for Developing River Ports", "Agency for the Development of River Ports", "en"),
        ("Nordlicht Turbinen GmbH", "Nordlicht Turbinen", "de"),
        ("Minh Phat Steel Co., Ltd.", "Minh Phat Steel", "en"),
        ("Công ty Cổ phần Thép Minh Phát", "Thép Minh Phát", "vi"),
        ("ООО «Северный причал»", "«Северный причал»", "ru"),
        ("株式会社北灯タービン", "北灯タービン", "ja"),
    ],
)
def test_ways_to_write_an_organisation(one: str, other: str, language: str) -> None:
    """Legal forms, articles, quotes, and verbs or nouns of doing make no other organisation."""
    assert key(one, "organisation", language) == key(other, "organisation", language)


@pytest.mark.parametrize(
    ("one", "other"), [("University of Northfield", "Northfield University"), ("Bank of Westmere", "Westmere Bank")]
)
def test_word_order_makes_another_organisation(one: str, other: str) -> None:
    """Short names of the same words are two organisations more often than one."""
    assert key(one, "organisation", "en") != key(other, "organisation", "en")


def test_short_form_in_brackets_is_its_long_form() -> None:
    """Initials in brackets behind a name mean it wherever they stand."""
    text = "The Harbour Pilots Association (HPA) met. HPA wants shorter shifts."
    marks = [(name, "organisation") for name in ("Harbour Pilots Association", "HPA", "HPA")]
    first, second, third = linked(text, "en", *marks)
    assert first.key == second.key == third.key
    assert third.evidence == "long-form: Harbour Pilots Association"


MINISTRY_OF_SCIENCE = "organisation:VN:ministry-of-science-and-technology"


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Bộ Khoa học và Công nghệ", "vi"),
        ("Bộ KH&CN", "vi"),
        ("Bộ KHCN", "vi"),
        ("Ministry of Science and Technology of Vietnam", "en"),
        ("Vietnamese Ministry of Science and Technology", "en"),
        ("Министерство науки и технологий Вьетнама", "ru"),
        ("ministère de la Science et de la Technologie du Vietnam", "fr"),
        ("Ministerio de Ciencia y Tecnología de Vietnam", "es"),
        ("vietnamesisches Ministerium für Wissenschaft und Technologie", "de"),
        ("越南科学技术部", "zh"),
    ],
)
def test_a_ministry_is_one_in_every_language(name: str, language: str) -> None:
    """A ministry is told by its country and what it is there for."""
    [mention] = linked(f"{name}.", language, (name, "organisation"))
    assert mention.key == MINISTRY_OF_SCIENCE
    assert mention.name == "Ministry of Science and Technology (Vietnam)"
    assert country_of(mention.key) == "VN"


def test_the_document_says_whose_ministry_it_is() -> None:
    """A ministry without a country is that of the country beside it, or of the one that it was named with before."""
    chinese, same = linked(
        "Bộ Ngoại giao Trung Quốc ra thông cáo. Bộ Ngoại giao im lặng.",
        "vi",
        ("Bộ Ngoại giao Trung Quốc", "organisation"),
        ("Bộ Ngoại giao", "organisation"),
    )
    assert chinese.key == same.key == "organisation:CN:ministry-of-foreign-affairs"
    text = "Kenya's Ministry of Health replied."
    _, beside = linked(text, "en", ("Kenya", "place"), ("Ministry of Health", "organisation"))
    assert beside.key == "organisation:KE:ministry-of-health"


def test_nobodys_ministry_stays_open() -> None:
    """Where the document speaks of two countries alike, a ministry is linked to neither; both are candidates."""
    text = "France and Spain asked. The Ministry of Education will answer."
    mention = linked(text, "en", ("France", "place"), ("Spain", "place"), ("Ministry of Education", "organisation"))[2]
    assert mention.evidence.startswith(UNDECIDED)
    assert mention.key == "organisation:ministry-of-education"
    assert {candidate.key for candidate in mention.candidates} == {
        "organisation:FR:ministry-of-education",
        "organisation:ES:ministry-of-education",
    }


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Embassy of Kenya", "en", "organisation:KE:embassy"),
        ("Embassy of Peru in Japan", "en", "organisation:PE:embassy-in-JP"),
        ("Đại sứ quán Việt Nam tại Nhật Bản", "vi", "organisation:VN:embassy-in-JP"),
        ("посольство Перу в Японии", "ru", "organisation:PE:embassy-in-JP"),
        ("越南驻日本大使馆", "zh", "organisation:VN:embassy-in-JP"),
        ("Embassy Theatre", "en", "organisation:embassy-theatre"),
    ],
)
def test_an_embassy_is_told_by_its_countries(name: str, language: str, expected: str) -> None:
    """An embassy is an organisation of the country that sends it; a theatre of that name is none."""
    assert key(name, "organisation", language) == expected


@pytest.mark.parametrize(
    ("text", "language", "marked", "expected"),
    [
        ("Armenia, Azerbaijan and Georgia agreed.", "en", ["Armenia", "Azerbaijan", "Georgia"], "place:GE"),
        ("Alabama, Florida and Georgia vote.", "en", ["Alabama", "Florida", "Georgia"], "place:US-GA"),
        ("The State of Georgia sued.", "en", ["Georgia"], "place:US-GA"),
        ("North Korea is closed. Korea has had poor harvests.", "en", ["North Korea", "Korea"], "place:KP"),
        ("Pháp, Đức, Anh cử đoàn.", "vi", ["Pháp", "Đức", "Anh"], "place:GB"),
        ("Seattle, Washington", "en", ["Seattle", "Washington"], "place:US-WA"),
    ],
)
def test_context_decides_a_shared_name(text: str, language: str, marked: list[str], expected: str) -> None:
    """Neighbours, words beside it and other names of the document tell which place is meant, and the link says so."""
    mention = linked(text, language, *((name, "place") for name in marked))[-1]
    assert mention.key == expected
    assert mention.evidence.startswith("context: ")
    assert mention.score < 0.96


def test_nothing_is_guessed() -> None:
    """A shared name without context is linked to no place; its readings are candidates, the likeliest first."""
    [mention] = linked("Georgia was named in the letter.", "en", ("Georgia", "place"))
    assert (mention.key, mention.evidence.partition(":")[0]) == ("place:georgia", UNDECIDED)
    assert [candidate.key for candidate in mention.candidates] == ["place:GE", "place:US-GA"]
    scores = [candidate.score for candidate in mention.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)


def test_a_persons_name_is_no_place() -> None:
    """The first name of somebody in the document isn't a country, even if a recogniser takes it for one."""
    person, name = linked("Chad Millerby won. Chad smiled.", "en", ("Chad Millerby", "person"), ("Chad", "place"))
    assert (name.type, name.key) == ("person", person.key)


def test_keys_of_unknown_names_are_readable() -> None:
    """Diacritics and letters of every script stay in a key that is made of a name."""
    assert key_of("person", "Maria Lind") == "person:maria-lind"
    assert key_of("organisation", "Báo Hải Cảng") == "organisation:báo-hải-cảng"


def test_linking_takes_linear_time_on_repeated_shared_names() -> None:
    """Thousands of undecided names in one line are linked like few of them."""
    text = "Georgia " * 20_000
    chosen = [Candidate(8 * index, 8 * index + 7, "place", 0.9, "test") for index in range(20_000)]
    assert {mention.key for mention in link(prepare(text, "en"), chosen)} == {"place:georgia"}


@pytest.mark.parametrize("kind", ["people", "organisations"])
def test_names_alike_are_not_all_compared(kind: str) -> None:
    """Four times the names of one beginning or ending, with their case forms, are about four times the calls."""

    def work(count: int) -> int:
        stems = ["".join(chr(ord("а") + number // 32**place % 32) for place in range(3)) for number in range(1, count)]
        if kind == "people":
            text = " ".join(f"{stem.title()}ан Ива{stem}ов. {stem.title()}ану Ива{stem}ову." for stem in stems)
        else:
            text = " ".join(f"Министерство {stem}ности. Министерству {stem}ности." for stem in stems)
        pieces = [piece.strip() for piece in text.split(".") if piece.strip()]
        counted = 0

        def count_call(frame: FrameType, event: str, argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count_call)
        try:
            if kind == "people":
                joined_people(pieces, "ru")
            else:
                placed = [(number, number + 1, "organisation", piece) for number, piece in enumerate(pieces)]
                joined_organisations(placed, text, "ru")
        finally:
            sys.setprofile(None)
        return counted

    work(400)  # what is remembered of words counts for neither
    assert work(400) < 6 * work(100)
