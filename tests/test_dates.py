"""Dates are read as written: strictly, in the document's language, and never more exact than they are."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings_etl.dates import Date, is_relative, parse

DATES = [
    ("07:12 / 03.06.2019", "en", "2019-06-03T07:12"),
    ("2024-04-22", None, "2024-04-22"),
    ("2024-04-22T14:33:05Z", "en", "2024-04-22T14:33:05"),
    ("April 22, 2024", "en", "2024-04-22"),
    ("Apr. 22, 2024 at 2:33 p.m. ET", "en", "2024-04-22T14:33"),
    ("22nd of April 2024", "en", "2024-04-22"),
    ("Monday 22 April 2024 14.33 BST", "en", "2024-04-22T14:33"),
    ("Mon, 22 Apr 2024 14:33:00 +0000", "en", "2024-04-22T14:33:00"),
    ("12:05 AM, 22 April 2024", "en", "2024-04-22T00:05"),
    ("22 April 2024", "vi", "2024-04-22"),
    ("22 April 2024", None, "2024-04-22"),
    ("Thứ Hai, 22/04/2024 14:33 (GMT+7)", "vi", "2024-04-22T14:33"),
    ("Thứ hai, 22/4/2024, 14h33", "vi", "2024-04-22T14:33"),
    ("ngày 22 tháng 4 năm 2024", "vi", "2024-04-22"),
    ("lundi 1er avril 2024 à 14h33", "fr", "2024-04-01T14:33"),
    ("03/04/2024", "fr", "2024-04-03"),
    ("Montag, 22. April 2024 um 14.33 Uhr", "de", "2024-04-22T14:33"),
    ("22.04.2024, 14:33 Uhr", "de", "2024-04-22T14:33"),
    ("22. Jänner 2024", "de", "2024-01-22"),
    ("22 de abril de 2024, 14:33 h", "es", "2024-04-22T14:33"),
    ("22 de abril de 2024 às 14h33", "pt", "2024-04-22T14:33"),
    ("22 апреля 2024 г. в 14:33", "ru", "2024-04-22T14:33"),
    ("22 апреля 2024 года", "ru", "2024-04-22"),
    ("2024年4月22日下午2:33", "zh", "2024-04-22T14:33"),
    ("2024年4月22日 星期一", "zh", "2024-04-22"),
    ("٢٢ أبريل ٢٠٢٤", "ar", "2024-04-22"),
    ("الاثنين 22 نيسان 2024 - 14:33", "ar", "2024-04-22T14:33"),
    ("Senin, 22 Apr 2024 14:33 WIB", "id", "2024-04-22T14:33"),
    ("22 Nisan 2024 Pazartesi", "tr", "2024-04-22"),
    ("2024年4月22日(月) 14時33分", "ja", "2024-04-22T14:33"),
    ("2024. 4. 22. 오후 2:33", "ko", "2024-04-22T14:33"),
    ("22 kwietnia 2024, 14:33", "pl", "2024-04-22T14:33"),
    ("22 квітня 2024", "uk", "2024-04-22"),
    ("22 अप्रैल 2024", "hi", "2024-04-22"),
]


@pytest.mark.parametrize(("text", "language", "iso"), DATES)
def test_dates_are_read_in_their_language(text: str, language: str | None, iso: str) -> None:
    """A date is read as newspapers of its language write it; its text stays as written."""
    assert parse(text, language) == Date(iso, text)


@pytest.mark.parametrize(
    ("text", "language"), [("31/8", "vi"), ("22 April", "en"), ("4月22日", "zh"), ("22.04.24", "de"), ("23.8.", "de")]
)
def test_no_year_is_made_up(text: str, language: str) -> None:
    """A date without a full year is a date, but none that can be sorted."""
    assert parse(text, language) == Date(None, text)


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("April 2024", "en", "2024-04"),
        ("2024年4月", "zh", "2024-04"),
        ("tháng 4/2024", "vi", "2024-04"),
        ("1987", "en", "1987"),
    ],
)
def test_precision_stays_as_written(text: str, language: str, iso: str) -> None:
    """A month stays a month and a year a year."""
    assert parse(text, language) == Date(iso, text, has_day=False)


def test_ambiguous_order_leaves_only_the_year() -> None:
    """In English 03/04/2024 may be March or April; only where it can't be is it read."""
    assert parse("03/04/2024", "en") == Date("2024", "03/04/2024")
    assert parse("03/04/2024") == Date("2024", "03/04/2024")
    assert parse("03/04/2024 14:33", "en") == Date("2024", "03/04/2024 14:33")
    assert parse("13/04/2024", "en") == Date("2024-04-13", "13/04/2024")
    assert parse("04/04/2024", "en") == Date("2024-04-04", "04/04/2024")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "32/13/2024",
        "31/04/2024",
        "30 February 2024",
        "2024-13-01",
        "22.04.2024 25:00",
        "2–1",
        "3.5",
        "14:33",
        "Monday",
        "5 out of 2020",
        "on 22 April 2024 it rained",
        "22 April 2024 and 23 April 2024",
        "1 2 3 4 5",
        "April",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    """What can't be a day, or is more than a date, is no date."""
    assert parse(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2 hours ago", "en"),
        ("il y a 5 minutes", "fr"),
        ("vor 3 Tagen", "de"),
        ("hace 2 horas", "es"),
        ("há 2 horas", "pt"),
        ("2 giờ trước", "vi"),
        ("3 часа назад", "ru"),
        ("5分钟前", "zh"),
        ("منذ ساعتين", "ar"),
        ("2 jam yang lalu", "id"),
        ("12시간 전", None),
    ],
)
def test_relative_times_are_told(text: str, language: str | None) -> None:
    """A time counted back from now is known as one, and is no date."""
    assert is_relative(text, language)
    assert parse(text, language) is None


def test_durations_are_not_relative_times() -> None:
    """Only a count back from now is relative."""
    assert not is_relative("2 hours", "en")
    assert not is_relative("2 hours ago the bridge fell", "en")


@given(st.dates(min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_every_day_is_read_back(day: datetime.date) -> None:
    """Any day of three centuries, written in ISO or with dots, is read as itself."""
    for text in (day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day.year}年{day.month}月{day.day}日"):
        assert parse(text, "en") == Date(day.isoformat(), text)


@given(
    st.text(alphabet="0123456789/.:- ()aprilTZ年月日h,", max_size=110), st.sampled_from([None, "en", "vi", "zh", "ko"])
)
def test_no_string_breaks_the_reader(text: str, language: str | None) -> None:
    """Any string is a date or none, and a date's ISO form starts with a year."""
    found = parse(text, language)
    assert found is None or found.iso is None or found.iso[:4].isdigit()


@pytest.mark.parametrize(
    ("text", "language", "is_one"),
    [
        ("Yesterday at 7:12 AM", "en", True),
        ("Вчера, 07:12", "ru", True),
        ("昨天 07:12", "zh", True),
        ("منذ يومين", "ar", True),
        ("Yesterday", "en", False),
        ("Hier", "fr", False),
        ("Heute", "de", False),
    ],
)
def test_a_day_word_needs_a_time_of_day(text: str, language: str, is_one: bool) -> None:
    """“Yesterday” alone may be a heading or the end of a poem; with a time of day it is a time of publication."""
    assert is_relative(text, language) is is_one


def test_zone_behind_the_date_and_dotted_time_behind_the_year() -> None:
    """A zone in brackets may end the whole; behind a year a full stop can only part hours and minutes."""
    assert parse("07:12, Thứ Hai, 03/06/2019 (GMT+7)", "vi") == Date(
        "2019-06-03T07:12", "07:12, Thứ Hai, 03/06/2019 (GMT+7)"
    )
    assert parse("3 Juni 2019 07.12", "id") == Date("2019-06-03T07:12", "3 Juni 2019 07.12")
    assert parse("3 Juni 2019 27.12", "id") is None
